/** What stood on a board before something stored of it was damaged, and which of it is not there now. */
import type { BoardView, CardView, Id } from "@sameside/model";

/** A line of the board as it was, from its maps down to their cards. */
export interface ThingBefore {
  readonly id: Id;
  readonly kind: "map" | "phase" | "touchpoint" | "card";
  readonly title: string;
  readonly card?: CardView;
  /** What stands in it. */
  readonly holds: readonly ThingBefore[];
}

export function thingsOf({ journeys, unplaced }: BoardView): readonly ThingBefore[] {
  const maps = journeys.map((journey): ThingBefore => {
    const phases = journey.phases.map((phase): ThingBefore => {
      const touchpoints = phase.touchpoints.map(
        (it): ThingBefore => ({ id: it.id, kind: "touchpoint", title: it.title, holds: cardsIn(it.cardsByLane) }),
      );
      return {
        id: phase.id,
        kind: "phase",
        title: phase.title,
        holds: [...cardsIn(phase.cardsByLane), ...touchpoints],
      };
    });
    return { id: journey.id, kind: "map", title: journey.title, holds: phases };
  });
  return [...maps, ...unplaced.map(({ card }) => asThing(card))];
}

function cardsIn(cardsByLane: Readonly<Record<string, readonly CardView[]>>): readonly ThingBefore[] {
  return Object.values(cardsByLane).flat().map(asThing);
}

function asThing(card: CardView): ThingBefore {
  return { id: card.id, kind: "card", title: card.text, card, holds: [] };
}

/** In the order they stood in. */
function flat(things: readonly ThingBefore[]): readonly ThingBefore[] {
  return things.flatMap((thing) => [thing, ...flat(thing.holds)]);
}

/**
 * Those that are not on the board now, and that nobody took away on purpose: `isGone` knows these. A card that its author
 * has written again in the same words is there.
 */
export function missingThings(
  before: BoardView,
  now: BoardView,
  isGone: (thing: ThingBefore) => boolean,
): readonly ThingBefore[] {
  const here = new Set(flat(thingsOf(now)).flatMap(({ id, card }) => [id, ...(card ? [wordsOf(card)] : [])]));
  const isHere = ({ id, card }: ThingBefore) => here.has(id) || (card !== undefined && here.has(wordsOf(card)));
  return flat(thingsOf(before)).filter((thing) => !isHere(thing) && !isGone(thing));
}

function wordsOf({ author, text }: CardView): string {
  return JSON.stringify([author, text]);
}
