/** What this device holds of a workshop: how much, and what of it is nowhere else. */
import { type Database, deviceFactory } from "../disk/database.ts";
import { countEdits } from "../disk/editSpans.ts";
import { isWaiting } from "../disk/roomRows.ts";
import { roomPrefixOf, tablesOf } from "./removal.ts";
import { lookOnDisk } from "./request.ts";

/** What no relay has confirmed: changes of documents, answers, pictures and sounds. */
export interface Waiting {
  readonly changes: number;
  readonly answers: number;
  readonly files: number;
}

export interface Unsent {
  readonly waiting: Waiting;
  /** Changes that a relay did not take, kept apart until their person decides. */
  readonly setAside: number;
}

export interface Holdings extends Unsent {
  /** On disk: what the rows hold, without what the browser adds. */
  readonly bytes: number;
  /** Pictures and sounds. */
  readonly files: number;
}

/** Rejects when the disk cannot be read. */
export function holdingsOf(workshop: string, factory: IDBFactory | null = deviceFactory()): Promise<Holdings> {
  return lookOnDisk(factory, (database) =>
    database.transaction("r", tablesOf(database), () => readHoldings(database, workshop)),
  );
}

/**
 * What is on this device and nowhere else, without reading what is settled: for who asks again and again. Rejects when the
 * disk cannot be read.
 */
export function unsentOf(workshop: string, factory: IDBFactory | null = deviceFactory()): Promise<Unsent> {
  return lookOnDisk(factory, async ({ log, answers, parked, blobs }) => {
    const prefix = roomPrefixOf(workshop);
    const [logged, answered, aside, files] = await Promise.all([
      log.where("room").startsWith(prefix).filter(isWaiting).toArray(),
      answers.where("workshop").equals(workshop).filter(isUnsent).toArray(),
      parked.where("room").startsWith(prefix).toArray(),
      blobs.where("workshop").equals(workshop).filter(isUnsent).count(),
    ]);
    // What this device says about itself is nobody's work.
    const own = answered.filter(({ row }) => row.topic !== "device");
    return {
      waiting: { changes: countEdits(logged).changes, answers: own.length, files },
      setAside: changesIn(aside.filter(isUndecided)),
    };
  });
}

/** Documents of which something is on this device only and was not proposed yet. Rejects when the disk cannot be read. */
export function unsentRooms(
  workshop: string,
  factory: IDBFactory | null = deviceFactory(),
): Promise<readonly string[]> {
  return lookOnDisk(factory, async ({ log, parked }) => {
    const prefix = roomPrefixOf(workshop);
    const [logged, aside] = await Promise.all([
      log.where("room").startsWith(prefix).filter(isWaiting).toArray(),
      parked.where("room").startsWith(prefix).toArray(),
    ]);
    return [...new Set([...logged, ...aside.filter(isUndecided)].map(({ room }) => room))].sort();
  });
}

/** Within a transaction over all tables of a workshop. */
export async function readHoldings(database: Database, workshop: string): Promise<Holdings> {
  const { snapshots, log, views, answers, parked, blobs } = database;
  const prefix = roomPrefixOf(workshop);
  const [settled, logged, shown, answered, aside, files] = await Promise.all([
    snapshots.where("room").startsWith(prefix).toArray(),
    log.where("room").startsWith(prefix).toArray(),
    views.where("room").startsWith(prefix).toArray(),
    answers.where("workshop").equals(workshop).toArray(),
    parked.where("room").startsWith(prefix).toArray(),
    blobs.where("workshop").equals(workshop).toArray(),
  ]);
  const sizes = [
    ...settled.map(({ state, waiting }) => state.byteLength + (waiting?.updates.byteLength ?? 0)),
    ...logged.map(({ updates }) => updates.byteLength),
    ...shown.map(({ text, view }) => text?.length ?? sizeOf(view)),
    ...answered.map(({ row }) => sizeOf(row)),
    ...aside.map(({ update }) => update.byteLength),
    ...files.map(({ bytes }) => bytes.byteLength),
  ];
  return {
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    waiting: {
      changes: countEdits(logged.filter(isWaiting)).changes,
      answers: answered.filter(isUnsent).length,
      files: files.filter(isUnsent).length,
    },
    setAside: changesIn(aside),
    files: files.length,
  };
}

function isUnsent({ waiting }: { readonly waiting: 0 | 1 }): boolean {
  return waiting === 1;
}

/** What was sent as a proposal is at the relay, too. */
function isUndecided({ proposal }: { readonly proposal?: string }): boolean {
  return proposal === undefined;
}

function changesIn(aside: readonly { readonly changes: number }[]): number {
  return aside.reduce((sum, { changes }) => sum + changes, 0);
}

/** About what the browser needs for plain data. */
function sizeOf(data: unknown): number {
  return JSON.stringify(data)?.length ?? 0;
}
