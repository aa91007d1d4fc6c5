/** What is on this device, forgetting it, and leaving a workshop that is over. */
import { type Browser, expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { copyOfMap, downloaded, rowCounts, takeIn } from "../support/handOver.ts";
import {
  card,
  expectState,
  invite,
  join,
  openExample,
  openLaptop,
  type PersonAtTable,
  writeCard,
} from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

test.use({ serviceWorkers: "allow" });

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelayProcess();
});
test.afterEach(async () => {
  await relay.remove();
});

const PAIN = "Old part numbers find nothing";

async function openPage(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/laptop`);
  await expect(page.getByRole("heading", { name: /^What is on this/ })).toBeVisible();
}

/** Maria runs a workshop, Bert sits at its table with a card of his own. */
async function twoAtTheTable(browser: Browser): Promise<{ maria: PersonAtTable; bert: PersonAtTable }> {
  const maria = await openLaptop(browser, relay.url);
  await openExample(maria.page);
  const { write } = await invite(maria.page, "Maria");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, write, "Bert");
  await writeCard(bert.page, PAIN, "Bert's own words");
  await expectState(bert.page, "saved for the table");
  await expect(card(maria.page, "Bert's own words")).toBeVisible();
  return { maria, bert };
}

async function endOfWorkshop(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Close the workshop…" }).click();
}

async function closeWorkshop(page: Page): Promise<void> {
  await endOfWorkshop(page);
  await page.getByRole("button", { name: "Close the workshop", exact: true }).click();
  await expect(page.getByText(/^It was closed on/)).toBeVisible();
  await page.keyboard.press("Escape");
}

test("the page says of each workshop its size, where its work is, and its last copy (S30)", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await expectState(page, "safe on this laptop");
  await openPage(page);
  const line = page.getByRole("listitem").filter({ hasText: "Replacing a failed pump" });
  await expect(line).toContainText("Only on this laptop");
  await expect(line).toContainText("no copy yet");
  await expect(line).toContainText(/\d+ kB/);
  const file = await downloaded(page, () => line.getByRole("button", { name: /^Save a copy/ }).click());
  expect(file.name).toBe("Replacing-a-failed-pump.sameside");
  await expect(line).toContainText("today");
  await expectNothingSerious(page);
});

test("what the browser answers to being asked is shown, and at a plain address that nobody can ask (S38, S39)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await openPage(page);
  const isPromised = await page.evaluate(() => navigator.storage.persisted());
  const card = page.getByRole("region", { name: "Does it stay here?" });
  await expect(card).toContainText(isPromised ? "has promised" : "has not promised");
  const lan = await openLaptop(browser, `${relay.lanUrl}/#/laptop`);
  await expect(lan.page.getByRole("region", { name: "Does it stay here?" })).toContainText("no page can ask");
  await expect(lan.page.getByRole("region", { name: "Where it can be reached" })).toContainText("a reload needs");
});

