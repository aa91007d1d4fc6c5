/**
 * Writes the tables of the SQLite file anew, a slice at a time, while others go on. SQLite empties what is removed, but
 * a row that was moved within its tree before may have left a copy behind in the unused part of a page. `VACUUM` would
 * rid the file of it too, and keep the whole relay waiting for as long as it takes.
 */
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { make, TABLES, type TableShape } from "./sqliteFormat.ts";

/** What one slice takes: about so many bytes (one row may be more), and rows. */
const SLICE_BYTES = 512 * 1024;
const SLICE_ROWS = 500;
/** After each slice so many times its duration is left to the others. */
const REST_TIMES = 2;

/** A row's key in the order of its table; the empty one comes before all. */
type Key = readonly SQLInputValue[];

/** Attachments are not among them: their bytes fill pages of their own, which are emptied when they are taken out. */
const SHAPES: readonly TableShape[] = Object.values(TABLES);

/** Rejects, with everything as it was, when the disk is full or `stop` says so. */
export async function writeAnew(database: DatabaseSync, stop: AbortSignal): Promise<void> {
  const inTurn = async (slice: () => void): Promise<void> => {
    stop.throwIfAborted();
    const begin = performance.now();
    slice();
    await setTimeout(REST_TIMES * (performance.now() - begin));
  };
  // One that failed on a full disk may have left something.
  forgetRewriting(database);
  try {
    for (const shape of SHAPES) {
      const rewriting = new Rewriting(database, shape);
      await inTurn(() => rewriting.begin());
      for (const slice of rewriting.copying()) await inTurn(slice);
      await inTurn(() => rewriting.swap());
      for (const slice of rewriting.emptying()) await inTurn(slice);
    }
  } finally {
    forgetRewriting(database);
  }
}

/** Removes what a rewriting that did not come to its end has left; every row is in the table it belongs to. */
export function forgetRewriting(database: DatabaseSync): void {
  if (!database.isOpen) return;
  for (const { name } of SHAPES)
    database.exec(`DROP TRIGGER IF EXISTS temp.${name}_added; DROP TRIGGER IF EXISTS temp.${name}_removed;
      DROP TABLE IF EXISTS main.${name}_anew; DROP TABLE IF EXISTS main.${name}_former;`);
}

class Rewriting {
  readonly #database: DatabaseSync;
  readonly #shape: TableShape;
  readonly #anew: string;
  readonly #former: string;
  readonly #key: string;

  constructor(database: DatabaseSync, shape: TableShape) {
    this.#database = database;
    this.#shape = shape;
    this.#anew = `${shape.name}_anew`;
    this.#former = `${shape.name}_former`;
    this.#key = shape.key.join(", ");
  }

  /** From now on what is added to the table is added to the new one, and what is removed is removed there. */
  begin(): void {
    const { name, key } = this.#shape;
    const isOld = key.map((column) => `${column} = OLD.${column}`).join(" AND ");
    this.#transaction(`${make(this.#shape, this.#anew)}
      CREATE TEMP TRIGGER ${name}_added AFTER INSERT ON main.${name}
        BEGIN INSERT OR REPLACE INTO ${this.#anew} VALUES (${this.#columns("NEW")}); END;
      CREATE TEMP TRIGGER ${name}_removed AFTER DELETE ON main.${name}
        BEGIN DELETE FROM ${this.#anew} WHERE ${isOld}; END;`);
  }

  /** What was there before, slice by slice. */
  *copying(): Generator<() => void> {
    const { name } = this.#shape;
    // A row that was added meanwhile is there already.
    const copy = this.#database.prepare(`INSERT OR IGNORE INTO ${this.#anew} SELECT * FROM ${name} WHERE
      (${this.#key}) > (${this.#places}) AND (${this.#key}) <= (${this.#places})`);
    for (const { after, upTo } of this.#slices(name)) yield () => void copy.run(...after, ...upTo);
  }

  swap(): void {
    const { name } = this.#shape;
    this.#transaction(`DROP TRIGGER temp.${name}_added; DROP TRIGGER temp.${name}_removed;
      ALTER TABLE ${name} RENAME TO ${this.#former}; ALTER TABLE ${this.#anew} RENAME TO ${name};`);
  }

  /** The former table, slice by slice: to drop it at once would empty all of its pages in one go. */
  *emptying(): Generator<() => void> {
    const remove = this.#database.prepare(`DELETE FROM ${this.#former} WHERE (${this.#key}) <= (${this.#places})`);
    for (const { upTo } of this.#slices(this.#former)) yield () => void remove.run(...upTo);
    yield () => this.#database.exec(`DROP TABLE ${this.#former}`);
  }

  /** The keys between which a slice lies; each is looked up when the one before is done. */
  *#slices(table: string): Generator<{ readonly after: Key; readonly upTo: Key }> {
    const next = this.#database.prepare(`SELECT ${this.#key}, ${this.#shape.bytes} AS slice_bytes FROM ${table}
      WHERE (${this.#key}) > (${this.#places}) ORDER BY ${this.#key} LIMIT ${SLICE_ROWS}`);
    let after: Key = this.#shape.key.map(() => "");
    for (;;) {
      const upTo = this.#endOf(next.iterate(...after));
      if (!upTo) return;
      yield { after, upTo };
      after = upTo;
    }
  }

  /** The last row that belongs to the slice; `undefined` when there is none left. */
  #endOf(rows: Iterable<Record<string, unknown>>): Key | undefined {
    let end: Key | undefined;
    let bytes = 0;
    for (const row of rows) {
      end = this.#shape.key.map((column) => row[column] as SQLInputValue);
      bytes += Number(row["slice_bytes"]);
      if (bytes >= SLICE_BYTES) break;
    }
    return end;
  }

  get #places(): string {
    return this.#shape.key.map(() => "?").join(", ");
  }

  /** The columns of a row in a trigger, in the order of the table. */
  #columns(row: "NEW"): string {
    const columns = this.#database.prepare(`PRAGMA table_info(${this.#shape.name})`).all() as { name: string }[];
    return columns.map(({ name }) => `${row}.${name}`).join(", ");
  }

  #transaction(work: string): void {
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      this.#database.exec(`${work} COMMIT;`);
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }
}
