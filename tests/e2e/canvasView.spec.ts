/** Going about on the canvas by wheel, mouse and keys (SPEC W17): the view changes, the document does not. */
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { allCards, card, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The view as it is drawn. */
async function viewOf(page: Page): Promise<View> {
  return page.locator(".react-flow__viewport").evaluate((element) => {
    const { e, f, a } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f, zoom: a };
  });
}

/** The view once it holds; a change by a key takes a moment. */
async function expectView(page: Page, holds: (view: View) => boolean): Promise<void> {
  await expect.poll(async () => holds(await viewOf(page))).toBe(true);
}

async function openMap(browser: Browser): Promise<Page> {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await page.mouse.move(640, 420);
  return page;
}

const near = (a: number, b: number) => Math.abs(a - b) < 1.5;

test("the wheel pans, with Shift sideways, with Ctrl it zooms at the pointer (W17)", async ({ browser }) => {
  const page = await openMap(browser);
  const begin = await viewOf(page);
  await page.mouse.wheel(0, 120);
  await expectView(page, ({ x, y, zoom }) => y < begin.y - 20 && near(x, begin.x) && zoom === begin.zoom);
  await page.mouse.wheel(0, -120);
  await expectView(page, ({ y }) => near(y, begin.y));
  await page.keyboard.down("Shift");
  await page.mouse.wheel(0, 120);
  await page.keyboard.up("Shift");
  await expectView(page, ({ x, y }) => x < begin.x - 20 && near(y, begin.y));

  const before = await viewOf(page);
  const under = { x: (640 - before.x) / before.zoom, y: 420 - before.y };
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -60);
  await page.keyboard.up("Control");
  await expectView(page, ({ zoom }) => zoom > before.zoom * 1.02);
  const after = await viewOf(page);
  expect(Math.abs((640 - after.x) / after.zoom - under.x)).toBeLessThan(2);
});

test("Space and drag, the middle button and the hand move the sheet from wherever they begin (W17, W87)", async ({
  browser,
}) => {
  const page = await openMap(browser);
  const before = await savedBoard(page);
  // The menu gives the keyboard back to its button, and on a button Space would be the button's own.
  await expect(page.getByRole("button", { name: "More", exact: true })).toBeFocused();
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const drag = async (thing: Locator, by: number, button: "left" | "middle" | "right") => {
    const at = await standingBox(thing);
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down({ button });
    await page.mouse.move(x + by, y + by / 2, { steps: 4 });
    await page.mouse.up({ button });
  };
  const own = page.getByRole("slider", { name: /Search the portal/ });
  const things = [card(page, "Old part numbers find nothing"), own, page.getByRole("button", { name: "Phase: Find" })];
  for (const thing of things) {
    let begin = await viewOf(page);
    await page.keyboard.down("Space");
    await drag(thing, 60, "left");
    await page.keyboard.up("Space");
    await expectView(page, ({ x, y }) => x > begin.x + 30 && y > begin.y + 15);

    begin = await viewOf(page);
    await drag(thing, -60, "middle");
    await expectView(page, ({ x }) => x < begin.x - 30);

    begin = await viewOf(page);
    await page.keyboard.press("h");
    await expect(page.getByRole("button", { name: "Back to choosing" })).toBeVisible();
    await drag(thing, 60, "left");
    await expectView(page, ({ x }) => x > begin.x + 30);
    await drag(thing, -60, "left");
    await page.keyboard.press("v");
    await expect(page.getByRole("button", { name: "Back to choosing" })).toBeHidden();
  }
  await drag(own, 40, "right");
  // Nothing of it moved or rated anything.
  expect(await savedBoard(page)).toEqual(before);

  // The main button rates, and where the hand trembles it is a click.
  const at = await standingBox(own);
  await page.mouse.move(at.x + 13, at.y + 13);
  await page.mouse.down();
  await page.mouse.move(at.x + 13, at.y + 10);
  await expect(own).not.toHaveAttribute("data-dragging");
  await page.mouse.move(at.x + 13, at.y - 60, { steps: 3 });
  await expect(own).toHaveAttribute("data-dragging");
  await page.mouse.up();
  await expect(own).not.toHaveAttribute("aria-valuetext", "not rated yet");
});

