/** Everything in a PostgreSQL database, one thing after the other; and the way in. */
import type { ClientBase } from "pg";
import { readAnswer } from "./answerTexts.ts";
import { answerArrays, bytesOf } from "./postgresArrays.ts";
import type { Connections } from "./postgresConnections.ts";
import type { Holding } from "./roomStore.ts";

interface Row {
  readonly kind: string;
  readonly holder: string;
  readonly key: string;
  readonly number: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly facts: Uint8Array | null;
}

interface Table {
  readonly name: string;
  readonly select: string;
  /** How many rows are read at once; few where one may be large. */
  readonly atOnce: number;
  readonly holding: (row: Row) => Holding;
}

const TABLES: readonly Table[] = [
  {
    name: "snapshots",
    select: "SELECT room AS holder, state AS bytes, facts FROM sameside.snapshots ORDER BY room",
    atOnce: 10,
    holding: ({ holder, bytes, facts }) => ({
      is: "snapshot",
      room: holder,
      state: bytesOf(bytes),
      facts: facts ? bytesOf(facts) : undefined,
    }),
  },
  {
    name: "log",
    select: "SELECT room AS holder, number, data AS bytes FROM sameside.log ORDER BY room, number",
    atOnce: 100,
    holding: ({ holder, number, bytes }) => ({
      is: "update",
      room: holder,
      row: Number(number),
      update: bytesOf(bytes),
    }),
  },
  {
    name: "answers",
    select: "SELECT workshop AS holder, row AS text FROM sameside.answers ORDER BY workshop, key",
    atOnce: 1000,
    holding: ({ holder, text }) => ({ is: "answer", workshop: holder, row: readAnswer(text) }),
  },
  {
    name: "records",
    select: "SELECT kind, workshop AS holder, key, value AS text FROM sameside.records ORDER BY kind, workshop, key",
    atOnce: 1000,
    holding: ({ kind, holder, key, text }) => ({ is: "record", kind, workshop: holder, key, value: text }),
  },
  {
    name: "attachments",
    select: `SELECT workshop AS holder, hash AS key, type AS text, bytes FROM sameside.attachments
      ORDER BY workshop, hash`,
    atOnce: 1,
    holding: ({ holder, key, text, bytes }) => ({
      is: "attachment",
      workshop: holder,
      hash: key,
      type: text,
      bytes: bytesOf(bytes),
    }),
  },
];

/** Reads in one transaction that sees one moment, a few rows at a time. */
export async function* holdingsIn(connections: Connections): AsyncGenerator<Holding> {
  const { client, giveBack } = await connections.lend();
  let isDone = false;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const table of TABLES) yield* rowsOf(client, table);
    await client.query("COMMIT");
    isDone = true;
  } finally {
    // A transaction that was left in the middle ends with its connection.
    giveBack(isDone ? undefined : new Error("left in the middle"));
  }
}

async function* rowsOf(client: ClientBase, { name, select, atOnce, holding }: Table): AsyncGenerator<Holding> {
  await client.query(`DECLARE ${name} CURSOR FOR ${select}`);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${atOnce} FROM ${name}`);
    for (const row of rows) yield holding(row);
    if (rows.length < atOnce) break;
  }
  await client.query(`CLOSE ${name}`);
}

/** What a batch may hold before it is written: things, and bytes. */
const BATCH_LENGTH = 500;
const BATCH_BYTES = 4 * 1024 * 1024;

/** Puts everything into an empty database, or nothing. */
export async function takeHoldings(client: ClientBase, holdings: AsyncIterable<Holding>): Promise<void> {
  await client.query("BEGIN");
  try {
    const tables = TABLES.map(({ name }) => `sameside.${name}`);
    await client.query(`LOCK TABLE ${tables.join(", ")} IN EXCLUSIVE MODE`);
    await checkEmpty(client, tables);
    await insertAll(client, holdings);
    await client.query("SELECT setval('sameside.numbers', max(number)) FROM sameside.log HAVING max(number) > 0");
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

async function checkEmpty(client: ClientBase, tables: readonly string[]): Promise<void> {
  const anyRow = tables.map((table) => `EXISTS (SELECT FROM ${table})`).join(" OR ");
  const { rows } = await client.query<{ holds: boolean }>(`SELECT ${anyRow} AS holds`);
  if (rows[0]?.holds) throw new Error("The database already holds something. Name a new one.");
}

async function insertAll(client: ClientBase, holdings: AsyncIterable<Holding>): Promise<void> {
  let batch: Holding[] = [];
  let bytes = 0;
  for await (const holding of holdings) {
    if (batch[0] && (batch[0].is !== holding.is || batch.length >= BATCH_LENGTH || bytes >= BATCH_BYTES)) {
      await insert(client, batch);
      batch = [];
      bytes = 0;
    }
    batch.push(holding);
    bytes += sizeOf(holding);
  }
  await insert(client, batch);
}

function sizeOf(holding: Holding): number {
  if (holding.is === "snapshot") return holding.state.length + (holding.facts?.length ?? 0);
  if (holding.is === "update") return holding.update.length;
  return holding.is === "attachment" ? holding.bytes.length : 0;
}

/** Writes a batch, in which all are of one kind. */
async function insert(client: ClientBase, batch: readonly Holding[]): Promise<void> {
  const snapshots = batch.filter((holding) => holding.is === "snapshot");
  for (const { room, state, facts } of snapshots)
    await client.query("INSERT INTO sameside.snapshots VALUES ($1, $2, $3)", [room, state, facts ?? null]);
  const updates = batch.filter((holding) => holding.is === "update");
  if (updates.length > 0)
    await client.query("INSERT INTO sameside.log SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[])", [
      updates.map(({ room }) => room),
      updates.map(({ row }) => row),
      updates.map(({ update }) => Buffer.from(update)),
    ]);
  const answers = batch.filter((holding) => holding.is === "answer");
  if (answers.length > 0)
    await client.query(
      "SELECT sameside.put_answers($1, $2, $3, $4, $5)",
      answerArrays(answers.map(({ workshop, row }) => ({ to: "answers", workshop, row }))),
    );
  const records = batch.filter((holding) => holding.is === "record");
  if (records.length > 0)
    await client.query(
      "INSERT INTO sameside.records SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])",
      (["kind", "workshop", "key", "value"] as const).map((column) => records.map((record) => record[column])),
    );
  const attachments = batch.filter((holding) => holding.is === "attachment");
  for (const { workshop, hash, type, bytes } of attachments)
    await client.query("INSERT INTO sameside.attachments VALUES ($1, $2, $3, $4)", [workshop, hash, type, bytes]);
}
