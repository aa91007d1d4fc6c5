/**
 * Tells rows to those who may read them: a person's own to all of their devices at once, what everybody or the helpers
 * read together with what else comes in, in frames that are built once for all who are told the same.
 */
import { type AnswerRow, answerKey, encodeMessage, hearsOpenedAt, limits } from "@sameside/protocol";
import type { DeskMember } from "../room/desk.ts";
import type { Background } from "./background.ts";
import type { AnswerBook } from "./book.ts";
import { type Listeners, tell } from "./listeners.ts";
import { type Clock, Pace } from "./pace.ts";
import { framesOf } from "./pagedFrames.ts";
import type { Places } from "./places.ts";
import { PORTION_EVERY_MS, Portions, portionFor } from "./portions.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { audienceOf, type HelperClass, helperClassOf, isToldToHelpers, ruleOf, WHOLE_HALL } from "./reading.ts";
import { TablePages } from "./tablePages.ts";

export interface RowTellerParts {
  readonly listeners: Listeners;
  readonly book: AnswerBook;
  readonly places: Places;
  readonly isOpen: (row: AnswerRow) => boolean;
  /** The only table at which the row is open; absent = it is open for everybody, or not at all. */
  readonly tableOf: (row: AnswerRow) => string | undefined;
  readonly pseudonyms: Pseudonyms;
  readonly clock: Clock;
  readonly background: Background;
}

export class RowTeller {
  readonly #parts: RowTellerParts;
  /** What everybody reads, or everybody of a table. */
  readonly #pages = new TablePages<AnswerRow>(encode);
  readonly #queueByKey = new Map<string, AnswerRow>();
  /** 2,000 names one by one would be 4,000,000 frames. */
  readonly #pace: Pace;
  readonly #portions: Portions;

  constructor(parts: RowTellerParts) {
    this.#parts = parts;
    this.#pace = new Pace(parts.clock, PORTION_EVERY_MS, () => this.#tellQueue());
    this.#portions = new Portions(parts.clock);
  }

