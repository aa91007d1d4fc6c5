/** `sameside restore FILE`: puts a backup into a relay's empty store. */
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { parseArgs } from "node:util";
import { BackupDamaged, readBackup } from "@sameside/relay";
import { countHoldings } from "./backup.ts";
import { Complaint, located } from "./complaint.ts";
import { openStore, STORE_FLAGS, storePlace } from "./storeOptions.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = "sameside restore FILE [--data DIR]";

/**
 * Reads the whole file before the store is touched, so that of a damaged one nothing is restored.
 * @throws Complaint when the file is not whole, the store is not empty, or a relay is using it
 */
export async function restore(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: STORE_FLAGS });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new Complaint(`sameside: one FILE is needed. Usage: ${USAGE}`);
  const place = storePlace(values);
  const holdings = await checked(file);
  const store = await openStore(place, true);
  try {
    await store.takeOver(readBackup(createReadStream(file)));
  } catch (error) {
    throw new Complaint(`sameside: nothing was restored: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await store.close();
  }
  terminal.out(`${holdings} things were restored. Start the relay: links and devices of before are known to it.`);
  terminal.out("If its address is another one, people who were here before must open the new one once.");
}

async function checked(file: string): Promise<number> {
  try {
    await access(file);
    return await countHoldings(file);
  } catch (error) {
    if (error instanceof BackupDamaged) throw new Complaint(located(file, 1, `${error.message} Nothing was restored.`));
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new Complaint(located(file, 1, `the file cannot be read (${code}); check its name and rights.`));
  }
}
