/** `pnpm test:faults relay [--seed S]`: every fault of the relay often, one after the other; `pnpm test` makes a few of each. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(import.meta.dirname, "../..");

const { values } = parseArgs({ options: { seed: { type: "string" } } });
const env = { ...process.env, FAULTS: "long", ...(values.seed !== undefined && { FAULTS_SEED: values.seed }) };
for (const [command = "", ...args] of [
  ["node", "tests/support/ensureEngines.ts"],
  ["vitest", "run", "tests/faults", "tests/relay/scaleOut.test.ts", "--no-file-parallelism"],
]) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env });
  if (status !== 0) process.exitCode = 1;
}
