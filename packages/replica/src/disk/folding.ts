/** Folding a room's log: few bytes instead of many rows, without a lock, and never without a way back. */
import type { Compacted } from "./compaction.ts";
import { compactAside } from "./compactor.ts";
import { type Database, type LoggedBytes, type LogRow, type SnapshotRow, WHOLE_ROOM_PATIENCE_MS } from "./database.ts";
import type { DeviceDisk } from "./deviceDisk.ts";
import { countEdits, type EditSpan } from "./editSpans.ts";
import {
  isFolded,
  isWaiting,
  previousKey,
  type ReadRow,
  type RoomPieces,
  readPieces,
  unreadableKey,
} from "./roomRows.ts";
import type { StoredUpdate } from "./storedUpdate.ts";

/** A log row of own changes that the relay has not confirmed. */
export interface WaitingRow {
  readonly key: number;
  readonly changes: number;
  readonly spans: readonly EditSpan[];
}

/** What a fold did: the rows that are gone, and the one row that holds the waiting changes among them. */
export interface Fold {
  readonly removed: ReadonlySet<number>;
  readonly waiting?: WaitingRow;
}

/**
 * Read, build, then one transaction: no lock is held while building, and none exists at plain http addresses. Waiting
 * rows are folded only when they are in `mine`: another tab still counts its own. What can be read of a damaged piece is
 * folded, and the piece itself is set aside as it is.
 */
export async function foldRoom(
  disk: Pick<DeviceDisk, "run" | "change">,
  room: string,
  mine: ReadonlySet<number>,
): Promise<Fold | undefined> {
  try {
    return await foldPieces(disk, room, mine, false);
  } catch {
    // A piece among them may be damaged: which one is found by a look into each.
    return foldPieces(disk, room, mine, true);
  }
}

async function foldPieces(
  disk: Pick<DeviceDisk, "run" | "change">,
  room: string,
  mine: ReadonlySet<number>,
  looksInto: boolean,
): Promise<Fold | undefined> {
  const pieces = await disk.run((database) => readPieces(database, room, looksInto), WHOLE_ROOM_PATIENCE_MS);
  const settled = pieces.rows.filter(({ row }) => !isWaiting(row));
  const waiting = pieces.rows.filter(({ row }) => isWaiting(row) && mine.has(row.seq));
  const unsettled = [...pieces.rescued, ...updatesOf(waiting)];
  if (pieces.damaged === 0 && settled.length === 0 && unsettled.length < 2) return undefined;

  // Outside of the disk's patience: a busy processor is no dead disk.
  const compacted = await compactAside({ snapshot: pieces.state, settled: updatesOf(settled), unsettled });
  const replace = (database: Database) => replaceRows(database, room, pieces, compacted, { settled, waiting });
  return disk.change(replace, WHOLE_ROOM_PATIENCE_MS);
}

function updatesOf(rows: readonly ReadRow[]): StoredUpdate[] {
  return rows.flatMap(({ updates }) => updates);
}

interface FoldedRows {
  readonly settled: readonly ReadRow[];
  readonly waiting: readonly ReadRow[];
}

async function replaceRows(
  database: Database,
  room: string,
  before: RoomPieces,
  compacted: Compacted,
  { settled, waiting }: FoldedRows,
): Promise<Fold | undefined> {
  const folded = [...settled, ...waiting];
  const keys = folded.map(({ row }) => row.seq);
  return database.transaction("rw", database.snapshots, database.log, async () => {
    const now = await database.snapshots.get(room);
    const present = await database.log.where("seq").anyOf(keys).count();
    // Another tab has folded, or the workshop was forgotten meanwhile: what was built is out of date.
    if (now?.generation !== before.snapshot?.generation || present !== keys.length) return undefined;
    await database.snapshots.bulkPut([...piecesToKeep(room, before, folded)]);
    await database.snapshots.put(snapshotRow(room, compacted, (now?.generation ?? 0) + 1));
    await database.log.bulkDelete(keys);
    const removed = new Set(keys);
    const row = waitingRow(room, compacted, waiting);
    if (!row) return { removed };
    const key = await database.log.add(row);
    return { removed, waiting: { key, changes: row.changes, spans: row.spans ?? [] } };
  });
}

/** The snapshot before, with the own edits that were folded beside it; and everything that cannot be read. */
function* piecesToKeep(room: string, before: RoomPieces, folded: readonly ReadRow[]): Generator<SnapshotRow> {
  const { snapshot, snapshotDamaged } = before;
  if (snapshot && snapshotDamaged) yield { ...snapshot, room: unreadableKey(room, `snapshot${snapshot.generation}`) };
  if (snapshot && !snapshotDamaged) {
    const foldedBefore = folded.find(({ row, whole }) => isWaiting(row) && isFolded(row) && whole)?.row;
    yield { ...snapshot, room: previousKey(room), ...(foldedBefore ? { waiting: bytesOf(foldedBefore) } : {}) };
  }
  for (const { row, whole } of folded)
    if (!whole) yield { room: unreadableKey(room, row.seq), format: 2, state: row.updates, generation: 0 };
}

function bytesOf({ updates, encoding, gzipped }: LoggedBytes): LoggedBytes {
  return { updates, ...(encoding && { encoding }), ...(gzipped && { gzipped }) };
}

function snapshotRow(room: string, { snapshot, gzipped }: Compacted, generation: number): SnapshotRow {
  return { room, format: gzipped ? 3 : 2, state: snapshot, generation };
}

function waitingRow(room: string, { unsettled }: Compacted, waiting: readonly ReadRow[]): LogRow | undefined {
  if (!unsettled) return undefined;
  const { changes, spans } = countEdits(waiting.map(({ row }) => row));
  const gzipped = unsettled.gzipped ? { gzipped: 1 as const } : {};
  return { room, updates: unsettled.bytes, encoding: 2, changes, own: 1, acked: 0, spans, ...gzipped };
}
