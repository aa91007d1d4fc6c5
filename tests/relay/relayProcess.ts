/** A relay in a process of its own, to be killed: prints its port, then serves until it dies. */
import { startRelay } from "@sameside/relay";

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error("Name the data folder.");
const relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir });
process.stdout.write(`${relay.port}\n`);
