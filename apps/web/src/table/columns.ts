/** The columns of the table: the touchpoints of each phase, and the phase as a whole where something lies on it. */
import type { Id, JourneyView, PhaseView, TouchpointView } from "@sameside/model";
import { cardOf } from "../journey/editing.ts";
import type { CellPlace } from "../journey/places.ts";

export interface Column {
  readonly phase: PhaseView;
  /** Absent in the column of the whole phase. */
  readonly touchpoint?: TouchpointView;
  /** What holds the column's cards. */
  readonly holder: PhaseView | TouchpointView;
  /** The first of its phase. */
  readonly isFirst: boolean;
}

export function columnsOf(journey: JourneyView): readonly Column[] {
  return journey.phases.flatMap((phase) => {
    const hasOwn = Object.values(phase.cardsByLane).some((cards) => cards.length > 0);
    const hasWhole = hasOwn || phase.touchpoints.length === 0;
    const whole: Column[] = hasWhole ? [{ phase, holder: phase, isFirst: true }] : [];
    const touchpoints = phase.touchpoints.map((touchpoint, index): Column => {
      return { phase, touchpoint, holder: touchpoint, isFirst: index === 0 && !hasWhole };
    });
    return [...whole, ...touchpoints];
  });
}

/** Where a card lies; undefined when it is no card. */
export function cellOfCard(journey: JourneyView, id: Id | undefined): CellPlace | undefined {
  const card = id === undefined ? undefined : cardOf(journey, id);
  return card && { parent: card.parent, lane: card.lane };
}
