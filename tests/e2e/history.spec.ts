/** The history of a board: versions, going back, what was removed, who changed what (SPEC W22–W25). */
import { expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { card, expectState, invite, join, openExample, openLaptop, savedBoard, writeCard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { stepsOf } from "../support/steps.ts";
import { test } from "../support/test.ts";
import { keepVersion, openHistory } from "../support/versions.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

async function removeThing(page: Page, thing: string): Promise<void> {
  await card(page, thing).click();
  await page.keyboard.press("Delete");
  await expect(card(page, thing)).toBeHidden();
}

const shownJourneys = async (page: Page) => (await savedBoard(page)).journeys;

test("a version is kept, compared in sentences, and the map goes back to it in one undo", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const before = await shownJourneys(page);
  await keepVersion(page, "Before the break");
  await writeCard(page, "Old part numbers find nothing", "Nobody answers");
  await removeThing(page, "Price only after log-in");
  await page.reload();
  await expect(card(page, "Nobody answers")).toBeVisible();
  const changed = await shownJourneys(page);

  const dialog = await openHistory(page);
  await dialog.getByRole("button", { name: /^Compare Before the break, .*, with now$/ }).click();
  const inFind = dialog.getByRole("region", { name: "Find" });
  await expect(inFind.getByText("New: card “Nobody answers”.")).toBeVisible();
  await expect(inFind.getByText("Removed: card “Price only after log-in”.")).toBeVisible();
  await expect(dialog.getByRole("region")).toHaveCount(1);

  await dialog.getByRole("button", { name: "Go back to this version" }).click();
  await dialog.getByRole("button", { name: "Go back to this version" }).click();
  await expect(dialog.getByText("The map is what it was then. Undo takes it back.")).toBeVisible();
  await expect(dialog.getByText("Nothing has changed since then.")).toBeVisible();
  await dialog.getByRole("button", { name: "All versions" }).click();
  await expect(dialog.getByText("Before going back")).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await shownJourneys(page)).toEqual(before);

  await page.keyboard.press("Control+z");
  await expect(card(page, "Nobody answers")).toBeVisible();
  expect(await shownJourneys(page)).toEqual(changed);
});

test("one card is put back from a version, and nothing else changes", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await keepVersion(page, "Morning");
  await removeThing(page, "Price only after log-in");
  await writeCard(page, "Old part numbers find nothing", "Nobody answers");
  const dialog = await openHistory(page);
  await dialog.getByRole("button", { name: /^Compare Morning/ }).click();
  await dialog.getByRole("button", { name: /^Put back: Removed: card “Price only after log-in”/ }).click();
  await expect(dialog.getByText("It was put back as it was then.")).toBeVisible();
  await expect(dialog.getByText(/Removed: card/)).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(card(page, "Price only after log-in")).toBeVisible();
  await expect(card(page, "Nobody answers")).toBeVisible();
});

test("editing keeps a version by itself, once in an hour; versions are forgotten one by one", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await page.clock.setFixedTime("2026-11-22T10:10:00");
  await openExample(page);
  await writeCard(page, "Old part numbers find nothing", "First");
  await writeCard(page, "Old part numbers find nothing", "Second");
  const dialog = await openHistory(page);
  await expect(dialog.getByText("While editing")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await page.clock.setFixedTime("2026-11-22T11:05:00");
  await writeCard(page, "Old part numbers find nothing", "Third");
  await openHistory(page);
  await expect(dialog.getByText("While editing")).toHaveCount(2);
  for (const left of [1, 0]) {
    await dialog
      .getByRole("button", { name: /^Forget While editing/ })
      .first()
      .click();
    await expect(dialog.getByText("While editing")).toHaveCount(left);
  }
  await expect(dialog.getByText(/No version has been kept yet/)).toBeVisible();
});

