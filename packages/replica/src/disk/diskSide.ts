/** A document's way to disk and back: loading, logging, marking what the relay has, compacting, the view row. */
import type { Right } from "@sameside/protocol";
import * as Y from "yjs";
import type { Ledger } from "../wire/ledger.ts";
import type { DiskWatcher } from "./deviceDisk.ts";
import type { DeviceEdits } from "./deviceEdits.ts";
import { type DiskTrouble, troubleOf } from "./diskTrouble.ts";
import type { EditSpan } from "./editSpans.ts";
import { openFoldTimer } from "./foldTimer.ts";
import { openSafety } from "./safety.ts";
import type { LogEntry, RoomStore, StoredRoom } from "./store.ts";
import { applyStoredUpdate } from "./storedUpdate.ts";
import { packUpdates } from "./updatePack.ts";
import { type DiskState, openWriteQueue } from "./writeQueue.ts";

/** Updates with this origin come from disk: they are there already. */
export const FROM_DISK = Symbol("from disk");

/** One update on its way to disk; own ones carry the ledger's number of the edit, and this tab's. */
interface QueuedUpdate {
  readonly update: Uint8Array;
  readonly own: boolean;
  readonly edit: number;
  readonly number: number;
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
  /** The page may be about to end: as `flushedForPowerCut`, and as the last word of this visit. */
  leave(): void;
  /** A gesture has ended: what it wrote is made safe now, not after a quiet while. */
  endGesture(): void;
  /** Brings what the ledger knows as confirmed to disk. */
  confirm(): void;
  putRight(right: Right): void;
  /** Rejects when it could not be stored. */
  putView(view: unknown): Promise<void>;
  /** Takes in what other tabs have written and could not tell. */
  readAgain(): void;
  /** Folds the log when it holds at least this many updates. */
  compactFrom(updates: number): void;
  /** Folds the log, whatever it holds; resolves when that is done, or could not be. */
  fold(): Promise<void>;
  state(): DiskReport;
  /** Own edits that are neither on disk nor at the relay. */
  unsafe(): number;
  /** Waits for all of the above, then lets go of the disk. */
  close(): Promise<void>;
}

interface DiskReport {
  readonly disk: DiskState;
  /** Why, when `disk` is "failed". */
  readonly trouble: DiskTrouble | undefined;
  /** All of it would survive a power cut, as far as the browser can promise. */
  readonly safe: boolean;
  /** A newer program has the store: nothing more is written from here. */
  readonly outdated: boolean;
  /** Stored pieces that could not be read. */
  readonly damaged: number;
}

/** What has just come to disk, for the other tabs of this device. */
export interface StoredEdits {
  /** As they are on disk, in one piece: a browser hands on one array much faster than a hundred. See updatePack.ts. */
  readonly packed: Uint8Array;
  /** Of own edits. */
  readonly span?: EditSpan;
}

export interface DiskParts {
  readonly doc: Y.Doc;
  readonly ledger: Ledger;
  readonly edits: DeviceEdits;
  /** This tab. */
  readonly tab: string;
  readonly openStore: (watcher: DiskWatcher) => RoomStore;
  /** Hears of every new `state()`. */
  readonly changed: () => void;
  readonly stored: (edits: readonly StoredEdits[]) => void;
}

/** At the beginning of a visit the log is folded when it is as large as this: a snapshot is read in half the time. */
const COMPACT_AT_BYTES = 256 * 1024;

/** When the store does not answer after it was closed under the page. */
const LOOK_AGAIN_MS = 500;

