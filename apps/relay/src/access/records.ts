/** One kind of record in the store: reads values and changes them without losing what others change at the same time. */
import type * as z from "zod";
import type { RoomStore } from "../roomStore/roomStore.ts";

export type RecordStore = Pick<RoomStore, "record" | "records" | "swap">;

/** So many relays would have to change one record at the same moment, each time anew. */
const MAX_ATTEMPTS = 100;

export class Records<T> {
  readonly #store: RecordStore;
  readonly #kind: string;
  readonly #schema: z.ZodType<T>;

  constructor(store: RecordStore, kind: string, schema: z.ZodType<T>) {
    this.#store = store;
    this.#kind = kind;
    this.#schema = schema;
  }

  /** `undefined` when there is none. @throws Error when it is of a form this program does not know */
  async read(workshop: string, key: string): Promise<T | undefined> {
    const text = await this.#store.record({ kind: this.#kind, workshop, key });
    return text === undefined ? undefined : this.#parse(text);
  }

  /** All of a workshop by their keys. */
  async all(workshop: string): Promise<Map<string, T>> {
    const found = await this.#store.records(this.#kind, workshop);
    return new Map(found.map(({ key, value }) => [key, this.#parse(value)]));
  }

  /**
   * Puts what `change` makes of the record (`undefined` = none) in its place; the same object again changes nothing.
   * `change` is called again when somebody else was faster, and may throw to leave everything as it is.
   * Answers the value before and after.
   */
  async change<N extends T | undefined>(
    workshop: string,
    key: string,
    change: (old: T | undefined) => N,
  ): Promise<{ readonly before: T | undefined; readonly after: N }> {
    const where = { kind: this.#kind, workshop, key };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const text = await this.#store.record(where);
      const before = text === undefined ? undefined : this.#parse(text);
      const after = change(before);
      if (after === before) return { before, after };
      const next = after === undefined ? undefined : JSON.stringify(after);
      if (await this.#store.swap(where, text, next)) return { before, after };
    }
    throw new Error(`A record of kind ${this.#kind} is changed by too many at once.`);
  }

  /** `false`, and nothing changed, when there is one already. */
  create(workshop: string, key: string, value: T): Promise<boolean> {
    return this.#store.swap({ kind: this.#kind, workshop, key }, undefined, JSON.stringify(value));
  }

  /** Removes it; nothing happens when there is none. */
  async remove(workshop: string, key: string): Promise<void> {
    await this.change(workshop, key, () => undefined);
  }

  #parse(text: string): T {
    const parsed = this.#schema.safeParse(JSON.parse(text));
    if (!parsed.success) throw new Error(`A record of kind ${this.#kind} is of a form this version does not know.`);
    return parsed.data;
  }
}
