/**
 * Keeps Chromium from throwing everything away. A write that ends in the middle, on a full disk or with a crash, leaves a
 * torn record at the end of the log of the browser's store. The browser goes on writing behind it, reads all of it for as
 * long as it runs, and at its next start finds the log damaged and begins an empty store. A page cannot see the log, but
 * it can write more than the browser keeps in memory beside it: that makes a table of what was written, and a new log.
 */
import { newPersonId } from "../device/personId.ts";
import { commitAtOnce, type Database } from "./database.ts";

/** Rows of these keys in `meta`: a visit that has begun to write and has not come to its end. */
const OPEN = "open/";
/** All visits of one page end together. */
const PAGE = newPersonId();
const FILLING = "filling/";
/** Chromium's store begins a new log at 4 MB; one value of more than 64 kB would go into a file of its own. */
const FILLING_ROWS = 128;
const FILLING_ROW_BYTES = 48 * 1024;

/** Notes that this visit writes, by a commit that flushes what was committed before when it is strict. */
export async function markOpen(
  database: Database,
  visit: string,
  durability: IDBTransactionDurability = "relaxed",
): Promise<void> {
  await commitAtOnce(database, "meta", durability, (meta) => [meta.put({ key: keyOf(visit), value: 0 })]);
}

/** Notes that all of it is written; goes through even when the page ends in this moment. */
export async function markEnded(database: Database, visit: string): Promise<void> {
  await commitAtOnce(database, "meta", "relaxed", (meta) => {
    meta.delete(keyOf(visit));
    return [];
  });
}

/** Keys of other pages' visits that have not ended: they crashed, had no room for a last word, or are other tabs. */
export async function unendedElsewhere(database: Database): Promise<readonly string[]> {
  const keys = await database.meta.where("key").startsWith(OPEN).primaryKeys();
  return keys.filter((key) => !key.startsWith(OPEN + PAGE));
}

/** Makes the browser begin a new log; the notes of these visits (keys) are then of no more use. Needs some free megabytes. */
export async function beginFreshLog(database: Database, visits: readonly string[] = []): Promise<void> {
  // As it comes: what can be compressed would be too little.
  const noise = crypto.getRandomValues(new Uint8Array(FILLING_ROW_BYTES));
  const keys = Array.from({ length: FILLING_ROWS }, (_, index) => FILLING + index);
  await database.meta.bulkPut(keys.map((key) => ({ key, value: noise })));
  // The first write behind so much is the one that begins the new log.
  await database.meta.bulkDelete([...keys, ...visits]);
}

function keyOf(visit: string): string {
  return `${OPEN}${PAGE}/${visit}`;
}
