/** `sameside move --to URL`: takes a relay's data from its folder into a PostgreSQL database. */
import { parseArgs } from "node:util";
import { moveStore } from "@sameside/relay";
import { Complaint } from "./complaint.ts";
import { mustHaveStore, openStore, type StorePlace, storePlace } from "./storeOptions.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = "sameside move --to postgres://… [--data DIR]";

/**
 * Copies everything at once or not at all; the folder stays as it is.
 * @throws Complaint when the relay is running, or the database is not empty
 */
export async function move(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: "string" }, to: { type: "string" } } });
  if (values.to === undefined) throw new Complaint(`sameside: say where to with --to. Usage: ${USAGE}`);
  const source: StorePlace = { dataDir: storePlace(values).dataDir };
  const target: StorePlace = { ...source, databaseUrl: values.to };
  mustHaveStore(source);
  const from = await openStore(source, true);
  try {
    const to = await openStore(target, true);
    try {
      const moved = await moveStore(from, to);
      const count = Object.values(moved).reduce((sum, each) => sum + each, 0);
      terminal.out(`${count} things are in the database. Start the relay with DATABASE_URL; the folder is as it was.`);
    } catch (error) {
      throw new Complaint(`sameside: nothing was moved: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
