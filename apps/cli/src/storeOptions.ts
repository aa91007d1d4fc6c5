/** Which store a command of the operator means: the data folder, or a database that stands in for its file. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { openPostgresStore, openSqliteStore, type RoomStore } from "@sameside/relay";
import { Complaint } from "./complaint.ts";

export interface StorePlace {
  /** Absolute. */
  readonly dataDir: string;
  /** Present = the store is this database. */
  readonly databaseUrl?: string;
}

/** Flags of every command that opens a store. */
export const STORE_FLAGS = { data: { type: "string" }, "database-url": { type: "string" } } as const;

/** DATA_DIR and DATABASE_URL of the environment stand in for flags. */
export function storePlace(values: {
  readonly data?: string | undefined;
  readonly "database-url"?: string | undefined;
}): StorePlace {
  const databaseUrl = values["database-url"] ?? (process.env["DATABASE_URL"] || undefined);
  return {
    dataDir: resolve(values.data ?? (process.env["DATA_DIR"] || "./data")),
    ...(databaseUrl !== undefined && { databaseUrl }),
  };
}

/**
 * `isAlone`: no relay may use the store meanwhile. A file is always used by one process only.
 * @throws Complaint when it cannot be opened, or a relay is using it
 */
export async function openStore({ dataDir, databaseUrl }: StorePlace, isAlone: boolean): Promise<RoomStore> {
  try {
    if (databaseUrl !== undefined) return await openPostgresStore({ url: databaseUrl, isAlone });
    return openSqliteStore({ file: storeFile(dataDir) });
  } catch (error) {
    throw new Complaint(`sameside: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws Complaint when there is nothing in the folder that could be read */
export function mustHaveStore({ dataDir, databaseUrl }: StorePlace): void {
  if (databaseUrl !== undefined || existsSync(storeFile(dataDir))) return;
  throw new Complaint(`sameside: there is no relay's data in ${dataDir}. Name its folder with --data.`);
}

function storeFile(dataDir: string): string {
  return join(dataDir, "relay.sqlite");
}
