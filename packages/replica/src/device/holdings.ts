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

export interface Holdings {
  /** On disk: what the rows hold, without what the browser adds. */
  readonly bytes: number;
  readonly waiting: Waiting;
  /** Changes that a relay did not take, kept apart until their person decides. */
  readonly setAside: number;
  /** Pictures and sounds. */
  readonly files: number;
}

/** Rejects when the disk cannot be read. */
export function holdingsOf(workshop: string, factory: IDBFactory | null = deviceFactory()): Promise<Holdings> {
  return lookOnDisk(factory, (database) =>
    database.transaction("r", tablesOf(database), () => readHoldings(database, workshop)),
  );
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
      answers: answered.filter(({ waiting }) => waiting === 1).length,
      files: files.filter(({ waiting }) => waiting === 1).length,
    },
    setAside: aside.reduce((sum, { changes }) => sum + changes, 0),
    files: files.length,
  };
}

/** About what the browser needs for plain data. */
function sizeOf(data: unknown): number {
  return JSON.stringify(data)?.length ?? 0;
}
