/**
 * `pnpm test:faults [relay|device] [options]`: what can happen to the relay, to a device, or, without a name, to both.
 * Options go to the one that is named.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Each in a process of its own: they run long, and one that fails must not keep the other from running. */
const SCRIPTS: Readonly<Record<string, string>> = { relay: "faults.ts", device: "device/main.ts" };

const [first, ...rest] = process.argv.slice(2);
if (first === undefined) {
  for (const script of Object.values(SCRIPTS)) run(script, []);
} else {
  const script = Object.hasOwn(SCRIPTS, first) ? SCRIPTS[first] : undefined;
  if (script === undefined) {
    console.error(`There are no faults of “${first}”. Usage: pnpm test:faults [relay [--seed S]]`);
    console.error("                                          [device [--kills N] [--only NAME,…]]");
    process.exitCode = 2;
  } else run(script, rest);
}

function run(script: string, options: readonly string[]): void {
  const { status } = spawnSync("node", [join(import.meta.dirname, script), ...options], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
