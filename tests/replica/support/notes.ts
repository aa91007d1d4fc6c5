/** Replicas of a small document for the replica's own tests, which know no journeys. */
import "fake-indexeddb/auto";
import { openReplica, type Replica, type ReplicaOptions, type ReplicaStatus, type TabPost } from "@sameside/replica";
import { IDBFactory } from "fake-indexeddb";
import * as Y from "yjs";

export type Notes = Record<string, string>;
export type NotesReplica = Replica<Y.Doc, Notes>;

export const WORKSHOP = "AAAAAAAAAAAAAAAAAAAAAA";
export const ROOM = `${WORKSHOP}.board.table1`;

/** A device of its own: what is kept on it is seen by nobody else. */
export function newDevice(): IDBFactory {
  return new IDBFactory();
}

/** Opens the notes of `ROOM` on a device; `null` is a device that keeps nothing. */
export function openNotes(
  factory: IDBFactory | null,
  options: Partial<ReplicaOptions<Y.Doc, Notes>> = {},
): Promise<NotesReplica> {
  return openReplica<Y.Doc, Notes>({ room: ROOM, asDocument: (doc) => doc, project: notesIn, factory, ...options });
}

export function notesIn(doc: Y.Doc): Notes {
  return Object.fromEntries(doc.getMap<string>("notes").entries());
}

export function write(replica: NotesReplica, key: string, text: string): void {
  replica.doc.getMap<string>("notes").set(key, text);
}

/** Two or more tabs of one device: each call opens one; they hear each other as a browser's tabs do. */
export function openTabsOf(
  device: IDBFactory,
): (options?: Partial<ReplicaOptions<Y.Doc, Notes>>) => Promise<NotesReplica> {
  const name = `tabs ${Math.random()}`;
  return (options = {}) => openNotes(device, { tabs: new BroadcastChannel(name) as TabPost, ...options });
}

/** `count` edits with keys `<prefix>0` and on, as they would be typed: one after the other is on disk. */
export async function writeOneByOne(replica: NotesReplica, prefix: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    write(replica, `${prefix}${index}`, `text ${index}`);
    await untilStatus(replica, (status) => status.disk === "kept");
  }
}

/** Resolves when the status is, or becomes, what is asked for. */
export function untilStatus(replica: NotesReplica, isIt: (status: ReplicaStatus) => boolean): Promise<ReplicaStatus> {
  return until(replica.subscribe, () => (isIt(replica.status()) ? replica.status() : undefined));
}

/** Resolves when the document has the note. */
export function untilNote(replica: NotesReplica, key: string): Promise<string> {
  const map = replica.doc.getMap<string>("notes");
  return until(
    (listener) => {
      map.observe(listener);
      return () => map.unobserve(listener);
    },
    () => map.get(key),
  );
}

/** Resolves with the first value `read` gives, now or after a change. */
export function until<T>(subscribe: (listener: () => void) => () => void, read: () => T | undefined): Promise<T> {
  return new Promise((resolve) => {
    let stop: (() => void) | undefined;
    let done = false;
    const look = () => {
      const value = read();
      if (value === undefined || done) return;
      done = true;
      stop?.();
      resolve(value);
    };
    stop = subscribe(look);
    if (done) stop();
    else look();
  });
}

/** All rows of one of the device's tables, read past the replica. */
export async function rowsOnDisk(factory: IDBFactory, table: string): Promise<Record<string, unknown>[]> {
  const database = await settled(factory.open("sameside"));
  try {
    return await settled(database.transaction(table).objectStore(table).getAll());
  } finally {
    database.close();
  }
}

/** Resolves when one of the device's tables has so many rows. */
export async function untilRows(factory: IDBFactory, table: string, count: number): Promise<void> {
  while ((await rowsOnDisk(factory, table)).length !== count);
}

/** Changes the rows of one of the device's tables, past the replica. */
export async function changeRows(
  factory: IDBFactory,
  table: string,
  change: (row: Record<string, unknown>) => Record<string, unknown>,
): Promise<void> {
  const rows = await rowsOnDisk(factory, table);
  const database = await settled(factory.open("sameside"));
  const store = database.transaction(table, "readwrite").objectStore(table);
  await Promise.all(rows.map((row) => settled(store.put(change(row)))));
  database.close();
}

/** A snapshot as another tab puts it when it has folded its log: with one note of its own. */
export function putSnapshot(database: IDBDatabase, key: string, text: string, generation: number): void {
  const doc = new Y.Doc();
  doc.getMap("notes").set(key, text);
  const state = Y.encodeStateAsUpdateV2(doc);
  database
    .transaction(["snapshots", "log"], "readwrite")
    .objectStore("snapshots")
    .put({ room: ROOM, format: 2, state, generation });
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
