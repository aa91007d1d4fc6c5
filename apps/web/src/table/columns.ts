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
  /** The phase is folded: a narrow column with nothing in it. */
  readonly isFolded: boolean;
}

/** @param folded Phases that are folded. */
export function columnsOf(journey: JourneyView, folded: Folded = NONE): readonly Column[] {
  return journey.phases.flatMap((phase) => {
    const isFolded = folded.has(phase.id);
    const hasOwn = Object.values(phase.cardsByLane).some((cards) => cards.length > 0);
    const hasWhole = hasOwn || phase.touchpoints.length === 0;
    const whole: Column[] = hasWhole ? [{ phase, holder: phase, isFirst: true, isFolded }] : [];
    const touchpoints = phase.touchpoints.map((touchpoint, index): Column => {
      return { phase, touchpoint, holder: touchpoint, isFirst: index === 0 && !hasWhole, isFolded };
    });
    return [...whole, ...touchpoints];
  });
}

/** How many cards stand in what is folded, by its id. */
export type Folded = ReadonlyMap<Id, number>;
const NONE: Folded = new Map();

/** Where a card lies; undefined when it is no card. */
export function cellOfCard(journey: JourneyView, id: Id | undefined): CellPlace | undefined {
  const card = id === undefined ? undefined : cardOf(journey, id);
  return card && { parent: card.parent, lane: card.lane };
}
