/** The statements of the SQLite store, each prepared once. */
import type { DatabaseSync } from "node:sqlite";
import type { RecordKey, Snapshot, StoredAttachment, StoredRecord, StoredUpdate } from "./roomStore.ts";

/** Updates one statement takes: a third of the cost of one statement each. */
const UPDATES_AT_ONCE = 25;

type RoomUpdate = StoredUpdate & { readonly room: string };

export function prepareStatements(database: DatabaseSync) {
  return {
    ...rooms(database),
    ...log(database),
    ...answers(database),
    ...records(database),
    ...attachments(database),
    isEmpty: (): boolean =>
      ["snapshots", "log", "answers", "records", "attachments"].every(
        (table) => database.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined,
      ),
  };
}

function rooms(database: DatabaseSync) {
  const select = database.prepare("SELECT state, facts FROM snapshots WHERE room = ?");
  const put = database.prepare("INSERT OR REPLACE INTO snapshots (room, state, facts) VALUES (?, ?, ?)");
  // A room is <workshop>.<kind>…; "/" is the character after ".".
  const selectSizes = database.prepare(
    `SELECT room, sum(bytes) AS bytes FROM (
       SELECT room, length(state) AS bytes FROM snapshots WHERE room > ?1 AND room < ?2
       UNION ALL SELECT room, length(data) FROM log WHERE room > ?1 AND room < ?2) GROUP BY room ORDER BY room`,
  );
  return {
    roomSizes: (workshop: string): Map<string, number> =>
      new Map(
        (selectSizes.all(`${workshop}.`, `${workshop}/`) as { room: string; bytes: number }[]).map(
          ({ room, bytes }) => [room, bytes],
        ),
      ),
    snapshot(room: string): Snapshot | undefined {
      const found = select.get(room) as { state: Uint8Array; facts: Uint8Array | null } | undefined;
      return found && { state: found.state, facts: found.facts ?? undefined };
    },
    putSnapshot(room: string, { state, facts }: Snapshot): void {
      put.run(room, state, facts ?? null);
    },
  };
}

function log(database: DatabaseSync) {
  const select = database.prepare("SELECT number, data FROM log WHERE room = ? ORDER BY number");
  const insert = (count: number) =>
    database.prepare(`INSERT INTO log (room, number, data) VALUES ${Array(count).fill("(?, ?, ?)").join(", ")}`);
  const insertOne = insert(1);
  const insertMany = insert(UPDATES_AT_ONCE);
  const remove = database.prepare("DELETE FROM log WHERE room = ? AND number = ?");
  const selectLast = database.prepare("SELECT number FROM last_number");
  const setLast = database.prepare("UPDATE last_number SET number = ?");
  return {
    log: (room: string): StoredUpdate[] =>
      (select.all(room) as unknown as { number: number; data: Uint8Array }[]).map(({ number, data }) => ({
        row: number,
        update: data,
      })),
    addUpdates(updates: readonly RoomUpdate[]): void {
      const inMany = updates.length - (updates.length % UPDATES_AT_ONCE);
      for (let from = 0; from < inMany; from += UPDATES_AT_ONCE) {
        const values: (string | number | Uint8Array)[] = [];
        for (const { room, row, update } of updates.slice(from, from + UPDATES_AT_ONCE)) values.push(room, row, update);
        insertMany.run(...values);
      }
      for (const { room, row, update } of updates.slice(inMany)) insertOne.run(room, row, update);
    },
    /** `false` when it is not there. */
    removeUpdate: (room: string, row: number): boolean => remove.run(room, row).changes === 1,
    lastNumber: (): number => (selectLast.get() as { number: number }).number,
    setLastNumber(number: number): void {
      setLast.run(number);
    },
  };
}

function answers(database: DatabaseSync) {
  const selectAll = database.prepare("SELECT row FROM answers WHERE workshop = ? ORDER BY key");
  const select = database.prepare("SELECT row FROM answers WHERE workshop = ? AND key = ?");
  const put = database.prepare("INSERT OR REPLACE INTO answers (workshop, key, row) VALUES (?, ?, ?)");
  const remove = database.prepare("DELETE FROM answers WHERE workshop = ? AND key = ?");
  return {
    answers: (workshop: string): string[] =>
      (selectAll.all(workshop) as unknown as { row: string }[]).map(({ row }) => row),
    answer: (workshop: string, key: string): string | undefined =>
      (select.get(workshop, key) as { row: string } | undefined)?.row,
    putAnswer(workshop: string, key: string, row: string): void {
      put.run(workshop, key, row);
    },
    removeAnswer(workshop: string, key: string): void {
      remove.run(workshop, key);
    },
  };
}

function records(database: DatabaseSync) {
  const selectAll = database.prepare(
    "SELECT kind, workshop, key, value FROM records WHERE kind = ? AND workshop = ? ORDER BY key",
  );
  const select = database.prepare("SELECT value FROM records WHERE kind = ? AND workshop = ? AND key = ?");
  const put = database.prepare("INSERT OR REPLACE INTO records (kind, workshop, key, value) VALUES (?, ?, ?, ?)");
  const remove = database.prepare("DELETE FROM records WHERE kind = ? AND workshop = ? AND key = ?");
  return {
    records: (kind: string, workshop: string): StoredRecord[] =>
      (selectAll.all(kind, workshop) as unknown as StoredRecord[]).map((row) => ({ ...row })),
    record: ({ kind, workshop, key }: RecordKey): string | undefined =>
      (select.get(kind, workshop, key) as { value: string } | undefined)?.value,
    putRecord({ kind, workshop, key }: RecordKey, value: string): void {
      put.run(kind, workshop, key, value);
    },
    removeRecord({ kind, workshop, key }: RecordKey): void {
      remove.run(kind, workshop, key);
    },
  };
}

function attachments(database: DatabaseSync) {
  const select = database.prepare("SELECT type, bytes FROM attachments WHERE workshop = ? AND hash = ?");
  const insert = database.prepare(
    "INSERT OR IGNORE INTO attachments (workshop, hash, type, bytes) VALUES (?, ?, ?, ?)",
  );
  const remove = database.prepare("DELETE FROM attachments WHERE workshop = ? AND hash = ?");
  const sum = database.prepare("SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM attachments WHERE workshop = ?");
  return {
    attachment(workshop: string, hash: string): StoredAttachment | undefined {
      const found = select.get(workshop, hash) as { type: string; bytes: Uint8Array } | undefined;
      return found && { type: found.type, bytes: found.bytes };
    },
    addAttachment(workshop: string, hash: string, { type, bytes }: StoredAttachment): void {
      insert.run(workshop, hash, type, bytes);
    },
    removeAttachment(workshop: string, hash: string): void {
      remove.run(workshop, hash);
    },
    attachmentBytes: (workshop: string): number => (sum.get(workshop) as { bytes: number }).bytes,
  };
}
