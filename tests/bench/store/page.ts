/** The page of `pnpm bench data --store`: each store under the same edits, and the first paint of a large board. */
import { asBoardDocument, type BoardDocument, type BoardView, openBoardReader, readBoard } from "@sameside/model";
import { type Link, lastView, openReplica, type Replica } from "@sameside/replica";
import { Dexie } from "dexie";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

export interface Persisted {
  readonly edits: number;
  /** From the first edit until the last is on disk (ms). */
  readonly ms: number;
}

export interface StoreBench {
  /** Puts a board into our store and folds it until little is left to fold; for the first paint. */
  prepare(room: string, base: string, log: string): Promise<void>;
  ours(base: string, edits: number): Promise<Persisted>;
  yIndexeddb(base: string, edits: number): Promise<Persisted>;
  yDexie(base: string, edits: number): Promise<Persisted>;
  /** From the request to the plain view of all cards (ms), and how many there are. */
  paint(room: string): Promise<{ readonly ms: number; readonly cards: number }>;
  /** From the request to the document with all that is in it (ms). */
  loadDocument(room: string): Promise<{ readonly ms: number; readonly cards: number }>;
  /** Bytes of the values that our store holds of a room. */
  storedBytes(room: string): Promise<number>;
  /** Opens a board, with a view that is read again for each frame in which it changed, as a screen does. */
  openMerge(base: string, open?: Link): Promise<void>;
  /** Merges what the laptops bring, each in one go. */
  mergeWhole(updates: readonly string[]): Promise<void>;
  /** Resolves when what comes over the connection is all there; the last of it is a mark. */
  merged(): Promise<void>;
  /** What was merged is what one merge of the same gives: the same edits, and the same view of them. */
  isAsOneMerge(base: string, updates: readonly string[]): Promise<boolean>;
  /** Watches from here on how long the page cannot do anything else. */
  startWatching(): void;
  /** The longest such time (ms). */
  longest(): number;
}

declare global {
  interface Window {
    readonly bench: StoreBench;
  }
}

/** As somebody who drags through a large selection: some edits to a task, and the next task at once. */
const EDITS_PER_TASK = 20;

/** In a root that no reader knows. */
const MARK = "bench";
let merging: Y.Doc | undefined;
let mergedBoard: BoardDocument | undefined;
let longestGap = 0;

