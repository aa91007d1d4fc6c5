/** Cards that others wrote down for a person, who has not agreed to them. Pure. */
import type { BoardView, CardView, Id } from "@sameside/model";

export interface Awaiting {
  readonly card: CardView;
  /** The title of the touchpoint or phase it stands on; "" where it stands on none. */
  readonly place: string;
}

/** In journey order, the tray last. */
export function awaitingOf({ journeys, unplaced }: BoardView, person: Id): readonly Awaiting[] {
  const isTheirs = ({ author, writtenBy }: CardView) => author === person && writtenBy !== undefined;
  const placed = journeys
    .flatMap(({ phases }) => phases.flatMap((phase) => [phase, ...phase.touchpoints]))
    .flatMap(({ title, cardsByLane }) =>
      Object.values(cardsByLane).flatMap((cards) => cards.filter(isTheirs).map((card) => ({ card, place: title }))),
    );
  return [...placed, ...unplaced.filter(({ card }) => isTheirs(card)).map(({ card }) => ({ card, place: "" }))];
}
