/** The views of cards and touchpoints by where they stand, without a look at all the others. */
import type { CardBox, JourneyLayout, TouchpointBox } from "@sameside/layout";
import type { CardView, Id, JourneyView, PhaseView, TouchpointView } from "@sameside/model";

/** What something stands on, with the titles that say where; for a touchpoint it is the touchpoint itself. */
export interface Place {
  readonly holder: PhaseView | TouchpointView;
  readonly phase: string;
  /** Empty on the phase as a whole. */
  readonly touchpoint: string;
}

type PlaceOf = (id: Id, box: CardBox | TouchpointBox) => Place | undefined;

/** It remembers the phases and touchpoints of the last journey. One for each who asks. */
export function openHolders(): (journey: JourneyView) => PlaceOf {
  let last: JourneyView | undefined;
  let placesById: ReadonlyMap<Id, Place> = new Map();
  const placeOf: PlaceOf = (id, box) => placesById.get("parent" in box ? box.parent : id);
  return (journey) => {
    if (last !== journey) placesById = placesIn(journey);
    last = journey;
    return placeOf;
  };
}

/** The card or touchpoint in a box; undefined when it is not there. */
export function thingIn(
  { holder }: Place,
  id: Id,
  box: CardBox | TouchpointBox,
): CardView | TouchpointView | undefined {
  if ("parent" in box) return holder.cardsByLane[box.lane]?.find((card) => card.id === id);
  return "phase" in holder ? holder : undefined;
}

export function boxOf(layout: JourneyLayout, id: Id): CardBox | TouchpointBox | undefined {
  return layout.cardsById.get(id) ?? layout.touchpointsById.get(id);
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.holder === b.holder && a.phase === b.phase && a.touchpoint === b.touchpoint;
}

function placesIn({ phases }: JourneyView): ReadonlyMap<Id, Place> {
  const placesById = new Map<Id, Place>();
  for (const phase of phases) {
    placesById.set(phase.id, { holder: phase, phase: phase.title, touchpoint: "" });
    for (const touchpoint of phase.touchpoints)
      placesById.set(touchpoint.id, { holder: touchpoint, phase: phase.title, touchpoint: touchpoint.title });
  }
  return placesById;
}
