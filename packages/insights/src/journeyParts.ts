/** A journey's parts as flat lists, each in the order people read them. */
import type { CardView, Id, JourneyView, PhaseView, TouchpointView } from "@sameside/model";

export function touchpointsOf(journey: JourneyView): readonly TouchpointView[] {
  return journey.phases.flatMap((phase) => phase.touchpoints);
}

/** All placed cards: phase by phase, those on the phase first, then touchpoint by touchpoint, lane by lane. */
export function cardsOf(journey: JourneyView): readonly CardView[] {
  return journey.phases.flatMap((phase) => [phase, ...phase.touchpoints].flatMap((holder) => cardsOn(journey, holder)));
}

/** The cards on one phase or touchpoint, lane by lane. */
export function cardsOn(journey: JourneyView, holder: PhaseView | TouchpointView): readonly CardView[] {
  return journey.lanes.flatMap((lane) => holder.cardsByLane[lane.id] ?? []);
}

/** The mean of a touchpoint's ratings, −1…+1; `undefined` where nobody rated. */
export function meanRating({ ratings }: TouchpointView): number | undefined {
  if (ratings.length === 0) return undefined;
  return ratings.reduce((sum, { value }) => sum + value, 0) / ratings.length;
}

/** Which of two journeys comes first, whichever way round they are handed in; equal only to itself. */
export function comesFirst(a: JourneyView, b: JourneyView): boolean {
  if (a.id !== b.id) return a.id < b.id;
  return JSON.stringify(a) <= JSON.stringify(b);
}

/** A thing's first origin: what all its copies have in common. */
export function originOf(thing: { readonly id: Id; readonly origin?: Id }): Id {
  return thing.origin ?? thing.id;
}
