/** What of a map one person has before them, and the views they keep of it (SPEC W53–W55, W57, W58). */
import { expect, type Page } from "@playwright/test";
import { allCards, card, more, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const WORDS = "Every hour the line stands costs me a customer";

const lane = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^Lane: ${name}`) });
const phase = (page: Page, name: string) => page.getByRole("button", { name: new RegExp(`^Phase: ${name}`) });
const outOfSight = (page: Page) => page.getByRole("region", { name: "What is shown" });

/** By the keyboard alone: the list of what can be done with it. */
async function choose(page: Page, thing: ReturnType<typeof lane>, act: string): Promise<void> {
  await thing.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: act, exact: true }).press("Enter");
}

async function expectSaid(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: text }).first()).toBeAttached();
}

test("lanes and phases are hidden and folded by the keyboard, in every view, and stay on the map (W53, W54)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await choose(page, lane(page, "In their words"), "Hide");
  await expectSaid(page, "In their words is hidden, for you only.");
  await expect(card(page, WORDS)).toHaveCount(0);
  await expect(outOfSight(page)).toContainText("1 lane hidden");
  await choose(page, lane(page, "Pain points"), "Fold up");
  await expect(lane(page, "Pain points, folded, 4 cards")).toHaveAttribute("aria-expanded", "false");
  await expect(card(page, PAIN)).toHaveCount(0);
  await choose(page, phase(page, "Find"), "Fold up");
  await expect(phase(page, "Find, folded, 7 cards")).toBeVisible();
  const { journeys } = await savedBoard(page);
  expect(journeys[0]?.lanes.map(({ name }) => name)).toContain("In their words");
  expect(allCards(await savedBoard(page)).some(({ text }) => text === PAIN)).toBe(true);

  for (const view of ["Table", "Outline"]) {
    await page.getByRole("link", { name: view }).click();
    await expect(phase(page, "Find, folded, 7 cards")).toBeVisible();
    await expect(lane(page, "Pain points, folded, 4 cards")).toBeVisible();
    await expect(lane(page, "In their words")).toHaveCount(0);
    await expect(card(page, PAIN)).toHaveCount(0);
  }
  // One press opens a strip, and the keyboard stays on it.
  await lane(page, "Pain points, folded").focus();
  await page.keyboard.press("Enter");
  await expect(lane(page, "Pain points")).toBeFocused();
  await expect(phase(page, "Find, folded, 3 cards")).toHaveCount(0);
  await page.reload();
  await expect(outOfSight(page)).toContainText("1 lane hidden");
  await page.getByRole("link", { name: "Canvas" }).click();
  await phase(page, "Find, folded").click();
  await expect(card(page, PAIN)).toBeVisible();
  await outOfSight(page).getByRole("button", { name: "Show all" }).click();
  await expect(card(page, WORDS)).toBeVisible();
  await expect(outOfSight(page)).toHaveCount(0);
});

test("a pinned lane stays under the titles, and what is dropped or pressed there is in it (W54)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await choose(page, lane(page, "Pain points"), "Pin");
  await page.keyboard.press("Escape");
  const pinned = page.locator(".canvas-pinned-lane");
  await expect(pinned).toBeHidden();
  await page.mouse.move(640, 420);
  await page.mouse.wheel(0, 1300);
  await expect(pinned).toBeVisible();
  const held = pinned.getByText(PAIN);
  const titles = await standingBox(page.locator(".canvas-headers"));
  const at = await standingBox(held);
  expect(at.y).toBeGreaterThanOrEqual(titles.y + titles.height);
  expect(at.y).toBeLessThan(titles.y + titles.height + 60);
  await held.click();
  await expect(page.locator(".react-flow__node [data-selected]")).toHaveText(PAIN);
  await page.keyboard.press("Escape");

  // A card from below, let go on the pinned lane, is a card of that lane.
  const idea = card(page, "any old number led");
  const from = await standingBox(idea);
  await page.mouse.move(from.x + 20, from.y + 14);
  await page.mouse.down();
  await page.mouse.move(at.x + 30, at.y + 30, { steps: 6 });
  await page.mouse.move(at.x + 34, at.y + 34, { steps: 2 });
  await page.mouse.up();
  await expect
    .poll(async () => {
      const view = await savedBoard(page);
      const pain = view.journeys[0]?.lanes.find(({ kind }) => kind === "pain");
      return allCards(view).find(({ text }) => text.includes("any old number led"))?.lane === pain?.id;
    })
    .toBe(true);
});

test("cards are left out by what they are, all is chosen in one dialog, and a view is kept, linked and checked (W55, W57, W58)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await more(page, "What is shown…");
  const dialog = page.getByRole("dialog", { name: "What is shown" });
  await dialog.getByRole("group", { name: "Kind" }).getByText("In their words").click();
  await dialog.getByRole("radiogroup", { name: "How Support is shown" }).getByText("Hidden").click();
  await dialog.getByRole("button", { name: "Pin Touchpoints: it stays in view" }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(card(page, WORDS)).toHaveCount(0);
  await expect(outOfSight(page)).toContainText("1 lane and 4 cards hidden");
  await more(page, "Print, or save as a picture…");
  const paper = page.getByRole("dialog", { name: "Print, or save as a picture" });
  await expect(paper.getByRole("figure")).toContainText("Stock list");
  await expect(paper.getByRole("figure")).not.toContainText("Every hour");
  await paper.getByText("Print it too").click();
  await expect(paper.getByRole("figure")).toContainText("Every hour");
  await paper.getByRole("button", { name: "Close" }).click();

  await page.getByRole("link", { name: "Table" }).click();
  await more(page, "Views…");
  await page.getByLabel("Name of the view").fill("What hurts");
  await page.keyboard.press("Enter");
  await expectSaid(page, "“What hurts” was kept.");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy the link of What hurts" }).click();
  await expectSaid(page, "The link was copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await outOfSight(page).getByRole("button", { name: "Show all" }).click();
  await page.getByRole("link", { name: "Canvas" }).click();
  await expect(card(page, WORDS)).toBeVisible();

  await more(page, "Views…");
  await page.getByRole("button", { name: "Show What hurts" }).click();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(outOfSight(page)).toContainText("1 lane and 4 cards hidden");
  await outOfSight(page).getByRole("button", { name: "Show all" }).click();

  // The link, one to a lane that is gone, and one that is none.
  await page.goto(link);
  await expect(outOfSight(page)).toContainText("1 lane and 4 cards hidden");
  expect(page.url()).not.toContain("shown=");
  const text = new URLSearchParams(link.split("?")[1]).get("shown") ?? "";
  const view = JSON.parse(Buffer.from(text, "base64url").toString()) as { choice: { hidden: string[] } };
  view.choice.hidden = ["gone"];
  const address = (of: string) => link.replace(text, Buffer.from(of).toString("base64url"));
  await page.goto(address(JSON.stringify(view)));
  await expect(page.getByText("One lane or phase of this view is no longer on the map")).toBeVisible();
  await expect(outOfSight(page)).toContainText("4 cards hidden");
  await page.goto(address('{"journey":7,"choice":{"hidden":"all"}}'));
  await expect(page.getByText("The view of this link cannot be read")).toBeVisible();
  await expect(outOfSight(page)).toContainText("4 cards hidden");

  await page.getByRole("link", { name: "Canvas" }).click();
  await expect(card(page, PAIN)).toBeVisible();
  const level = page.getByRole("toolbar", { name: "Zoom" }).getByText("%");
  const before = await level.textContent();
  await more(page, "Wheel zooms", "Settings of this device");
  await page.mouse.move(640, 420);
  await page.mouse.wheel(0, -300);
  await expect(level).not.toHaveText(before ?? "");
});
