/** What the board says while the device's store takes nothing, each with the way out of it (SPEC S1, S4, S11, S12, S14, S17, S52, D43, D44). */
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { readSameside } from "@sameside/interchange";
import { boardFromState, planFromState, readBoard, readPlan } from "@sameside/model";
import { startRelay } from "@sameside/relay";
import { holdFirstDatabase, openNewerDatabase } from "../faults/device/tabs.ts";
import { DARK_ON_PHONE, expectNothingSeriousIn, ON_LAPTOP } from "../support/axe.ts";
import { allCards, card, expectState, invite, openExample, openLaptop, writeCard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";
import { keepVersion } from "../support/versions.ts";

const PAIN = "Old part numbers find nothing";
const BUILT = join(import.meta.dirname, "../../apps/web/dist");

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

/**
 * What the store does: `throws` an error of this name at each write; never says that it is done (`silent`), or not of
 * what is to outlast a power cut (`unsafe`); nothing amiss.
 */
type Fault = { readonly throws: string } | "silent" | "unsafe" | null;

declare global {
  interface Window {
    fault?: Fault;
  }
}

/** In the page: from here on its store does what `window.fault` says. */
function letStoreFail(): void {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const { fault } = window;
    if (mode !== "readwrite" || !fault) return begin.call(this, names, mode, options);
    if (typeof fault === "object") throw new DOMException("A fault of the test", fault.throws);
    const transaction = begin.call(this, names, mode, options);
    if (fault === "silent" || options?.durability === "strict")
      Object.defineProperty(transaction, "oncomplete", { set() {} });
    return transaction;
  };
}

async function setFault(page: Page, fault: Fault): Promise<void> {
  await page.evaluate((next) => {
    window.fault = next;
  }, fault);
}

/** The copy that is offered while the state is red: its document of this kind. */
async function stateInCopy(page: Page, kind: "board" | "plan"): Promise<Uint8Array> {
  const downloading = page.waitForEvent("download");
  await page
    .getByRole("alert")
    .filter({ hasText: /^not saved: / })
    .getByRole("button", { name: "Download a copy" })
    .click();
  const read = readSameside(new Uint8Array(await readFile(await (await downloading).path())));
  const state = read.ok ? read.contents.documents.find((each) => each.kind === kind)?.state : undefined;
  if (!state) throw new Error(`The copy holds no ${kind}.`);
  return state;
}

/** The texts of all cards in it. */
async function textsInCopy(page: Page): Promise<string[]> {
  return allCards(readBoard(boardFromState(await stateInCopy(page, "board")))).map(({ text }) => text);
}

const FULL = "not saved: disk full; keep this tab open, download a copy";
const SILENT = "not saved: disk full or storage closed; keep this tab open, download a copy";
const FAILED = "not saved: keep this tab open, download a copy";

test("a store that takes nothing is said with its reason and a copy to download, until it takes all again (S4, S14, D43)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await page.evaluate(letStoreFail);
  await openExample(page);
  const written: string[] = [];
  for (const [fault, sentence] of [
    [{ throws: "QuotaExceededError" }, FULL],
    ["silent", SILENT],
    [{ throws: "AbortError" }, FAILED],
  ] as const) {
    const text = `Written while it is ${sentence}`;
    await setFault(page, fault);
    await writeCard(page, PAIN, text);
    written.push(text);
    if (fault === "silent") await expectState(page, "typing…");
    await expectState(page, sentence);
    expect(await textsInCopy(page)).toEqual(expect.arrayContaining(written));
    if (fault === "silent") await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_PHONE]);
    await setFault(page, null);
    await expectState(page, "safe on this laptop");
  }

  await test.step("what a power cut would take is not called safe", async () => {
    await setFault(page, "unsafe");
    await writeCard(page, PAIN, "Not safe yet");
    await expectState(page, "on this laptop");
    await setFault(page, null);
    await expectState(page, "safe on this laptop");
  });

  await page.reload();
  for (const text of [...written, "Not safe yet"]) await expect(card(page, text)).toBeVisible();
});

test("the plan of a workshop is not stored either: it is said there, and the copy holds it (D43)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await page.getByRole("button", { name: /Prepare a workshop/ }).click();
  await page.getByLabel("What is it called?").fill("Living with our pumps");
  await page.getByRole("button", { name: "Make the workshop" }).click();
  const question = page.getByRole("textbox", { name: "The one question" });
  await expect(question).toBeVisible();
  await page.evaluate(letStoreFail);
  await setFault(page, { throws: "QuotaExceededError" });
  await question.fill("Why do they phone us?");
  await page.keyboard.press("Tab");
  await expectState(page, FULL);
  const plan = readPlan(planFromState(await stateInCopy(page, "plan")));
  expect(plan.brief.question).toBe("Why do they phone us?");
  await setFault(page, null);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a newer Sameside in another tab makes this one read only, and what it could not store goes into a copy (S12)", async ({
  browser,
}) => {
  const { page, context } = await openLaptop(browser, relay.url);
  await page.evaluate(letStoreFail);
  await openExample(page);
  await setFault(page, { throws: "QuotaExceededError" });
  await writeCard(page, PAIN, "Not stored before the newer one came");
  await expectState(page, FULL);
  const board = page.url();
  const newer = await context.newPage();
  await newer.goto(`${relay.url}/healthz`);
  await newer.evaluate(openNewerDatabase);
  await expectState(page, "not saved: a newer Sameside is open; download a copy, then reload this tab");
  expect(await textsInCopy(page)).toContain("Not stored before the newer one came");

  const other = await context.newPage();
  await other.goto(board);
  await expectState(other, "read only: a newer Sameside is open in another tab; reload this one");
  await expect(other.getByRole("button", { name: "Add phase" })).toHaveCount(0);
  await other.evaluate(() => document.body.setAttribute("data-not-reloaded", ""));
  await other
    .getByRole("alert")
    .filter({ hasText: /^read only: / })
    .getByRole("button", { name: "Reload the page" })
    .click();
  await expect(other.locator("body[data-not-reloaded]")).toHaveCount(0);
  await expect(card(other, PAIN)).toBeVisible();
});

