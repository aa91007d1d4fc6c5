/** What is kept of a room on this device, read and written without opening it. */
import { besideKey, type Database, deviceFactory } from "./database.ts";
import { openDeviceDisk } from "./deviceDisk.ts";
import { countEdits } from "./editSpans.ts";
import { lastGoodKey } from "./lastGoodView.ts";
import { isWaiting } from "./roomRows.ts";
import { storedView } from "./viewRows.ts";

/** The plain view stored last, as `project` gave it; `undefined` when there is none or no disk. */
export async function lastView<V>(room: string, factory: IDBFactory | null = deviceFactory()): Promise<V | undefined> {
  return readKept(factory, async (database) => (await storedView(database, room)) as V | undefined);
}

/** The plain view from before something stored of the room was damaged; `undefined` when nothing was. */
export async function lastGoodView<V>(
  room: string,
  factory: IDBFactory | null = deviceFactory(),
): Promise<V | undefined> {
  return lastView<V>(lastGoodKey(room), factory);
}

/** Changes of this device in a room that no relay has confirmed, those of an unpublished board included; 0 without a disk. */
export async function waitingChanges(room: string, factory: IDBFactory | null = deviceFactory()): Promise<number> {
  const waiting = await readKept(factory, async (database) => {
    const rows = await database.log.where("room").equals(room).toArray();
    return countEdits(rows.filter(isWaiting)).changes;
  });
  return waiting ?? 0;
}

/**
 * Keeps plain data beside a room: what this person can still undo. Resolves when it is stored, or could not be: nothing
 * that people wrote depends on it.
 */
export async function keepBeside(
  room: string,
  data: unknown,
  factory: IDBFactory | null = deviceFactory(),
): Promise<void> {
  await readKept(factory, (database) => database.meta.put({ key: besideKey(room), value: data }));
}

/** What `keepBeside` stored last; `undefined` when there is none or no disk. */
export async function keptBeside(room: string, factory: IDBFactory | null = deviceFactory()): Promise<unknown> {
  return readKept(factory, async (database) => (await database.meta.get(besideKey(room)))?.value);
}

async function readKept<T>(
  factory: IDBFactory | null,
  read: (database: Database) => Promise<T>,
): Promise<T | undefined> {
  const disk = openDeviceDisk(factory);
  try {
    return await disk.run(read);
  } catch (error) {
    console.warn("What is kept on this device cannot be read", error);
    return undefined;
  } finally {
    disk.close();
  }
}
