/**
 * Takes the pictures of the README from the running product: `node tests/support/screenshots.ts` after a build.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.ts";
import { card, invite, join as joinTable, openExample } from "./people.ts";
import { startRelayProcess } from "./relayProcess.ts";

const FOLDER = join(import.meta.dirname, "../../apps/web/screenshots");
const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

mkdirSync(FOLDER, { recursive: true });
const relay = await startRelayProcess();
const executablePath = findChromium();
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath ? { executablePath } : {}) });
try {
  for (const colorScheme of ["light", "dark"] as const) await takeBoard(colorScheme);
  await takePrepare();
} finally {
  await browser.close();
  await relay.remove();
}

/** A touchpoint with all about it, another person's pointer, and in the light what that person has on a phone. */
async function takeBoard(colorScheme: "light" | "dark"): Promise<void> {
  const page = await openPage(LAPTOP, colorScheme);
  await page.goto(relay.url);
  await openExample(page);
  const { write } = await invite(page, "Maria");
  const guest = await openPage(LAPTOP, colorScheme);
  await joinTable(guest, write, "Jo");
  const spot = await card(guest, "People who know pumps answer").boundingBox();
  await guest.mouse.move((spot?.x ?? 0) + 40, (spot?.y ?? 0) + 60);
  await page.getByText("Jo", { exact: true }).first().waitFor();
  await page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).click();
  await page.screenshot({ path: join(FOLDER, `board-${colorScheme}.png`) });
  if (colorScheme === "light") await takePhone(write);
}

async function takePhone(link: string): Promise<void> {
  const page = await openPage(PHONE, "light");
  await joinTable(page, link, "Kim");
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
