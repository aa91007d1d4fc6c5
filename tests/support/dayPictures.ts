/**
 * Takes every page and dialog of the day, light and dark, at three sizes: `node tests/support/dayPictures.ts [folder]`
 * after a build. To be looked at; they are not kept.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.ts";
import { walkThroughDay } from "./dayPages.ts";
import { startRelayProcess } from "./relayProcess.ts";

const FOLDER = process.argv[2] ?? join(import.meta.dirname, "../../.cache/day-pages");
/** One walk each; what changes the page's form would close what stands open on it. */
const WIDE = [
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
] as const;
const NARROW = [
  { width: 390, height: 844 },
  // What 200 % zoom makes of 1280×800.
  { width: 640, height: 400 },
] as const;

mkdirSync(FOLDER, { recursive: true });
const relay = await startRelayProcess();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
try {
  for (const sizes of process.argv[3] === "narrow" ? [NARROW] : [WIDE, NARROW])
    await walkThroughDay({
      ...{ browser, url: relay.url, laptop: { viewport: sizes[0] } },
      look: (name, page) => takePictures(name, page, sizes),
    });
} finally {
  await browser.close();
  await relay.remove();
}

async function takePictures(name: string, page: Page, sizes: typeof WIDE | typeof NARROW): Promise<void> {
  const before = page.viewportSize();
  // Who has a phone has it in both walks.
  const isPhone = (before?.width ?? 0) < 760;
  for (const size of isPhone ? NARROW : sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: join(FOLDER, `${name}-${size.width}-${colorScheme}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}
