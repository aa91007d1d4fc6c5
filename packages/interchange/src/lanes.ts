/** Lanes of imported drafts. */
import { type LaneDraft, type LaneKind, TEMPLATES } from "@sameside/model";

/** Names for lanes whose file has no name for them. */
export const LANE_NAMES: Readonly<Record<LaneKind, string>> = {
  touchpoint: "Touchpoints",
  feeling: "Feeling",
  doing: "Doing",
  thinking: "Thinking",
  pain: "Pain points",
  strength: "Strengths",
  opportunity: "Opportunities",
  metric: "Metrics",
  evidence: "Evidence",
  "what-if": "What if",
  action: "Next steps",
  support: "Support",
  free: "Notes",
};

/**
 * The lanes of a map whose file knows no lanes: those of the blank template, so that the first card has a place.
 * Empty lanes add no content.
 */
export function starterLanes(): LaneDraft[] {
  const blank = TEMPLATES.find((template) => template.id === "blank");
  return blank ? blank.lanes.map(({ kind, name }) => ({ kind, name })) : curveLanes();
}

/** The two lanes that hold no cards. */
export function curveLanes(): LaneDraft[] {
  return (["touchpoint", "feeling"] as const).map((kind) => ({ kind, name: LANE_NAMES[kind] }));
}
