/** A part of a journey as a journey of its own: what is selected, to be drawn alone. */
import type { CardsByLane, CardView, Id, JourneyView, LaneView, PhaseView, TouchpointView } from "@sameside/model";

/**
 * The journey with nothing but what is in `ids` (phases, lanes, touchpoints, cards) and what that stands in or holds: a
 * phase comes with all that is in it, a lane with its cards along the whole journey, a card with its touchpoint, phase
 * and lane. The whole journey when nothing of it is meant.
 */
export function partOf(journey: JourneyView, ids: ReadonlySet<Id>): JourneyView {
  const phases = journey.phases.flatMap((phase) => partOfPhase(phase, ids) ?? []);
  const lanesMeant = journey.lanes.filter(({ id }) => ids.has(id));
  if (phases.length === 0 && lanesMeant.length === 0) return journey;
  const isWhole = phases.some((phase) => ids.has(phase.id) || phase.touchpoints.some(({ id }) => ids.has(id)));
  const used = new Set(phases.flatMap((phase) => [phase, ...phase.touchpoints].flatMap(lanesOf)));
  // What stands in a lane is told by the touchpoint above it; the curve belongs to whole columns.
  const isShown = ({ id, kind }: LaneView) => isWhole || ids.has(id) || used.has(id) || kind === "touchpoint";
  const lanes = journey.lanes.filter(isShown);
  return { ...journey, phases: lanesMeant.length > 0 ? journey.phases : phases, lanes, connectors: [] };
}

function partOfPhase(phase: PhaseView, ids: ReadonlySet<Id>): PhaseView | undefined {
  if (ids.has(phase.id)) return phase;
  const touchpoints = phase.touchpoints.flatMap((touchpoint) => partOfTouchpoint(touchpoint, ids) ?? []);
  const cardsByLane = partOfCards(phase.cardsByLane, ids);
  const isEmpty = touchpoints.length === 0 && Object.keys(cardsByLane).length === 0;
  return isEmpty ? undefined : { ...phase, touchpoints, cardsByLane };
}

function partOfTouchpoint(touchpoint: TouchpointView, ids: ReadonlySet<Id>): TouchpointView | undefined {
  if (ids.has(touchpoint.id)) return touchpoint;
  const cardsByLane = partOfCards(touchpoint.cardsByLane, ids);
  return Object.keys(cardsByLane).length === 0 ? undefined : { ...touchpoint, cardsByLane };
}

function partOfCards(cardsByLane: CardsByLane, ids: ReadonlySet<Id>): CardsByLane {
  const kept: Record<Id, readonly CardView[]> = {};
  for (const [lane, cards] of Object.entries(cardsByLane)) {
    const meant = cards.filter(({ id }) => ids.has(id));
    if (meant.length > 0) kept[lane] = meant;
  }
  return kept;
}

function lanesOf({ cardsByLane }: PhaseView | TouchpointView): readonly Id[] {
  return Object.keys(cardsByLane);
}
