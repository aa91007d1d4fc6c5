/** Where the people of one workshop sit, as far as the answers need it. */
import { answerKey, type Seat } from "@sameside/protocol";
import type { AnswerBook } from "./book.ts";

/** How many seats are asked for at a time. */
const AT_ONCE = 100;

export type SeatOf = (person: string) => Promise<Pick<Seat, "table"> | undefined>;

export class Places {
  readonly #seatOf: SeatOf;
  readonly #book: Pick<AnswerBook, "latest">;
  readonly #seatByPerson = new Map<string, Pick<Seat, "table">>();
  /** Counts what was forgotten, so that an answer from before does not come after it. */
  #forgotten = 0;

  constructor(seatOf: SeatOf, book: Pick<AnswerBook, "latest">) {
    this.#seatOf = seatOf;
    this.#book = book;
  }

  /**
   * The place of a person who was looked up. Who has no seat, because they have no device, belongs to the table of the
   * helper who wrote down their name; `undefined` when nobody did.
   */
  placeOf(person: string): Pick<Seat, "table"> | undefined {
    const own = this.#seatByPerson.get(person);
    if (own) return own;
    const helper = this.#helperOf(person);
    return helper === undefined ? undefined : this.#seatByPerson.get(helper);
  }

  /** Of a person who was looked up and has no seat: the helper who wrote down their name. */
  readonly introducedBy = (person: string): string | undefined =>
    this.#seatByPerson.has(person) ? undefined : this.#helperOf(person);

  /** `true` when nobody of them has to be looked up. */
  knows(people: Iterable<string>): boolean {
    return this.#unknownOf(people).length === 0;
  }

  /** Looks up whom it does not know yet. Rejects when the store does not answer. */
  async lookUp(people: Iterable<string>): Promise<void> {
    const unknown = this.#unknownOf(people);
    for (let start = 0; start < unknown.length; start += AT_ONCE)
      await Promise.all(unknown.slice(start, start + AT_ONCE).map((person) => this.#ask(person)));
  }

  learn(seat: Pick<Seat, "person" | "table">): void {
    this.#seatByPerson.set(seat.person, { table: seat.table });
  }

  /** The person's seat may have changed; without a person, anybody's. */
  forget(person?: string): void {
    this.#forgotten += 1;
    if (person === undefined) this.#seatByPerson.clear();
    else this.#seatByPerson.delete(person);
  }

  async #ask(person: string): Promise<void> {
    const before = this.#forgotten;
    const seat = await this.#seatOf(person);
    if (before !== this.#forgotten) return this.#ask(person);
    // That somebody has no seat is not remembered: they may get one at any time.
    if (seat) this.#seatByPerson.set(person, { table: seat.table });
  }

  #unknownOf(people: Iterable<string>): readonly string[] {
    const everybody = [...people].flatMap((person) => [person, this.#helperOf(person) ?? person]);
    return [...new Set(everybody)].filter((person) => !this.#seatByPerson.has(person));
  }

  #helperOf(person: string): string | undefined {
    return this.#book.latest(answerKey({ topic: "name", person, item: "today" }))?.enteredBy;
  }
}
