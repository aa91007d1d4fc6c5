/** What is kept of a room on this device, read without opening it. */
import { type Database, deviceFactory } from "./database.ts";
import { openDeviceDisk } from "./deviceDisk.ts";

/** The plain view stored last, as `project` gave it; `undefined` when there is none or no disk. */
export async function lastView<V>(room: string, factory: IDBFactory | null = deviceFactory()): Promise<V | undefined> {
  return readKept(factory, async (database) => (await database.views.get(room))?.view as V | undefined);
}

/** Changes of this device in a room that no relay has confirmed, those of an unpublished board included; 0 without a disk. */
export async function waitingChanges(room: string, factory: IDBFactory | null = deviceFactory()): Promise<number> {
  const waiting = await readKept(factory, async (database) => {
    const rows = await database.log.where("room").equals(room).toArray();
    return rows.reduce((sum, row) => sum + (row.acked ? 0 : row.changes), 0);
  });
  return waiting ?? 0;
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
