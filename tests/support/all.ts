/** Everything `pnpm test` runs, and one closing line over all runners. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Count, playwrightCount, vitestCount } from "./reports.ts";

const ROOT = join(import.meta.dirname, "../..");
const RESULTS = join(ROOT, ".cache/results");

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

/** What is shown at the end of each, and what is run. */
type Step = readonly [name: string, command: readonly string[]];
// Two rows beside each other: nothing of one changes what the other reads.
const CHECKS: readonly (readonly Step[])[] = [
  [
    ["types", ["tsc", "-b"]],
    // By the types that were built before.
    ["floating promises", ["oxlint", "--type-aware", "--deny-warnings"]],
  ],
  [
    // Before the tests, one of which packs what was built.
    ["build", ["pnpm", "run", "build"]],
    ["lint and format", ["biome", "ci", ".", "--error-on-warnings"]],
    ["nothing unused", ["knip"]],
    // Where they cannot be had, the tests that need them say so and are skipped.
    ["databases", ["node", "tests/support/ensureEngines.ts"]],
  ],
];

const counts: Count[] = [...(await Promise.all(CHECKS.map(inARow))).flat(), unitTests(), browserTests()];

const total = (key: "passed" | "failed" | "skipped") => counts.reduce((sum, count) => sum + count[key], 0);
// Once more at the end, where a log that was cut still has them.
for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`\n✗ ${failure}`);
for (const name of counts.flatMap(({ unsteady }) => unsteady))
  console.log(`\n! passed only when it was run again, which is a bug of the test or of the product: ${name}`);
const skipped = total("skipped") > 0 ? `, ${total("skipped")} skipped` : "";
console.log(`\n${total("passed")} passed, ${total("failed")} failed${skipped}`);
process.exitCode = total("failed") > 0 ? 1 : 0;

async function inARow(steps: readonly Step[]): Promise<Count[]> {
  const counted: Count[] = [];
  for (const step of steps) counted.push(await check(step));
  return counted;
}

/** A step that passes or fails as a whole counts as one; what it says is shown in one piece when it has ended. */
async function check([name, [command = "", ...args]]: Step): Promise<Count> {
  const started = Date.now();
  const child = spawn(command, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  const [status] = await once(child, "close").catch((error: unknown) => [String(error)]);
  const ok = status === 0;
  console.log(`\n── ${name}: ${[command, ...args].join(" ")}\n${said}${closing(name, ok, started)}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : [name], unsteady: [] };
}

function closing(name: string, ok: boolean, started: number): string {
  return `── ${name}: ${ok ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`;
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
  console.log(closing(name, status === 0, started));
  return status === 0;
}
