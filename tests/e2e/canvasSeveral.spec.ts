/** Several things at once on the canvas, and copies of them: mouse and keys, asserted on the document (SPEC W13–W15). */
import { type Browser, expect, type Page } from "@playwright/test";
import type { BoardView } from "@sameside/model";
import { card, more, openExample, openLaptop, savedBoard, stackOf, writeCards } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
/** Stands below it already. */
const PRICE = "Price only after log-in";
/** At another touchpoint, in the same lane. */
const FAR = "Ships complete or not at all";
const FOUR = ["one", "two", "three", "four"].map((word) => `This is ${word}`);
const [ONE = "", TWO = "", THREE = "", FOURTH = ""] = FOUR;

/** The example with four cards below one, and a second map: its copy. */
async function openFour(browser: Browser): Promise<Page> {
  const { page, context } = await openLaptop(browser, relay.url);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExample(page);
  await writeCards(page, PAIN, FOUR);
  await page.keyboard.press("Escape");
  return page;
}

const laneOf = (view: BoardView, text: string) => {
  const [journey] = view.journeys;
  const cards = journey?.phases.flatMap((phase) => [phase, ...phase.touchpoints]);
  const found = cards?.flatMap((holder) => Object.values(holder.cardsByLane).flat()).find((it) => it.text === text);
  return journey?.lanes.find(({ id }) => id === found?.lane)?.kind;
};

async function expectSaid(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: text }).first()).toBeAttached();
}

async function undo(page: Page): Promise<void> {
  await page.keyboard.press("Control+z");
}

async function middleOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  const box = await standingBox(card(page, text));
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Draws a marquee round what lies between two cards. */
async function marquee(page: Page, first: string, last: string): Promise<void> {
  const [from, to] = [await standingBox(card(page, first)), await standingBox(card(page, last))];
  // In the gap between two columns there is only paper.
  await page.mouse.move(from.x - 5, from.y + 4);
  await page.mouse.down();
  await page.mouse.move(from.x + 20, from.y + 12, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
  await page.mouse.up();
}

test("Shift+click, marquee, Ctrl+A and Shift+arrow choose several, and it is said (W13)", async ({ browser }) => {
  const page = await openFour(browser);
  const chosen = page.locator(".react-flow__node [data-selected]");
  await card(page, ONE).click();
  await card(page, THREE).click({ modifiers: ["Shift"] });
  await expect(chosen).toHaveCount(2);
  await expectSaid(page, "2 chosen: 2 cards");
  await expect(card(page, THREE)).toHaveAccessibleDescription(/^chosen/);
  await card(page, ONE).click({ modifiers: ["Shift"] });
  await expect(chosen).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(chosen).toHaveCount(0);

  await marquee(page, TWO, FOURTH);
  await expect(chosen).toHaveCount(3);
  await expectSaid(page, "3 chosen: 3 cards");
  await page.keyboard.press("Escape");
  await expect(chosen).toHaveCount(0);

  await card(page, ONE).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(chosen).toHaveCount(3);
  await expect(card(page, THREE)).toBeFocused();
  await page.keyboard.press("Shift+ArrowUp");
  await expect(chosen).toHaveCount(2);

  await page.keyboard.press("Control+a");
  const all = await page.locator(".react-flow__node").count();
  await expect(chosen).toHaveCount(all);
  await page.keyboard.press("Escape");
  await expect(chosen).toHaveCount(0);
});

test("several are removed, moved by keys and dragged, each time as one undo (W13, W86)", async ({ browser }) => {
  test.slow();
  const page = await openFour(browser);
  await marquee(page, TWO, THREE);
  await page.keyboard.press("Delete");
  await expect(card(page, TWO)).toBeHidden();
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, ONE, FOURTH, PRICE]);
  await undo(page);
  await expect(card(page, TWO)).toBeVisible();
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, ...FOUR, PRICE]);
  // With the keyboard on one of them, the next one has it then; and one press brings both back.
  await marquee(page, TWO, THREE);
  await card(page, THREE).focus();
  await page.keyboard.press("Delete");
  await expect(card(page, FOURTH)).toBeFocused();
  await expect(page.getByText("2 things were removed.").first()).toBeVisible();
  await page.getByRole("button", { name: "Bring them back" }).last().click();
  await expect(card(page, TWO)).toBeVisible();
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, ...FOUR, PRICE]);
  await page.keyboard.press("Escape");

  await marquee(page, TWO, THREE);
  await page.keyboard.press("Alt+ArrowUp");
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, TWO, THREE, ONE, FOURTH, PRICE]);
  await undo(page);
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, ...FOUR, PRICE]);

  await marquee(page, TWO, THREE);
  const from = await middleOf(page, THREE);
  const to = await standingBox(card(page, FAR));
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 10, { steps: 8 });
  await page.mouse.move(to.x + 40, to.y + to.height - 3, { steps: 3 });
  await page.mouse.up();
  expect(stackOf(await savedBoard(page), TWO)).toEqual([FAR, TWO, THREE]);
  await undo(page);
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, ...FOUR, PRICE]);
});