test("arrows go from thing to thing as they stand, and what they reach is chosen (W17)", async ({ browser }) => {
  const page = await openMap(browser);
  const focused = page.locator(":focus");
  await card(page, "Old part numbers find nothing").focus();
  const goes: readonly (readonly [key: string, to: RegExp])[] = [
    ["ArrowDown", /Price only after log-in/],
    ["ArrowUp", /Old part numbers find nothing/],
    ["ArrowRight", /^Pain point: /],
    ["ArrowLeft", /Old part numbers find nothing/],
  ];
  for (const [key, to] of goes) {
    await page.keyboard.press(key);
    await expect(focused).toHaveAccessibleName(to);
    await expect(focused.locator("[data-selected]")).toHaveCount(1);
  }
  // Up to the head of the column.
  while ((await focused.getAttribute("data-touchpoint-id")) === null) {
    const at = await focused.getAttribute("data-card-id");
    await page.keyboard.press("ArrowUp");
    await expect(focused).not.toHaveAttribute("data-card-id", at ?? "");
  }
  await expect(focused).toHaveAccessibleName(/Search the portal/);
  await page.keyboard.press("ArrowRight");
  await expect(focused).toHaveAccessibleName(/Call the branch/);
});

test("keys zoom, show the whole map, what is chosen, and full size (W17)", async ({ browser }) => {
  const page = await openMap(browser);
  const begin = await viewOf(page);
  await page.keyboard.press("Control+=");
  await expectView(page, ({ zoom }) => near(zoom * 100, begin.zoom * 120));
  await page.keyboard.press("Control+-");
  await expectView(page, ({ zoom }) => near(zoom * 100, begin.zoom * 100));
  await page.keyboard.press("Shift+Digit1");
  await expectView(page, ({ zoom }) => zoom < begin.zoom);
  await page.keyboard.press("Control+0");
  await expectView(page, ({ zoom }) => zoom === 1);
  await page.keyboard.press("Shift+Digit1");
  await expectView(page, ({ zoom }) => zoom < 1);
  await page.keyboard.press("Shift+Digit0");
  await expectView(page, ({ zoom }) => zoom === 1);

  await card(page, "Same flange as the old one").focus();
  await page.keyboard.press("Shift+Digit2");
  await expectView(page, ({ zoom }) => zoom > 1.2);
  await expect(card(page, "Same flange as the old one")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys and gestures" })).toBeVisible();
});

test("Tab goes on with a card beside, Ctrl+Enter below, and after Esc Tab is the browser’s (W17)", async ({
  browser,
}) => {
  const page = await openMap(browser);
  await card(page, "Old part numbers find nothing").click();
  await page.keyboard.press("n");
  await page.keyboard.insertText("here");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.insertText("below");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("beside");
  await page.keyboard.press("Escape");
  await expect(card(page, "beside")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(card(page, "beside")).not.toBeFocused();
  const cards = allCards(await savedBoard(page));
  const [here, below, beside] = ["here", "below", "beside"].map((text) => cards.find((it) => it.text === text));
  expect(below).toMatchObject({ parent: here?.parent, lane: here?.lane });
  expect(beside?.lane).toBe(here?.lane);
  expect(beside?.parent).not.toBe(here?.parent);
});

test("N and S write a card, a double click in an empty cell too, with the caret in it (W17)", async ({ browser }) => {
  const page = await openMap(browser);
  for (const key of ["n", "s"]) {
    await card(page, "Old part numbers find nothing").click();
    await page.keyboard.press(key);
    await page.keyboard.insertText(`by ${key}`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
  const shop = page.locator("[data-touchpoint-id]").filter({ hasText: "Call the branch" });
  const lane = page.getByRole("button", { name: "Lane: Pain points" });
  const [column, row] = [await standingBox(shop), await standingBox(lane)];
  await page.mouse.dblclick(column.x + column.width / 2, row.y + row.height / 2);
  await expect(page.getByLabel("Words on the card", { exact: true })).toBeFocused();
  await page.keyboard.insertText("by double click");
  await page.keyboard.press("Escape");
  const view = await savedBoard(page);
  expect(allCards(view).map(({ text }) => text)).toEqual(expect.arrayContaining(["by n", "by s", "by double click"]));
  const touchpoint = view.journeys[0]?.phases
    .flatMap((it) => it.touchpoints)
    .find((it) => it.title === "Call the branch");
  expect(
    Object.values(touchpoint?.cardsByLane ?? {})
      .flat()
      .map(({ text, kind }) => [kind, text]),
  ).toContainEqual(["pain", "by double click"]);
});
