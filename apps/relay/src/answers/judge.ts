/** Whether a row is taken: whose it is, how many there may be, what is frozen, and when it was written. */
import {
  type AnswerRefusal,
  type AnswerRow,
  answerKey,
  CHOSEN_WRITER,
  emptiedBy,
  isNoted,
  limits,
  mayEnterFor,
  replacesAnswer,
  type Seat,
  withdrawalKey,
} from "@sameside/protocol";
import type { AnswerBook } from "./book.ts";
import { type PlaceOf, ruleOf } from "./reading.ts";

/** Rows of a person in a topic, those that were taken back included: so many times what the topic allows. */
const TAKEN_BACK_TIMES = 4;

export type Writer = Omit<Seat, "workshop">;

export type Verdict =
  /** To be stored as it stands here. */
  | { readonly is: "new"; readonly row: AnswerRow }
  /** This row, or one that wins over it, is there or on its way. */
  | { readonly is: "known" }
  | { readonly is: "refused"; readonly why: AnswerRefusal };

export interface JudgeParts {
  readonly book: Pick<AnswerBook, "latest" | "countOf" | "size">;
  readonly placeOf: PlaceOf;
  /** Who wrote down the name of a person without a seat. */
  readonly introducedBy: (person: string) => string | undefined;
  /** The row stays as it is, whose person sits at `table`: the reveal has opened it, or is about to. */
  readonly isFrozen: (row: AnswerRow, table: string | null | undefined) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class Judge {
  readonly #parts: JudgeParts;
  /** When the last row was taken, by topic and person, where a topic has an interval. */
  readonly #lastTaken = new Map<string, number>();

  constructor(parts: JudgeParts) {
    this.#parts = parts;
  }

  /** A row that is there already is never refused to who may write it: its confirmation may have been lost. */
  judge(writer: Writer, sent: AnswerRow): Verdict {
    const isOwn = sent.person === writer.person;
    if (isOwn ? writer.role === "dais" : !this.#mayEnter(writer, sent)) return { is: "refused", why: "not-yours" };
    if (ruleOf(sent.topic).facilitatorsOnly && writer.role !== "facilitator")
      return { is: "refused", why: "not-yours" };
    const known = this.#parts.book.latest(answerKey(sent));
    if (known && !replacesAnswer(known, sent)) return { is: "known" };
    const place = isOwn ? writer : this.#parts.placeOf(sent.person);
    const why = this.#problem(sent, known, place?.table);
    if (why) return { is: "refused", why };
    if (ruleOf(sent.topic).interval > 0) this.#lastTaken.set(turnKey(sent), this.#parts.now());
    return { is: "new", row: withWriter(sent, isOwn ? undefined : writer.person) };
  }

  /** Who was never seen gets their name from any helper; their table is then the helper's. */
  #mayEnter(writer: Writer, row: AnswerRow): boolean {
    if (!ruleOf(row.topic).helpersWrite) return false;
    const place = this.#parts.placeOf(row.person);
    if (place) return mayEnterFor(writer, { ...place, chosen: this.#chosenFor(writer, row) });
    const isName = row.topic === "name";
    return mayEnterFor(writer, { table: isName ? writer.table : null, chosen: isName ? writer.person : undefined });
  }

  /** Whom a person has asked to write for them; who has no device, and cannot ask, who wrote down their name. */
  #chosenFor(writer: Writer, { topic, person }: AnswerRow): string | undefined {
    if (isNoted(topic)) return writer.person;
    const chosen = this.#parts.book.latest(answerKey({ ...CHOSEN_WRITER, person }))?.value;
    return typeof chosen === "string" ? chosen : this.#parts.introducedBy(person);
  }

  #problem(row: AnswerRow, known: AnswerRow | undefined, table: string | null | undefined): AnswerRefusal | undefined {
    const now = this.#parts.now();
    const rule = ruleOf(row.topic);
    if (row.time > now + limits.MAX_CLOCK_AHEAD_MS) return "clock-ahead";
    if (rule.keep === "day" && row.time < now - limits.DAY_ANSWER_LIFE_MS) return "too-old";
    if (rule.sealed && this.#parts.isFrozen(row, table)) return "already-revealed";
    if (row.value === null && !rule.canTakeBack) return "cannot-take-back";
    const withdrawal = this.#parts.book.latest(withdrawalKey(row.person));
    if (withdrawal && emptiedBy(withdrawal, row)) return "withdrawn";
    if (!this.#hasRoomFor(row, known)) return "too-many";
    const last = this.#lastTaken.get(turnKey(row));
    // The writer's own clock would let anybody write as fast as they like.
    return last !== undefined && now >= last && now - last < rule.interval ? "too-soon" : undefined;
  }

  #hasRoomFor(row: AnswerRow, known: AnswerRow | undefined): boolean {
    const { book } = this.#parts;
    if (!known && book.size >= limits.MAX_WORKSHOP_ANSWERS) return false;
    if (known && (known.value !== null || row.value === null)) return true;
    const { rows, given } = book.countOf(row.topic, row.person);
    const { items } = ruleOf(row.topic);
    return (row.value === null || given < items) && (known !== undefined || rows < items * TAKEN_BACK_TIMES);
  }
}

/** Who wrote it for somebody else is said by the relay alone. */
function withWriter({ topic, person, item, value, time }: AnswerRow, enteredBy: string | undefined): AnswerRow {
  return { topic, person, item, value, time, ...(enteredBy === undefined ? {} : { enteredBy }) };
}

function turnKey({ topic, person }: AnswerRow): string {
  return `${topic}/${person}`;
}
