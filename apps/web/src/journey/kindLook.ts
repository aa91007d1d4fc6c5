/** How kinds of lane and of channel look: an icon each, and the tint class of their cards. */
import type { CardView, LaneKind } from "@sameside/model";
import {
  Activity,
  Archive,
  CircleQuestionMark,
  Footprints,
  Frown,
  Gauge,
  Globe,
  Handshake,
  Layers,
  Lightbulb,
  ListChecks,
  type LucideIcon,
  Mail,
  MessageCircle,
  Monitor,
  MousePointerClick,
  Phone,
  Quote,
  Smartphone,
  Sparkles,
  Sprout,
  StickyNote,
  Store,
  Truck,
  Warehouse,
} from "lucide-react";

export const ICON_BY_LANE_KIND: Readonly<Record<LaneKind, LucideIcon>> = {
  touchpoint: Footprints,
  feeling: Activity,
  doing: MousePointerClick,
  thinking: Quote,
  pain: Frown,
  strength: Sparkles,
  opportunity: Sprout,
  metric: Gauge,
  evidence: Archive,
  "what-if": Lightbulb,
  action: ListChecks,
  support: Layers,
  free: StickyNote,
};

/** Channels people often write. The icon only repeats the word beside it, so an unknown word loses nothing. */
const CHANNELS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/phone|call|hotline|telefon/i, Phone],
  [/e-?mail|letter|post|brief/i, Mail],
  [/chat|messag|whatsapp|sms/i, MessageCircle],
  [/app\b|mobile/i, Smartphone],
  [/portal|screen|terminal|computer|software/i, Monitor],
  [/web|online|internet|site$/i, Globe],
  [/warehouse|stock|depot|lager/i, Warehouse],
  [/deliver|truck|driver|courier|van/i, Truck],
  [/shop|store|branch|counter|filiale/i, Store],
  [/visit|person|meeting|face/i, Handshake],
];

export function channelIcon(channel: string): LucideIcon {
  if (channel === "") return CircleQuestionMark;
  return CHANNELS.find(([pattern]) => pattern.test(channel))?.[1] ?? Footprints;
}

/** Tint by kind, border by grade, corner by voice; never colour alone: the lane has an icon and a name. */
export function cardLook(card: Pick<CardView, "kind" | "grade" | "authorRole">): string {
  const voice = card.authorRole === "customer" ? "customer" : "colleague";
  return `kind-${card.kind} grade-${card.grade} voice-${voice}`;
}
