/** Everything `pnpm test` runs, one after the other, and one closing line over all runners. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Count, playwrightCount, vitestCount } from "./reports.ts";

const ROOT = join(import.meta.dirname, "../..");
const RESULTS = join(ROOT, ".cache/results");

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const counts: Count[] = [
  check("types", ["tsc", "-b"]),
  check("lint and format", ["biome", "ci", ".", "--error-on-warnings"]),
  check("floating promises", ["oxlint", "--type-aware", "--deny-warnings"]),
  check("nothing unused", ["knip"]),
  // Where they cannot be had, the tests that need them say so and are skipped.
  check("databases", ["node", "tests/support/ensureEngines.ts"]),
  // Before the tests, one of which packs what was built.
  check("build", ["pnpm", "run", "build"]),
  unitTests(),
  browserTests(),
];

const total = (key: "passed" | "failed" | "skipped") => counts.reduce((sum, count) => sum + count[key], 0);
// Once more at the end, where a log that was cut still has them.
for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`\n✗ ${failure}`);
for (const name of counts.flatMap(({ unsteady }) => unsteady))
  console.log(`\n! passed only when it was run again, which is a bug of the test or of the product: ${name}`);
const skipped = total("skipped") > 0 ? `, ${total("skipped")} skipped` : "";
console.log(`\n${total("passed")} passed, ${total("failed")} failed${skipped}`);
process.exitCode = total("failed") > 0 ? 1 : 0;

/** A step that passes or fails as a whole counts as one. */
function check(name: string, command: readonly string[]): Count {
  const ok = run(name, command);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : [name], unsteady: [] };
}

function unitTests(): Count {
  const file = join(RESULTS, "vitest.json");
  const ok = run("unit, contract, convergence, architecture", [
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return vitestCount(file, ok);
}

function browserTests(): Count {
  const file = join(RESULTS, "playwright.json");
  const ok =
    run("a browser", ["node", "tests/support/ensureChromium.ts"]) &&
    run("browser", ["pnpm", "--filter", "@sameside/tests", "exec", "playwright", "test"], { RESULTS_FILE: file });
  return playwrightCount(file, ok);
}

function run(name: string, [command = "", ...args]: readonly string[], env: Record<string, string> = {}): boolean {
  console.log(`\n── ${name}: ${[command, ...args].join(" ")}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
  console.log(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}
