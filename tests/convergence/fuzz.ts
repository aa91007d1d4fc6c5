/**
 * More of the same fuzzers than `pnpm test` plays: `pnpm fuzz --rounds N --peers P --seed S` for documents that people edit,
 * `pnpm fuzz --relay --frames N --seed S` for a relay that is sent spoilt frames.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "3000" },
    peers: { type: "string", default: "5" },
    relay: { type: "boolean", default: false },
    frames: { type: "string", default: "1000000" },
    seed: { type: "string" },
  },
});
const env = {
  ...process.env,
  FUZZ_ROUNDS: values.rounds,
  FUZZ_PEERS: values.peers,
  FUZZ_FRAMES: values.frames,
  ...(values.seed ? { FUZZ_SEED: values.seed } : {}),
};
const { status } = spawnSync("vitest", ["run", values.relay ? "tests/relayFuzz" : "tests/convergence"], {
  cwd: join(import.meta.dirname, "../.."),
  stdio: "inherit",
  env,
});
process.exitCode = status ?? 1;
