/** What the relay keeps in a PostgreSQL database: tables and functions in a schema of their own. */
import { randomBytes } from "node:crypto";
import type { ClientBase } from "pg";
import { ADVISORY, LOCKS } from "./postgresLocks.ts";

const FORMAT = 1;
/** PostgreSQL 13, as the server counts versions. */
const OLDEST_SERVER = 130_000;

/** Texts compare byte by byte ("C"), as they do in every other engine, whatever the database's language is. */
const TABLES = `
  CREATE SCHEMA IF NOT EXISTS sameside;
  CREATE TABLE sameside.about (format integer NOT NULL, store text NOT NULL, holder text NOT NULL);
  CREATE SEQUENCE sameside.numbers;
  CREATE TABLE sameside.snapshots (room text COLLATE "C" PRIMARY KEY, state bytea NOT NULL, facts bytea);
  CREATE TABLE sameside.log (
    room text COLLATE "C" NOT NULL, number bigint NOT NULL, data bytea NOT NULL, PRIMARY KEY (room, number)
  );
  CREATE TABLE sameside.answers (
    workshop text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, time bigint NOT NULL, tie bytea NOT NULL,
    row text NOT NULL, PRIMARY KEY (workshop, key)
  );
  CREATE TABLE sameside.records (
    kind text COLLATE "C" NOT NULL, workshop text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL, PRIMARY KEY (kind, workshop, key)
  );
  CREATE TABLE sameside.attachments (
    workshop text COLLATE "C" NOT NULL, hash text COLLATE "C" NOT NULL, type text NOT NULL, bytes bytea NOT NULL,
    PRIMARY KEY (workshop, hash)
  );
  ALTER TABLE sameside.attachments ALTER COLUMN bytes SET STORAGE EXTERNAL;
`;

/**
 * Two relays may write one room at once. A number is taken from the sequence before its commit ends, so without a lock
 * a reader could see the larger of two numbers first, and take the smaller one for something it has read. Whoever writes
 * a room therefore holds the room's lock from before the first number until the commit has ended; locks are taken in
 * ascending order, so nobody waits in a circle. One call is one statement: one round trip, and all or nothing.
 */
const FUNCTIONS = `
  CREATE FUNCTION sameside.lock_rooms(locks integer[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE lock integer;
  BEGIN
    FOREACH lock IN ARRAY locks LOOP PERFORM pg_advisory_xact_lock(${ADVISORY.rooms}, lock); END LOOP;
  END $$;

  CREATE FUNCTION sameside.put_answers(
    workshops text[], keys text[], times bigint[], ties bytea[], texts text[]
  ) RETURNS void LANGUAGE sql AS $$
    INSERT INTO sameside.answers AS old SELECT * FROM unnest(workshops, keys, times, ties, texts)
    ON CONFLICT (workshop, key) DO UPDATE SET time = excluded.time, tie = excluded.tie, row = excluded.row
    WHERE (old.time, old.tie) < (excluded.time, excluded.tie)
  $$;

  CREATE FUNCTION sameside.commit(
    locks integer[], rooms text[], room_of integer[], starts integer[], lengths integer[], bytes bytea,
    workshops text[], keys text[], times bigint[], ties bytea[], texts text[]
  ) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM sameside.lock_rooms(locks);
    RETURN QUERY INSERT INTO sameside.log
      SELECT rooms[u.room], nextval('sameside.numbers'), substring(bytes FROM u.start FOR u.length)
      FROM unnest(room_of, starts, lengths) AS u(room, start, length)
      RETURNING number;
    IF cardinality(keys) > 0 THEN PERFORM sameside.put_answers(workshops, keys, times, ties, texts); END IF;
  END $$;

  CREATE FUNCTION sameside.compact(
    lock integer, of_room text, new_state bytea, new_facts bytea, numbers bigint[]
  ) RETURNS boolean LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM sameside.lock_rooms(ARRAY[lock]);
    IF (SELECT count(*) FROM sameside.log WHERE room = of_room AND number = ANY (numbers)) <> cardinality(numbers) THEN
      RETURN false;
    END IF;
    DELETE FROM sameside.log WHERE room = of_room AND number = ANY (numbers);
    INSERT INTO sameside.snapshots VALUES (of_room, new_state, new_facts)
      ON CONFLICT (room) DO UPDATE SET state = excluded.state, facts = excluded.facts;
    RETURN true;
  END $$;
`;

/**
 * Makes the tables where there are none. Several relays may start at once: one makes them, the others wait.
 * @throws Error when a newer version made them, or when this server cannot keep what it confirms
 */
export async function bringToFormat(client: ClientBase): Promise<void> {
  await checkServer(client);
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [ADVISORY.single, LOCKS.format]);
    const { rows } = await client.query<{ is: boolean }>(`SELECT to_regclass('sameside.about') IS NOT NULL AS is`);
    if (rows[0]?.is) await checkFormat(client);
    else await make(client);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

async function make(client: ClientBase): Promise<void> {
  await client.query(TABLES + FUNCTIONS);
  await client.query("INSERT INTO sameside.about VALUES ($1, $2, '')", [FORMAT, randomBytes(12).toString("base64url")]);
}

async function checkFormat(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ format: number }>("SELECT format FROM sameside.about");
  if ((rows[0]?.format ?? 0) > FORMAT)
    throw new Error("The database was written by a newer version of Sameside. Start that version.");
}

async function checkServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; syncs: boolean }>(
    `SELECT current_setting('server_version_num')::integer AS version, current_setting('fsync')::boolean AS syncs`,
  );
  if ((rows[0]?.version ?? 0) < OLDEST_SERVER) throw new Error("The database is older than PostgreSQL 13. Update it.");
  if (!rows[0]?.syncs)
    throw new Error("The database runs with fsync = off: a power cut loses what it has confirmed. Turn it on.");
}
