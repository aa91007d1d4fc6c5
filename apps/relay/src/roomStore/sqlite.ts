/** The relay's disk as one SQLite file: write-ahead log, synced on every commit. */
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type AnswerRow, AnswerRowSchema, answerKey } from "@sameside/protocol";
import type { RoomStore, StoredRoom, TokenHashes, Write } from "./roomStore.ts";

export interface SqliteOptions {
  /** Path of the database; its folder is made when it is missing. */
  readonly file: string;
  /** How large the database may grow, in bytes; absent = as large as the disk. */
  readonly maxBytes?: number;
}

const FORMAT = 1;
const PAGE_BYTES = 4096;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS workshops (id TEXT PRIMARY KEY, write_hash TEXT NOT NULL, read_hash TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS snapshots (room TEXT PRIMARY KEY, state BLOB NOT NULL);
  CREATE TABLE IF NOT EXISTS log (seq INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL, data BLOB NOT NULL);
  CREATE INDEX IF NOT EXISTS log_by_room ON log (room, seq);
  CREATE TABLE IF NOT EXISTS answers (
    workshop TEXT NOT NULL, key TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (workshop, key)
  ) WITHOUT ROWID;
`;

/** @throws Error when the file is in use, was written by a newer version, or is no database */
export function openSqliteStore({ file, maxBytes }: SqliteOptions): RoomStore {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    prepare(database, file, maxBytes);
    return store(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: DatabaseSync, file: string, maxBytes: number | undefined): void {
  try {
    // A relay keeps rooms in memory, so a second one on the same file would answer from an old copy: keep it out.
    database.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT;`);
  } catch (error) {
    throw new Error(`${file} cannot be opened. Is another relay using this folder? (${messageOf(error)})`);
  }
  const { user_version: format } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (format > FORMAT) throw new Error(`${file} was written by a newer version of Sameside. Start that version.`);
  database.exec(`${SCHEMA} PRAGMA user_version = ${FORMAT};`);
  if (maxBytes !== undefined) database.exec(`PRAGMA max_page_count = ${Math.ceil(maxBytes / PAGE_BYTES)};`);
}

function store(database: DatabaseSync): RoomStore {
  const selectSnapshot = database.prepare("SELECT state FROM snapshots WHERE room = ?");
  const selectLog = database.prepare("SELECT seq, data FROM log WHERE room = ? ORDER BY seq");
  const insertUpdate = database.prepare("INSERT INTO log (room, data) VALUES (?, ?)");
  const deleteUpdate = database.prepare("DELETE FROM log WHERE seq = ? AND room = ?");
  const putSnapshot = database.prepare("INSERT OR REPLACE INTO snapshots (room, state) VALUES (?, ?)");
  const putAnswer = database.prepare("INSERT OR REPLACE INTO answers (workshop, key, row) VALUES (?, ?, ?)");
  const selectAnswers = database.prepare("SELECT row FROM answers WHERE workshop = ? ORDER BY key");
  const selectHashes = database.prepare("SELECT write_hash, read_hash FROM workshops WHERE id = ?");
  const insertHashes = database.prepare("INSERT OR IGNORE INTO workshops (id, write_hash, read_hash) VALUES (?, ?, ?)");

  const transaction = <T>(work: () => T): T => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      database.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite rolls some failures back by itself, a full disk among them.
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  };
  const write = (write: Write): number => {
    if (write.to === "log") return Number(insertUpdate.run(write.room, write.update).lastInsertRowid);
    putAnswer.run(write.workshop, answerKey(write.row), JSON.stringify(write.row));
    return 0;
  };
  const hashesOf = (workshop: string): TokenHashes | undefined => {
    const found = selectHashes.get(workshop) as { write_hash: string; read_hash: string } | undefined;
    return found && { write: found.write_hash, read: found.read_hash };
  };

  return {
    async load(room): Promise<StoredRoom> {
      const snapshot = selectSnapshot.get(room) as { state: Uint8Array } | undefined;
      const log = selectLog.all(room) as unknown as { seq: number; data: Uint8Array }[];
      return { snapshot: snapshot?.state, log: log.map(({ seq, data }) => ({ row: seq, update: data })) };
    },
    async commit(writes) {
      return transaction(() => writes.map(write));
    },
    async compact(room, snapshot, rows) {
      try {
        transaction(() => {
          for (const row of rows) if (deleteUpdate.run(row, room).changes !== 1) throw new RowGone();
          putSnapshot.run(room, snapshot);
        });
        return true;
      } catch (error) {
        if (error instanceof RowGone) return false;
        throw error;
      }
    },
    async answers(workshop): Promise<readonly AnswerRow[]> {
      const found = selectAnswers.all(workshop) as unknown as { row: string }[];
      return found.flatMap(({ row }) => AnswerRowSchema.safeParse(JSON.parse(row)).data ?? []);
    },
    async tokenHashes(workshop) {
      return hashesOf(workshop);
    },
    async claim(workshop, hashes) {
      insertHashes.run(workshop, hashes.write, hashes.read);
      return hashesOf(workshop) ?? hashes;
    },
    async close() {
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      database.close();
    },
  };
}

/** Leaves the transaction when another compaction was first. */
class RowGone extends Error {}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
