/**
 * The sums told last of what goes on changing after it was told. They are on disk, so that a relay that starts again, or
 * another one beside it, does not tell a sum that differs by one person's answer.
 */
import { type OpenedItem, OpenedItemSchema } from "@sameside/protocol";
import * as z from "zod";
import { type RecordStore, Records } from "../access/records.ts";
import type { Sum } from "./itemTally.ts";
import { itemKey } from "./tallies.ts";

export const ToldSum = OpenedItemSchema.extend({
  /** Counts the sums told of this item. */
  n: z.number().int().positive(),
  sum: z.object({ countByAnswer: z.record(z.string(), z.number()), mean: z.number().optional() }),
});
export type ToldSum = z.infer<typeof ToldSum>;

export class ToldSums {
  readonly #records: Records<ToldSum>;
  readonly #workshop: string;
  readonly #nByKey = new Map<string, number>();

  constructor(store: RecordStore, workshop: string) {
    this.#records = new Records(store, "toldSum", ToldSum);
    this.#workshop = workshop;
  }

  async stored(): Promise<readonly ToldSum[]> {
    return [...(await this.#records.all(this.#workshop)).values()];
  }

  /** Writes down which sum is told next. Answers the one that is: another relay's when that was faster. */
  async agree({ topic, item }: OpenedItem, sum: Sum): Promise<ToldSum> {
    const key = itemKey({ topic, item });
    const expected = this.#nByKey.get(key) ?? 0;
    const { after } = await this.#records.change(this.#workshop, key, (old) => {
      if (old && old.n > expected) return old;
      return { topic, item, n: expected + 1, sum };
    });
    this.#nByKey.set(key, after.n);
    return after;
  }

  /** `true` when it was told after what is known here. */
  isNews(told: ToldSum): boolean {
    const key = itemKey(told);
    if (told.n <= (this.#nByKey.get(key) ?? 0)) return false;
    this.#nByKey.set(key, told.n);
    return true;
  }
}
