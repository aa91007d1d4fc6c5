/** Several things at once in the table and the outline, and copies of them, with the acts of the canvas (SPEC W13–W16). */
import { expect, type Page } from "@playwright/test";
import { allCards, card, openExample, savedBoard, stackOf } from "../support/people.ts";
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

/** At another touchpoint, in the same lane. */
const FAR = "Ships complete or not at all";

test("the table and the outline copy, cut and paste the things themselves, and Ctrl+Shift+V makes one card (W14, W15)", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(relay.url);
  await openExample(page);
  const before = await savedBoard(page);
  const find = (view: typeof before, text: string) => allCards(view).filter((it) => it.text === text);
  const said = page.locator("output[aria-live=polite]");

  // Several, from the table: the copies keep their author, and for other programs they are lines.
  await page.getByRole("link", { name: "Table" }).click();
  await card(page, PAIN).click();
  await card(page, PRICE).click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  await expect(said).toHaveText("2 copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${PAIN}\n${PRICE}`);
  await card(page, FAR).focus();
  await page.keyboard.press("Control+v");
  await expect(page.locator("[data-card-id][aria-current=true]")).toHaveCount(2);
  const copied = await savedBoard(page);
  expect(stackOf(copied, FAR)).toEqual([FAR, PAIN, PRICE]);
  const [own] = find(before, PAIN);
  expect(find(copied, PAIN).map(({ author }) => author)).toEqual([own?.author, own?.author]);
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-card-id]").filter({ hasText: PAIN })).toHaveCount(1);

  // A lane, with all that stands in it, below another.
  await page.getByRole("button", { name: "Lane: Pain points", exact: true }).focus();
  await page.keyboard.press("Control+c");
  await page.getByRole("button", { name: "Lane: Support", exact: true }).focus();
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("button", { name: "Lane: Pain points", exact: true })).toHaveCount(2);
  await expect(page.locator("[data-card-id]").filter({ hasText: PAIN })).toHaveCount(2);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Lane: Pain points", exact: true })).toHaveCount(1);

  // What is cut in the outline is the very same card where a button to add says so.
  await page.getByRole("link", { name: "Outline" }).click();
  await card(page, PAIN).focus();
  await page.keyboard.press("Control+x");
  await expect(card(page, PAIN)).toHaveCount(0);
  await page.getByRole("button", { name: /^Add to Find, Call the branch/ }).focus();
  await page.keyboard.press("Control+v");
  await expect(card(page, PAIN)).toBeFocused();
  const moved = await savedBoard(page);
  expect(find(moved, PAIN).map(({ id }) => id)).toEqual([own?.id]);
  expect(stackOf(moved, PRICE)).not.toContain(PAIN);
  await expect(page.locator(`[data-touchpoint-id="${find(moved, PAIN)[0]?.parent}"]`)).toHaveAccessibleName(
    /Call the branch/,
  );

  await page.evaluate(() => navigator.clipboard.writeText("first line\nsecond line"));
  await card(page, FAR).focus();
  await page.keyboard.press("Control+Shift+V");
  await expect(card(page, "first line")).toBeFocused();
  expect(stackOf(await savedBoard(page), FAR)).toEqual([FAR, "first line\nsecond line"]);
});

test("what is locked is told in the table and the outline, by a sign and in words (W16)", async ({ page }) => {
  await page.goto(relay.url);
  await openExample(page);
  const things = [
    card(page, PAIN),
    page.getByRole("button", { name: /^Touchpoint: Call the branch/ }),
    page.getByRole("button", { name: /^Phase: Find/ }),
    page.getByRole("button", { name: "Lane: Pain points", exact: true }),
  ];
  await page.getByRole("link", { name: "Table" }).click();
  for (const thing of things) {
    await thing.focus();
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Lock", exact: true }).click();
    await expect(thing).toHaveAccessibleDescription(/locked/);
  }
  await page.getByRole("link", { name: "Outline" }).click();
  for (const thing of things) {
    await expect(thing).toHaveAccessibleDescription(/locked/);
    await expect(thing.locator(".table-lock")).toBeVisible();
  }
  await expect(card(page, PRICE)).not.toHaveAccessibleDescription(/locked/);
});
