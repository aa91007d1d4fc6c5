/** What the reveal has opened in one workshop; it stays open. */
import { limits, type OpenedItem, TOPICS, type Topic } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "../access/records.ts";
import { ruleOf } from "./reading.ts";
import { itemKey } from "./tallies.ts";

const OpenedRecord = z.object({
  by: z.string(),
  /** Milliseconds since 1970. */
  time: z.number(),
});
type OpenedRecord = z.infer<typeof OpenedRecord>;

export class Opened {
  readonly #records: Records<OpenedRecord>;
  readonly #workshop: string;
  readonly #openByKey = new Map<string, OpenedItem>();
  /** Being opened: nothing is taken for them any more, and nobody is told. */
  readonly #opening = new Set<string>();

  constructor(store: RecordStore, workshop: string) {
    this.#records = new Records(store, "opened", OpenedRecord);
    this.#workshop = workshop;
  }

  get items(): readonly OpenedItem[] {
    return [...this.#openByKey.values()];
  }

  readonly isOpen = (item: OpenedItem): boolean => this.#openByKey.has(itemKey(item));

  readonly isFrozen = (item: OpenedItem): boolean => this.isOpen(item) || this.#opening.has(itemKey(item));

  /** All that is open by the store. */
  async stored(): Promise<readonly OpenedItem[]> {
    const records = await this.#records.all(this.#workshop);
    return [...records.keys()].flatMap((key) => itemOf(key) ?? []);
  }

  /** Of these items those that can be opened and are not; what is beyond the limit is left sealed. */
  openable(items: readonly OpenedItem[]): readonly OpenedItem[] {
    const fresh = new Map(items.map(({ topic, item }) => [itemKey({ topic, item }), { topic, item }]));
    const sealed = [...fresh.values()].filter((item) => ruleOf(item.topic).sealed && !this.isFrozen(item));
    return sealed.slice(0, Math.max(0, limits.MAX_OPENED_ITEMS - this.#openByKey.size - this.#opening.size));
  }

  /** Freezes the items and puts on disk that they are open. When it rejects they are as sealed as before. */
  async keep(items: readonly OpenedItem[], record: OpenedRecord): Promise<void> {
    for (const item of items) this.#opening.add(itemKey(item));
    try {
      for (const item of items) await this.#records.create(this.#workshop, itemKey(item), record);
    } catch (error) {
      for (const item of items) this.#opening.delete(itemKey(item));
      throw error;
    }
  }

  /** Opens items that are on disk as open; answers those that were not open here. */
  open(items: readonly OpenedItem[]): readonly OpenedItem[] {
    return items.filter((item) => {
      this.#opening.delete(itemKey(item));
      if (this.isOpen(item)) return false;
      this.#openByKey.set(itemKey(item), item);
      return true;
    });
  }
}

function itemOf(key: string): OpenedItem | undefined {
  const [topic, item] = key.split("/");
  return topic !== undefined && item !== undefined && Object.hasOwn(TOPICS, topic)
    ? { topic: topic as Topic, item }
    : undefined;
}
