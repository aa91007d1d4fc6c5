/** Everything `pnpm test` runs, one after the other, and one closing line over all runners. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const ROOT = join(import.meta.dirname, "../..");
const RESULTS = join(ROOT, ".cache/results");

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

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

const total = (key: keyof Count) => counts.reduce((sum, count) => sum + count[key], 0);
const skipped = total("skipped") > 0 ? `, ${total("skipped")} skipped` : "";
console.log(`\n${total("passed")} passed, ${total("failed")} failed${skipped}`);
process.exitCode = total("failed") > 0 ? 1 : 0;

/** A step that passes or fails as a whole counts as one. */
function check(name: string, command: readonly string[]): Count {
  const ok = run(name, command);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
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
  const report = readReport(file, VitestReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  // A file that cannot even be loaded fails without a failed test in it.
  const failed = Math.max(report.numFailedTests, ok && report.success ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

function browserTests(): Count {
  const file = join(RESULTS, "playwright.json");
  const ok =
    run("a browser", ["node", "tests/support/ensureChromium.ts"]) &&
    run("browser", ["pnpm", "--filter", "@sameside/tests", "exec", "playwright", "test"], { RESULTS_FILE: file });
  const report = readReport(file, PlaywrightReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: Math.max(unexpected + flaky, ok ? 0 : 1), skipped };
}

function run(name: string, [command = "", ...args]: readonly string[], env: Record<string, string> = {}): boolean {
  console.log(`\n── ${name}: ${[command, ...args].join(" ")}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env: { ...process.env, ...env } });
  console.log(`── ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? schema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data : undefined;
}