test("a version is kept by itself when the step changes", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await invite(page, "Anna");
  // A step that the page hears of first is no change: it has to be connected before there is one.
  await expectState(page, "saved for the table");
  const steps = await stepsOf(relay.url, page);
  await steps.go("write");
  await steps.go("read");
  const dialog = await openHistory(page);
  await expect(dialog.getByText("When the step changed")).toHaveCount(1);
  steps.end();
});

test("what somebody removed comes back, all of theirs in one gesture", async ({ browser }) => {
  const { page: anna } = await openLaptop(browser, relay.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  const { page: jo } = await openLaptop(browser, relay.url);
  await join(jo, write, "Jo");
  for (const thing of ["Price only after log-in", "Everything is labelled"]) {
    await removeThing(jo, thing);
    await expect(card(anna, thing)).toBeHidden();
  }
  await removeThing(anna, "Stock list is a week old");

  const dialog = await openHistory(anna, "Removed");
  await expect(dialog.getByRole("region", { name: "Jo removed 2 things" })).toBeVisible();
  await expect(dialog.getByRole("region", { name: "You removed one thing" })).toBeVisible();
  await dialog.getByRole("button", { name: "Bring all back that Jo removed" }).click();
  await expect(dialog.getByRole("region", { name: /Jo/ })).toBeHidden();
  await dialog.getByRole("button", { name: "Bring back card “Stock list is a week old”" }).click();
  await expect(dialog.getByText("Nothing has been removed.")).toBeVisible();
  for (const thing of ["Price only after log-in", "Everything is labelled", "Stock list is a week old"])
    await expect(card(jo, thing)).toBeVisible();
  await anna.keyboard.press("Escape");
  await anna.keyboard.press("Control+z");
  await anna.keyboard.press("Control+z");
  await expect(card(jo, "Everything is labelled")).toBeHidden();
  await expect(card(jo, "Price only after log-in")).toBeHidden();
});

test("who changed what of the selected thing, and when", async ({ browser }) => {
  const { page: anna } = await openLaptop(browser, relay.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  const { page: jo } = await openLaptop(browser, relay.url);
  await join(jo, write, "Jo");
  const touchpoint = (page: Page) => page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" });
  await touchpoint(jo).click();
  await jo.getByLabel("Channel").fill("Fax");
  await jo.keyboard.press("Enter");
  await expect(touchpoint(anna)).toContainText("Fax");
  await touchpoint(anna).click();
  // In the inspector it is folded away, read when it is opened, and then follows.
  const inspector = anna.getByRole("complementary");
  const line = inspector.getByText(/^its channel: Jo, \d/);
  const fold = inspector.getByText("Who changed what", { exact: true });
  await expect(fold).toBeVisible();
  await expect(line).not.toBeAttached();
  await fold.click();
  await expect(line).toBeVisible();
  await jo.getByLabel("Owner").fill("Sales");
  await jo.keyboard.press("Enter");
  await expect(inspector.getByText(/^its owner: Jo, \d/)).toBeVisible();
  const dialog = await openHistory(anna, "Selected");
  await expect(dialog.getByText(/^its channel: Jo, \d/)).toBeVisible();
  await expect(dialog.getByText(/^its title: you, /)).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the history works on a phone and holds nothing serious for axe: ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    const page = await context.newPage();
    await page.goto(relay.url);
    await openExample(page);
    await keepVersion(page, "Before the break");
    await card(page, "Price only after log-in").click();
    await page.getByRole("button", { name: "Remove the card" }).click();
    for (const part of ["Versions", "Removed"] as const) {
      const dialog = await openHistory(page, part);
      if (part === "Versions") await dialog.getByRole("button", { name: /^Compare Before/ }).click();
      await expect(dialog.getByText(/card “Price only after log-in”/).first()).toBeVisible();
      await expectNothingSerious(page);
      const width = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(width).toBeLessThanOrEqual(0);
      await page.keyboard.press("Escape");
    }
    await context.close();
  });
}
