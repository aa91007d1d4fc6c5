/** `sameside backup`: everything a relay keeps, as one file, while it runs or when it does not. */
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { askForBackup, readBackup, writeBackup } from "@sameside/relay";
import { Complaint } from "./complaint.ts";
import { mustHaveStore, openStore, STORE_FLAGS, type StorePlace, storePlace } from "./storeOptions.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = "sameside backup --out FILE [--data DIR]";
const OWNER_ONLY = 0o600;

/**
 * Writes the file under another name, reads it again to see that it is whole, and only then gives it its name.
 * @throws Complaint when there is nothing to back up, or the file cannot be written
 */
export async function backup(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { ...STORE_FLAGS, out: { type: "string" } } });
  if (values.out === undefined) throw new Complaint(`sameside: say where to with --out FILE. Usage: ${USAGE}`);
  const file = resolve(values.out);
  const unfinished = `${file}.unfinished-${process.pid}`;
  try {
    await fill(unfinished, storePlace(values));
    const holdings = await countHoldings(unfinished);
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    terminal.out(`${file}: ${holdings} things are kept in it. Who has the file can read every board: keep it safe.`);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof Complaint) throw error;
    throw new Complaint(`sameside: no backup was made: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function fill(file: string, place: StorePlace): Promise<void> {
  const fromRelay = await askForBackup(place.dataDir, place.databaseUrl);
  if (fromRelay) return write(file, fromRelay);
  mustHaveStore(place);
  const store = await openStore(place, false);
  try {
    await write(file, writeBackup(store.everything(), Date.now()));
  } finally {
    await store.close();
  }
}

/** On disk when it resolves. */
async function write(file: string, bytes: Readable): Promise<void> {
  await pipeline(bytes, createWriteStream(file, { flags: "wx", mode: OWNER_ONLY, flush: true }));
}

/** A name is on disk when its folder is; some systems cannot sync one, and need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** How much a backup holds. @throws BackupDamaged when it is not whole */
export async function countHoldings(file: string): Promise<number> {
  let count = 0;
  for await (const _ of readBackup(createReadStream(file))) count += 1;
  return count;
}