  /** Tells rows that are on disk, or may be read by more people since now. `from`: knows them already. */
  spread(rows: readonly AnswerRow[], from?: DeskMember): void {
    const { listeners } = this.#parts;
    const forOwner = rows.filter((row) => !this.#isForAll(row));
    for (const row of rows)
      if (this.#audienceOf(row) === "everybody") this.#pages.put(answerKey(row), row, this.#parts.tableOf(row));
    if (listeners.count === 0) return;
    for (const [person, own] of Map.groupBy(forOwner, (row) => row.person))
      listeners.tellPerson(person, framesOf(own, encode), from);
    const forOthers = rows.filter((row) => this.#audienceOf(row) !== "nobody");
    for (const row of forOthers) this.#queueByKey.set(answerKey(row), row);
    if (forOthers.length > 0) this.#pace.news();
  }

  /** Tells a newcomer all they may read. */
  welcome(member: DeskMember): void {
    const { book } = this.#parts;
    const own = book.storedOf(member.seat.person).filter((row) => !this.#isForAll(row));
    // One's own first: what a person has said is not to be said again while the rest comes in.
    this.#portions.tell(member, [...framesOf(own, encode), ...this.#pages.framesFor(member.seat)]);
    if (helperClassOf(member.seat) === undefined) return;
    const forHelpers = [...book.allStored()].filter((row) => this.#audienceOf(row) === "helpers");
    this.#tellHelpers(forHelpers, () => new Map([[helperClassOf(member.seat) ?? WHOLE_HALL, [member]]]));
  }

  /** The member has left. */
  forget(member: DeskMember): void {
    this.#portions.stop(member);
  }

  /** `true` when the row would be told to this member, under the person's id. */
  reads({ seat }: DeskMember, row: AnswerRow): boolean {
    if (row.person === seat.person) return true;
    const audience = this.#audienceOf(row);
    const table = this.#parts.tableOf(row);
    if (audience === "everybody") return table === undefined || hearsOpenedAt(table, seat);
    if (audience === "nobody") return false;
    const helpers = helperClassOf(seat);
    const isNamed = !ruleOf(row.topic).anonymous;
    return isNamed && helpers !== undefined && this.#isToldTo(helpers, row);
  }

  /** These rows are gone. */
  remove(keys: readonly string[]): void {
    for (const key of keys) {
      this.#pages.remove(key);
      this.#queueByKey.delete(key);
    }
  }

  close(): void {
    this.#pace.close();
    this.#portions.close();
  }

  /** As many rows as make a portion; the reveal may have opened 20,000 at once. */
  #tellQueue(): void {
    const { listeners } = this.#parts;
    const portion = portionFor(listeners.count);
    for (let bytes = 0; bytes < portion && this.#queueByKey.size > 0; ) {
      const rows = firstOf(this.#queueByKey.values(), limits.MAX_ANSWERS_PER_MESSAGE);
      for (const row of rows) this.#queueByKey.delete(answerKey(row));
      bytes += this.#tellRows(rows);
    }
    if (this.#queueByKey.size > 0) this.#pace.news();
  }

  /** Answers the bytes that everybody was told, or everybody of a table. */
  #tellRows(rows: readonly AnswerRow[]): number {
    const { listeners, tableOf } = this.#parts;
    const forEverybody = rows.filter((row) => this.#audienceOf(row) === "everybody");
    const frames = [...Map.groupBy(forEverybody, tableOf)].flatMap(([table, opened]) => {
      const told = framesOf(opened, encode);
      if (table === undefined) listeners.tellAll(told);
      else listeners.tellThose(told, (seat) => hearsOpenedAt(table, seat));
      return told;
    });
    const forHelpers = rows.filter((row) => this.#audienceOf(row) === "helpers");
    this.#tellHelpers(forHelpers, () => listeners.helpers());
    return frames.reduce((bytes, frame) => bytes + frame.length, 0);
  }

  /** `whom` is asked again when the places of people are known, since somebody may have left meanwhile. */
  #tellHelpers(rows: readonly AnswerRow[], whom: () => ReadonlyMap<HelperClass, readonly DeskMember[]>): void {
    if (rows.length === 0) return;
    const tellThem = () => {
      for (const [helpers, members] of whom()) this.#tellClass(rows, helpers, members);
    };
    if ([...whom().keys()].every((helpers) => helpers === WHOLE_HALL)) tellThem();
    else
      this.#parts.background.run(
        async () => {
          await this.#parts.places.lookUp(rows.map((row) => row.person));
          tellThem();
        },
        () => [...whom().values()].flat(),
      );
  }

  #tellClass(rows: readonly AnswerRow[], helpers: HelperClass, members: readonly DeskMember[]): void {
    const told = rows.filter((row) => this.#isToldTo(helpers, row));
    const people = new Set(told.map((row) => row.person));
    const shared = framesOf(told.map(this.#asTold), encode);
    for (const member of members) {
      const { person } = member.seat;
      // Their own they have by name; under another one it would be there twice.
      const others = told.filter((row) => row.person !== person);
      tell(member, people.has(person) ? framesOf(others.map(this.#asTold), encode) : shared);
    }
  }

  readonly #asTold = (row: AnswerRow): AnswerRow => (ruleOf(row.topic).anonymous ? this.#parts.pseudonyms(row) : row);

  #isForAll(row: AnswerRow): boolean {
    return this.#audienceOf(row) === "everybody" && this.#parts.tableOf(row) === undefined;
  }

  #audienceOf(row: AnswerRow) {
    return audienceOf(row.topic, this.#parts.isOpen(row));
  }

  #isToldTo(helpers: HelperClass, row: AnswerRow): boolean {
    return isToldToHelpers(helpers, row, (person) => this.#parts.places.placeOf(person));
  }
}

function firstOf<Item>(items: Iterable<Item>, count: number): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length === count) break;
    first.push(item);
  }
  return first;
}

export function encode(rows: readonly AnswerRow[]): Uint8Array {
  return encodeMessage({ say: "answers", rows: [...rows] });
}
