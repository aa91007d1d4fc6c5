/** What the two test runners wrote about a run: how many passed, and which failed and why. */
import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** A name and what was wrong, for each test that failed. */
  readonly failures: readonly string[];
  /** The names of those that passed only when they were run again. */
  readonly unsteady: readonly string[];
}

const VitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

const PlaywrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(z.object({ status: z.string() })),
});
type PlaywrightSpec = z.infer<typeof PlaywrightSpec>;
interface PlaywrightSuite {
  readonly specs: readonly PlaywrightSpec[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}
const PlaywrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z.array(PlaywrightSpec),
    suites: z.array(PlaywrightSuite).optional(),
  }),
);
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(PlaywrightSuite),
});

/** `ok`: the runner itself says that all went well. Without a readable report the run counts as one failure. */
export function vitestCount(file: string, ok: boolean): Count {
  const report = readReport(file, VitestReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: ["vitest wrote no report"], unsteady: [] };
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const loaded = failed.length > 0 || status !== "failed";
    const ofFile = loaded ? [] : [`${name}: ${message ?? "could not be loaded"}`];
    return [
      ...ofFile,
      ...failed.map((test) => `${name} › ${test.fullName}\n${test.failureMessages?.join("\n") ?? ""}`),
    ];
  });
  // A file that cannot even be loaded fails without a failed test in it.
  const failed = Math.max(report.numFailedTests, ok && report.success ? 0 : 1);
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed, skipped, failures, unsteady: [] };
}

export function playwrightCount(file: string, ok: boolean): Count {
  const report = readReport(file, PlaywrightReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: ["playwright wrote no report"], unsteady: [] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  return {
    passed: expected + flaky,
    failed: Math.max(unexpected, ok ? 0 : 1),
    skipped,
    failures: specs.filter((spec) => !spec.ok).map(nameOf),
    unsteady: specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(nameOf),
  };
}

function nameOf({ file, title }: PlaywrightSpec): string {
  return `${file} › ${title}`;
}

function specsOf(suite: PlaywrightSuite): readonly PlaywrightSpec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? schema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data : undefined;
}
