/** Finds things of a journey by id, with where they stand. */
import type { CardView, Id, JourneyView, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import type { Selection } from "../journey/contract.ts";

export interface FoundCard {
  readonly card: CardView;
  readonly phase: PhaseView;
  /** Absent when the card is on the phase as a whole. */
  readonly touchpoint?: TouchpointView;
  readonly lane: LaneView | undefined;
}

/** Looks into the stacks one by one: the page asks in every rendering, and a map may have thousands of cards. */
export function findCard({ phases, lanes }: JourneyView, id: Id): FoundCard | undefined {
  for (const phase of phases) {
    for (const on of [phase, ...phase.touchpoints]) {
      const card = cardOn(on, id);
      if (!card) continue;
      const lane = lanes.find((each) => each.id === card.lane);
      return { card, phase, lane, ...("phase" in on && { touchpoint: on }) };
    }
  }
  return undefined;
}

function cardOn({ cardsByLane }: PhaseView | TouchpointView, id: Id): CardView | undefined {
  for (const lane in cardsByLane) {
    const card = cardsByLane[lane]?.find((each) => each.id === id);
    if (card) return card;
  }
  return undefined;
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
  const stacks = journey.phases.flatMap((phase) => [phase, ...phase.touchpoints]);
  return stacks.reduce((sum, { cardsByLane }) => sum + (cardsByLane[lane]?.length ?? 0), 0);
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
