/** The relay's disk as a PostgreSQL database, which several relays may share. */
import type { AnswerRow } from "@sameside/protocol";
import { readAnswers } from "./answerTexts.ts";
import { answerArrays, bytesOf, updateArrays } from "./postgresArrays.ts";
import { Connections } from "./postgresConnections.ts";
import { bringToFormat } from "./postgresFormat.ts";
import { holdingsIn, takeHoldings } from "./postgresHoldings.ts";
import { lockOf } from "./postgresLocks.ts";
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
import { Tenancy } from "./tenancy.ts";

export interface PostgresOptions {
  /** Like `postgres://user:password@host:5432/name`. */
  readonly url: string;
  /** `true`: no other relay may use the database meanwhile. `false`: others may, if they are told the same way. */
  readonly isAlone: boolean;
  /** How long one statement may take, in milliseconds; absent = `STATEMENT_TIMEOUT_MS`. */
  readonly timeoutMs?: number;
  /** How long a relay that was stopped just now has to let go, in milliseconds; absent = `HANDOVER_MS`. */
  readonly handoverMs?: number;
}

/** Longer than any statement of a healthy database takes; shorter than devices wait for an answer. */
const STATEMENT_TIMEOUT_MS = 10_000;
/** The server notices at once that a process is gone, but not in no time. */
const HANDOVER_MS = 3_000;

/** @throws Error when the database cannot be reached, is used by others, or was written by a newer version */
export async function openPostgresStore(options: PostgresOptions): Promise<PostgresStore> {
  const { url, isAlone, timeoutMs = STATEMENT_TIMEOUT_MS, handoverMs = HANDOVER_MS } = options;
  const connections = new Connections({ url, timeoutMs });
  const tenancy = new Tenancy({ url, timeoutMs }, isAlone, handoverMs);
  try {
    await connections.using(bringToFormat);
    await tenancy.held();
    const [about] = await connections.rows<{ store: string }>("SELECT store FROM sameside.about", []);
    return new PostgresStore(connections, tenancy, about?.store ?? "");
  } catch (error) {
    await tenancy.close();
    await connections.close();
    throw error;
  }
}

export class PostgresStore implements RoomStore {
  /** Which store it is: the same for all relays that share it, another for every other database. */
  readonly id: string;
  readonly #connections: Connections;
  readonly #tenancy: Tenancy;

  constructor(connections: Connections, tenancy: Tenancy, id: string) {
    this.id = id;
    this.#connections = connections;
    this.#tenancy = tenancy;
  }