test("a drag begins beyond 4 pixels, and Alt+drag leaves the card and makes a copy (W13, W14)", async ({ browser }) => {
  const page = await openFour(browser);
  const at = await middleOf(page, ONE);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 3, at.y + 1);
  await expect(page.locator(".canvas-drop-mark")).toHaveCount(0);
  await page.mouse.up();
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, ...FOUR, PRICE]);
  await page.keyboard.press("Escape");

  const to = await standingBox(card(page, FAR));
  await page.keyboard.down("Alt");
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 10, { steps: 8 });
  await page.mouse.move(to.x + 40, to.y + to.height - 3, { steps: 3 });
  await page.mouse.up();
  await page.keyboard.up("Alt");
  const board = await savedBoard(page);
  expect(stackOf(board, PAIN)).toEqual([PAIN, ...FOUR, PRICE]);
  expect(stackOf(board, FAR)).toEqual([FAR, ONE]);
  await undo(page);
  expect(stackOf(await savedBoard(page), FAR)).toEqual([FAR]);
});

test("Ctrl+D, C, X and V work on cards, and cut moves the very same card (W14)", async ({ browser }) => {
  test.slow();
  const page = await openFour(browser);
  await card(page, ONE).click();
  await page.keyboard.press("Control+d");
  expect(stackOf(await savedBoard(page), ONE)).toEqual([PAIN, ONE, ONE, TWO, THREE, FOURTH, PRICE]);
  await undo(page);

  // With the keyboard: what is pasted goes to what has the focus.
  await card(page, ONE).focus();
  await page.keyboard.press("Control+c");
  await expectSaid(page, "Copied");
  await card(page, FAR).focus();
  await page.mouse.move(2, 2);
  await page.keyboard.press("Control+v");
  expect(stackOf(await savedBoard(page), FAR)).toEqual([FAR, ONE]);
  await undo(page);

  const before = await savedBoard(page);
  await card(page, TWO).focus();
  await page.keyboard.press("Control+x");
  await expect(card(page, TWO)).toBeHidden();
  await card(page, FAR).focus();
  await page.keyboard.press("Control+v");
  const after = await savedBoard(page);
  expect(stackOf(after, TWO)).toEqual([FAR, TWO]);
  const idOf = (view: BoardView) =>
    view.journeys[0]?.phases
      .flatMap((phase) => phase.touchpoints)
      .flatMap((it) => Object.values(it.cardsByLane).flat())
      .find(({ text }) => text === TWO)?.id;
  expect(idOf(after)).toBe(idOf(before));
  // Pasted once more it is a copy.
  await page.keyboard.press("Control+v");
  expect(stackOf(await savedBoard(page), TWO)).toEqual([FAR, TWO, TWO]);
});

