/** Entry of the `sameside` command line. */
import { run } from "./run.ts";

const code = await run(process.argv.slice(2), { out: console.log, err: console.error });
// A server goes on running after its command has started it: the process is not ended here.
if (code !== 0) process.exitCode = code;
