/** The rows of one room, read piece by piece: what is damaged is counted and left as it is, and hides nothing else. */
import * as Y from "yjs";
import type { Database, LoggedBytes, LogRow, SnapshotRow } from "./database.ts";
import { gunzip } from "./gzip.ts";
import { inFirstEncoding, isReadable, type StoredUpdate } from "./storedUpdate.ts";
import { unpackUpdates } from "./updatePack.ts";

type StoredLogRow = LogRow & { readonly seq: number };

/** A row with what could be read of it. */
export interface ReadRow {
  readonly row: StoredLogRow;
  readonly updates: readonly StoredUpdate[];
  /** `false` when some of it, or all, cannot be read. */
  readonly whole: boolean;
}

export interface RoomPieces {
  /** As it is on disk, readable or not. */
  readonly snapshot: SnapshotRow | undefined;
  readonly snapshotDamaged: boolean;
  /** The V2 state to begin with: the snapshot's, or the one before when that is damaged. */
  readonly state: Uint8Array | undefined;
  /** Own edits from beside the snapshot before; only when something newer is damaged. */
  readonly rescued: readonly StoredUpdate[];
  /** In the order they were written. */
  readonly rows: readonly ReadRow[];
  /** Snapshots and log rows that cannot be read, or not whole. */
  readonly damaged: number;
  /** The snapshot before is still there. */
  readonly hasPrevious: boolean;
}

/** Where the snapshot before is kept, until the one after it was read back whole. Goes with the room's own rows. */
export function previousKey(room: string): string {
  return `${room}/previous`;
}

/** Where a piece that could not be read is kept when a new snapshot takes its place: another program may read it. */
export function unreadableKey(room: string, piece: string | number): string {
  return `${room}/unreadable/${piece}`;
}

export function isWaiting(row: LogRow): boolean {
  return row.own === 1 && row.acked === 0;
}

/** It holds what was folded once. Older programs folded into the first encoding, and zipped it where they could. */
export function isFolded(row: Pick<LogRow, "gzipped" | "encoding">): boolean {
  return row.gzipped === 1 || row.encoding === 2;
}

/**
 * One room as it is on disk at one moment. Without a look into every piece, which costs as much as taking it into a
 * document, one that is damaged may stand among those that can be read: who asks so finds it by taking it in.
 */
export async function readPieces(database: Database, room: string, looksInto = true): Promise<RoomPieces> {
  const found = await database.transaction("r", database.snapshots, database.log, async () => ({
    snapshot: await database.snapshots.get(room),
    previous: await database.snapshots.get(previousKey(room)),
    rows: (await database.log.where("room").equals(room).sortBy("seq")) as StoredLogRow[],
  }));
  const state = found.snapshot && (await readState(found.snapshot, looksInto));
  const read = await Promise.all(inOrderOfWriting(found.rows).map((row) => readRow(row, looksInto)));
  const snapshotDamaged = found.snapshot !== undefined && state === undefined;
  const damagedRows = read.filter(({ whole }) => !whole).length;
  const { previous } = found;
  const falls = previous !== undefined && (snapshotDamaged || damagedRows > 0);
  return {
    snapshot: found.snapshot,
    snapshotDamaged,
    state: state ?? (falls ? await readState(previous, looksInto) : undefined),
    rescued: falls && previous.waiting ? (await readUpdates(previous.waiting, looksInto)).updates : [],
    rows: read,
    damaged: damagedRows + (snapshotDamaged ? 1 : 0),
    hasPrevious: previous !== undefined,
  };
}

/**
 * A folded row is newer than rows that were written while it was made, and holds what came before them. To take in what
 * is missing its beginning costs the square of its length.
 */
function inOrderOfWriting(rows: readonly StoredLogRow[]): StoredLogRow[] {
  return [...rows.filter(isFolded), ...rows.filter((row) => !isFolded(row))];
}

/** `undefined` when it is damaged. */
async function readState({ format, state }: SnapshotRow, looksInto: boolean): Promise<Uint8Array | undefined> {
  try {
    // What is zipped carries its own check.
    if (format === 3) return await gunzip(state);
    if (looksInto) Y.decodeUpdateV2(state);
    return state;
  } catch (error) {
    console.error("A stored snapshot cannot be read; it is left as it is", error);
    return undefined;
  }
}

async function readRow(row: StoredLogRow, looksInto: boolean): Promise<ReadRow> {
  return { row, ...(await readUpdates(row, looksInto)) };
}

async function readUpdates(
  row: LoggedBytes,
  looksInto: boolean,
): Promise<{ readonly updates: readonly StoredUpdate[]; readonly whole: boolean }> {
  try {
    const bytes = row.gzipped ? await gunzip(row.updates) : row.updates;
    const { updates, whole } = row.encoding === 2 ? oneFolded(bytes) : unpacked(bytes);
    // What is zipped carries its own check.
    const readable = looksInto && !row.gzipped ? updates.filter(isReadable) : updates;
    return { updates: readable, whole: whole && readable.length === updates.length };
  } catch (error) {
    console.error("A stored row cannot be read; it is left as it is", error);
    return { updates: [], whole: false };
  }
}

function oneFolded(bytes: Uint8Array) {
  return { updates: [{ bytes, encoding: 2 as const }], whole: true };
}

function unpacked(bytes: Uint8Array) {
  const { updates, whole } = unpackUpdates(bytes);
  return { updates: updates.map(inFirstEncoding), whole };
}
