/** Browsers for the bench: each measurement has a process of its own. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "../../support/chromium.ts";
import type { TestPage } from "../../support/testPage.ts";

/** In a new process with a profile of its own. */
export async function inFreshBrowser<T>(page: TestPage, use: (tab: Page) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "sameside-profile-"));
  try {
    return await inBrowser(folder, page, use);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a new process on this profile. */
export async function inBrowser<T>(folder: string, page: TestPage, use: (tab: Page) => Promise<T>): Promise<T> {
  const context: BrowserContext = await chromium.launchPersistentContext(folder, {
    args: CHROMIUM_ARGS,
    executablePath: browserPath(),
  });
  try {
    const tab = await context.newPage();
    await tab.goto(page.url);
    await tab.waitForFunction(() => "bench" in window);
    return await use(tab);
  } finally {
    await context.close();
  }
}

function browserPath(): string {
  const path = findChromium();
  if (!path) throw new Error("This bench needs Chromium: install it, or set CHROMIUM to the path of one.");
  return path;
}

export function browserVersion(): string {
  return execFileSync(browserPath(), ["--version"], { encoding: "utf8" }).trim();
}
