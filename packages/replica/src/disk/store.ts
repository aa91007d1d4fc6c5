/** One room on this device's disk: snapshot, log, view row. Every method rejects when the disk fails, and changes nothing then. */
import type { Right } from "@sameside/protocol";
import { commitAtOnce, type Database, type LogRow, WHOLE_ROOM_PATIENCE_MS } from "./database.ts";
import { type DiskWatcher, openDeviceDisk } from "./deviceDisk.ts";
import type { EditSpan } from "./editSpans.ts";
import { type Fold, foldRoom, type WaitingRow } from "./folding.ts";
import { beginFreshLog, markEnded, markOpen, unendedElsewhere } from "./freshLog.ts";
import { keepLastGoodView } from "./lastGoodView.ts";
import { isWaiting, previousKey, readPieces } from "./roomRows.ts";
import type { StoredUpdate } from "./storedUpdate.ts";
import { viewRow } from "./viewRows.ts";

/** The updates of one flush that are all own or all from others; `span` counts this tab's own ones. */
export interface LogEntry {
  /** See updatePack.ts. */
  readonly packed: Uint8Array;
  readonly own: boolean;
  readonly span?: EditSpan;
}

export interface StoredRoom {
  /** V2 state, when there is a snapshot. */
  readonly snapshot?: Uint8Array;
  /** In the order they were stored. */
  readonly updates: readonly StoredUpdate[];
  readonly waiting: readonly WaitingRow[];
  /** Pieces that cannot be read, or not whole. */
  readonly damaged: number;
  /** The snapshot before the last is still there. */
  readonly hasPrevious: boolean;
  /** Which snapshot and rows these are: with the same ones there is nothing to take in again. */
  readonly pieces: string;
  readonly right?: Right;
}

export interface RoomStore {
  /** `looksInto`: every piece is read once to see whether it can be; else that is left to who takes them in. */
  load(looksInto?: boolean): Promise<StoredRoom>;
  /** Notes that this visit writes; answers which others have begun to and not come to their end. */
  begin(): Promise<readonly string[]>;
  /** Notes that all of it is written, as the last thing before a page may end. */
  end(): Promise<void>;
  /** Makes sure that what these visits may have left torn harms nothing that is written behind it. */
  clearUpAfter(visits: readonly string[]): Promise<void>;
  /** Writes all entries or none; resolves with their keys when they are on disk, as far as `durability` says. */
  append(entries: readonly LogEntry[], durability: IDBTransactionDurability): Promise<readonly number[]>;
  markAcked(keys: readonly number[]): Promise<void>;
  /**
   * Folds the log; see `foldRoom`. `undefined` when there is nothing to fold, or another tab was faster; rejects and
   * leaves all as it was when what is stored cannot be folded.
   */
  compact(mine: ReadonlySet<number>): Promise<Fold | undefined>;
  /** Frees the snapshot before the last, once the last was read back whole. */
  dropPrevious(): Promise<void>;
  putView(view: unknown): Promise<void>;
  putRight(right: Right): Promise<void>;
  /** Everything stored so far would survive a power cut. */
  commitForPowerCut(): Promise<void>;
  /** A newer program has the database: nothing more is written from here. */
  outdated(): boolean;
  close(): void;
}

/** The store of one room for one visit of a tab; nothing is opened before the first request. */
export function openRoomStore(
  room: string,
  visit: string,
  factory: IDBFactory | null,
  watcher: DiskWatcher = {},
): RoomStore {
  const disk = openDeviceDisk(factory, watcher);
  return {
    load: (looksInto = true) => disk.run((database) => loadRoom(database, room, looksInto), WHOLE_ROOM_PATIENCE_MS),
    begin: () =>
      disk.change(async (database) => {
        const [unended] = await Promise.all([unendedElsewhere(database), markOpen(database, visit)]);
        return unended;
      }),
    end: () => disk.change((database) => markEnded(database, visit)),
    clearUpAfter: (visits) => disk.change((database) => beginFreshLog(database, visits), WHOLE_ROOM_PATIENCE_MS),
    append: (entries, durability) => disk.change((database) => appendRows(database, room, entries, durability)),
    markAcked: (keys) =>
      disk.change(async (database) => {
        await database.log.bulkUpdate(keys.map((key) => ({ key, changes: { acked: 1 as const } })));
      }),
    compact: (mine) => foldRoom(disk, room, mine),
    dropPrevious: () => disk.change((database) => database.snapshots.delete(previousKey(room))),
    putView: (view) =>
      disk.change(async (database) => {
        await commitAtOnce(database, "views", "relaxed", (views) => [views.put(viewRow(room, view))]);
      }),
    putRight: (right) =>
      disk.change(async (database) => {
        await database.rooms.put({ id: room, right });
      }),
    // One strict commit flushes the log that the relaxed ones before it went to.
    commitForPowerCut: () => disk.change((database) => markOpen(database, visit, "strict")),
    outdated: disk.outdated,
    close: disk.close,
  };
}

async function loadRoom(database: Database, room: string, looksInto: boolean): Promise<StoredRoom> {
  const { snapshot, state, rescued, rows, damaged, hasPrevious } = await readPieces(database, room, looksInto);
  const known = await database.rooms.get(room);
  if (damaged > 0) await keepLastGoodView(database, room);
  const waiting = rows.flatMap(({ row }): WaitingRow[] =>
    isWaiting(row) ? [{ key: row.seq, changes: row.changes, spans: row.spans ?? [] }] : [],
  );
  return {
    updates: [...rescued, ...rows.flatMap(({ updates }) => updates)],
    waiting,
    damaged,
    hasPrevious,
    pieces: [snapshot?.generation ?? 0, ...rows.map(({ row }) => row.seq)].join(),
    ...(state ? { snapshot: state } : {}),
    ...(known ? { right: known.right } : {}),
  };
}

async function appendRows(
  database: Database,
  room: string,
  entries: readonly LogEntry[],
  durability: IDBTransactionDurability,
): Promise<readonly number[]> {
  const rows = entries.map((entry) => logRow(room, entry));
  const keys = await commitAtOnce(database, "log", durability, (log) => rows.map((row) => log.add(row)));
  return keys.map(Number);
}

function logRow(room: string, { packed, own, span }: LogEntry): LogRow {
  if (!own || !span) return { room, updates: packed, changes: 0, own: 0, acked: 1 };
  return { room, updates: packed, changes: span.to - span.from + 1, own: 1, acked: 0, spans: [span] };
}
