/** Pages for everybody, and for each table what is told there alone. */
import { hearsOpenedAt, type Seat } from "@sameside/protocol";
import { PagedFrames } from "./pagedFrames.ts";

export class TablePages<Item> {
  readonly #encode: (items: readonly Item[]) => Uint8Array;
  readonly #forAll: PagedFrames<Item>;
  readonly #pagesByTable = new Map<string, PagedFrames<Item>>();

  constructor(encode: (items: readonly Item[]) => Uint8Array) {
    this.#encode = encode;
    this.#forAll = new PagedFrames(encode);
  }

  /** `table`: the only one that is told; absent = everybody is. */
  put(key: string, item: Item, table: string | undefined): void {
    this.remove(key);
    this.#pagesOf(table).put(key, item);
  }

  remove(key: string): void {
    this.#forAll.remove(key);
    for (const pages of this.#pagesByTable.values()) pages.remove(key);
  }

  /** What this seat is told. The same buffers for everybody: they must not be changed. */
  framesFor(seat: Pick<Seat, "role" | "table">): readonly Uint8Array[] {
    const ofTables = [...this.#pagesByTable].filter(([table]) => hearsOpenedAt(table, seat));
    return [...this.#forAll.frames(), ...ofTables.flatMap(([, pages]) => pages.frames())];
  }

  #pagesOf(table: string | undefined): PagedFrames<Item> {
    if (table === undefined) return this.#forAll;
    const pages = this.#pagesByTable.get(table) ?? new PagedFrames(this.#encode);
    this.#pagesByTable.set(table, pages);
    return pages;
  }
}
