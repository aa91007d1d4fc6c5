/** Withdrawing all that a person said on a board: their words, pictures and ratings; the map keeps its shape (S0-20). */
import { type Actor, type EmptiedFields, NOTHING, type Outcome, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import type { PersonId } from "../ids.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { allOf } from "./place.ts";

/** Who withdraws, and until when: milliseconds since 1970, by the clock of those who wrote. What came later stays. */
export interface Withdrawal {
  readonly person: PersonId;
  readonly time: number;
}

type Emptied =
  | "cards"
  | "comments"
  | "evidence"
  | "claims"
  | "accounts"
  | "topics"
  | "quotes"
  | "suggestions"
  | "moments"
  | "ratings";

const OF_WORDS = { plain: { said: "" }, staysEmpty: true } as const;
/** What is left in each collection of what a person has withdrawn. */
const EMPTY: Readonly<Record<Emptied, EmptiedFields>> = {
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
  // A person has one rating of a touchpoint, which they may give again.
  ratings: { plain: { raw: null }, stamped: { value: 0, intensity: null, words: "", del: true }, staysEmpty: false },
};

/** `true` while anything of what the person withdrew still stands on the board. */
export function holdsWithdrawn(board: BoardDocument, withdrawal: Withdrawal): boolean {
  return toEmpty(board, withdrawal).length > 0;
}

/** When a person said the last thing on a board, by the clock they had; 0 when they said nothing. */
export function lastSaid(board: BoardDocument, person: PersonId): number {
  const made = WITH_AUTHOR.flatMap((collection) => allOf(board, collection) as readonly RecordOf<WithAuthor>[])
    .filter(({ author }) => author === person)
    .map((record) => record.made);
  const rated = allOf(board, "ratings")
    .filter((rating) => rating.person === person)
    .map(({ value }) => value.time);
  return [...made, ...rated].reduce((last, time) => Math.max(last, time), 0);
}

/** The files that the person added, or is in: they are taken out before what refers to them is emptied. */
export function filesToTakeOut(board: BoardDocument, { person, time }: Withdrawal): readonly string[] {
  const theirs = allOf(board, "evidence").filter(
    ({ file, author, made, pictured }) =>
      file !== "" && ((author === person && made <= time) || pictured.includes(person)),
  );
  return [...new Set(theirs.map(({ file }) => file))];
}

/**
 * Empties what a person said until they withdrew it, removed things too. By the person, or on their behalf by whoever
 * hears that they have withdrawn: doing it again changes nothing. It cannot be undone.
 */
export function withdrawWords(board: BoardDocument, by: Actor, withdrawal: Withdrawal): Outcome {
  const found = toEmpty(board, withdrawal);
  if (found.length === 0) return NOTHING;
  return transact(board, by, (write) => {
    for (const { collection, id } of found) write.empty(collection, id, EMPTY[collection]);
  });
}

type WithAuthor = Exclude<Emptied, "ratings">;
const WITH_AUTHOR = Object.keys(EMPTY).filter((collection): collection is WithAuthor => collection !== "ratings");

function toEmpty(board: BoardDocument, { person, time }: Withdrawal): readonly { collection: Emptied; id: Id }[] {
  const authored = WITH_AUTHOR.flatMap((collection) =>
    (allOf(board, collection) as readonly RecordOf<WithAuthor>[])
      .filter(({ author, made }) => author === person && made <= time)
      // Another device of theirs may have written here before it heard that they have withdrawn.
      .filter((record) => !record.withdrawn || !isEmpty(record, EMPTY[collection]))
      .map(({ id }) => ({ collection, id })),
  );
  const ratings = allOf(board, "ratings")
    .filter((rating) => rating.person === person && rating.value.time <= time && !isEmpty(rating, EMPTY.ratings))
    .map(({ id }) => ({ collection: "ratings" as const, id }));
  return [...authored, ...ratings];
}

function isEmpty(record: object, { plain = {}, stamped = {}, texts = [] }: EmptiedFields): boolean {
  const valueByField = new Map(Object.entries(record));
  const isLeft = ([field, empty]: readonly [string, unknown]) =>
    textOf(valueIn(valueByField.get(field))) !== textOf(empty);
  return ![...Object.entries(plain), ...Object.entries(stamped), ...texts.map((field) => [field, ""] as const)].some(
    isLeft,
  );
}

/** Of a register that is read with its stamp, the value alone. */
function valueIn(field: unknown): unknown {
  return typeof field === "object" && field !== null && "value" in field ? field.value : field;
}

/** A field that was never written is as empty as one that was emptied. */
function textOf(value: unknown): string {
  return value === undefined || value === null ? '""' : JSON.stringify(value);
}
