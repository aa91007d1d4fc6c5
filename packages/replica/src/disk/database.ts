/** The one database of this device: its tables, how it is opened, and a commit that a page's end does not stop. */
import type { AnswerRefusal, AnswerRow, Right, SeatRole } from "@sameside/protocol";
import { Dexie, type Table } from "dexie";
import { DiskError } from "./diskTrouble.ts";
import type { EditSpan } from "./editSpans.ts";

/** What is known about a room apart from its content. */
interface RoomRow {
  readonly id: string;
  /** What the relay said last; kept so that a reader's board opens read-only without a network, too. */
  readonly right: Right;
}

/** The settled part of a room. `generation` grows with every compaction, so that two cannot cross. */
export interface SnapshotRow {
  readonly room: string;
  /** 2: a V2 state as it is; 3: the same, gzipped. */
  readonly format: 2 | 3;
  readonly state: Uint8Array;
  readonly generation: number;
  /** Beside the snapshot before: the own edits that had been folded then and no relay had confirmed, as a log row holds them. */
  readonly waiting?: LoggedBytes;
}

/** Updates as a log row holds them. */
export interface LoggedBytes {
  /** Packed V1 updates (see updatePack.ts), or, with `encoding` 2, one V2 update. */
  readonly updates: Uint8Array;
  /** 2: of a folded row. */
  readonly encoding?: 2;
  /** 1: `updates` is gzipped, as a folded row is where the browser can. */
  readonly gzipped?: 1;
}

/** The updates of one flush, all own or all from others; or what was folded of several. */
export interface LogRow extends LoggedBytes {
  readonly seq?: number;
  readonly room: string;
  /** Transactions of this device in it; 0 in a row from others. */
  readonly changes: number;
  readonly own: 0 | 1;
  /** 1 when the relay has it on disk (what came from others always is). */
  readonly acked: 0 | 1;
  /** Which edits of which tabs an own row holds. */
  readonly spans?: readonly EditSpan[];
}

/** The last good plain view, for first paint and the home screen. */
export interface ViewRow {
  readonly room: string;
  /** JSON. */
  readonly text?: string;
  /** Of older programs, which stored it as it was. */
  readonly view?: unknown;
}

/** An answer known on this device; `waiting` 1 until the relay has it on disk. `refused`: why the relay never takes it. */
export interface AnswerRecord {
  readonly workshop: string;
  readonly key: string;
  readonly row: AnswerRow;
  readonly waiting: 0 | 1;
  readonly refused?: AnswerRefusal;
}

/** A place in a workshop that a relay has given this device. */
export interface HeldSeat {
  /** What stands for it at the relay: for sockets and requests. Told to nobody. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Usually the device's own person; another one when a personal code brought it, or the own one was taken. */
  readonly person: string;
  readonly role: SeatRole;
  readonly table: string | null;
}

/** A workshop this device has made or joined. */
export interface KnownWorkshop {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** Only on the laptop that made it. */
  readonly secret?: string;
  /** The code in links: where it was published, of those to take part; where it was joined, of the link that was used. */
  readonly token?: string;
  /** The code in links to look on. */
  readonly readToken?: string;
  /** The relay's http origin, once it was published or joined. */
  readonly relay?: string;
  /** Absent before the first visit, and in rows of the first version: `Device.enter` takes it. */
  readonly seat?: HeldSeat;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly right: Right;
}

/** Own edits that the relay did not take, apart from the room until their person decides. */
export interface ParkedRow {
  readonly id?: number;
  readonly room: string;
  /** The edits alone, as a V1 update; it needs what the relay had when they were refused. */
  readonly update: Uint8Array;
  /** How many changes. */
  readonly changes: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Under which name they were sent to who leads the table. */
  readonly proposal?: string;
}

/** A picture or sound of a workshop on this device, named by its hash. */
export interface BlobRow {
  readonly workshop: string;
  readonly hash: string;
  /** The media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** 1 until the relay has it; of what was taken out, until the relay has removed it. */
  readonly waiting: 0 | 1;
  /** Who is in it: it leaves this device once each of them has agreed. Absent: nobody is. */
  readonly pictured?: readonly string[];
  /** Why the relay never takes it, in a sentence. */
  readonly refused?: string;
  /** 1: it was taken out. `bytes` is empty, and the file is not kept again. */
  readonly takenOut?: 1;
}

/** A version of a room: what is known of it without its bytes. */
export interface VersionRow {
  readonly id?: number;
  readonly room: string;
  /** Empty where nobody gave it one. */
  readonly name: string;
  /** `named`: somebody kept it. The others were kept by themselves: at a step, in an hour of editing, before a return. */
  readonly why: "named" | "step" | "hour" | "return";
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly mark?: string;
  /** Of its bytes as they are stored. */
  readonly size: number;
}

/** The bytes of a version, apart, so that listing reads none of them. */
export interface VersionStateRow {
  readonly id: number;
  readonly room: string;
  readonly state: Uint8Array<ArrayBuffer>;
  readonly gzipped: 0 | 1;
}

/** Where plain data beside a room is kept in `meta`. */
export function besideKey(room: string): string {
  return `beside/${room}`;
}

interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

