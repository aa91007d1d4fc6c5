/** Several things chosen together in the table and the outline, with the acts of the canvas (SPEC W13). */
import { expect, type Page } from "@playwright/test";
import { allCards, card, openExample, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const PRICE = "Price only after log-in";
const STOCK = "Stock list is a week old";

async function countOf(page: Page, ...texts: readonly string[]): Promise<readonly number[]> {
  const cards = allCards(await savedBoard(page));
  return texts.map((wanted) => cards.filter(({ text }) => text === wanted).length);
}

test("several are chosen with Shift, and are copied, moved and removed as one", async ({ page }) => {
  await page.goto(relay.url);
  await openExample(page);
  await page.getByRole("link", { name: "Table" }).click();
  await card(page, PAIN).click();
  await card(page, STOCK).click({ modifiers: ["Shift"] });
  const said = page.locator("output[aria-live=polite]");
  await expect(said).toHaveText("2 chosen: 2 cards");
  for (const text of [PAIN, STOCK]) await expect(card(page, text)).toHaveAttribute("aria-current", "true");
  // It tells about one thing, or about none.
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu", { name: "What can be done with the 2 chosen" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+d");
  await expect(page.locator("[data-card-id]").filter({ hasText: STOCK })).toHaveCount(2);
  expect(await countOf(page, PAIN, STOCK, PRICE)).toEqual([2, 2, 1]);
  // The copies are chosen, and go again; one undo brings both back.
  await page.locator("[aria-current=true]").first().focus();
  await page.keyboard.press("Delete");
  expect(await countOf(page, PAIN, STOCK, PRICE)).toEqual([1, 1, 1]);
  await page.keyboard.press("Control+z");
  expect(await countOf(page, PAIN, STOCK, PRICE)).toEqual([2, 2, 1]);
  await page.keyboard.press("Control+z");
  expect(await countOf(page, PAIN, STOCK, PRICE)).toEqual([1, 1, 1]);

  // With the keys: one further, and one back again.
  await page.getByRole("link", { name: "Outline" }).click();
  await card(page, PAIN).focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(said).toHaveText("3 chosen: 3 cards");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(said).toHaveText("2 chosen: 2 cards");
  const order = async () => (await page.locator("[data-card-id][aria-current=true]").allTextContents()).join("|");
  expect(await order()).toContain(`${PAIN}|${PRICE}`);
  await page.keyboard.press("Alt+ArrowRight");
  const { parent } = allCards(await savedBoard(page)).find(({ text }) => text === PAIN) ?? {};
  expect(allCards(await savedBoard(page)).find(({ text }) => text === PRICE)?.parent).toBe(parent);
  await expect(page.locator(`[data-touchpoint-id="${parent}"]`)).toHaveAccessibleName(/Call the branch/);
  await card(page, PAIN).focus();
  await page.keyboard.press("Escape");
  await expect(page.locator("[aria-current=true][data-card-id]")).toHaveCount(0);
  await page.keyboard.press("Control+a");
  await expect(said).toHaveText(/^\d\d chosen: \d touchpoints, \d\d cards$/);
});
