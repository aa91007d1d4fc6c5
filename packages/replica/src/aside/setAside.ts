/**
 * Own edits that the relay has not taken leave the room as a whole: a room that held some of them would differ from the
 * relay's for ever, and one that kept their client id would go on with numbers that mean something else there.
 */
import * as Y from "yjs";
import {
  type Database,
  deviceFactory,
  type LogRow,
  type SnapshotRow,
  WHOLE_ROOM_PATIENCE_MS,
} from "../disk/database.ts";
import { type DeviceDisk, openDeviceDisk } from "../disk/deviceDisk.ts";
import { countEdits } from "../disk/editSpans.ts";
import { isWaiting, type ReadRow, readPieces, unreadableKey } from "../disk/roomRows.ts";
import { toFirstEncoding } from "../disk/storedUpdate.ts";
import { tellAside } from "./asideNews.ts";

/**
 * Moves a room's unconfirmed own rows out of its log, in one transaction with the row that keeps them; without any, it
 * changes nothing. The room must be closed in this tab: another tab may still write to it, and does the same when it
 * has closed it. Rejects when the disk fails; then all is as it was.
 */
export async function setAsideWaiting(room: string, factory: IDBFactory | null = deviceFactory()): Promise<void> {
  const disk = openDeviceDisk(factory);
  try {
    // Another tab may move, fold or confirm rows while they are read: then they are read again.
    while (!(await moveWaiting(disk, room)));
  } finally {
    disk.close();
  }
  tellAside(room);
}

/** `false` when the rows have changed meanwhile. */
async function moveWaiting(disk: DeviceDisk, room: string): Promise<boolean> {
  const { rows } = await disk.run((database) => readPieces(database, room), WHOLE_ROOM_PATIENCE_MS);
  const waiting = rows.filter(({ row }) => isWaiting(row));
  if (waiting.length === 0) return true;
  const parked = {
    room,
    update: mergeParked(waiting.flatMap(({ updates }) => updates.map(toFirstEncoding))),
    changes: countEdits(waiting.map(({ row }) => row)).changes,
    time: Date.now(),
  };
  const keys = waiting.map(({ row }) => row.seq);
  return disk.change((database) =>
    database.transaction("rw", database.log, database.parked, database.snapshots, async () => {
      const now = await database.log.bulkGet(keys);
      if (!now.every(isStillWaiting)) return false;
      await database.parked.add(parked);
      await database.snapshots.bulkPut(piecesToKeep(room, waiting));
      await database.log.bulkDelete(keys);
      return true;
    }),
  );
}

function isStillWaiting(row: LogRow | undefined): boolean {
  return row !== undefined && isWaiting(row);
}

/** What cannot be read stays as it is. */
function piecesToKeep(room: string, waiting: readonly ReadRow[]): SnapshotRow[] {
  return waiting.flatMap(({ row, whole }) =>
    whole ? [] : [{ room: unreadableKey(room, row.seq), format: 2, state: row.updates, generation: 0 }],
  );
}

/** How many updates are merged at once: the cost of one merging grows faster than their number. */
const MERGED_AT_ONCE = 64;

/**
 * One update of many, which holds nothing else: the difference between two documents would hold every deletion ever
 * made in the room.
 */
export function mergeParked(updates: readonly Uint8Array[]): Uint8Array {
  let parts = [...updates];
  while (parts.length > 1) {
    const merged: Uint8Array[] = [];
    for (let start = 0; start < parts.length; start += MERGED_AT_ONCE)
      merged.push(Y.mergeUpdates(parts.slice(start, start + MERGED_AT_ONCE)));
    parts = merged;
  }
  return parts[0] ?? Y.encodeStateAsUpdate(new Y.Doc());
}

/** All that is set aside of a room, oldest first. */
export async function readParked(database: Database, room: string) {
  return (await database.parked.where("room").equals(room).sortBy("id")).map((row) => ({ ...row, id: row.id ?? 0 }));
}