export interface Tables {
  readonly rooms: Table<RoomRow, string>;
  readonly snapshots: Table<SnapshotRow, string>;
  readonly log: Table<LogRow, number>;
  readonly views: Table<ViewRow, string>;
  readonly answers: Table<AnswerRecord, [string, string]>;
  readonly workshops: Table<KnownWorkshop, string>;
  readonly parked: Table<ParkedRow, number>;
  readonly blobs: Table<BlobRow, [string, string]>;
  readonly versions: Table<VersionRow, number>;
  readonly versionStates: Table<VersionStateRow, number>;
  readonly meta: Table<MetaRow, string>;
}
export type Database = Dexie & Tables;

const DATABASE_NAME = "sameside";
/** Of the row in `meta` that tells one database from the next of the same name. */
const MADE = "made";
/** Of the tables and of what their rows may hold. A tab that meets a newer one only reads. */
const SCHEMA_VERSION = 3;
/** Dexie keeps its versions at the browser times this. */
const VERSIONS_PER_SCHEMA = 10;
/**
 * How long IndexedDB may take before a request counts as failed (ms). On a full disk Chromium closes the connection and
 * its promises never settle, so without a bound the screen would say "typing" for ever.
 */
const DATABASE_PATIENCE_MS = 2_000;
/** … and for requests that read a whole room (ms): the largest room on a slow disk must not look like a dead one. */
export const WHOLE_ROOM_PATIENCE_MS = 15_000;

/**
 * A connection to the device's database; it opens with the first request.
 * `factory` is the browser's `indexedDB`, or another one in tests. Throws when there is none.
 */
export function openDatabase(factory: IDBFactory | null): Database {
  if (!factory)
    throw new DiskError(
      "absent",
      "This browser keeps nothing on this device. Leave private mode, or use another browser.",
    );
  const database = new Dexie(DATABASE_NAME, {
    indexedDB: factory,
    IDBKeyRange: globalThis.IDBKeyRange,
    // The cache answers from memory what is not yet on disk; "kept" must mean the disk.
    cache: "disabled",
    // Enough against a crash of the browser; a strict commit adds the rest where it is promised.
    chromeTransactionDurability: "relaxed",
  }) as Database;
  database.version(1).stores({
    rooms: "id",
    snapshots: "room",
    log: "++seq, room",
    views: "room",
    answers: "[workshop+key], workshop",
    workshops: "id",
    meta: "key",
  });
  // Tables are added to, never changed: what an older program has stored is read as it is.
  database.version(2).stores({
    parked: "++id, room",
    blobs: "[workshop+hash], workshop",
    versions: "++id, room",
    versionStates: "id, room",
  });
  // No new tables: a folded log row may be in Yjs's second encoding, which a program of before would take for damaged.
  database.version(SCHEMA_VERSION).stores({});
  database.on("populate", (transaction) => {
    void transaction.table<MetaRow, string>("meta").add({ key: MADE, value: `${Date.now()} ${Math.random()}` });
  });
  return database;
}

/** Which database this is: another one after the browser has thrown everything away. "" of one from before it was noted. */
export async function whichDatabase(database: Database): Promise<string> {
  const row = await database.meta.get(MADE);
  return typeof row?.value === "string" ? row.value : "";
}

/** `true` when a version of the browser's is that of newer tables than this program's. */
export function isNewerVersion(browserVersion: number | null): boolean {
  return browserVersion !== null && Math.floor(browserVersion / VERSIONS_PER_SCHEMA) > SCHEMA_VERSION;
}

/** The browser's own IndexedDB; `null` where there is none. */
export function deviceFactory(): IDBFactory | null {
  try {
    return globalThis.indexedDB ?? null;
  } catch {
    // Some browsers throw on access when storage is forbidden.
    return null;
  }
}

/**
 * Passes a request's result on, or rejects when the database has not answered in time, or when what was put into `hopes`
 * is called: it never will.
 */
export async function withPatience<T>(
  request: PromiseLike<T>,
  hopes: Set<() => void>,
  patience = DATABASE_PATIENCE_MS,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let giveUp = () => {};
  const tooLong = new Promise<never>((_, reject) => {
    giveUp = () => reject(new DiskError("silent", "This device's storage does not answer. Is the disk full?"));
    timer = setTimeout(giveUp, patience);
  });
  hopes.add(giveUp);
  try {
    return await Promise.race([request, tooLong]);
  } finally {
    hopes.delete(giveUp);
    clearTimeout(timer);
  }
}

/**
 * Writes to one table in a transaction that is committed without waiting for the answers to its requests, so that it
 * goes through even when the page that began it ends in this moment (Dexie's own transactions do not: tried).
 * Resolves with the keys when it is on disk as far as `durability` says.
 */
export async function commitAtOnce(
  database: Database,
  table: keyof Tables,
  durability: IDBTransactionDurability,
  write: (store: IDBObjectStore) => readonly IDBRequest<IDBValidKey>[],
): Promise<readonly IDBValidKey[]> {
  // Only then, since waiting would be one moment too many for a page that ends.
  if (!database.isOpen()) await database.open();
  return new Promise((resolve, reject) => {
    const transaction = database.backendDB().transaction(table, "readwrite", { durability });
    transaction.onabort = () => reject(transaction.error ?? new Error("This device's storage gave up a write."));
    const requests = write(transaction.objectStore(table));
    transaction.oncomplete = () => resolve(requests.map((request) => request.result));
    transaction.commit();
  });
}
