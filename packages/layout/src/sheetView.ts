/** How one person looks at a sheet: what is folded to a strip, and which phases stand under those of another sheet. */
import type { Id, JourneyView, LaneView, PhaseView } from "@sameside/model";
import { COLUMN_GAP, COLUMN_WIDTH } from "./metrics.ts";

export interface SheetView {
  /** Ids of lanes and phases. Folded, a lane is a thin row and a phase a narrow column; neither holds a place for cards. */
  readonly folded: ReadonlySet<Id>;
  /** How wide a phase is at least, in layout units, so that it stands under its like on another sheet. */
  readonly widths?: ReadonlyMap<Id, number>;
}

export const ALL_OPEN: SheetView = { folded: new Set() };

/** A folded lane: its name on one line. */
export const FOLDED_LANE_HEIGHT = 40;
/** A folded phase: its title set upright. */
export const FOLDED_PHASE_WIDTH = 44;

/** The row of touchpoints is the columns themselves: it can neither be folded nor hidden. */
export function isFoldable(lane: Pick<LaneView, "kind">): boolean {
  return lane.kind !== "touchpoint";
}

/**
 * The widths that bring the phases of `journey` under those of `others` which they share an origin with, and over each
 * other where the journeys have no origin in common but stand in the same order. Empty when nothing has to be wider.
 */
export function alignedWidths(journey: JourneyView, others: readonly JourneyView[]): ReadonlyMap<Id, number> {
  const widths = new Map<Id, number>();
  journey.phases.forEach((phase, index) => {
    const likes = others.flatMap((other) => likeOf(phase, index, journey, other));
    const least = Math.max(...likes.map(widthOf), 0);
    if (least > widthOf(phase)) widths.set(phase.id, least);
  });
  return widths;
}

/** The phase of another journey that has the same origin; where no phase has one, the one at the same place. */
function likeOf(phase: PhaseView, index: number, journey: JourneyView, other: JourneyView): readonly PhaseView[] {
  const origins = new Set(other.phases.map(originOf));
  if (journey.phases.some((each) => origins.has(originOf(each))))
    return other.phases.filter((each) => originOf(each) === originOf(phase));
  return other.phases.slice(index, index + 1);
}

function originOf({ id, origin }: PhaseView): Id {
  return origin ?? id;
}

function widthOf({ touchpoints }: PhaseView): number {
  return Math.max(1, touchpoints.length) * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP;
}
