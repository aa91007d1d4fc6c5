/** The rows of one workshop that this device knows, as they stand in its memory. */
import { type AnswerRefusal, type AnswerRow, answerKey, replacesAnswer, type Topic } from "@sameside/protocol";
import type { KeptAnswer } from "./answerDisk.ts";

/** An answer of this device that the relay never takes, and why. */
export interface RefusedAnswer {
  readonly row: AnswerRow;
  readonly why: AnswerRefusal;
}

export class AnswerRows {
  readonly #rowByKey = new Map<string, AnswerRow>();
  readonly #waitingKeys = new Set<string>();
  readonly #refusedByKey = new Map<string, RefusedAnswer>();
  readonly #rowsByTopic = new Map<Topic, readonly AnswerRow[]>();
  #refused: readonly RefusedAnswer[] | undefined;

  constructor(kept: readonly KeptAnswer[]) {
    for (const one of kept) {
      if (one.is === "refused") this.#refusedByKey.set(answerKey(one.row), { row: one.row, why: one.why });
      else this.put(one.row, one.is);
    }
  }

  get waitingCount(): number {
    return this.#waitingKeys.size;
  }

  get(key: string): AnswerRow | undefined {
    return this.#rowByKey.get(key);
  }

  isWaiting(row: AnswerRow): boolean {
    return this.#waitingKeys.has(answerKey(row));
  }

  waiting(): readonly AnswerRow[] {
    return [...this.#waitingKeys].flatMap((key) => this.#rowByKey.get(key) ?? []);
  }

  /** All of one person, of all topics. */
  ofPerson(person: string): readonly AnswerRow[] {
    return [...this.#rowByKey.values()].filter((row) => row.person === person);
  }

  /** Those that do not wait. */
  held(): readonly AnswerRow[] {
    return [...this.#rowByKey].flatMap(([key, row]) => (this.#waitingKeys.has(key) ? [] : [row]));
  }

  /** In order of key; the same array until one of them changes. */
  ofTopic(topic: Topic): readonly AnswerRow[] {
    const known = this.#rowsByTopic.get(topic) ?? this.#sorted(topic);
    this.#rowsByTopic.set(topic, known);
    return known;
  }

  /** The same array until one of them changes. */
  refused(): readonly RefusedAnswer[] {
    this.#refused ??= [...this.#refusedByKey.values()];
    return this.#refused;
  }

  put(row: AnswerRow, is: "held" | "waiting"): void {
    const key = answerKey(row);
    this.#rowByKey.set(key, row);
    if (is === "waiting") this.#waitingKeys.add(key);
    else this.#waitingKeys.delete(key);
    this.#rowsByTopic.delete(row.topic);
  }

  /** The relay has the row: it waits no more. */
  confirm(row: AnswerRow): void {
    this.#waitingKeys.delete(answerKey(row));
    this.#rowsByTopic.delete(row.topic);
  }

  /** The row is known no more. */
  forget(row: AnswerRow): void {
    const key = answerKey(row);
    this.#rowByKey.delete(key);
    this.#waitingKeys.delete(key);
    this.#rowsByTopic.delete(row.topic);
  }

  /** The row counts no more, and is kept apart. */
  refuse(row: AnswerRow, why: AnswerRefusal): void {
    this.forget(row);
    this.#refusedByKey.set(answerKey(row), { row, why });
    this.#refused = undefined;
  }

  /** Forgets what was refused of a key; answers it. */
  forgetRefused(key: string): RefusedAnswer | undefined {
    const known = this.#refusedByKey.get(key);
    if (!this.#refusedByKey.delete(key)) return undefined;
    this.#refused = undefined;
    return known;
  }

  /** `true` when it is later than the row known, or says of the same row who wrote it. */
  isNews(row: AnswerRow): boolean {
    const known = this.#rowByKey.get(answerKey(row));
    if (!known || replacesAnswer(known, row)) return true;
    return !replacesAnswer(row, known) && row.enteredBy !== known.enteredBy;
  }

  #sorted(topic: Topic): readonly AnswerRow[] {
    return [...this.#rowByKey]
      .filter(([, row]) => row.topic === topic)
      .sort(([first], [second]) => (first < second ? -1 : 1))
      .map(([, row]) => row);
  }
}