  async load(room: string): Promise<StoredRoom> {
    // One statement sees one moment: between two, a compaction could move rows from what is read second to the first.
    const rows = await this.#rows<{ number: string; data: Uint8Array; facts: Uint8Array | null }>(
      `SELECT 0::bigint AS number, state AS data, facts FROM sameside.snapshots WHERE room = $1
       UNION ALL SELECT number, data, NULL FROM sameside.log WHERE room = $1 ORDER BY number`,
      [room],
    );
    const found = rows.map(({ number, data, facts }) => ({ row: Number(number), data: bytesOf(data), facts }));
    const snapshot = found[0]?.row === 0 ? found.shift() : undefined;
    return {
      snapshot: snapshot && { state: snapshot.data, facts: snapshot.facts ? bytesOf(snapshot.facts) : undefined },
      log: found.map(({ row, data }) => ({ row, update: data })),
    };
  }

  async commit(writes: readonly Write[]): Promise<readonly number[]> {
    const numbers = await this.#rows<{ number: string }>(
      "SELECT * FROM sameside.commit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS number",
      [
        ...updateArrays(writes.filter((write) => write.to === "log")),
        ...answerArrays(writes.filter((write) => write.to === "answers")),
      ],
    );
    let next = 0;
    return writes.map(({ to }) => (to === "log" ? Number(numbers[next++]?.number) : 0));
  }

  async compact(room: string, { state, facts }: Snapshot, rows: readonly number[]): Promise<boolean> {
    const [done] = await this.#rows<{ done: boolean }>("SELECT sameside.compact($1, $2, $3, $4, $5) AS done", [
      lockOf(room),
      room,
      state,
      facts ?? null,
      rows,
    ]);
    return done?.done === true;
  }

  async answers(workshop: string): Promise<readonly AnswerRow[]> {
    const rows = await this.#rows<{ row: string }>(
      "SELECT row FROM sameside.answers WHERE workshop = $1 ORDER BY key",
      [workshop],
    );
    return readAnswers(rows.map(({ row }) => row));
  }

  async dropAnswers(workshop: string, keys: readonly string[]): Promise<void> {
    // In the order in which commits write them, so that nobody waits in a circle.
    await this.#change(
      `DELETE FROM sameside.answers WHERE workshop = $1 AND key IN (
         SELECT key FROM sameside.answers WHERE workshop = $1 AND key = ANY ($2) ORDER BY key FOR UPDATE)`,
      [workshop, keys],
    );
  }

  async record({ kind, workshop, key }: RecordKey): Promise<string | undefined> {
    const [found] = await this.#rows<{ value: string }>(
      "SELECT value FROM sameside.records WHERE kind = $1 AND workshop = $2 AND key = $3",
      [kind, workshop, key],
    );
    return found?.value;
  }

  async records(kind: string, workshop: string): Promise<readonly StoredRecord[]> {
    return this.#rows<StoredRecord & Record<string, string>>(
      "SELECT kind, workshop, key, value FROM sameside.records WHERE kind = $1 AND workshop = $2 ORDER BY key",
      [kind, workshop],
    );
  }

  async swap(key: RecordKey, expected: string | undefined, next: string | undefined): Promise<boolean> {
    const place = [key.kind, key.workshop, key.key];
    if (expected === undefined && next === undefined) return (await this.record(key)) === undefined;
    if (expected === undefined)
      return this.#changesOne("INSERT INTO sameside.records VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", [
        ...place,
        next,
      ]);
    if (next === undefined)
      return this.#changesOne(
        "DELETE FROM sameside.records WHERE kind = $1 AND workshop = $2 AND key = $3 AND value = $4",
        [...place, expected],
      );
    return this.#changesOne(
      "UPDATE sameside.records SET value = $5 WHERE kind = $1 AND workshop = $2 AND key = $3 AND value = $4",
      [...place, expected, next],
    );
  }

  async putAttachment(workshop: string, hash: string, { type, bytes }: StoredAttachment): Promise<void> {
    await this.#change("INSERT INTO sameside.attachments VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", [
      workshop,
      hash,
      type,
      bytes,
    ]);
  }

  async attachment(workshop: string, hash: string): Promise<StoredAttachment | undefined> {
    const [found] = await this.#rows<{ type: string; bytes: Uint8Array }>(
      "SELECT type, bytes FROM sameside.attachments WHERE workshop = $1 AND hash = $2",
      [workshop, hash],
    );
    return found && { type: found.type, bytes: bytesOf(found.bytes) };
  }

  async attachmentBytes(workshop: string): Promise<number> {
    const [sum] = await this.#rows<{ bytes: string }>(
      "SELECT coalesce(sum(octet_length(bytes)), 0)::bigint AS bytes FROM sameside.attachments WHERE workshop = $1",
      [workshop],
    );
    return Number(sum?.bytes);
  }

  async dropAttachment(workshop: string, hash: string): Promise<void> {
    await this.#change("DELETE FROM sameside.attachments WHERE workshop = $1 AND hash = $2", [workshop, hash]);
  }

  async roomSizes(workshop: string): Promise<ReadonlyMap<string, number>> {
    // A room is <workshop>.<kind>…; "/" is the character after ".".
    const rows = await this.#rows<{ room: string; bytes: string }>(
      `SELECT room, sum(bytes)::bigint AS bytes FROM (
         SELECT room, octet_length(state) AS bytes FROM sameside.snapshots WHERE room > $1 AND room < $2
         UNION ALL SELECT room, octet_length(data) FROM sameside.log WHERE room > $1 AND room < $2) AS sizes
       GROUP BY room ORDER BY room`,
      [`${workshop}.`, `${workshop}/`],
    );
    return new Map(rows.map(({ room, bytes }) => [room, Number(bytes)]));
  }

  /** The tables are written anew. What the server itself keeps besides (its write-ahead log, its backups) is its own. */
  async scrub(): Promise<void> {
    await this.#tenancy.held();
    await this.#connections.using(async (client) => {
      // Longer than any other statement may take.
      await client.query("SET statement_timeout = 0");
      try {
        for (const table of ["snapshots", "log", "answers", "attachments"])
          await client.query(`VACUUM (FULL) sameside.${table}`);
      } finally {
        await client.query("RESET statement_timeout");
      }
    });
  }

  async *everything(): AsyncGenerator<Holding> {
    await this.#tenancy.held();
    yield* holdingsIn(this.#connections);
  }

  async takeOver(holdings: AsyncIterable<Holding>): Promise<void> {
    await this.#tenancy.held();
    await this.#connections.using((client) => takeHoldings(client, holdings));
  }

  async close(): Promise<void> {
    await this.#connections.close();
    await this.#tenancy.close();
  }

  async #rows<Row extends Record<string, unknown>>(text: string, values: readonly unknown[]): Promise<Row[]> {
    await this.#tenancy.held();
    return this.#connections.rows<Row>(text, values);
  }

  async #change(text: string, values: readonly unknown[]): Promise<number> {
    await this.#tenancy.held();
    return this.#connections.change(text, values);
  }

  async #changesOne(text: string, values: readonly unknown[]): Promise<boolean> {
    return (await this.#change(text, values)) === 1;
  }
}