test("forgetting names what would be lost, and leaves nothing of it (S31)", async ({ browser }) => {
  const { page, context } = await openLaptop(browser, relay.url);
  await openExample(page);
  await invite(page, "Maria");
  await expectState(page, "saved for the table");
  await context.setOffline(true);
  await relay.kill();
  await writeCard(page, PAIN, "Nobody else has this");
  await expectState(page, "1 change waiting");
  await page.goto(`${relay.url}/#/laptop`);
  const line = page.getByRole("listitem").filter({ hasText: "Replacing a failed pump" });
  await expect(line).toContainText("1 change waiting");
  await line.getByRole("button", { name: /^Forget/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 change that the table does not have");
  await expect(dialog).toContainText("your private notes");
  await expect(dialog).toContainText("No copy of it was ever saved here.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: /^Forget/ }).click();
  await dialog.getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByText("There is no workshop here.")).toBeVisible();
  const tables = await rowCounts(page);
  expect(Object.values(tables).every((rows) => rows === 0)).toBe(true);
});

test("a closed workshop goes from a participant's device, whose own words stay; who runs it keeps all (S36)", async ({
  browser,
}) => {
  const { maria, bert } = await twoAtTheTable(browser);
  await closeWorkshop(maria.page);
  await expect(bert.page.getByRole("heading", { name: "“Replacing a failed pump” is over" })).toBeVisible();
  const tables = await rowCounts(bert.page);
  expect(tables).toEqual(Object.fromEntries(Object.keys(tables).map((table) => [table, 0])));
  await bert.page.getByRole("button", { name: "See what is here" }).click();
  await bert.page.getByText(/^Replacing a failed pump · left on/).click();
  await expect(bert.page.getByText("Bert's own words")).toBeVisible();
  await expect(bert.page.getByText(PAIN)).toBeHidden();
  const file = await downloaded(bert.page, () =>
    bert.page.getByRole("button", { name: /^Save my words from/ }).click(),
  );
  expect(file.name).toBe("My-words-from-Replacing-a-failed-pump.md");
  const text = new TextDecoder().decode(file.bytes);
  expect(text).toContain("- Bert's own words");
  expect(text).toContain("My name for the day: Bert");
  expect(text).not.toContain(PAIN);

  await maria.page.reload();
  await expect(card(maria.page, "Bert's own words")).toBeVisible();
  await openPage(maria.page);
  await expect(maria.page.getByText(/^Closed on .* it stays here until you forget it/)).toBeVisible();
});

test("when the day has passed, nothing goes while something waits, nor while somebody is typing (S35, S36)", async ({
  browser,
}) => {
  const { maria, bert } = await twoAtTheTable(browser);
  const lastDay = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await endOfWorkshop(maria.page);
  await maria.page.getByLabel("Keep people's words until").fill(lastDay);
  await maria.page.getByRole("button", { name: "Keep this day" }).click();
  const map = bert.page.url();
  // It is heard of while the map is open, and a device may be slow.
  await expect(async () => {
    await bert.page.goto(map);
    await expectState(bert.page, "saved for the table");
    await openPage(bert.page);
    await expect(bert.page.getByText(`Words are kept until ${lastDay}`)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await bert.page.getByRole("button", { name: /^Open Replacing a failed pump/ }).click();
  await expectState(bert.page, "saved for the table");

  await relay.kill();
  await writeCard(bert.page, PAIN, "Written without the table");
  await expectState(bert.page, "1 change waiting");
  await bert.page.clock.setFixedTime(Date.now() + 5 * 86_400_000);
  await expect(bert.page.getByText(/1 change of yours must reach the table first/)).toBeVisible();
  await bert.page.reload();
  await expect(card(bert.page, "Written without the table")).toBeVisible();
  await openPage(bert.page);
  await expect(bert.page.getByText(/It goes from here when what waits is with the table/)).toBeVisible();
  expect((await rowCounts(bert.page))["workshops"]).toBe(1);

  await bert.page.getByRole("button", { name: /^Open Replacing a failed pump/ }).click();
  await card(bert.page, "Written without the table").click();
  await bert.page.getByLabel("More about it", { exact: true }).fill("Half a sentence");
  await relay.start();
  await expect(card(maria.page, "Written without the table")).toBeVisible();
  await expect(bert.page.getByText(/When you have finished writing/)).toBeVisible();
  await expect(bert.page.getByLabel("More about it", { exact: true })).toHaveValue("Half a sentence");
  await bert.page.getByLabel("More about it", { exact: true }).blur();
  await expect(bert.page.getByRole("heading", { name: "“Replacing a failed pump” is over" })).toBeVisible();
  await expect(bert.page.getByText(/The day until which/)).toBeVisible();
  await card(maria.page, "Written without the table").click();
  await expect(maria.page.getByText("Half a sentence")).toBeVisible();
  await bert.page.getByRole("button", { name: "See what is here" }).click();
  await bert.page.getByText(/^Replacing a failed pump · left on/).click();
  await expect(bert.page.getByText("Written without the table: Half a sentence")).toBeVisible();
});

test("a file closes no workshop for who sits at its table: that comes from the relay alone (S32, S36)", async ({
  browser,
}) => {
  const { maria, bert } = await twoAtTheTable(browser);
  await relay.kill();
  await writeCard(maria.page, PAIN, "Only by file");
  await closeWorkshop(maria.page);
  await takeIn(bert.page, [await copyOfMap(maria.page)]);
  await expect(card(bert.page, "Only by file")).toBeVisible();
  // The card goes to the table from here as well; the plan would wait for ever.
  await openPage(bert.page);
  const line = bert.page.getByRole("listitem").filter({ hasText: "Replacing a failed pump" });
  await expect(line).toContainText("1 change waiting");
  await expect(line).not.toContainText("Closed on");
  await relay.start();
  await bert.page.getByRole("button", { name: /^Open Replacing a failed pump/ }).click();
  await expect(bert.page.getByRole("heading", { name: "“Replacing a failed pump” is over" })).toBeVisible();
});

test("a copy that no relay has stays, whatever its plan says (S36)", async ({ browser }) => {
  const { maria } = await twoAtTheTable(browser);
  await closeWorkshop(maria.page);
  const file = await copyOfMap(maria.page);
  const { page } = await openLaptop(browser, relay.url);
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Open a file/ }).click();
  await (await choosing).setFiles({ name: file.name, mimeType: "application/zip", buffer: Buffer.from(file.bytes) });
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await expect(card(page, "Bert's own words")).toBeVisible();
  await page.reload();
  await expect(card(page, "Bert's own words")).toBeVisible();
});