export function openDiskSide({ doc, ledger, edits, tab, openStore, changed, stored }: DiskParts): DiskSide {
  const queue = openWriteQueue<QueuedUpdate>(writeBatch, changed);
  const store = openStore({
    upgrading: () => void queue.flush().catch(() => {}),
    outdated: changed,
    lost: () => lookWhatIsThere(false),
    reopened: lookWhatIsThere,
  });
  const folds = openFoldTimer(() => addChore(compact));
  const safety = openSafety(commitForPowerCut, () => queue.state() === "kept", changed);
  let loaded: StoredRoom | undefined;
  let unconfirmed: readonly UnconfirmedRow[] = [];
  // The connection was lost, and whether the store still holds what it held is not known.
  let mayBeGone = false;
  let isEmptied = false;
  // Between the page's being hidden and the next write, this visit owes the disk nothing.
  let hasEnded = false;
  let lookAgain: ReturnType<typeof setTimeout> | undefined;
  let takenPieces: string | undefined;
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
    write(update, own) {
      const number = own ? edits.made() : 0;
      queue.push({ update, own, edit: ledger.edits(), number });
    },
    flushedForPowerCut,
    leave() {
      const flushed = flushedForPowerCut();
      void endVisit();
      // A page that is only hidden may have made another commit meanwhile.
      flushed.then(endVisit, () => {});
    },
    endGesture: () => safety.soon(),
    confirm,
    putRight: (right) => addChore(() => store.putRight(right)),
    putView(view) {
      // Begun now, whatever chores are under way: the page may be ending.
      const put = store.putView(view);
      addChore(() => put);
      return put;
    },
    readAgain() {
      if (loaded) addChore(async () => void takeIn(await store.load(false)));
    },
    compactFrom(updates) {
      if (folds.held() >= updates) addChore(compact);
    },
    fold() {
      addChore(compact);
      return chores;
    },
    state() {
      const queued = isOthersWorkOnly() ? "kept" : queue.state();
      const disk = mayBeGone && queued === "kept" ? "typing" : queued;
      return {
        disk,
        trouble: disk === "failed" ? troubleOf(queue.failure()) : undefined,
        safe: disk === "kept" && safety.isSafe(),
        outdated: store.outdated(),
        damaged: loaded?.damaged ?? 0,
      };
    },
    unsafe: () => queue.unwritten().filter(({ own, edit }) => own && edit > ledger.acked()).length,
    async close() {
      queue.close();
      safety.close();
      folds.close();
      clearTimeout(lookAgain);
      await chores;
      await endVisit();
      store.close();
    },
  };

  /** What others did lies at the relay: that it is a moment on its way to this disk, too, is nothing to tell. */
  function isOthersWorkOnly(): boolean {
    return queue.state() === "typing" && !queue.holds(({ own }) => own);
  }

  async function flushedForPowerCut(): Promise<void> {
    // Both begin now: a page that is ending has no later.
    const flushed = queue.flush();
    const committed = safety.commit();
    committed.catch(() => {});
    await flushed;
    await committed;
    if (mayBeGone) await flushedAfterLook();
    if (!safety.isSafe()) await safety.commit();
  }

  async function flushedAfterLook(): Promise<void> {
    await chores;
    if (mayBeGone) throw new Error("This device's storage does not say what it holds. Keep this tab open.");
    await queue.flush();
  }

  async function ensureLoaded(): Promise<StoredRoom> {
    if (loaded) return loaded;
    const room = await store.load(false);
    // Two attempts may be under way when the first one took too long.
    if (loaded) return loaded;
    loaded = room;
    addChore(beginVisit);
    folds.counted(room.updates.length);
    // Only what is damaged costs a look into every piece.
    if (!takeIn(room)) {
      loaded = await store.load();
      takeIn(loaded);
    }
    // Whether the last visit got as far as making it safe is not known.
    if (room.waiting.length > 0) safety.written();
    if (loaded.hasPrevious && loaded.damaged === 0) addChore(store.dropPrevious);
    if (isLarge(loaded)) addChore(compact);
    changed();
    return loaded;
  }

  function commitForPowerCut(): Promise<void> {
    hasEnded = false;
    return store.commitForPowerCut();
  }

  async function beginVisit(): Promise<void> {
    const unended = await store.begin();
    if (unended.length > 0) await store.clearUpAfter(unended);
  }

  async function endVisit(): Promise<void> {
    if (!loaded || hasEnded || queue.state() === "failed") return;
    hasEnded = true;
    // Begun now, behind what was just begun to be written.
    await store.end().catch((error) => console.warn("That this visit has ended could not be noted", error));
  }

  /** `false` when something of it could not be read. */
  function takeIn(room: StoredRoom): boolean {
    const knownKeys = new Set(unconfirmed.map((row) => row.key));
    for (const row of room.waiting) {
      if (knownKeys.has(row.key)) continue;
      const spans = row.spans.length > 0 ? row.spans : [{ tab: `row ${row.key}`, from: 1, to: row.changes }];
      // Counted before they are in the document: once they are, a step 2 carries them.
      edits.heard(spans);
      unconfirmed = [...unconfirmed, { key: row.key, lastEdit: edits.lastOf(spans) }];
    }
    if (room.pieces === takenPieces) return true;
    const isRead = applyStored(doc, room);
    if (isRead) takenPieces = room.pieces;
    return isRead;
  }

  async function writeBatch(batch: readonly QueuedUpdate[], durability: IDBTransactionDurability): Promise<void> {
    // From here to the transaction nothing waits: while a page is ending even a microtask comes too late (tried).
    if (!loaded) await ensureLoaded();
    if (batch.length === 0) return;
    if (hasEnded) addChore(beginVisit);
    hasEnded = false;
    const entries = runsByOwner(batch).map((run) => ({ run, entry: logEntry(run, tab) }));
    const keys = await store.append(
      entries.map(({ entry }) => entry),
      durability,
    );
    const ownRows = entries.flatMap(({ run }, index): UnconfirmedRow[] => {
      const [key, last] = [keys[index], run.at(-1)];
      return key !== undefined && last?.own ? [{ key, lastEdit: last.edit }] : [];
    });
    unconfirmed = [...unconfirmed, ...ownRows];
    folds.logged(batch.length);
    if (ownRows.length > 0 && durability === "relaxed") safety.written();
    stored(entries.map(({ entry: { packed, span } }) => ({ packed, ...(span && { span }) })));
    confirm();
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
    const updatesBefore = folds.held();
    folds.begun();
    const done = await store.compact(new Set(unconfirmed.map((row) => row.key)));
    if (!done) return;
    const folded = unconfirmed.filter((row) => done.removed.has(row.key));
    const rest = unconfirmed.filter((row) => !done.removed.has(row.key));
    const lastEdit = Math.max(...folded.map((row) => row.lastEdit));
    unconfirmed = done.waiting ? [{ key: done.waiting.key, lastEdit }, ...rest] : rest;
    folds.folded(done.waiting ? 1 : 0, updatesBefore);
  }

  /** The browser closes the store when it empties it, and on a full disk, after which it may begin a new one. */
  function lookWhatIsThere(isOther: boolean): void {
    if (!loaded) return;
    mayBeGone = true;
    isEmptied ||= isOther;
    addChore(restoreWhatIsGone);
    changed();
  }

  /** What is in memory and no longer on disk is then the only copy. */
  async function restoreWhatIsGone(): Promise<void> {
    if (!mayBeGone) return;
    clearTimeout(lookAgain);
    const underWay = queue.unwritten();
    const there = await store.load().catch(() => undefined);
    if (!there) {
      // It is still being closed, or emptied, or full.
      lookAgain = setTimeout(() => addChore(restoreWhatIsGone), LOOK_AGAIN_MS);
      return;
    }
    const wasForgotten = !isEmptied && isEmpty(there);
    const missing = wasForgotten ? undefined : missingIn(there, [...underWay, ...queue.unwritten()]);
    mayBeGone = false;
    isEmptied = false;
    const keys = new Set(there.waiting.map(({ key }) => key));
    unconfirmed = unconfirmed.filter(({ key }) => keys.has(key));
    folds.counted(there.updates.length);
    if (missing) {
      const own = ledger.edits() > ledger.acked();
      const number = own ? edits.made() : 0;
      queue.push({ update: missing, own, edit: ledger.edits(), number });
    }
    changed();
  }

  function missingIn(there: StoredRoom, underWay: readonly QueuedUpdate[]): Uint8Array | undefined {
    const stored = new Y.Doc();
    applyStored(stored, there);
    for (const { update } of underWay) Y.applyUpdate(stored, update);
    if (Y.equalSnapshots(Y.snapshot(stored), Y.snapshot(doc))) return undefined;
    return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(stored));
  }

  /** Chores make the next visit faster or truer; when one fails nothing written is lost, and its next turn comes. */
  function addChore(chore: () => Promise<void>): void {
    chores = chores.then(chore).catch((error) => console.warn("A chore on this device's disk failed", error));
  }
}

