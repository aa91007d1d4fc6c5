/** Who has said, written down, rated or marked something on a board, and when: for the count of who takes part (S0-14). */
import { type BoardDocument, docOf } from "../document.ts";
import { liveIndexOf } from "../entityIndex.ts";
import type { PersonId } from "./ids.ts";
import { BOARD } from "./records.ts";

export interface Contribution {
  readonly person: PersonId;
  /** Milliseconds since 1970, by the clock of who wrote it. */
  readonly time: number;
}

const SAID = ["comments", "evidence", "claims", "accounts", "topics", "suggestions", "moments"] as const;

/**
 * All of them, in no order; what was removed since counts, what was withdrawn does not. What one person wrote down for
 * another counts for both: the one spoke, the other listened and wrote.
 */
export function readContributions(board: BoardDocument): readonly Contribution[] {
  const { records } = liveIndexOf(docOf(board), BOARD).index;
  const said = SAID.flatMap((collection) => [...records[collection].values()])
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ author, made }) => ({ person: author, time: made }));
  const setDown = [...records.cards.values(), ...records.quotes.values()]
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ author, writer, made }) => ofBoth(author, writer, made));
  const rated = [...records.ratings.values()]
    .filter(({ del }) => !del)
    .map(({ person, value }) => ({ person, time: value.time }));
  return [...said, ...setDown, ...rated];
}

function ofBoth(author: PersonId, writer: PersonId | undefined, time: number): Contribution[] {
  return [...new Set([author, writer ?? author])].map((person) => ({ person, time }));
}
