/** Finding one's way: search, palette, the sheet of keys, the small map, and the way back (SPEC W40–W45). */
import { expect, type Page } from "@playwright/test";
import { DARK_ON_PHONE, expectNothingSeriousIn, ON_LAPTOP } from "../support/axe.ts";
import { allCards, card, more, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";

const searchField = (page: Page) => page.getByRole("searchbox", { name: "Find" });
const searchPanel = (page: Page) => page.getByRole("complementary", { name: "Find on the map" });
const palette = (page: Page) => page.getByRole("dialog", { name: "What do you want to do?" });

/** Whether the page keeps the next press of this key from the browser. */
async function takesKey(page: Page, key: string): Promise<boolean> {
  await page.evaluate(() => {
    // After every listener of the page.
    const note = (event: KeyboardEvent) => {
      if (event.key === "Control") return;
      document.documentElement.dataset["taken"] = String(event.defaultPrevented);
      window.removeEventListener("keydown", note);
    };
    window.addEventListener("keydown", note);
  });
  await page.keyboard.press(key);
  return (await page.locator("html").getAttribute("data-taken")) === "true";
}

async function viewOf(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  return page.locator(".react-flow__viewport").evaluate((element) => {
    const { e, f } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f };
  });
}

test("words are found in all maps of the board, and the map goes there: canvas, table and outline (W40, W41)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await more(page, "Copy this map as a what-if", "This map");
  await expect(page.getByRole("button", { name: /^Maps on this board/ })).toHaveText("2 / 2");

  expect(await takesKey(page, "Control+f")).toBe(true);
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type("NOTHING númbers");
  await expect(searchPanel(page).getByRole("status")).toHaveText("2 found");
  await expect(searchPanel(page).getByRole("heading", { level: 3 })).toHaveCount(2);

  await page.keyboard.press("Enter");
  await expect(searchPanel(page).getByRole("status")).toHaveText("1 of 2");
  await expect(searchField(page)).toBeFocused();
  await expect(card(page, PAIN).locator("[data-selected]")).toBeVisible();
  await expect(page.getByText(`1 of 2: Pain point: ${PAIN}. Find, Search the portal`)).toBeAttached();
  // The other one stands on the other map.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Maps on this board/ })).toHaveText("1 / 2");
  await expect(card(page, PAIN)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Shift+F3");
  await expect(searchPanel(page).getByRole("status")).toHaveText("1 of 2");
  await expect(page.getByRole("button", { name: /^Maps on this board/ })).toHaveText("2 / 2");

  // In the field the key is the browser's.
  expect(await takesKey(page, "Control+f")).toBe(false);
  await page.keyboard.press("ArrowDown");
  await expect(
    searchPanel(page)
      .getByRole("button", { name: new RegExp(PAIN) })
      .first(),
  ).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(searchPanel(page)).toBeHidden();
  await expect(card(page, PAIN)).toBeFocused();

  for (const [view, key] of [
    ["Table", "/"],
    ["Outline", "Control+f"],
  ] as const) {
    await page.getByRole("link", { name: view }).click();
    await expect(card(page, PAIN)).toBeVisible();
    await page.keyboard.press(key);
    await expect(searchField(page)).toBeFocused();
    // What was typed last is chosen, to be typed over.
    await page.keyboard.type("delivers");
    await page.keyboard.press("Backspace");
    await searchField(page).fill("call the branch");
    await page.keyboard.press("Enter");
    await expect(searchPanel(page).getByRole("status")).toHaveText("1 of 2");
    await page.keyboard.press("Escape");
    await expect(page.locator("[data-touchpoint-id]:focus")).toHaveText(/Call the branch/);
  }
  await page.keyboard.press("/");
  await page.keyboard.insertText("no such words anywhere");
  await expect(searchPanel(page).getByText(/Nothing on this board holds these words/)).toBeVisible();
  // Whoever goes on before the next frame is drawn keeps the keyboard where they went.
  const isKept = await card(page, PAIN).evaluate(async (element: HTMLElement) => {
    const press = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(press);
    element.focus();
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    return document.activeElement === element;
  });
  expect(isKept).toBe(true);
  await expect(searchPanel(page)).toBeHidden();
});

test("what is hidden, folded or has lost its place is found, and it is said and shown (W60)", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const lane = page.getByRole("button", { name: /^Lane: Pain points/ });
  await lane.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Hide", exact: true }).press("Enter");
  await expect(card(page, PAIN)).toHaveCount(0);
  await page.keyboard.press("Control+f");
  await searchField(page).fill("old part numbers find nothing");
  const result = searchPanel(page).getByRole("button", { name: new RegExp(PAIN) });
  await expect(result).toContainText("in a lane you have hidden");
  await page.keyboard.press("Enter");
  await expect(card(page, PAIN)).toBeInViewport({ ratio: 1 });
  await expect(result).not.toContainText("hidden");
  await page.keyboard.press("Escape");
  await expect(card(page, PAIN)).toBeFocused();

  // Its touchpoint goes: the card waits in the tray.
  await page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).click();
  await page.keyboard.press("Delete");
  await expect(card(page, PAIN)).toHaveCount(0);
  await page.keyboard.press("Control+f");
  await searchField(page).fill("old part numbers find nothing");
  await expect(searchPanel(page).getByRole("heading", { name: "Unplaced" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Unplaced" })).toContainText(PAIN);
  await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_PHONE]);
});