/** Whether folding the log pays. What the relay may still refuse stays beside the snapshot, and is as large as before. */
function isLarge({ updates, waiting }: StoredRoom): boolean {
  return waiting.length === 0 && updates.reduce((sum, { bytes }) => sum + bytes.length, 0) >= COMPACT_AT_BYTES;
}

function isEmpty({ snapshot, updates, damaged }: StoredRoom): boolean {
  return !snapshot && updates.length === 0 && damaged === 0;
}

/**
 * In one transaction, so that readers hear once, and a link that is already there sends it as one frame. `false` when a
 * piece could not be read.
 */
function applyStored(doc: Y.Doc, { snapshot, updates }: StoredRoom): boolean {
  return doc.transact(() => {
    const isStateRead = snapshot === undefined || isTaken(() => Y.applyUpdateV2(doc, snapshot, FROM_DISK));
    const unread = updates.filter((update) => !isTaken(() => applyStoredUpdate(doc, update, FROM_DISK)));
    return isStateRead && unread.length === 0;
  }, FROM_DISK);
}

/** A piece that cannot be read stays on disk as it is, and does not keep the others from being read. */
function isTaken(apply: () => void): boolean {
  try {
    apply();
    return true;
  } catch (error) {
    console.error("A stored change cannot be read; it is left as it is", error);
    return false;
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

function logEntry(run: readonly QueuedUpdate[], tab: string): LogEntry {
  const packed = packUpdates(run.map(({ update }) => update));
  const [first, last] = [run[0], run.at(-1)];
  if (!first?.own || !last) return { packed, own: false };
  return { packed, own: true, span: { tab, from: first.number, to: last.number } };
}
