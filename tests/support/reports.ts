/** What the two test runners wrote about a run: how many passed, and which failed and why. */
import { existsSync, readFileSync } from "node:fs";
import * as z from "zod";

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** A name and what was wrong, for each test that failed. */
  readonly failures: readonly string[];
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

interface PlaywrightSuite {
  readonly specs: readonly { readonly title: string; readonly file: string; readonly ok: boolean }[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}
const PlaywrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ title: z.string(), file: z.string(), ok: z.boolean() })),
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
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: ["vitest wrote no report"] };
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
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests, failures };
}

export function playwrightCount(file: string, ok: boolean): Count {
  const report = readReport(file, PlaywrightReport);
  if (!report) return { passed: 0, failed: 1, skipped: 0, failures: ["playwright wrote no report"] };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failures = report.suites.flatMap(specsOf).filter((spec) => !spec.ok);
  return {
    passed: expected,
    failed: Math.max(unexpected + flaky, ok ? 0 : 1),
    skipped,
    failures: failures.map((spec) => `${spec.file} › ${spec.title}`),
  };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite["specs"] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | undefined {
  return existsSync(file) ? schema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data : undefined;
}
