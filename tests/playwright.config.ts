import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium, findShell } from "./support/chromium.ts";

const resultsFile = process.env["RESULTS_FILE"];
/** On tests of what the browser does around its pages: its full screen, its letters to the last hundredth. */
const WHOLE_BROWSER = /@whole-browser/;

const launchedFrom = (executablePath: string | undefined) => ({
  launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
});

export default defineConfig({
  testDir: "./e2e",
  outputDir: "../.cache/playwright",
  preserveOutput: "failures-only",
  fullyParallel: true,
  workers: 2,
  // What passes only when run again is named at the end of `pnpm test`, to be mended.
  retries: 1,
  // A shared machine may stand still for a while; nothing is measured by these.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  reporter: resultsFile ? [["list"], ["json", { outputFile: resultsFile }]] : [["list"]],
  use: {
    // A trace of every test costs a third of the suite's time and much of a small machine's disk.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
    viewport: { width: 1280, height: 800 },
    // Each device would fetch and keep all files of the app beside the test; files of tests that reload offline allow it.
    serviceWorkers: "block",
  },
  projects: [
    { name: "pages", grepInvert: WHOLE_BROWSER, use: launchedFrom(findShell()) },
    { name: "whole browser", grep: WHOLE_BROWSER, use: launchedFrom(findChromium()) },
  ],
});
