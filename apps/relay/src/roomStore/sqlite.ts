/** The relay's disk as one SQLite file: write-ahead log, synced on every commit. */
import { mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { answerKey, replacesAnswer } from "@sameside/protocol";
import { answerText, readAnswer, readAnswers } from "./answerTexts.ts";
import type {
  Holding,
  RecordKey,
  RoomStore,
  Snapshot,
  StoredAttachment,
  StoredRecord,
  StoredRoom,
  Write,
} from "./roomStore.ts";
import { forgetRewriting, writeAnew } from "./sqliteAnew.ts";
import { copyOf, holdingsOf, removeOldCopies } from "./sqliteCopy.ts";
import { bringToFormat } from "./sqliteFormat.ts";
import { prepareStatements } from "./sqliteStatements.ts";

export interface SqliteOptions {
  /** Path of the database; its folder is made when it is missing. */
  readonly file: string;
  /** How large the database may grow, in bytes; absent = as large as the disk. */
  readonly maxBytes?: number;
}

const PAGE_BYTES = 4096;
/** How many things `takeOver` writes before others have a turn. */
const TAKEN_AT_ONCE = 1000;

type AnswerWrite = Extract<Write, { to: "answers" }>;

/** @throws Error when the file is in use, was written by a newer version, or is no database */
export function openSqliteStore({ file, maxBytes }: SqliteOptions): RoomStore {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    lock(database, file);
    forgetRewriting(database);
    bringToFormat(database, file);
    removeOldCopies(file);
    if (maxBytes !== undefined) database.exec(`PRAGMA max_page_count = ${Math.ceil(maxBytes / PAGE_BYTES)};`);
    return new SqliteStore(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
}

function lock(database: DatabaseSync, file: string): void {
  try {
    // A relay keeps rooms in memory, so a second one on the same file would answer from an old copy: keep it out.
    // What is removed is emptied at once: people may take back what they said, and free space would still hold it.
    database.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; BEGIN IMMEDIATE; COMMIT;`);
  } catch (error) {
    throw new Error(`${file} cannot be opened. Is another relay using this folder? (${messageOf(error)})`);
  }
}

class SqliteStore implements RoomStore {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #statements: ReturnType<typeof prepareStatements>;
  /** The largest number any update ever had. */
  #lastNumber: number;
  #copies = 0;
  readonly #copying = new Set<Promise<string>>();
  #lastScrubbing: Promise<void> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(database: DatabaseSync, file: string) {
    this.#database = database;
    this.#file = file;
    this.#statements = prepareStatements(database);
    this.#lastNumber = this.#statements.lastNumber();
  }

  async load(room: string): Promise<StoredRoom> {
    return { snapshot: this.#statements.snapshot(room), log: this.#statements.log(room) };
  }

  async commit(writes: readonly Write[]): Promise<readonly number[]> {
    let last = this.#lastNumber;
    const updates: { readonly room: string; readonly row: number; readonly update: Uint8Array }[] = [];
    const answers: AnswerWrite[] = [];
    const rows = writes.map((write) => {
      if (write.to === "answers") {
        answers.push(write);
        return 0;
      }
      last += 1;
      updates.push({ room: write.room, row: last, update: write.update });
      return last;
    });
    this.#transaction(() => {
      if (updates.length > 0) {
        this.#statements.addUpdates(updates);
        this.#statements.setLastNumber(last);
      }
      for (const answer of answers) this.#putAnswer(answer);
    });
    this.#lastNumber = last;
    return rows;
  }

  async compact(room: string, snapshot: Snapshot, rows: readonly number[]): Promise<boolean> {
    try {
      this.#transaction(() => {
        for (const row of rows) if (!this.#statements.removeUpdate(room, row)) throw new RowGone();
        this.#statements.putSnapshot(room, snapshot);
      });
      return true;
    } catch (error) {
      if (error instanceof RowGone) return false;
      throw error;
    }
  }

  async answers(workshop: string) {
    return readAnswers(this.#statements.answers(workshop));
  }

  async dropAnswers(workshop: string, keys: readonly string[]): Promise<void> {
    this.#transaction(() => {
      for (const key of keys) this.#statements.removeAnswer(workshop, key);
    });
  }

  async record(key: RecordKey): Promise<string | undefined> {
    return this.#statements.record(key);
  }

  async records(kind: string, workshop: string): Promise<readonly StoredRecord[]> {
    return this.#statements.records(kind, workshop);
  }

  async swap(key: RecordKey, expected: string | undefined, next: string | undefined): Promise<boolean> {
    return this.#transaction(() => {
      if (this.#statements.record(key) !== expected) return false;
      if (next === undefined) this.#statements.removeRecord(key);
      else this.#statements.putRecord(key, next);
      return true;
    });
  }

  async putAttachment(workshop: string, hash: string, attachment: StoredAttachment): Promise<void> {
    this.#transaction(() => this.#statements.addAttachment(workshop, hash, attachment));
  }

  async attachment(workshop: string, hash: string): Promise<StoredAttachment | undefined> {
    return this.#statements.attachment(workshop, hash);
  }

  async attachmentBytes(workshop: string): Promise<number> {
    return this.#statements.attachmentBytes(workshop);
  }

  async dropAttachment(workshop: string, hash: string): Promise<void> {
    this.#transaction(() => this.#statements.removeAttachment(workshop, hash));
    this.#emptyWriteAheadLog();
  }

  async roomSizes(workshop: string): Promise<ReadonlyMap<string, number>> {
    return this.#statements.roomSizes(workshop);
  }

  async scrub(): Promise<void> {
    const scrubbing = this.#lastScrubbing.then(async () => {
      await writeAnew(this.#database, this.#closing.signal);
      this.#emptyWriteAheadLog();
    });
    this.#lastScrubbing = scrubbing.catch(() => undefined);
    await scrubbing;
  }

  async *everything(): AsyncGenerator<Holding> {
    this.#copies += 1;
    const copying = copyOf(this.#database, this.#file, this.#copies);
    this.#copying.add(copying);
    const copy = await copying.finally(() => this.#copying.delete(copying));
    try {
      yield* holdingsOf(copy);
    } finally {
      rmSync(copy);
    }
  }

  async takeOver(holdings: AsyncIterable<Holding>): Promise<void> {
    // While it goes on, another commit fails: SQLite begins no transaction within a transaction.
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      if (!this.#statements.isEmpty()) throw new Error(`${this.#file} already holds something. Name a new folder.`);
      let last = 0;
      let taken = 0;
      for await (const holding of holdings) {
        this.#take(holding);
        if (holding.is === "update") last = Math.max(last, holding.row);
        taken += 1;
        if (taken % TAKEN_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      this.#statements.setLastNumber(last);
      this.#database.exec("COMMIT");
      this.#lastNumber = last;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error("The store is closed."));
    await Promise.allSettled([...this.#copying, this.#lastScrubbing]);
    this.#emptyWriteAheadLog();
    this.#database.close();
  }

  /** Pages as they were before stand in it until then. */
  #emptyWriteAheadLog(): void {
    this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  #putAnswer({ workshop, row }: AnswerWrite): void {
    const key = answerKey(row);
    const old = this.#statements.answer(workshop, key);
    if (old === undefined || replacesAnswer(readAnswer(old), row))
      this.#statements.putAnswer(workshop, key, answerText(row));
  }

  #take(holding: Holding): void {
    if (holding.is === "snapshot") this.#statements.putSnapshot(holding.room, holding);
    else if (holding.is === "update") this.#statements.addUpdates([holding]);
    else if (holding.is === "answer") this.#putAnswer({ to: "answers", ...holding });
    else if (holding.is === "record") this.#statements.putRecord(holding, holding.value);
    else this.#statements.addAttachment(holding.workshop, holding.hash, holding);
  }

  #transaction<T>(work: () => T): T {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite rolls some failures back by itself, a full disk among them.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }
}

/** Leaves the transaction when another compaction was first. */
class RowGone extends Error {}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
