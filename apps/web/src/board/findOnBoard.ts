/** Finds things of a journey by id, with where they stand. */
import type { CardView, Id, JourneyView, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import type { Selection } from "./canvasSlot.ts";

export interface FoundCard {
  readonly card: CardView;
  readonly phase: PhaseView;
  /** Absent when the card is on the phase as a whole. */
  readonly touchpoint?: TouchpointView;
  readonly lane: LaneView | undefined;
}

function cardsOf(journey: JourneyView): readonly FoundCard[] {
  const laneById = new Map(journey.lanes.map((lane) => [lane.id, lane]));
  return journey.phases.flatMap((phase) => [
    ...Object.values(phase.cardsByLane).flatMap((cards) =>
      cards.map((card) => ({ card, phase, lane: laneById.get(card.lane) })),
    ),
    ...phase.touchpoints.flatMap((touchpoint) =>
      Object.values(touchpoint.cardsByLane).flatMap((cards) =>
        cards.map((card) => ({ card, phase, touchpoint, lane: laneById.get(card.lane) })),
      ),
    ),
  ]);
}

export function findCard(journey: JourneyView, id: Id): FoundCard | undefined {
  return cardsOf(journey).find((found) => found.card.id === id);
}

export function findTouchpoint(
  journey: JourneyView,
  id: Id,
): { touchpoint: TouchpointView; phase: PhaseView } | undefined {
  for (const phase of journey.phases) {
    const touchpoint = phase.touchpoints.find((each) => each.id === id);
    if (touchpoint) return { touchpoint, phase };
  }
  return undefined;
}

/** `false` when it was removed meanwhile, here or by somebody else. */
export function isOnMap(journey: JourneyView, { kind, id }: Selection): boolean {
  if (kind === "card") return findCard(journey, id) !== undefined;
  if (kind === "phase") return journey.phases.some((phase) => phase.id === id);
  if (kind === "lane") return journey.lanes.some((lane) => lane.id === id);
  return findTouchpoint(journey, id) !== undefined;
}

export function countCardsOn(on: PhaseView | TouchpointView): number {
  return Object.values(on.cardsByLane).reduce((sum, cards) => sum + cards.length, 0);
}

export function countCardsInLane(journey: JourneyView, lane: Id): number {
  return cardsOf(journey).filter((found) => found.card.lane === lane).length;
}

/** The id to land in front of, when `id` moves one place back or forth among its siblings; `undefined`: at the end. */
export function neighbourPlace(
  siblings: readonly { readonly id: Id }[],
  id: Id,
  step: -1 | 1,
): { readonly before?: Id } | undefined {
  const index = siblings.findIndex((sibling) => sibling.id === id);
  const target = index + step;
  if (index < 0 || target < 0 || target >= siblings.length) return undefined;
  const before = siblings[step < 0 ? target : target + 1]?.id;
  return before === undefined ? {} : { before };
}
