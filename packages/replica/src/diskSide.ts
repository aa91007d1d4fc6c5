/** A document's way to disk and back: loading, logging, marking what the relay has, compacting, the view row. */
import type { Right } from "@sameside/protocol";
import * as Y from "yjs";
import type { Ledger } from "./ledger.ts";
import type { LogEntry, RoomStore, StoredRoom } from "./store.ts";
import { type DiskState, openWriteQueue } from "./writeQueue.ts";

/** Updates with this origin come from disk: they are there already. */
export const FROM_DISK = Symbol("from disk");

/** One update on its way to disk; `edit` is the ledger's number of it, for own ones. */
interface QueuedUpdate {
  readonly update: Uint8Array;
  readonly own: boolean;
  readonly edit: number;
}

/** An own row on disk whose last edit is not confirmed as far as the disk knows. */
interface UnconfirmedRow {
  readonly key: number;
  readonly lastEdit: number;
}

export interface DiskSide {
  /** Reads the room into the document. When the disk fails, the state says so and it is tried again by itself. */
  load(): Promise<{ readonly right?: Right }>;
  write(update: Uint8Array, own: boolean): void;
  /** Everything queued is on disk, and would survive a power cut; the write starts at once. Rejects when it cannot be stored. */
  flushedForPowerCut(): Promise<void>;
  /** Brings what the ledger knows as confirmed to disk. */
  confirm(): void;
  putRight(right: Right): void;
  putView(view: unknown): void;
  /** Folds the log when it holds at least this many updates. */
  compactFrom(updates: number): void;
  state(): DiskState;
  /** Own edits that are neither on disk nor at the relay. */
  unsafe(): number;
  /** Waits for all of the above, then lets go of the disk. */
  close(): Promise<void>;
}

/** The log is folded when it holds this many updates: replaying them takes about 25 ms. */
export const COMPACT_AT_UPDATES = 500;

/** `changed` hears of every new `state()`. */
export function openDiskSide(doc: Y.Doc, store: RoomStore, ledger: Ledger, changed: () => void): DiskSide {
  const queue = openWriteQueue<QueuedUpdate>(writeBatch, changed);
  let loaded: StoredRoom | undefined;
  let unconfirmed: readonly UnconfirmedRow[] = [];
  let loggedUpdates = 0;
  let compactAt = COMPACT_AT_UPDATES;
  // Confirming and compacting work on the same rows: one after the other. Writes do not wait for them.
  let chores: Promise<void> = Promise.resolve();

  return {
    async load() {
      try {
        const { right } = await ensureLoaded();
        return right ? { right } : {};
      } catch (error) {
        queue.fail(error);
        return {};
      }
    },
    write: (update, own) => queue.push({ update, own, edit: ledger.edits() }),
    async flushedForPowerCut() {
      await queue.flush();
      await store.commitForPowerCut();
    },
    confirm,
    putRight: (right) => addChore(() => store.putRight(right)),
    putView(view) {
      // Begun now, whatever chores are under way: the page may be ending.
      const stored = store.putView(view).catch((error) => console.warn("The view could not be stored", error));
      addChore(() => stored);
    },
    compactFrom(updates) {
      if (loggedUpdates >= updates) addChore(compact);
    },
    state: queue.state,
    unsafe: () => queue.unwritten().filter(({ own, edit }) => own && edit > ledger.acked()).length,
    async close() {
      queue.close();
      await chores;
      store.close();
    },
  };

  async function ensureLoaded(): Promise<StoredRoom> {
    if (loaded) return loaded;
    const room = await store.load();
    // Two attempts may be under way when the first one took too long.
    if (loaded) return loaded;
    loaded = room;
    loggedUpdates += room.updates.length;
    for (const row of room.waiting) {
      // Counted before they are in the document: once they are, a step 2 carries them.
      ledger.edited(row.changes);
      unconfirmed = [...unconfirmed, { key: row.key, lastEdit: ledger.edits() }];
    }
    applyStored(doc, room);
    changed();
    return room;
  }

  async function writeBatch(batch: readonly QueuedUpdate[]): Promise<void> {
    // From here to the transaction nothing waits: while a page is ending even a microtask comes too late (tried).
    if (!loaded) await ensureLoaded();
    if (batch.length === 0) return;
    const runs = runsByOwner(batch);
    const keys = await store.append(runs.map(logEntry));
    const ownRows = runs.flatMap((run, index): UnconfirmedRow[] => {
      const [key, last] = [keys[index], run.at(-1)];
      return key !== undefined && last?.own ? [{ key, lastEdit: last.edit }] : [];
    });
    unconfirmed = [...unconfirmed, ...ownRows];
    loggedUpdates += batch.length;
    confirm();
    if (loggedUpdates >= compactAt) addChore(compact);
  }

  function confirm(): void {
    const isConfirmed = (row: UnconfirmedRow) => row.lastEdit <= ledger.acked();
    if (!unconfirmed.some(isConfirmed)) return;
    addChore(async () => {
      const confirmed = unconfirmed.filter(isConfirmed);
      if (confirmed.length === 0) return;
      await store.markAcked(confirmed.map((row) => row.key));
      const confirmedKeys = new Set(confirmed.map((row) => row.key));
      unconfirmed = unconfirmed.filter((row) => !confirmedKeys.has(row.key));
    });
  }

  async function compact(): Promise<void> {
    const updatesBefore = loggedUpdates;
    // Whatever comes of it, the next attempt is a log's length away.
    compactAt = loggedUpdates + COMPACT_AT_UPDATES;
    const done = await store.compact(new Set(unconfirmed.map((row) => row.key)));
    if (!done) return;
    const folded = unconfirmed.filter((row) => done.removed.has(row.key));
    const rest = unconfirmed.filter((row) => !done.removed.has(row.key));
    const lastEdit = Math.max(...folded.map((row) => row.lastEdit));
    unconfirmed = done.waiting ? [{ key: done.waiting.key, lastEdit }, ...rest] : rest;
    loggedUpdates += (done.waiting ? 1 : 0) - updatesBefore;
    compactAt = loggedUpdates + COMPACT_AT_UPDATES;
  }

  /** Chores make the next visit faster or truer; when one fails nothing written is lost, and its next turn comes. */
  function addChore(chore: () => Promise<void>): void {
    chores = chores.then(chore).catch((error) => console.warn("A chore on this device's disk failed", error));
  }
}

/** In one transaction, so that readers hear once, and a link that is already there sends it as one frame. */
function applyStored(doc: Y.Doc, room: StoredRoom): void {
  doc.transact(() => {
    if (room.snapshot) attempt(() => Y.applyUpdateV2(doc, room.snapshot ?? new Uint8Array(), FROM_DISK));
    for (const update of room.updates) attempt(() => Y.applyUpdate(doc, update, FROM_DISK));
  }, FROM_DISK);
}

/** A piece that cannot be read stays on disk as it is, and does not keep the others from being read. */
function attempt(apply: () => void): void {
  try {
    apply();
  } catch (error) {
    console.error("A stored change cannot be read; it is left as it is", error);
  }
}

function runsByOwner(batch: readonly QueuedUpdate[]): QueuedUpdate[][] {
  const runs: QueuedUpdate[][] = [];
  for (const item of batch) {
    const run = runs.at(-1);
    if (run?.[0]?.own === item.own) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function logEntry(run: readonly QueuedUpdate[]): LogEntry {
  const own = run[0]?.own ?? false;
  return { updates: run.map(({ update }) => update), own, changes: own ? run.length : 0 };
}