const bench: StoreBench = {
  async prepare(room, base, log) {
    const replica = await openBoard(room);
    const doc = docOf(replica.doc);
    Y.applyUpdateV2(doc, await bytesAt(base));
    await replica.saved();
    const updates = unpack(await bytesAt(log));
    for (const [index, update] of updates.entries()) {
      Y.applyUpdate(doc, update);
      if (index % EDITS_PER_TASK === 0) await nextTask();
      if (index % 10_000 === 0) await replica.saved();
    }
    await replica.saved();
    await replica.close();
  },
  async ours(base, edits) {
    const replica = await openBoard(`${"B".repeat(22)}.board.table1`);
    const doc = docOf(replica.doc);
    Y.applyUpdateV2(doc, await bytesAt(base));
    await replica.saved();
    const started = performance.now();
    await edit(doc, edits);
    await untilKept(replica);
    // The browser is thrown away after this: what would still be folded is not waited for.
    return { edits, ms: performance.now() - started };
  },
  async yIndexeddb(base, edits) {
    const doc = new Y.Doc();
    const store = new IndexeddbPersistence("bench", doc);
    await store.whenSynced;
    Y.applyUpdateV2(doc, await bytesAt(base));
    const flushed = async () => {
      // It tells nobody when something is stored; requests behind all of its own are.
      const database = store.db;
      if (!database) throw new Error("y-indexeddb has no database.");
      await ended(database.transaction("updates", "readwrite"));
    };
    await flushed();
    const started = performance.now();
    await edit(doc, edits);
    await flushed();
    const ms = performance.now() - started;
    await store.destroy();
    return { edits, ms };
  },
  async yDexie(base, edits) {
    const { default: yDexie, DexieYProvider } = await import("y-dexie");
    const database = new Dexie("bench-dexie", { addons: [yDexie] });
    database.version(1).stores({ boards: "id, doc:Y.Doc" });
    await database.table("boards").put({ id: "b" });
    const row = (await database.table("boards").get("b")) as { readonly doc: Y.Doc };
    const { doc } = row;
    const provider = DexieYProvider.load(doc);
    await provider.whenLoaded;
    Y.applyUpdateV2(doc, await bytesAt(base));
    const tables = database.tables.map(({ name }) => name).filter((name) => name.includes("doc"));
    const flushed = () =>
      database.transaction("rw", tables, async () => {
        await database.table(tables[0] ?? "").count();
      });
    await flushed();
    const started = performance.now();
    await edit(doc, edits);
    await flushed();
    const ms = performance.now() - started;
    database.close();
    return { edits, ms };
  },
  async paint(room) {
    const started = performance.now();
    const view = await lastView<BoardView>(room);
    return { ms: performance.now() - started, cards: view ? countCards(view) : 0 };
  },
  async loadDocument(room) {
    const started = performance.now();
    const replica = await openBoard(room);
    const ms = performance.now() - started;
    const cards = docOf(replica.doc).getMap("cards").size;
    // What it tidies up after opening belongs to a visit, and not to its first moment.
    await replica.close();
    return { ms, cards };
  },
  async storedBytes(room) {
    const request = indexedDB.open("sameside");
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    let bytes = 0;
    for (const table of ["snapshots", "log"]) {
      const all = database.transaction(table).objectStore(table).getAll();
      await new Promise((resolve) => {
        all.onsuccess = resolve;
      });
      for (const row of all.result as { room: string; state?: Uint8Array; updates?: Uint8Array }[])
        if (row.room.startsWith(room)) bytes += (row.state ?? row.updates)?.length ?? 0;
    }
    database.close();
    return bytes;
  },
  async openMerge(base, open) {
    const replica = await openBoard(`${"M".repeat(22)}.board.table1`, open);
    const doc = docOf(replica.doc);
    Y.applyUpdateV2(doc, await bytesAt(base), open && "elsewhere");
    await replica.saved();
    const reader = openBoardReader(replica.doc);
    let isStale = false;
    const look = () => {
      if (isStale || replica.status().catchingUp) return;
      isStale = true;
      requestAnimationFrame(() => {
        isStale = false;
        reader.view();
      });
    };
    reader.subscribe(look);
    replica.subscribe(look);
    reader.view();
    merging = doc;
    mergedBoard = replica.doc;
    if (open) await until(replica.subscribe, () => replica.status().wire === "online");
  },
  async mergeWhole(updates) {
    const brought = await Promise.all(updates.map(bytesAt));
    for (const update of brought) {
      if (merging) Y.applyUpdate(merging, update, "elsewhere");
      await nextTask();
    }
  },
  async merged() {
    const doc = merging;
    if (!doc) throw new Error("Open a board first.");
    const hear = (listener: () => void) => {
      doc.on("update", listener);
      return () => doc.off("update", listener);
    };
    await until(hear, () => doc.getMap(MARK).has("done"));
  },
  async isAsOneMerge(base, updates) {
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, await bytesAt(base));
    for (const update of await Promise.all(updates.map(bytesAt))) Y.applyUpdate(doc, update);
    if (!merging || !mergedBoard) throw new Error("Open a board first.");
    const isSame = Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(merging));
    return isSame && JSON.stringify(readBoard(asBoardDocument(doc))) === JSON.stringify(readBoard(mergedBoard));
  },
  startWatching() {
    longestGap = 0;
    void watchGaps();
  },
  longest: () => longestGap,
};
Object.assign(window, { bench });

function openBoard(room: string, open?: Link): Promise<Replica<BoardDocument, BoardView>> {
  const options = { room, asDocument: asBoardDocument, project: readBoard, ...(open && { open }) };
  return openReplica<BoardDocument, BoardView>(options);
}

/** A task of its own after each other one: what lies between two of them is what somebody who types waits for. */
async function watchGaps(): Promise<never> {
  for (let last = performance.now(); ; ) {
    await nextTask();
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
  }
}

/** The brand is taken off: the stores are compared below the commands, with the same edits for all. */
function docOf(board: BoardDocument): Y.Doc {
  return board as unknown as Y.Doc;
}

/** One register of one card per transaction, as a drop writes it. */
async function edit(doc: Y.Doc, edits: number): Promise<void> {
  const cards = [...doc.getMap<Y.Map<unknown>>("cards").values()];
  for (let done = 0; done < edits; done += 1) {
    cards[(done * 7919) % cards.length]?.set("at", [`p|l|${done}`, done, "somebody"]);
    if (done % EDITS_PER_TASK === EDITS_PER_TASK - 1) await nextTask();
  }
}

function untilKept(replica: Replica<BoardDocument, BoardView>): Promise<void> {
  return until(replica.subscribe, () => replica.status().disk === "kept");
}

function until(subscribe: (listener: () => void) => () => void, isIt: () => boolean): Promise<void> {
  if (isIt()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (!isIt()) return;
      stop();
      resolve();
    });
  });
}

async function bytesAt(name: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(`/${name}`)).arrayBuffer());
}

/** Each with its length before it, four bytes. */
function unpack(bytes: Uint8Array): Uint8Array[] {
  const numbers = new DataView(bytes.buffer);
  const updates: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = numbers.getUint32(at);
    updates.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return updates;
}

function countCards(view: BoardView): number {
  const holders = view.journeys.flatMap((journey) => journey.phases).flatMap((phase) => [phase, ...phase.touchpoints]);
  return holders.flatMap((holder) => Object.values(holder.cardsByLane).flat()).length + view.unplaced.length;
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
