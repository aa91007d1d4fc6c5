/** How one person has a journey before them, and the way to have it otherwise. */
import { countCardsIn, mayGoAway, type ViewChoice } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";

export interface Showing {
  /** The journey with all that is on it. */
  readonly whole: JourneyView;
  readonly choice: ViewChoice;
  readonly change: (choice: ViewChoice) => void;
}

/** How many cards stand in each lane and phase that is folded. */
export function foldedCounts(showing: Showing | undefined): ReadonlyMap<Id, number> {
  if (!showing) return NONE;
  const { choice, whole } = showing;
  const there = new Set([...whole.lanes, ...whole.phases].map(({ id }) => id));
  const folded = choice.folded.filter((id) => there.has(id) && mayGoAway(whole, id));
  return folded.length === 0 ? NONE : new Map(folded.map((id) => [id, countCardsIn(whole, id)]));
}
const NONE: ReadonlyMap<Id, number> = new Map();
