/** Which engines a relay runs on: one file of its own, or a database and a bus that several relays share. */
import { join } from "node:path";
import { aloneBus } from "./roomBus/alone.ts";
import { openRedisBus } from "./roomBus/redis.ts";
import type { RoomBus } from "./roomBus/roomBus.ts";
import { openPostgresStore } from "./roomStore/postgres.ts";
import type { RoomStore } from "./roomStore/roomStore.ts";
import { openSqliteStore } from "./roomStore/sqlite.ts";

export interface EngineOptions {
  /** Folder for the SQLite file; used only without `databaseUrl`. */
  readonly dataDir: string;
  /** `DATABASE_URL`: a PostgreSQL database; absent = SQLite. */
  readonly databaseUrl?: string;
  /** `REDIS_URL`: the bus of relays that share the database; absent = this relay is alone. */
  readonly redisUrl?: string;
  /** How large the SQLite file may grow, in bytes; absent = as large as the disk. */
  readonly maxStoreBytes?: number;
  /** Hears about trouble, in lines without content, names, ids or tokens; absent = nobody does. */
  readonly log?: (line: string) => void;
}

export interface Engines {
  readonly store: RoomStore;
  readonly bus: RoomBus;
}

/** @throws Error that says what to do when the options do not fit together or an engine cannot be used */
export async function openEngines(options: EngineOptions): Promise<Engines> {
  const { databaseUrl, redisUrl, maxStoreBytes, dataDir, log } = options;
  if (databaseUrl === undefined) {
    if (redisUrl !== undefined)
      throw new Error("REDIS_URL is for relays that share a database. Set DATABASE_URL too, or leave both out.");
    const file = join(dataDir, "relay.sqlite");
    const store = openSqliteStore({ file, ...(maxStoreBytes !== undefined && { maxBytes: maxStoreBytes }) });
    return { store, bus: aloneBus() };
  }
  if (maxStoreBytes !== undefined)
    throw new Error("The relay limits the size of its own file only. Limit the database where it runs.");
  const store = await openPostgresStore({ url: databaseUrl, isAlone: redisUrl === undefined });
  if (redisUrl === undefined) return { store, bus: aloneBus() };
  try {
    return { store, bus: await openRedisBus({ url: redisUrl, store: store.id, ...(log && { log }) }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
