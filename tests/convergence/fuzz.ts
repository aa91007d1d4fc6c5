/** `pnpm fuzz --rounds N --peers P --seed S`: more rounds of the same fuzzer than `pnpm test` plays. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3000" },
    peers: { type: "string", default: "5" },
    seed: { type: "string" },
  },
});
const env = {
  ...process.env,
  FUZZ_ROUNDS: values.rounds,
  FUZZ_PEERS: values.peers,
  ...(values.seed ? { FUZZ_SEED: values.seed } : {}),
};
const { status } = spawnSync("vitest", ["run", "tests/convergence"], {
  cwd: join(import.meta.dirname, "../.."),
  stdio: "inherit",
  env,
});
process.exitCode = status ?? 1;
