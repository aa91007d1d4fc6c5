/** The views of cards and touchpoints by where they stand, without a look at all the others. */
import type { CardBox, TouchpointBox } from "@sameside/layout";
import type { CardView, Id, JourneyView, PhaseView, TouchpointView } from "@sameside/model";

interface Found {
  readonly thing: CardView | TouchpointView;
  /** Titles of the phase and of the touchpoint it is on. */
  readonly place: readonly [phase: string, touchpoint: string];
}

/** What stands in a box of the journey's layout; undefined when it is not there. */
export type ThingOf = (journey: JourneyView, id: Id, box: CardBox | TouchpointBox) => Found | undefined;

interface Holder {
  readonly holder: PhaseView | TouchpointView;
  readonly place: Found["place"];
}

/** It remembers which phases and touchpoints the last journey has. One for each who asks. */
export function openThings(): ThingOf {
  let last: JourneyView | undefined;
  let holdersById: ReadonlyMap<Id, Holder> = new Map();
  return (journey, id, box) => {
    if (last !== journey) holdersById = holdersOf(journey);
    last = journey;
    if (!("parent" in box)) {
      const found = holdersById.get(id);
      return found && "phase" in found.holder ? { thing: found.holder, place: [found.place[0], ""] } : undefined;
    }
    const found = holdersById.get(box.parent);
    const card = found?.holder.cardsByLane[box.lane]?.find((one) => one.id === id);
    return found && card && { thing: card, place: found.place };
  };
}

function holdersOf({ phases }: JourneyView): ReadonlyMap<Id, Holder> {
  const holdersById = new Map<Id, Holder>();
  for (const phase of phases) {
    holdersById.set(phase.id, { holder: phase, place: [phase.title, ""] });
    for (const touchpoint of phase.touchpoints)
      holdersById.set(touchpoint.id, { holder: touchpoint, place: [phase.title, touchpoint.title] });
  }
  return holdersById;
}
