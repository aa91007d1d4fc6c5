/** The picture of each kind of step. */
import type { StepKind } from "@sameside/model";
import {
  BookOpen,
  Coffee,
  Ear,
  HandHeart,
  HelpCircle,
  Lightbulb,
  type LucideIcon,
  Map as MapIcon,
  MessagesSquare,
  Smile,
  Sparkles,
  UsersRound,
  Vote,
} from "lucide-react";

export const STEP_ICONS: Readonly<Record<StepKind, LucideIcon>> = {
  read: BookOpen,
  map: MapIcon,
  "what-if": Lightbulb,
  listen: Ear,
  guess: Sparkles,
  rate: Smile,
  vote: Vote,
  pair: UsersRound,
  questions: HelpCircle,
  commit: HandHeart,
  break: Coffee,
  free: MessagesSquare,
};
