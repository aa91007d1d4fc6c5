/** A second SQLite file with everything as it stood at one moment, to be read while the relay goes on writing. */
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { readAnswer } from "./answerTexts.ts";
import type { Holding } from "./roomStore.ts";

const SQLITE_OK = 0;

/** Pages copied in one go; meanwhile a commit waits. */
const PAGES_AT_ONCE = 500;

/** How often a copy is begun anew when a commit is in its way; each is in it for less than a millisecond. */
const BEGINNINGS = 1000;

/** What a copy's name is made of, after the name of the file. */
const COPY = ".copy-";

interface Row {
  readonly holder: string;
  readonly key: string;
  readonly number: number;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly facts: Uint8Array | null;
}

const TABLES: readonly { readonly select: string; readonly holding: (row: Row) => Holding }[] = [
  {
    select: "SELECT room AS holder, state AS bytes, facts FROM snapshots ORDER BY room",
    holding: ({ holder, bytes, facts }) => ({
      is: "snapshot",
      room: holder,
      state: bytes,
      facts: facts ?? undefined,
    }),
  },
  {
    select: "SELECT room AS holder, number, data AS bytes FROM log ORDER BY room, number",
    holding: ({ holder, number, bytes }) => ({ is: "update", room: holder, row: number, update: bytes }),
  },
  {
    select: "SELECT workshop AS holder, row AS text FROM answers ORDER BY workshop, key",
    holding: ({ holder, text }) => ({ is: "answer", workshop: holder, row: readAnswer(text) }),
  },
  {
    select: "SELECT kind, workshop AS holder, key, value AS text FROM records ORDER BY kind, workshop, key",
    holding: (row) => recordOf(row as Row & { readonly kind: string }),
  },
  {
    select: "SELECT workshop AS holder, hash AS key, type AS text, bytes FROM attachments ORDER BY workshop, hash",
    holding: ({ holder, key, text, bytes }) => ({ is: "attachment", workshop: holder, hash: key, type: text, bytes }),
  },
];

/**
 * Copies the whole file beside itself, a part at a time between commits; what is committed meanwhile is in it.
 * The caller removes it. An exclusively locked file cannot be read by a second connection, hence a copy.
 */
export async function copyOf(database: DatabaseSync, file: string, number: number): Promise<string> {
  const copy = `${file}${COPY}${number}`;
  for (let beginning = 1; ; beginning += 1) {
    try {
      await backup(database, copy, { rate: PAGES_AT_ONCE });
      return copy;
    } catch (error) {
      if (!isInTheWay(error) || beginning === BEGINNINGS) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** Node copies on another thread, and when the first part meets a commit, it fails with an error of "not an error". */
function isInTheWay(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_OK;
}

/** Everything in a copy, in the order of `RoomStore.everything`. */
export function* holdingsOf(copy: string): Generator<Holding> {
  // Not read-only: who only reads leaves the files of the write-ahead log behind.
  const database = new DatabaseSync(copy);
  try {
    for (const { select, holding } of TABLES)
      for (const row of database.prepare(select).iterate()) yield holding(row as unknown as Row);
  } finally {
    database.close();
  }
}

/** Removes what a relay that was killed while copying has left. */
export function removeOldCopies(file: string): void {
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(`${basename(file)}${COPY}`)) rmSync(join(dirname(file), name));
}

function recordOf({ kind, holder, key, text }: Row & { readonly kind: string }): Holding {
  return { is: "record", kind, workshop: holder, key, value: text };
}
