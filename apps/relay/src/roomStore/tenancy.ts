/** Which relays may use one PostgreSQL database at the same time: one that is alone, or several that share a bus. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { EngineAway } from "./engineAway.ts";
import { type ConnectionOptions, settings, told } from "./postgresConnections.ts";
import { ADVISORY, LOCKS } from "./postgresLocks.ts";

const KEY = [ADVISORY.single, LOCKS.relays];

/** The server notices within half a minute that the machine of the relay is gone, and lets the next one in. */
const KEEP_ALIVE = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 4";

const TOLD = {
  others:
    "Another relay uses this database. Relays that share one need REDIS_URL too, the same for all of them; else stop the other one.",
  alone:
    "A relay without REDIS_URL uses this database. Stop it, or start it with the same REDIS_URL and DATABASE_URL as this one.",
  since: "Another relay has used this database while the connection to it was lost. Start this relay again.",
} as const;

/**
 * Holds a lock of the database as long as its connection lives. A relay that is alone keeps rooms in memory and hears
 * from nobody, so nobody else may write; relays with a bus exclude only that one.
 */
export class Tenancy {
  readonly #options: ConnectionOptions;
  readonly #isAlone: boolean;
  readonly #waitMs: number;
  readonly #id = randomBytes(12).toString("base64url");
  #client: pg.Client | undefined;
  #taking: Promise<void> | undefined;
  #wasHere = false;
  #isClosed = false;

  /** `waitMs`: how long others have to let go, in milliseconds. */
  constructor(options: ConnectionOptions, isAlone: boolean, waitMs: number) {
    this.#options = options;
    this.#waitMs = waitMs;
    this.#isAlone = isAlone;
  }

  /** Resolves while the lock is held; takes it again after the connection was lost. @throws Error when others have it */
  async held(): Promise<void> {
    if (this.#client) return;
    if (this.#isClosed) throw new Error("The store is closed.");
    this.#taking ??= this.#take().finally(() => {
      this.#taking = undefined;
    });
    await this.#taking;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#taking?.catch(() => undefined);
    const client = this.#client;
    this.#client = undefined;
    await client?.end();
  }

  async #take(): Promise<void> {
    const client = new pg.Client(settings(this.#options));
    client.on("error", () => undefined);
    client.on("end", () => {
      if (this.#client === client) this.#client = undefined;
    });
    try {
      await client.connect();
      await client.query(KEEP_ALIVE);
      await this.#lock(client);
      await this.#checkHolder(client);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error instanceof TenancyError ? error : told(error);
    }
    this.#client = client;
    this.#wasHere = true;
  }

  /** Waits a little: a relay that was killed just now may still be in the server's books. */
  async #lock(client: pg.Client): Promise<void> {
    const take = this.#isAlone ? "pg_advisory_lock" : "pg_advisory_lock_shared";
    await client.query(`SET lock_timeout = ${this.#waitMs}`);
    try {
      await client.query(`SELECT ${take}($1, $2)`, KEY);
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE)
        throw new TenancyError(this.#isAlone ? TOLD.others : TOLD.alone);
      throw error;
    }
  }

  /** A relay that is alone and lost the lock for a while must know whether the rooms in its memory still hold. */
  async #checkHolder(client: pg.Client): Promise<void> {
    if (this.#isAlone && this.#wasHere) {
      const { rows } = await client.query<{ holder: string }>("SELECT holder FROM sameside.about");
      if (rows[0]?.holder !== this.#id) throw new TenancyError(TOLD.since);
    }
    await client.query("UPDATE sameside.about SET holder = $1", [this.#id]);
  }
}

const LOCK_NOT_AVAILABLE = "55P03";

class TenancyError extends EngineAway {}
