/** The tables of the relay's SQLite file, and how files of former versions become the one of this version. */
import type { DatabaseSync } from "node:sqlite";

/** Since format 3 nothing that was removed is left in free space: `secure_delete` is on whenever the file is written. */
const FORMAT = 3;
/** The same tables, in a file whose free space may hold what was removed. */
const UNCLEAN_FORMAT = 2;

/** A table of what people say. */
export interface TableShape {
  readonly name: string;
  /** What follows the name where it is made. */
  readonly columns: string;
  readonly key: readonly string[];
  /** The bytes of a row, about. */
  readonly bytes: string;
}

/**
 * `log` lies in the order it is read in, so an update costs one place in one tree. Its numbers are counted beside it,
 * because the largest one may be compacted away and must not come back.
 */
export const TABLES = {
  snapshots: {
    name: "snapshots",
    columns: "(room TEXT PRIMARY KEY, state BLOB NOT NULL, facts BLOB)",
    key: ["room"],
    bytes: "length(state) + coalesce(length(facts), 0)",
  },
  log: {
    name: "log",
    columns:
      "(room TEXT NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (room, number)) WITHOUT ROWID",
    key: ["room", "number"],
    bytes: "length(data)",
  },
  answers: {
    name: "answers",
    columns:
      "(workshop TEXT NOT NULL, key TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (workshop, key)) WITHOUT ROWID",
    key: ["workshop", "key"],
    bytes: "length(row)",
  },
  records: {
    name: "records",
    columns: `(
      kind TEXT NOT NULL, workshop TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, workshop, key)
    ) WITHOUT ROWID`,
    key: ["kind", "workshop", "key"],
    bytes: "length(value)",
  },
} as const satisfies Record<string, TableShape>;

/** Makes an empty table of this shape, under this name. */
export function make({ columns }: TableShape, name: string): string {
  return `CREATE TABLE ${name} ${columns};`;
}

const LOG = `${make(TABLES.log, "log")} CREATE TABLE last_number (number INTEGER NOT NULL);`;
const RECORDS = make(TABLES.records, "records");
const ATTACHMENTS = `
  CREATE TABLE attachments (
    workshop TEXT NOT NULL, hash TEXT NOT NULL, type TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (workshop, hash)
  );
`;
const NEW = `
  ${make(TABLES.snapshots, "snapshots")} ${make(TABLES.answers, "answers")}
  ${LOG} ${RECORDS} ${ATTACHMENTS}
  INSERT INTO last_number VALUES (0);
`;

/** Format 1 kept two hashes of tokens per workshop in a table; what they open is decided where access is. */
const FROM_1 = `
  ALTER TABLE snapshots ADD COLUMN facts BLOB;
  ALTER TABLE log RENAME TO log_of_format_1;
  ${LOG} ${RECORDS} ${ATTACHMENTS}
  INSERT INTO log SELECT room, seq, data FROM log_of_format_1 ORDER BY room, seq;
  INSERT INTO last_number SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'log_of_format_1';
  DROP TABLE log_of_format_1;
  INSERT INTO records SELECT 'oldTokens', id, '', json_object('write', write_hash, 'read', read_hash) FROM workshops;
  DROP TABLE workshops;
`;

const STEPS: Readonly<Record<number, string>> = { 0: NEW, 1: FROM_1, [UNCLEAN_FORMAT]: "" };

/**
 * Makes the tables of an empty file, or those of a former version into this version's; all of it or nothing.
 * @throws Error when a newer version wrote the file
 */
export function bringToFormat(database: DatabaseSync, file: string): void {
  const { user_version: format } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (format === FORMAT) return;
  const step = STEPS[format];
  if (step === undefined) throw new Error(`${file} was written by a newer version of Sameside. Start that version.`);
  const isNew = format === 0;
  database.exec("BEGIN IMMEDIATE");
  try {
    database.exec(`${step} PRAGMA user_version = ${isNew ? FORMAT : UNCLEAN_FORMAT}; COMMIT;`);
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
  if (isNew) return;
  // Once, while nobody waits: what former versions removed is in free space until then.
  database.exec(`VACUUM; PRAGMA user_version = ${FORMAT}; PRAGMA wal_checkpoint(TRUNCATE);`);
}
