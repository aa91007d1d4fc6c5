/** The app without its relay: opened, reloaded, brought up to date, and where it cannot be. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { type Relay, startRelay } from "@sameside/relay";
import { card, expectState, invite, openExample, openLaptop, writeCard } from "../support/people.ts";
import { startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

test.use({ serviceWorkers: "allow" });

const PAIN = "Old part numbers find nothing";
const BUILT = join(import.meta.dirname, "../../apps/web/dist");

test("a shared map opens again with the relay killed, is written on, and goes to the table afterwards (S37)", async ({
  browser,
}) => {
  const relay = await startRelayProcess();
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await invite(page, "Maria");
  await expectState(page, "saved for the table");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await relay.kill();
  await page.reload();
  await expect(card(page, PAIN)).toBeVisible();
  await writeCard(page, PAIN, "Without the relay");
  await expectState(page, "1 change waiting");
  await page.goto(`${relay.url}/#/`);
  await page.reload();
  await page.getByRole("button", { name: /^Open Replacing a failed pump/ }).click();
  await expect(card(page, "Without the relay")).toBeVisible();
  await relay.start();
  await expectState(page, "saved for the table");
  await relay.remove();
});

test("it can be installed where the origin is secure", async ({ browser }) => {
  const relay = await startRelayProcess();
  const { page, context } = await openLaptop(browser, relay.url);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const devtools = await context.newCDPSession(page);
  await devtools.send("Page.enable");
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // Tests run in a private window, where nothing is ever installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  await relay.remove();
});

test("at a plain address the start page, the invite and a lost connection say what a reload needs (S38)", async ({
  browser,
}) => {
  const relay = await startRelayProcess();
  const { page } = await openLaptop(browser, relay.lanUrl);
  await openExample(page);
  await invite(page, "Maria");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText(/not reload the page\. Nothing they wrote is lost/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expectState(page, "saved for the table");
  await relay.kill();
  await expect(page.getByText(/do not reload this page: that needs the laptop that shares the map/)).toBeVisible();
  await page.getByRole("button", { name: "Back to the start page" }).click();
  await expect(page.getByText(/is kept for table\.test:\d+ only/)).toBeVisible();
  await relay.remove();
});

test.describe("a new version of the app", () => {
  let relay: Relay;
  let folder: string;
  let webDir: string;
  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "sameside-builds-"));
    webDir = join(folder, "web");
    cpSync(BUILT, webDir, { recursive: true });
    relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir: join(folder, "data"), webDir });
  });
  test.afterEach(async () => {
    await relay.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is offered, never taken by itself, and loses nothing of what is being typed (S37)", async ({ browser }) => {
    const { page, context } = await openLaptop(browser, `http://127.0.0.1:${relay.port}`);
    await openExample(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(card(other, PAIN)).toBeVisible();
    await writeCard(page, PAIN, "A card of the old version");
    await card(page, "A card of the old version").click();
    const body = page.getByLabel("More about it", { exact: true });
    await body.fill("Half a sentence");
    for (const each of [page, other]) await each.evaluate(() => document.body.setAttribute("data-not-reloaded", ""));

    publishSecondBuild(webDir);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const line = page.getByRole("status").filter({ hasText: "A new version is here" });
    await expect(line).toBeVisible();
    await expect(page.locator("body[data-not-reloaded]")).toBeAttached();
    await expect(body).toHaveValue("Half a sentence");
    await expect(body).toBeFocused();

    await line.getByRole("button", { name: "Reload now" }).click();
    await expect(page.locator('html[data-build="second"]')).toBeAttached();
    await card(page, "A card of the old version").click();
    await expect(body).toHaveValue("Half a sentence");
    // The other tab goes on as it was, with what was written here, until somebody reloads it.
    await expect(other.locator("body[data-not-reloaded]")).toBeAttached();
    await writeCard(other, PAIN, "Written in the tab that was not reloaded");
    await expect(card(page, "Written in the tab that was not reloaded")).toBeVisible();
    await other
      .getByRole("status")
      .filter({ hasText: "A new version is here" })
      .getByRole("button", { name: "Reload now" })
      .click();
    await expect(other.locator('html[data-build="second"]')).toBeAttached();
    await expect(card(other, "Written in the tab that was not reloaded")).toBeVisible();
  });

  test("is not taken while what was written cannot be stored (S37)", async ({ browser }) => {
    const { page } = await openLaptop(browser, `http://127.0.0.1:${relay.port}`);
    await openExample(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.reload();
    await expect(card(page, PAIN)).toBeVisible();
    await failEveryWrite(page);
    publishSecondBuild(webDir);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await page.evaluate(() => document.body.setAttribute("data-not-reloaded", ""));
    await writeCard(page, PAIN, "In memory only");
    await page.getByRole("button", { name: "Reload now" }).click();
    await expect(page.getByText(/is not stored on this device yet, so the page was not reloaded/)).toBeVisible();
    await expect(page.locator("body[data-not-reloaded]")).toBeAttached();
    await expect(card(page, "In memory only")).toBeVisible();
  });
});

/** The same app with another page, as a next build has it: its worker lists other files, and so is another worker. */
function publishSecondBuild(webDir: string): void {
  const page = join(webDir, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("<html ", '<html data-build="second" '));
  const worker = join(webDir, "sw.js");
  const before = readFileSync(worker, "utf8");
  const after = before
    .replace(/(url:\s*"index\.html",\s*revision:\s*")[^"]+/, "$1second")
    .replace(/(revision:\s*")[^"]+("\s*,\s*url:\s*"index\.html")/, "$1second$2");
  if (after === before) throw new Error(`The worker lists no page: ${readdirSync(webDir).join(", ")}`);
  writeFileSync(worker, after);
}

/** The disk is full from here on, as far as the page can tell. */
async function failEveryWrite(page: Page): Promise<void> {
  await page.evaluate(() => {
    const open = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === "readwrite") throw new DOMException("The disk is full", "QuotaExceededError");
      return open.call(this, names, mode, options);
    };
  });
}
