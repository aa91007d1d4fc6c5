/**
 * Takes the pictures of the README from the running product: `node tests/support/screenshots.ts` after a build.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.ts";
import { invite, join as joinTable, openExample } from "./people.ts";
import { openRatedExample } from "./ratedExample.ts";
import { startRelayProcess } from "./relayProcess.ts";

const FOLDER = join(import.meta.dirname, "../../apps/web/screenshots");
const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** From the left: how customers feel, and how colleagues think that they do. */
const CUSTOMERS = [-0.45, 0.05, -0.75, 0.5, 0.2, -0.35, 0.6];
const COLLEAGUES = [-0.2, 0.45, 0.35, 0.6, 0.5, 0.35, 0.5];
/** By so much people of one side differ. */
const SPREAD = [-0.22, -0.08, 0.06, 0.2];

mkdirSync(FOLDER, { recursive: true });
const relay = await startRelayProcess();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
try {
  for (const colorScheme of ["light", "dark"] as const) await takeBoard(colorScheme);
  await takePhone();
  await takePrepare();
} finally {
  await browser.close();
  await relay.remove();
}

/** What both sides feel, with its spread, and where they do not agree. */
async function takeBoard(colorScheme: "light" | "dark"): Promise<void> {
  const page = await openPage(LAPTOP, colorScheme);
  await page.goto(relay.url);
  await openRatedExample(page, (touchpoint) =>
    SPREAD.flatMap((apart, nth) => [
      { role: "customer", nth, value: (CUSTOMERS[touchpoint] ?? 0) + apart },
      { role: "colleague", nth, value: (COLLEAGUES[touchpoint] ?? 0) + apart / 2 },
    ]),
  );
  await page.getByRole("button", { name: "Lane: Feeling" }).click();
  await page.getByRole("radio", { name: "shown", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Close" }).first().click();
  // Away from the map: what is pointed at shows more than what stands there.
  await page.mouse.move(640, 20);
  await page.screenshot({ path: join(FOLDER, `board-${colorScheme}.png`) });
}

async function takePhone(): Promise<void> {
  const laptop = await openPage(LAPTOP, "light");
  await laptop.goto(relay.url);
  await openExample(laptop);
  const { write } = await invite(laptop, "Maria");
  const page = await openPage(PHONE, "light");
  await joinTable(page, write, "Kim");
  await page.screenshot({ path: join(FOLDER, "phone-light.png") });
}

async function takePrepare(): Promise<void> {
  const page = await openPage(LAPTOP, "light");
  await page.goto(relay.url);
  await page.getByRole("button", { name: /Prepare a workshop/ }).click();
  await page.getByLabel("What is it called?").fill("Living with our pumps");
  await page.getByRole("button", { name: "Make the workshop" }).click();
  await page.getByRole("link", { name: "Agenda" }).click();
  await page.getByRole("row", { name: /^Break/ }).waitFor();
  await page.screenshot({ path: join(FOLDER, "prepare-light.png") });
}

async function openPage(viewport: typeof LAPTOP, colorScheme: "light" | "dark"): Promise<Page> {
  const hasTouch = viewport === PHONE;
  const context = await browser.newContext({ viewport, colorScheme, hasTouch, reducedMotion: "reduce" });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}
