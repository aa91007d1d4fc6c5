/** One room on this device's disk: snapshot, log, view row. Every method rejects when the disk fails, and changes nothing then. */
import type { Right } from "@sameside/protocol";
import { type Compacted, compactUpdates } from "./compaction.ts";
import {
  commitAtOnce,
  commitForPowerCut,
  type Database,
  type LogRow,
  type SnapshotRow,
  WHOLE_ROOM_PATIENCE_MS,
} from "./database.ts";
import { openDeviceDisk } from "./deviceDisk.ts";
import { gunzip, gzip } from "./gzip.ts";
import { packUpdates, unpackUpdates } from "./updatePack.ts";

/** The updates of one flush that are all own or all from others; `changes` counts this device's transactions in it. */
export interface LogEntry {
  readonly updates: readonly Uint8Array[];
  readonly own: boolean;
  readonly changes: number;
}

/** A log row of own changes that the relay has not confirmed. */
interface WaitingRow {
  readonly key: number;
  readonly changes: number;
}

export interface StoredRoom {
  /** V2 state, when there is a snapshot. */
  readonly snapshot?: Uint8Array;
  /** V1 updates in the order they were stored. */
  readonly updates: readonly Uint8Array[];
  readonly waiting: readonly WaitingRow[];
  readonly right?: Right;
}

/** What a compaction did: the rows that are gone, and the one row that holds the waiting changes among them. */
interface Compaction {
  readonly removed: ReadonlySet<number>;
  readonly waiting?: WaitingRow;
}

export interface RoomStore {
  load(): Promise<StoredRoom>;
  /** Writes all entries or none; resolves with their keys when they are on disk. */
  append(entries: readonly LogEntry[]): Promise<readonly number[]>;
  markAcked(keys: readonly number[]): Promise<void>;
  /**
   * Folds the log. Waiting rows are folded only when they are in `mine`: another tab still counts its own.
   * `undefined` when there is nothing to fold, or another tab was faster; throws when something stored is no update, and leaves all as it was.
   */
  compact(mine: ReadonlySet<number>): Promise<Compaction | undefined>;
  putView(view: unknown): Promise<void>;
  putRight(right: Right): Promise<void>;
  /** Everything stored so far would survive a power cut. */
  commitForPowerCut(): Promise<void>;
  close(): void;
}

/** The store of one room; nothing is opened before the first request. */
export function openRoomStore(room: string, factory: IDBFactory | null): RoomStore {
  const disk = openDeviceDisk(factory);
  return {
    load: () => disk.run((database) => loadRoom(database, room), WHOLE_ROOM_PATIENCE_MS),
    append: (entries) => disk.run((database) => appendRows(database, room, entries)),
    markAcked: (keys) =>
      disk.run(async (database) => {
        await database.log.bulkUpdate(keys.map((key) => ({ key, changes: { acked: 1 as const } })));
      }),
    compact: (mine) => disk.run((database) => compactRoom(database, room, mine), WHOLE_ROOM_PATIENCE_MS),
    putView: (view) =>
      disk.run(async (database) => {
        await commitAtOnce(database, "views", "relaxed", (views) => [views.put({ room, view })]);
      }),
    putRight: (right) =>
      disk.run(async (database) => {
        await database.rooms.put({ id: room, right });
      }),
    commitForPowerCut: () => disk.run(commitForPowerCut),
    close: disk.close,
  };
}

async function loadRoom(database: Database, room: string): Promise<StoredRoom> {
  const { snapshot, rows, known } = await readRoom(database, room);
  const waiting = rows.filter(isWaiting).map((row) => ({ key: row.seq, changes: row.changes }));
  return {
    updates: rows.flatMap((row) => unpackUpdates(row.updates)),
    waiting,
    ...(snapshot ? { snapshot: await stateOf(snapshot) } : {}),
    ...(known ? { right: known.right } : {}),
  };
}

async function readRoom(database: Database, room: string) {
  return database.transaction("r", database.snapshots, database.log, database.rooms, async () => {
    const snapshot = await database.snapshots.get(room);
    const rows = (await database.log.where("room").equals(room).sortBy("seq")) as StoredLogRow[];
    return { snapshot, rows, known: await database.rooms.get(room) };
  });
}

type StoredLogRow = LogRow & { readonly seq: number };

function isWaiting(row: LogRow): boolean {
  return row.own === 1 && row.acked === 0;
}

async function appendRows(database: Database, room: string, entries: readonly LogEntry[]): Promise<readonly number[]> {
  const rows = entries.map(
    (entry): LogRow => ({
      room,
      updates: packUpdates(entry.updates),
      changes: entry.changes,
      own: entry.own ? 1 : 0,
      acked: entry.own ? 0 : 1,
    }),
  );
  const keys = await commitAtOnce(database, "log", "relaxed", (log) => rows.map((row) => log.add(row)));
  return keys.map(Number);
}

/** Read, build, then one transaction: no lock is held while building, and none exists at plain http addresses. */
async function compactRoom(
  database: Database,
  room: string,
  mine: ReadonlySet<number>,
): Promise<Compaction | undefined> {
  const { snapshot, rows } = await readRoom(database, room);
  const settledRows = rows.filter((row) => !isWaiting(row));
  const waitingRows = rows.filter((row) => isWaiting(row) && mine.has(row.seq));
  const settled = updatesOf(settledRows);
  const unsettled = updatesOf(waitingRows);
  if (settled.length === 0 && unsettled.length < 2) return undefined;

  const compacted = compactUpdates(snapshot && (await stateOf(snapshot)), settled, unsettled);
  // Before the transaction: waiting for anything else would end it.
  const gzipped = await gzip(compacted.snapshot);
  const stored = gzipped
    ? ({ format: 3, state: gzipped } as const)
    : ({ format: 2, state: compacted.snapshot } as const);
  const removed = [...settledRows, ...waitingRows].map((row) => row.seq);
  const changes = waitingRows.reduce((sum, row) => sum + row.changes, 0);
  return replaceRows(database, room, snapshot, { ...compacted, stored }, { removed, changes });
}

function stateOf({ format, state }: SnapshotRow): Uint8Array | Promise<Uint8Array> {
  return format === 3 ? gunzip(state) : state;
}

function updatesOf(rows: readonly LogRow[]): Uint8Array[] {
  return rows.flatMap((row) => unpackUpdates(row.updates));
}

async function replaceRows(
  database: Database,
  room: string,
  before: SnapshotRow | undefined,
  compacted: Pick<Compacted, "unsettled"> & { readonly stored: Pick<SnapshotRow, "format" | "state"> },
  rows: { readonly removed: readonly number[]; readonly changes: number },
): Promise<Compaction | undefined> {
  return database.transaction("rw", database.snapshots, database.log, async () => {
    const now = await database.snapshots.get(room);
    const present = await database.log
      .where("seq")
      .anyOf([...rows.removed])
      .count();
    // Another tab has compacted, or the workshop was forgotten meanwhile: what was built is out of date.
    if (now?.generation !== before?.generation || present !== rows.removed.length) return undefined;
    const generation = (before?.generation ?? 0) + 1;
    await database.snapshots.put({ room, ...compacted.stored, generation });
    await database.log.bulkDelete([...rows.removed]);
    const removed = new Set(rows.removed);
    if (!compacted.unsettled) return { removed };
    const updates = packUpdates([compacted.unsettled]);
    const key = await database.log.add({ room, updates, changes: rows.changes, own: 1, acked: 0 });
    return { removed, waiting: { key, changes: rows.changes } };
  });
}