test("things of a map are a plain table for other programs (W14)", async ({ browser }) => {
  const page = await openFour(browser);
  await card(page, ONE).click();
  await card(page, TWO).click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${ONE}\n${TWO}`);
  await card(page, FAR).click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  const table = await page.evaluate(() => navigator.clipboard.readText());
  expect(table.split("\t")).toHaveLength(2);
  expect(table).toContain(FAR);
});

test("cards, touchpoints and a whole lane go to another map of the board, and keep their author (W14)", async ({
  browser,
}) => {
  test.slow();
  const page = await openFour(browser);
  await more(page, "Add a map…", "This map");
  await page.getByRole("button", { name: "Add the map" }).click();
  const maps = page.getByRole("button", { name: /^Maps on this board/ });
  await expect(maps).toHaveText("2 / 2");
  const show = async (index: number) => {
    await maps.click();
    await page.getByRole("menuitem").nth(index).click();
    await expect(maps).toHaveText(`${index + 1} / 2`);
  };
  await show(0);
  const lane = page.getByRole("button", { name: "Lane: Pain points" });
  await lane.click();
  await page.keyboard.press("Control+c");
  await show(1);
  await page.locator(".canvas-sheet").waitFor();
  await page.keyboard.press("Control+v");
  const paints = async () => (await savedBoard(page)).journeys[1];
  let other = await paints();
  expect(other?.lanes.map(({ name }) => name)).toContain("Pain points");
  const texts = (journey: typeof other) =>
    (journey?.phases ?? [])
      .flatMap((phase) => [phase, ...phase.touchpoints])
      .flatMap((holder) => Object.values(holder.cardsByLane).flat())
      .map(({ text }) => text);
  expect(texts(other)).toEqual(expect.arrayContaining([PAIN, ...FOUR]));
  await undo(page);
  other = await paints();
  expect(texts(other)).toEqual([]);

  await show(0);
  const touchpoint = page.locator("[data-touchpoint-id]").filter({ hasText: "Call the branch" });
  await touchpoint.click({ button: "right" });
  await page.getByRole("menuitem", { name: /^Copy to “Untitled map”/ }).click();
  other = await paints();
  const copied = other?.phases.flatMap((phase) => phase.touchpoints).find(({ title }) => title === "Call the branch");
  expect(copied?.origin).toBeDefined();
  expect((await savedBoard(page)).unplaced).toEqual([]);
});

test("a block of a spreadsheet keeps its rows and columns as one undo, and Ctrl+Shift+V makes one card (W15)", async ({
  browser,
}) => {
  test.slow();
  const page = await openFour(browser);
  const write = (text: string) => page.evaluate((it) => navigator.clipboard.writeText(it), text);
  await write('left up\tright up\n"left\ndown"\tright down\n');
  await card(page, PAIN).focus();
  await page.keyboard.press("Control+v");
  const board = await savedBoard(page);
  expect(stackOf(board, "left up")).toEqual([PAIN, ...FOUR, PRICE, "left up"]);
  expect(stackOf(board, "right up")).not.toContain("left up");
  expect(laneOf(board, "right up")).toBe(laneOf(board, "left up"));
  expect(laneOf(board, "left\ndown")).toBe(laneOf(board, "right down"));
  expect(laneOf(board, "left\ndown")).not.toBe(laneOf(board, "left up"));
  await card(page, PAIN).focus();
  await undo(page);
  expect(stackOf(await savedBoard(page), PAIN)).toEqual([PAIN, ...FOUR, PRICE]);

  await write("first line\nsecond line");
  await card(page, PAIN).focus();
  await page.keyboard.press("Control+Shift+V");
  expect(stackOf(await savedBoard(page), PAIN)).toEqual([PAIN, ...FOUR, PRICE, "first line\nsecond line"]);
  await undo(page);
  await card(page, PAIN).focus();
  await page.keyboard.press("Control+v");
  expect(stackOf(await savedBoard(page), PAIN)).toEqual([PAIN, ...FOUR, PRICE, "first line", "second line"]);
});

test("more than 50 lines are asked about first, and what is pasted lands at the pointer (W15)", async ({ browser }) => {
  const page = await openFour(browser);
  const lines = Array.from({ length: 51 }, (_, index) => `line ${index + 1}`);
  await page.evaluate((it) => navigator.clipboard.writeText(it), lines.join("\n"));
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("51");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.evaluate(() => navigator.clipboard.writeText("at the pointer"));
  await card(page, PAIN).click();
  await page.keyboard.press("Escape");
  const at = await middleOf(page, FAR);
  await page.mouse.move(at.x, at.y);
  await page.keyboard.press("Control+v");
  expect(stackOf(await savedBoard(page), "at the pointer")).toContain(FAR);
});
