/** Connections to a PostgreSQL database that reject instead of waiting for ever, and are made anew when it is back. */
import pg from "pg";
import { EngineAway } from "./engineAway.ts";

export interface ConnectionOptions {
  /** Like `postgres://user:password@host:5432/name`. */
  readonly url: string;
  /** How long one statement may take, in milliseconds. */
  readonly timeoutMs: number;
}

const CONNECTIONS = 8;
/** How much longer than a statement may take the relay waits for an answer: a server that can still cancel says more. */
const GRACE_FACTOR = 1.25;

/** A server may be told to confirm before it is on disk: never for these connections. Others' settings are stricter. */
const PREPARE = `
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
  SET default_transaction_isolation = 'read committed';
  SET idle_in_transaction_session_timeout = 0;
`;

/** @throws Error when `url` is none */
export function settings({ url, timeoutMs }: ConnectionOptions): pg.ClientConfig {
  const isAddress = URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol);
  if (!isAddress)
    throw new Error("DATABASE_URL is no address of a PostgreSQL database, like postgres://user:password@host/name.");
  return {
    connectionString: url,
    application_name: "sameside",
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs * GRACE_FACTOR,
    keepAlive: true,
  };
}

export class Connections {
  readonly #pool: pg.Pool;

  constructor(options: ConnectionOptions) {
    this.#pool = new pg.Pool({
      ...settings(options),
      max: CONNECTIONS,
      verify: (client, done) => {
        client.query(PREPARE).then(
          () => done(),
          (error: Error) => done(error),
        );
      },
    });
    // A connection that is lost while nobody uses it is no news: the next statement gets a new one.
    this.#pool.on("error", () => undefined);
  }

  /** Runs one statement. @throws Error with what is wrong, and nothing was done unless the answer itself was lost */
  async rows<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.#ask<Row>(text, values)).rows;
  }

  /** Runs one statement; answers how many rows it changed. */
  async change(text: string, values: readonly unknown[]): Promise<number> {
    return (await this.#ask(text, values)).rowCount ?? 0;
  }

  /** Runs statements that belong together on one connection. */
  async using<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const { client, giveBack } = await this.lend();
    try {
      const result = await work(client);
      giveBack();
      return result;
    } catch (error) {
      const failure = told(error);
      giveBack(failure);
      throw failure;
    }
  }

  /** Lends one connection until it is given back; with a failure it is closed, and what was begun on it undone. */
  async lend(): Promise<{ client: pg.ClientBase; giveBack: (failure?: Error) => void }> {
    const client = await this.#pool.connect().catch(throwTold);
    // The statement under way rejects as well; a listener must be there all the same.
    const ignore = () => undefined;
    client.on("error", ignore);
    const giveBack = (failure?: Error): void => {
      client.off("error", ignore);
      client.release(failure);
    };
    return { client, giveBack };
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #ask<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<pg.QueryResult<Row>> {
    return this.#pool.query<Row>(text, [...values]).catch(throwTold);
  }
}

/** What a failure of the database means, in one sentence. */
export function told(error: unknown): Error {
  if (error instanceof EngineAway || error instanceof DatabaseFull) return error;
  const sentence = `The database did not do it (${reasonOf(error)})`;
  const isFull = error instanceof pg.DatabaseError && error.code === DISK_FULL;
  return isFull ? new DatabaseFull(sentence, { cause: error }) : new EngineAway(sentence, { cause: error });
}

const DISK_FULL = "53100";

class DatabaseFull extends Error {}

function throwTold(error: unknown): never {
  throw told(error);
}

/** A refused connection to a name with two addresses is an error with two errors in it and an empty message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
