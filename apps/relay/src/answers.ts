/** What the people of one workshop say for themselves: rows that every device of the workshop may read. */
import { type AnswerRow, answerKey, encodeMessage, type FromRelay, limits, replacesAnswer } from "@sameside/protocol";
import type { GroupCommit } from "./groupCommit.ts";

/** Rows one workshop may hold. A hall of 2,000 people has one each. */
const MAX_WORKSHOP_ROWS = 20_000;

type Hear = (frame: Uint8Array) => void;

export class WorkshopAnswers {
  readonly #workshop: string;
  readonly #groupCommit: Pick<GroupCommit, "add">;
  readonly #storedByKey: Map<string, AnswerRow>;
  /** What is stored once all writes under way are done. */
  #latestByKey: Map<string, AnswerRow>;
  readonly #listeners = new Set<Hear>();

  constructor(workshop: string, stored: readonly AnswerRow[], groupCommit: Pick<GroupCommit, "add">) {
    this.#workshop = workshop;
    this.#groupCommit = groupCommit;
    this.#storedByKey = new Map(stored.map((row) => [answerKey(row), row]));
    this.#latestByKey = new Map(this.#storedByKey);
  }

  /** Tells all rows to `hear`, and from then on every row that others put. */
  join(hear: Hear): void {
    this.#listeners.add(hear);
    tellRows([...this.#storedByKey.values()], hear);
  }

  leave(hear: Hear): void {
    this.#listeners.delete(hear);
  }

  /**
   * Stores rows (a later one replaces an earlier one of the same key), then tells `from` what is on disk and the others
   * what is new. `failed` is called instead when the disk does not take them.
   */
  put(rows: readonly AnswerRow[], from: Hear, failed: () => void): void {
    const fresh = rows.filter((row) => this.#take(row));
    const keys = new Set(rows.map(answerKey));
    this.#groupCommit.add({
      writes: fresh.map((row) => ({ to: "answers", workshop: this.#workshop, row })),
      stored: () => {
        for (const row of fresh) this.#storedByKey.set(answerKey(row), row);
        this.#tellStored(keys, from);
        for (const hear of this.#listeners) if (hear !== from) tellRows(fresh, hear);
      },
      failed: () => {
        this.#latestByKey = new Map(this.#storedByKey);
        failed();
      },
    });
  }

  /** `false` when the row is older than what is there, or one too many. */
  #take(row: AnswerRow): boolean {
    const key = answerKey(row);
    const known = this.#latestByKey.get(key);
    const fits = known ? replacesAnswer(known, row) : this.#latestByKey.size < MAX_WORKSHOP_ROWS;
    if (fits) this.#latestByKey.set(key, row);
    return fits;
  }

  #tellStored(keys: ReadonlySet<string>, hear: Hear): void {
    const stored = [...keys].flatMap((key) => {
      const row = this.#storedByKey.get(key);
      return row ? [{ key, time: row.time }] : [];
    });
    hear(encodeMessage({ say: "answersStored", keys: stored }));
  }
}

function tellRows(rows: readonly AnswerRow[], hear: Hear): void {
  for (let start = 0; start < rows.length; start += limits.MAX_ANSWERS_PER_MESSAGE) {
    const message: FromRelay = { say: "answers", rows: rows.slice(start, start + limits.MAX_ANSWERS_PER_MESSAGE) };
    hear(encodeMessage(message));
  }
}
