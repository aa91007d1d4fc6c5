/** The rows of one workshop: those on disk, and those on their way there. */
import { type AnswerRow, answerKey, type OpenedItem, replacesAnswer, TOPICS, type Topic } from "@sameside/protocol";
import { itemKey } from "./tallies.ts";

const ALL_TOPICS = Object.keys(TOPICS) as Topic[];

export class AnswerBook {
  readonly #storedByKey = new Map<string, AnswerRow>();
  /** The last row of each key that is not on disk yet. */
  readonly #pendingByKey = new Map<string, AnswerRow>();
  /** Keys by person and topic; may name rows that the disk did not take. */
  readonly #keysByOwner = new Map<string, Set<string>>();
  /** … and by item, where it can be opened. */
  readonly #keysByItem = new Map<string, Set<string>>();

  /** Rows on disk and on their way. */
  get size(): number {
    return this.#storedByKey.size + this.#pendingByKey.size;
  }

  /** The row as it is on disk. */
  stored(key: string): AnswerRow | undefined {
    return this.#storedByKey.get(key);
  }

  /** The row as it is once all writes under way are done. */
  latest(key: string): AnswerRow | undefined {
    return this.#pendingByKey.get(key) ?? this.#storedByKey.get(key);
  }

  allStored(): Iterable<AnswerRow> {
    return this.#storedByKey.values();
  }

  /** Rows of a sealed item as they are once all writes under way are done. */
  latestOf(item: OpenedItem): readonly AnswerRow[] {
    return [...(this.#keysByItem.get(itemKey(item)) ?? [])].flatMap((key) => this.latest(key) ?? []);
  }

  /** Rows of a sealed item on disk. */
  storedIn(item: OpenedItem): readonly AnswerRow[] {
    return [...(this.#keysByItem.get(itemKey(item)) ?? [])].flatMap((key) => this.#storedByKey.get(key) ?? []);
  }

  /** Rows of a person on disk, of all topics. */
  storedOf(person: string): readonly AnswerRow[] {
    const keys = ALL_TOPICS.flatMap((topic) => [...(this.#keysByOwner.get(ownerKey(topic, person)) ?? [])]);
    return keys.flatMap((key) => this.#storedByKey.get(key) ?? []);
  }

  /** How many rows a person has in a topic, and how many of them are answers that were not taken back. */
  countOf(topic: Topic, person: string): { readonly rows: number; readonly given: number } {
    const keys = [...(this.#keysByOwner.get(ownerKey(topic, person)) ?? [])];
    const rows = keys.flatMap((key) => this.latest(key) ?? []);
    return { rows: rows.length, given: rows.filter(({ value }) => value !== null).length };
  }

  /** A row is on its way to the disk. */
  begin(row: AnswerRow): void {
    this.#pendingByKey.set(answerKey(row), row);
    this.#own(row);
  }

  /** No row that is on its way will be on disk. */
  giveUp(): void {
    this.#pendingByKey.clear();
  }

  /** These rows are on disk; answers those that were not known, or only as older ones. */
  settle(rows: readonly AnswerRow[]): readonly AnswerRow[] {
    return rows.filter((row) => {
      const key = answerKey(row);
      if (this.#pendingByKey.get(key) === row) this.#pendingByKey.delete(key);
      const known = this.#storedByKey.get(key);
      if (known && !replacesAnswer(known, row)) return false;
      this.#storedByKey.set(key, row);
      this.#own(row);
      return true;
    });
  }

  remove(keys: readonly string[]): void {
    for (const key of keys) {
      const row = this.#storedByKey.get(key);
      this.#storedByKey.delete(key);
      if (!row) continue;
      this.#keysByOwner.get(ownerKey(row.topic, row.person))?.delete(key);
      this.#keysByItem.get(itemKey(row))?.delete(key);
    }
  }

  #own(row: AnswerRow): void {
    const owner = ownerKey(row.topic, row.person);
    const keys = this.#keysByOwner.get(owner) ?? new Set();
    keys.add(answerKey(row));
    this.#keysByOwner.set(owner, keys);
    if (!TOPICS[row.topic].sealed) return;
    const ofItem = this.#keysByItem.get(itemKey(row)) ?? new Set();
    this.#keysByItem.set(itemKey(row), ofItem.add(answerKey(row)));
  }
}

function ownerKey(topic: Topic, person: string): string {
  return `${topic}/${person}`;
}
