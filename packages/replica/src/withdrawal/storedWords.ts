/** What was withdrawn is emptied out of what this device stores, too; the browser's own files are its own (SPEC S48). */
import * as Y from "yjs";
import { changeOnDisk } from "../device/request.ts";
import { deviceFactory, WHOLE_ROOM_PATIENCE_MS } from "../disk/database.ts";
import { openDeviceDisk } from "../disk/deviceDisk.ts";
import { foldRoom } from "../disk/folding.ts";
import { lastGoodKey } from "../disk/lastGoodView.ts";
import { isWaiting, previousKey, type RoomPieces, readPieces } from "../disk/roomRows.ts";
import { packUpdates } from "../disk/updatePack.ts";
import { viewRow } from "../disk/viewRows.ts";

/**
 * Stores an update of a room as others' changes are stored: for a room to which this device has no way any more, so that
 * nothing of it would ever go out. Scrub the room afterwards. Rejects when the disk does not take it.
 */
export async function takeInAsOthers(
  room: string,
  update: Uint8Array,
  factory: IDBFactory | null = deviceFactory(),
): Promise<void> {
  await changeOnDisk(factory, ({ log }) =>
    log.add({ room, updates: packUpdates([update]), changes: 0, own: 0, acked: 1 }),
  );
}

/** Own changes that wait are left to the page that made them and still counts them: it folds them. */
const NONE: ReadonlySet<number> = new Set();

/** Another tab may fold at the same time, and not all of it. */
const ATTEMPTS = 3;

/**
 * Writes what is stored of a room anew, without what was overwritten in the document: the log is folded, the snapshot
 * before it goes, and `view` takes the place of the views. Call it after `Replica.folded`.
 * Resolves with `true` when nothing older is left; `false` when own changes wait for the relay (a snapshot is kept without
 * them, since the relay may still refuse them), when something stored cannot be read and so stays as it is, or when
 * another tab was folding. Rejects when the disk fails.
 */
export async function scrubRoom(
  room: string,
  view: unknown,
  factory: IDBFactory | null = deviceFactory(),
): Promise<boolean> {
  const disk = openDeviceDisk(factory);
  const read = () => disk.run((database) => readPieces(database, room), WHOLE_ROOM_PATIENCE_MS);
  try {
    const before = new Set((await read()).rows.map(({ row }) => row.seq));
    let now = await read();
    for (let attempt = 0; attempt < ATTEMPTS && isLeft(now, before); attempt += 1) {
      await foldRoom(disk, room, NONE);
      now = await read();
    }
    // Just read back whole, so the snapshot before is not needed any more.
    if (now.damaged > 0) return false;
    await disk.change((database) =>
      database.transaction("rw", database.snapshots, database.views, async () => {
        await database.snapshots.delete(previousKey(room));
        await database.views.put(viewRow(room, view));
        await database.views.delete(lastGoodKey(room));
      }),
    );
    const isWaitingFor = now.rows.some(({ row }) => before.has(row.seq)) && isSettled(now.state);
    return !isLeft(now, before) && !isWaitingFor;
  } finally {
    disk.close();
  }
}

function isLeft({ rows }: RoomPieces, before: ReadonlySet<number>): boolean {
  return rows.some(({ row }) => before.has(row.seq) && !isWaiting(row));
}

/** A relay has had something of the room, or it came from others. */
function isSettled(state: Uint8Array | undefined): boolean {
  return state !== undefined && Y.decodeUpdateV2(state).structs.length > 0;
}
