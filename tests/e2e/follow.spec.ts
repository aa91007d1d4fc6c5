/** Several on one map: what others hold, going along with somebody, and calling everybody (SPEC W47–W52). */
import { expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { allCards, card, invite, join, more, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { listenToSaid } from "../support/said.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const PRICE = "Price only after log-in";

async function middleOf(page: Page, text: string) {
  const box = await standingBox(card(page, text));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function openWhoIsHere(page: Page) {
  await page.getByRole("button", { name: /^Who is here/ }).click();
  return page.getByRole("dialog", { name: "Who is here" });
}

async function expectSameView(one: Page, other: Page): Promise<void> {
  await expect(async () => {
    const [here, there] = [await middleOf(one, PAIN), await middleOf(other, PAIN)];
    expect(Math.hypot(here.x - there.x, here.y - there.y)).toBeLessThan(3);
  }).toPass();
}

/** Wheels over the map; the map of the example is larger than the screen. */
async function pan(page: Page, down: number): Promise<void> {
  await page.mouse.move(500, 420);
  await page.mouse.wheel(0, down);
}

test("what others have chosen, write and drag is seen by name in every view, and their pointers can be hidden", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, links.write, "Bert");
  const clara = await openLaptop(browser, "about:blank");
  await join(clara.page, links.write, "Clara", "a colleague");
  await clara.page.getByRole("link", { name: "Table" }).click();

  await card(bert.page, PAIN).click();
  const outline = anna.page.locator(".canvas-other-chosen");
  await expect(outline).toHaveText("Bert");
  const cell = clara.page.getByRole("listitem").filter({ has: card(clara.page, PAIN) });
  await expect(cell.getByRole("img", { name: "Bert has chosen this" })).toBeVisible();
  await clara.page.getByRole("link", { name: "Outline" }).click();
  await expect(clara.page.getByRole("img", { name: "Bert has chosen this" })).toBeVisible();

  await bert.page.keyboard.press("n");
  await bert.page.keyboard.insertText("half a thought");
  await expect(anna.page.getByText("Bert is writing here")).toBeVisible();
  await bert.page.keyboard.press("Escape");
  const words = bert.page.getByLabel("Words on the card", { exact: true });
  await words.focus();
  await expect(clara.page.getByRole("img", { name: "Bert is writing here" })).toBeVisible();
  const here = await openWhoIsHere(anna.page);
  await expect(here.getByText("customer · is writing: “half a thought”")).toBeVisible();
  await expect(here.getByText("you · facilitator")).toBeVisible();
  // A tab that is hidden is not looked at.
  await bert.page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, value: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(here.getByText(/^customer · away/)).toBeVisible();
  await bert.page.evaluate(() => {
    Reflect.deleteProperty(document, "hidden");
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(here.getByText(/away/)).toHaveCount(0);
  await expectNothingSerious(anna.page);
  await anna.page.keyboard.press("Escape");
  await bert.page.keyboard.press("Escape");

  const from = await middleOf(bert.page, PRICE);
  await bert.page.mouse.move(from.x, from.y);
  await bert.page.mouse.down();
  await bert.page.mouse.move(from.x + 150, from.y + 60, { steps: 6 });
  const ghost = anna.page.locator(".canvas-other-ghost");
  await expect(ghost).toContainText(PRICE);
  await expect(ghost).toContainText("Bert");
  const pointers = anna.page.locator(".canvas-other-pointer");
  await expect(pointers.filter({ hasText: "Bert" })).toHaveCount(1);
  const tick = anna.page.getByLabel("Show the others’ pointers");
  await openWhoIsHere(anna.page);
  await tick.uncheck({ force: true });
  await expect(ghost).toHaveCount(0);
  await expect(pointers).toHaveCount(0);
  await anna.page.reload();
  await expect(card(anna.page, PRICE)).toBeVisible();
  await openWhoIsHere(anna.page);
  await expect(tick).not.toBeChecked();
  await tick.check({ force: true });
  await expect(ghost).toContainText(PRICE);
  await anna.page.keyboard.press("Escape");

  // Somebody removes the card in Bert's hand.
  const said = await listenToSaid(bert.page);
  await card(anna.page, PRICE).click();
  await anna.page.keyboard.press("Delete");
  await expect(ghost).toHaveCount(0);
  await said(/was removed by somebody else/);
  await bert.page.mouse.move(from.x + 200, from.y + 90, { steps: 3 });
  await expect(bert.page.locator(".canvas-drop-mark")).toHaveCount(0);
  await bert.page.mouse.up();
  expect(allCards(await savedBoard(bert.page)).map(({ text }) => text)).not.toContain(PRICE);
});

test("who goes along with somebody sees their view and their map, until a key or an own move ends it", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, links.write, "Bert");

  const said = await listenToSaid(anna.page);
  await anna.page.getByRole("button", { name: "Go along with Bert" }).click();
  await expect(anna.page.getByRole("region", { name: "Going along with Bert" })).toBeVisible();
  await said(/going along with Bert\. Press Escape/);
  await expectNothingSerious(anna.page);
  await pan(bert.page, 90);
  await bert.page.keyboard.press("Control++");
  await expectSameView(anna.page, bert.page);
  // Two who went along with each other would drift away.
  await bert.page.getByRole("button", { name: "Go along with Anna" }).click();
  await expect(bert.page.getByRole("region", { name: /Going along/ })).toHaveCount(0);

  // Another map, and a narrow screen that shows it as an outline.
  const clara = await openLaptop(browser, "about:blank");
  await clara.page.setViewportSize({ width: 390, height: 700 });
  await join(clara.page, links.write, "Clara");
  const list = await openWhoIsHere(clara.page);
  await list.getByRole("button", { name: "Go along with Bert" }).click();
  await more(bert.page, "Copy this map as a what-if", "This map");
  const isWhatIf = (page: Page) => page.getByRole("button", { name: /what.if/i }).first();
  for (const { page } of [bert, anna, clara]) await expect(isWhatIf(page)).toBeVisible();
  await expectSameView(anna.page, bert.page);
  await card(bert.page, PAIN).click();
  await bert.page.keyboard.press("Shift+2");
  await expect(card(clara.page, PAIN)).toBeInViewport();
  // The inspector gives its place back: they see more of the map, and so do the others.
  await bert.page.keyboard.press("Escape");
  await expectSameView(anna.page, bert.page);

  await anna.page.keyboard.press("Escape");
  await expect(anna.page.getByRole("region", { name: "Going along with Bert" })).toHaveCount(0);
  await said(/^You are no longer going along with Bert\.$/);
  await anna.page.getByRole("button", { name: "Go along with Bert" }).click();
  await expectSameView(anna.page, bert.page);
  await pan(anna.page, 60);
  await expect(anna.page.getByRole("region", { name: "Going along with Bert" })).toHaveCount(0);
  await anna.page.getByRole("button", { name: "Go along with Bert" }).click();
  await anna.page.getByRole("button", { name: "Zoom in" }).click();
  await expect(anna.page.getByRole("region", { name: "Going along with Bert" })).toHaveCount(0);
  // Who leaves takes nobody along.
  await anna.page.getByRole("button", { name: "Go along with Bert" }).click();
  await expect(anna.page.getByRole("region", { name: "Going along with Bert" })).toBeVisible();
  await bert.context.close();
  await expect(anna.page.getByRole("region", { name: "Going along with Bert" })).toHaveCount(0);
});

test("who leads the table asks everybody to look, or takes them along, and lets them go", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, links.write, "Bert");
  const clara = await openLaptop(browser, "about:blank");
  await join(clara.page, links.write, "Clara");
  await pan(anna.page, 120);

  const call = async (isAtOnce: boolean) => {
    const list = await openWhoIsHere(anna.page);
    if (isAtOnce) await list.getByLabel("without asking them").check({ force: true });
    await list.getByRole("button", { name: "Bring everybody here" }).click();
  };
  const ask = (page: Page) => page.getByRole("region", { name: "Anna asks you to look here" });
  const led = (page: Page) => page.getByRole("region", { name: "Anna has brought everybody here" });
  await call(false);
  await expect(ask(bert.page)).toBeVisible();
  await expectNothingSerious(bert.page);
  await ask(bert.page).getByRole("button", { name: "Go there" }).click();
  await ask(clara.page).getByRole("button", { name: "Stay here" }).click();
  await expectSameView(bert.page, anna.page);
  await expect(ask(clara.page)).toHaveCount(0);
  const own = anna.page.getByRole("region", { name: "Bring everybody here" });
  await expect(own).toContainText("1 of 2 with you");
  await expectNothingSerious(anna.page);
  await own.getByRole("button", { name: "Let them go" }).click();
  await expect(led(bert.page)).toHaveCount(0);

  // Nobody's words are taken from under their hands: who writes is asked.
  await card(clara.page, PAIN).click();
  await clara.page.keyboard.press("n");
  await clara.page.keyboard.insertText("in the middle of a word");
  await pan(anna.page, 60);
  await call(true);
  await expect(led(bert.page)).toBeVisible();
  await expectSameView(bert.page, anna.page);
  await expect(ask(clara.page)).toBeVisible();
  await expect(clara.page.locator(":focus")).toHaveRole("textbox");
  await bert.page.keyboard.press("Escape");
  await expect(led(bert.page)).toHaveCount(0);
  await expect(own).toContainText("0 of 2 with you");

  // Only who leads the table may.
  const list = await openWhoIsHere(bert.page);
  await expect(list.getByText("facilitator")).toBeVisible();
  await expect(list.getByRole("button", { name: "Bring everybody here" })).toHaveCount(0);
});
