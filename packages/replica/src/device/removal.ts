/** What of this device's database belongs to one workshop. */
import type { Table } from "dexie";
import { besideKey, type Database } from "../disk/database.ts";

/** Everything of a workshop, in one transaction; within one that is under way when that covers the same tables. */
export async function removeWorkshop(database: Database, workshop: string): Promise<void> {
  const { rooms, snapshots, log, views, answers, workshops, meta, parked, blobs, versions, versionStates } = database;
  const roomPrefix = roomPrefixOf(workshop);
  await database.transaction("rw", tablesOf(database), async () => {
    await rooms.where("id").startsWith(roomPrefix).delete();
    await snapshots.where("room").startsWith(roomPrefix).delete();
    await log.where("room").startsWith(roomPrefix).delete();
    await views.where("room").startsWith(roomPrefix).delete();
    await parked.where("room").startsWith(roomPrefix).delete();
    await versions.where("room").startsWith(roomPrefix).delete();
    await versionStates.where("room").startsWith(roomPrefix).delete();
    await answers.where("workshop").equals(workshop).delete();
    await blobs.where("workshop").equals(workshop).delete();
    await meta.where("key").startsWith(besideKey(roomPrefix)).delete();
    await workshops.delete(workshop);
  });
}

/** All tables that hold something of a workshop. */
export function tablesOf(database: Database): Table[] {
  const { rooms, snapshots, log, views, answers, workshops, meta, parked, blobs, versions, versionStates } = database;
  return [rooms, snapshots, log, views, answers, workshops, meta, parked, blobs, versions, versionStates];
}

/** What the names of a workshop's rooms, and of what is kept beside them, begin with. */
export function roomPrefixOf(workshop: string): string {
  return `${workshop}.`;
}
