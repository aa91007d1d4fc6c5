/** What the reveal has opened in one workshop, for everybody or at one table; it stays open. */
import { type AnswerRow, limits, type OpenedItem, OpenedItemSchema, TOPICS, type Topic } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "../access/records.ts";
import { type PlaceOf, ruleOf } from "./reading.ts";
import { itemKey } from "./tallies.ts";

/** An item that is open, with the people whose rows were opened where that was at one table. */
export const Opening = OpenedItemSchema.extend({ people: z.array(z.string()).optional() });
export type Opening = z.infer<typeof Opening>;

const OpenedRecord = z.object({
  by: z.string(),
  /** Milliseconds since 1970. */
  time: z.number(),
  people: z.array(z.string()).optional(),
});
type OpenedRecord = z.infer<typeof OpenedRecord>;

type RowName = Pick<AnswerRow, "topic" | "item" | "person">;

export class Opened {
  readonly #records: Records<OpenedRecord>;
  readonly #workshop: string;
  readonly #placeOf: PlaceOf;
  readonly #openings = new Map<string, Opening>();
  /** Tables at which an item is open, with their people, by the item. */
  readonly #peopleByTableByItem = new Map<string, Map<string, ReadonlySet<string>>>();
  /** Being opened: nothing is taken for them any more, and nobody is told. */
  readonly #opening = new Set<string>();

  constructor(store: RecordStore, workshop: string, placeOf: PlaceOf) {
    this.#records = new Records(store, "opened", OpenedRecord);
    this.#workshop = workshop;
    this.#placeOf = placeOf;
  }

  /** The item is open for everybody. */
  readonly isOpenForAll = ({ topic, item }: Pick<OpenedItem, "topic" | "item">): boolean =>
    this.#openings.has(itemKey({ topic, item }));

  /** This is open, or the whole of which it is a part. */
  readonly has = (item: OpenedItem): boolean => this.isOpenForAll(item) || this.#openings.has(openingKey(item));

  /** The row was opened, for everybody or at a table. */
  readonly isOpen = (row: RowName): boolean => this.isOpenForAll(row) || this.tableOf(row) !== undefined;

  /** The table at which the row was opened; `undefined` when it is open for everybody, or not at all. */
  readonly tableOf = (row: RowName): string | undefined => {
    if (this.isOpenForAll(row)) return undefined;
    const own = this.#placeOf(row.person)?.table;
    // Its people are written down, so that who moves to another table takes nothing along.
    for (const [table, people] of this.#peopleByTableByItem.get(itemKey(row)) ?? [])
      if (people.has(row.person) || table === own) return table;
    return undefined;
  };

  /** `table`: where the row's person sits. */
  readonly isFrozen = (row: RowName, table: string | null | undefined): boolean => {
    const { topic, item } = row;
    if (this.isOpen(row) || this.#opening.has(itemKey(row))) return true;
    const there = table ? { topic, item, table } : undefined;
    return there !== undefined && (this.has(there) || this.#opening.has(openingKey(there)));
  };

  /** All that is open by the store. */
  async stored(): Promise<readonly Opening[]> {
    const records = await this.#records.all(this.#workshop);
    return [...records].flatMap(([key, { people }]) => openingOf(key, people) ?? []);
  }

  /** Of these items those that can be opened and are not; what is beyond the limit is left sealed. */
  openable(items: readonly OpenedItem[]): readonly OpenedItem[] {
    const fresh = new Map(items.map((item) => [openingKey(item), item]));
    const sealed = [...fresh].filter(
      ([key, item]) => ruleOf(item.topic).sealed && !this.has(item) && !this.#opening.has(key),
    );
    const left = Math.max(0, limits.MAX_OPENED_ITEMS - this.#openings.size - this.#opening.size);
    return sealed.slice(0, left).map(([, item]) => item);
  }

  /** From now on nothing is taken for these items, until they are kept or given up. */
  freeze(items: readonly OpenedItem[]): void {
    for (const item of items) this.#opening.add(openingKey(item));
  }

  /** Puts on disk that frozen items are open. When it rejects they are as sealed as before. */
  async keep(items: readonly Opening[], record: Omit<OpenedRecord, "people">): Promise<void> {
    try {
      for (const item of items) {
        const { people } = item;
        await this.#records.create(this.#workshop, openingKey(item), { ...record, ...(people && { people }) });
      }
    } catch (error) {
      for (const item of items) this.#opening.delete(openingKey(item));
      throw error;
    }
  }

  /** Opens items that are on disk as open; answers those that were not open here. */
  open(items: readonly Opening[]): readonly Opening[] {
    return items.filter((item) => {
      const key = openingKey(item);
      this.#opening.delete(key);
      if (this.#openings.has(key)) return false;
      this.#openings.set(key, item);
      if (item.table !== undefined) this.#openAt(item, item.table);
      return true;
    });
  }

  #openAt(item: Opening, table: string): void {
    const key = itemKey(item);
    const peopleByTable = this.#peopleByTableByItem.get(key) ?? new Map<string, ReadonlySet<string>>();
    this.#peopleByTableByItem.set(key, peopleByTable.set(table, new Set(item.people)));
  }
}

/** As devices are told of it. */
export function toldOf({ topic, item, table }: Opening): OpenedItem {
  return { topic, item, ...(table !== undefined && { table }) };
}

/** Names what is opened within a workshop. */
export function openingKey(item: OpenedItem): string {
  return item.table === undefined ? itemKey(item) : `${itemKey(item)}/${item.table}`;
}

function openingOf(key: string, people: readonly string[] | undefined): Opening | undefined {
  const [topic, item, table] = key.split("/");
  if (topic === undefined || item === undefined || !Object.hasOwn(TOPICS, topic)) return undefined;
  const opened = { topic: topic as Topic, item };
  return table === undefined ? opened : { ...opened, table, people: [...(people ?? [])] };
}
