/**
 * Takes the pictures of the README from the running product: `node tests/support/screenshots.ts` after a build.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.ts";
import { card, invite, join as joinTable, openExample } from "./people.ts";
import { startRelayProcess } from "./relayProcess.ts";

const FOLDER = join(import.meta.dirname, "../../apps/web/screenshots");

mkdirSync(FOLDER, { recursive: true });
const relay = await startRelayProcess();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });

for (const colorScheme of ["light", "dark"] as const) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(relay.url);
  await page.getByRole("button", { name: /Open an example/ }).waitFor();
  await page.screenshot({ path: join(FOLDER, `start-${colorScheme}.png`) });
  await openExample(page);
  const { write } = await invite(page, "Maria");
  const guest = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await joinTable(guest, write, "Jo");
  const spot = await card(guest, "People who know pumps answer").boundingBox();
  await guest.mouse.move((spot?.x ?? 0) + 40, (spot?.y ?? 0) + 60);
  await page.getByText("Jo", { exact: true }).first().waitFor();
  await page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).click();
  await page.screenshot({ path: join(FOLDER, `board-${colorScheme}.png`) });
  await context.close();
}
await browser.close();
await relay.remove();
