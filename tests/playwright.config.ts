import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./support/chromium.ts";

const resultsFile = process.env["RESULTS_FILE"];
const executablePath = findChromium();

export default defineConfig({
  testDir: "./e2e",
  outputDir: "../.cache/playwright",
  fullyParallel: true,
  workers: 2,
  // A moment in which a shared machine stands still must not end a whole run. What passes only then is counted and said:
  // it is a bug to find.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: resultsFile ? [["list"], ["json", { outputFile: resultsFile }]] : [["list"]],
  use: {
    trace: "retain-on-failure",
    viewport: { width: 1280, height: 800 },
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) },
  },
});