test("a tab with an older Sameside that holds the store is named; when it is closed, all is stored (S17, D44)", async ({
  browser,
}) => {
  const { page, context } = await openLaptop(browser, "about:blank");
  const older = await context.newPage();
  await older.goto(`${relay.url}/healthz`);
  await older.evaluate(holdFirstDatabase, ["AAAAAAAAAAAAAAAAAAAAAA.board.table1", []] as const);
  await page.goto(relay.url);
  await openExample(page);
  await writeCard(page, PAIN, "Written beside an older tab");
  await expectState(page, "not saved: an older tab of Sameside holds the storage; close it, or download a copy");
  expect(await textsInCopy(page)).toContain("Written beside an older tab");
  await older.close();
  await expectState(page, "safe on this laptop");
  await page.reload();
  await expect(card(page, "Written beside an older tab")).toBeVisible();
});

test("a window that keeps nothing says so from the beginning, and a copy holds all (S4)", async ({ browser }) => {
  const { page } = await openLaptop(browser, "about:blank");
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.goto(relay.url);
  await openExample(page);
  await expectState(page, "not saved: this window keeps nothing; keep it open, download a copy");
  await writeCard(page, PAIN, "In this window only");
  expect(await textsInCopy(page)).toContain("In this window only");
});

test("a relay that answers and can store nothing is said to be unable to, until it stores what waits (S51)", async ({
  browser,
}) => {
  const dataDir = mkdtempSync(join(tmpdir(), "sameside-full-"));
  const options = { host: "127.0.0.1", dataDir, webDir: BUILT };
  const first = await startRelay({ port: 0, ...options });
  const { port } = first;
  const { page } = await openLaptop(browser, `http://127.0.0.1:${port}`);
  await openExample(page);
  await invite(page, "Anna");
  await expectState(page, "saved for the table");
  await first.close();
  const full = await startRelay({ port, ...options, maxStoreBytes: 1 });
  await card(page, PAIN).click();
  await page.getByLabel("More about it", { exact: true }).fill("There is no room for so much. ".repeat(600));
  await page.keyboard.press("Tab");
  await expectState(page, /\d+ changes? waiting · the table cannot take (?:it|them) now$/);
  await expect(page.getByRole("button", { name: "Moved?" })).toHaveCount(0);
  await full.close();
  const roomy = await startRelay({ port, ...options });
  await expectState(page, "saved for the table");
  await page.close();
  await roomy.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test("what was damaged is said, what is missing is shown, and comes back from a version and by its author (S11, S52)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await keepVersion(page, "Before the break");
  await writeCard(page, PAIN, "Written after the version");
  await expectState(page, "safe on this laptop");
  const board = page.url();
  await page.goto(`${relay.url}/healthz`);
  await page.evaluate(damageLog);
  await page.goto(board);

  const line = page.getByRole("alert").filter({ hasText: "cannot be read" });
  await expect(line).toContainText("nothing was deleted");
  await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_PHONE]);
  const downloading = page.waitForEvent("download");
  await line.getByRole("button", { name: "Download a copy" }).click();
  await downloading;

  await line.getByRole("button", { name: "See what is missing" }).click();
  const dialog = page.getByRole("dialog", { name: "History" });
  const missing = dialog.getByRole("region", { name: /things are missing now$/ }).getByRole("listitem");
  for (const thing of [`card “${PAIN}”`, "card “Written after the version”"])
    await expect(missing.filter({ hasText: thing })).toBeVisible();
  await dialog.getByText("The whole board as it was").click();
  await expect(dialog.getByRole("group").getByText("Search the portal")).toBeVisible();
  await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_PHONE]);
  await dialog.getByRole("button", { name: "Put back what is missing" }).click();
  await expect(dialog.getByText(/^\d+ things were put back\.$/)).toBeVisible();
  await expect(missing).toHaveCount(0);
  await page.keyboard.press("Escape");
  for (const text of [PAIN, "Written after the version"]) await expect(card(page, text)).toBeVisible();
  await page.reload();
  for (const text of [PAIN, "Written after the version"]) await expect(card(page, text)).toBeVisible();
});

/** In a page of the app's origin without the app: everything that was logged becomes noise. */
async function damageLog(): Promise<void> {
  const request = indexedDB.open("sameside");
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const transaction = database.transaction("log", "readwrite");
  const log = transaction.objectStore("log");
  const all = log.getAll();
  all.onsuccess = () => {
    for (const row of all.result) log.put({ ...row, updates: row.updates.slice().fill(0xff) });
  };
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  database.close();
}
