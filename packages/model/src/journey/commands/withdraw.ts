/** Withdrawing all that a person said on a board: their words, pictures and ratings; the map keeps its shape (S0-20). */
import type { EmptiedFields } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { isEmpty, openWithdrawing, type Withdrawal } from "../../withdrawing.ts";
import { BOARD } from "../records.ts";
import { allOf } from "./place.ts";

const OF_WORDS = { plain: { said: "" }, staysEmpty: true } as const;
/** What is left in each collection of what a person has withdrawn. */
const EMPTY = {
  cards: { ...OF_WORDS, stamped: { text: "", agreed: "", emotionWords: [], tags: [], links: [] }, texts: ["body"] },
  comments: { ...OF_WORDS, stamped: { text: "" } },
  evidence: { ...OF_WORDS, stamped: { text: "", source: "", url: "", file: "", pictured: [], del: true } },
  claims: { ...OF_WORDS, stamped: { text: "", exhibit: "" } },
  accounts: { ...OF_WORDS, stamped: { text: "", exhibit: "" } },
  topics: { ...OF_WORDS, stamped: { text: "" } },
  quotes: { ...OF_WORDS, stamped: { text: "" } },
  suggestions: { plain: { text: "" }, stamped: { del: true }, staysEmpty: true },
  moments: {
    stamped: { reason: "", conditions: [], metrics: "", consequenceIfFailed: "", consequenceIfMet: "" },
    staysEmpty: true,
  },
} as const satisfies Readonly<Record<string, EmptiedFields>>;
/** A person has one rating of a touchpoint, which they may give again. */
const EMPTY_RATING: EmptiedFields = {
  plain: { raw: null },
  stamped: { value: 0, intensity: null, words: "", del: true },
  staysEmpty: false,
};

/** The ratings stand under their person's id, with the time at which they were given. */
export const BOARD_WITHDRAWING = openWithdrawing(BOARD, EMPTY, {
  toEmpty: (board: BoardDocument, { person, time }) =>
    ratingsOf(board, person)
      .filter((rating) => rating.value.time <= time && !isEmpty(rating, EMPTY_RATING))
      .map(({ id }) => ({ collection: "ratings", id, fields: EMPTY_RATING })),
  times: (board, person) => ratingsOf(board, person).map(({ value }) => value.time),
});

/** Of a board: see `Withdrawing`. */
export const { holds: holdsWithdrawn, lastSaid, empty: withdrawWords } = BOARD_WITHDRAWING;

/** The files that the person added, or is in: they are taken out before what refers to them is emptied. */
export function filesToTakeOut(board: BoardDocument, { person, time }: Withdrawal): readonly string[] {
  const theirs = allOf(board, "evidence").filter(
    ({ file, author, made, pictured }) =>
      file !== "" && ((author === person && made <= time) || pictured.includes(person)),
  );
  return [...new Set(theirs.map(({ file }) => file))];
}

function ratingsOf(board: BoardDocument, person: string) {
  return allOf(board, "ratings").filter((rating) => rating.person === person);
}