test("the palette does what bars and menus do, and the sheet names each of its keys (W42, W43, W61)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const before = allCards(await savedBoard(page)).length;
  await card(page, PAIN).focus();
  await page.keyboard.press("Control+k");
  await expect(palette(page).getByRole("textbox", { name: "A command" })).toBeFocused();
  await expect(palette(page).getByRole("group").first()).toHaveAccessibleName(`What can be done with: ${PAIN}`);
  const keys = await palette(page).locator("kbd").allTextContents();
  expect(keys.length).toBeGreaterThan(12);
  // In "More" it stands behind another item.
  await page.keyboard.type("lock phases");
  await expect(palette(page).getByRole("menuitem")).toHaveText([/^Lock phases and lanes/]);
  await palette(page).getByRole("textbox", { name: "A command" }).fill("dupl");
  await expect(palette(page).getByRole("menuitem")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(palette(page)).toBeHidden();
  await expect(page.locator("[data-card-id]").filter({ hasText: PAIN })).toHaveCount(2);

  // What opens a field gets the keyboard.
  await page.keyboard.press("Control+/");
  await page.keyboard.type("new touch");
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.type("Ask a colleague");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-touchpoint-id]").filter({ hasText: "Ask a colleague" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("phase use");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-phase-id]:focus")).toHaveText(/Use/);
  await expect(page.locator("[data-touchpoint-id]").filter({ hasText: "Fit the pump" })).toBeInViewport();

  // By mouse it stands in the menu of the thing itself.
  await page.locator("[data-phase-id]").filter({ hasText: "Use" }).click({ button: "right" });
  await expect(page.getByRole("menuitem", { name: "Zoom to it" })).toHaveText(/Shift\+2/);
  await page.getByRole("menuitem", { name: "Zoom to it" }).click();
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(page.locator("[data-touchpoint-id]").filter({ hasText: "Fit the pump" })).toBeInViewport({ ratio: 1 });

  await page.keyboard.press("Control+k");
  await page.keyboard.type("show as table");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table")).toBeVisible();
  const board = await savedBoard(page);
  expect(allCards(board).length).toBe(before + 1);

  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys and gestures" });
  for (const key of new Set(keys)) await expect(sheet).toContainText(key);
});

test("the small map moves the view, and whoever has lost the map is led back (W44, W45)", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const smallMap = page.locator(".canvas-minimap");
  await expect(smallMap).toBeHidden();
  // In a small window the same map is large.
  await page.setViewportSize({ width: 720, height: 560 });
  await page.reload();
  await expect(smallMap).toBeVisible();
  const begin = await viewOf(page);
  const box = await standingBox(smallMap);
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await viewOf(page)).x).toBeLessThan(begin.x - 200);
  await page.mouse.click(box.x + box.width - 12, box.y + 20);
  await expect(page.locator("[data-touchpoint-id]").last()).toBeInViewport();

  const toggle = page.getByRole("button", { name: "Small map of everything" });
  await toggle.click();
  await expect(smallMap).toBeHidden();
  await page.reload();
  await expect(card(page, PAIN)).toBeAttached();
  await expect(smallMap).toBeHidden();
  await toggle.click();
  await expect(smallMap).toBeVisible();

  const back = page.getByRole("button", { name: "Back to the map" });
  await page.mouse.move(400, 300);
  await expect(async () => {
    await page.mouse.wheel(0, 600);
    await expect(back).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(page.getByRole("status").filter({ hasText: "Nothing of the map is here" })).toBeVisible();
  await back.click();
  await expect(card(page, PAIN)).toBeInViewport();
  await expect(back).toBeHidden();
  // Lane names in their own place are something of the map, also in a window that has become smaller (W80).
  const lane = page.locator("[data-lane-id]").first();
  await standingBox(card(page, PAIN));
  // A turn of the wheel is drawn later than it is made: one that nobody waited for would move what is measured next.
  for (let { x } = await viewOf(page); x <= 300; { x } = await viewOf(page)) {
    await page.mouse.wheel(-120, 0);
    await expect.poll(async () => (await viewOf(page)).x).toBeGreaterThan(x);
  }
  const { x: left, width } = await standingBox(lane);
  await page.setViewportSize({ width: Math.ceil(left + width), height: 560 });
  await expect(lane).toBeInViewport();
  await expect(back).toBeHidden();

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(smallMap).toBeHidden();
});

test("axe finds nothing serious in search, palette and slides, light on a laptop and dark on a phone (W2)", {
  tag: "@whole-browser",
}, async ({ browser }) => {
  const context = await browser.newContext({ ...ON_LAPTOP, reducedMotion: "reduce" });
  const page = await context.newPage();
  const expectWell = () => expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_PHONE]);
  await page.goto(relay.url);
  await openExample(page);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Find…" }).click();
  await searchField(page).fill("the");
  await page.keyboard.press("Enter");
  await expectWell();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await expectWell();
  await page.keyboard.type("pres");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /^Presenting / })).toBeVisible();
  await expectWell();
  await page.keyboard.press("End");
  await expectWell();
});
