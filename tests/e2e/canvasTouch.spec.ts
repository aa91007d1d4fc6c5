/** Fingers on the canvas (SPEC W19): real touch events of the browser, asserted on the document. */
import { type Browser, type CDPSession, expect, type Page } from "@playwright/test";
import type { BoardView } from "@sameside/model";
import { allCards, card, openExample, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

type Point = readonly [x: number, y: number];

async function openTablet(browser: Browser): Promise<{ page: Page; fingers: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  await page.goto(relay.url);
  await openExample(page);
  return { page, fingers: await context.newCDPSession(page) };
}

async function touch(
  fingers: CDPSession,
  type: "touchStart" | "touchMove" | "touchEnd",
  points: readonly Point[],
): Promise<void> {
  const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
  await fingers.send("Input.dispatchTouchEvent", { type, touchPoints });
}

/** Fingers go down, along their ways in steps, and up. */
async function swipe(fingers: CDPSession, ways: readonly (readonly [from: Point, to: Point])[]): Promise<void> {
  await touch(
    fingers,
    "touchStart",
    ways.map(([from]) => from),
  );
  const STEPS = 8;
  for (let step = 1; step <= STEPS; step++) {
    const share = step / STEPS;
    const at = ways.map(([[x, y], [toX, toY]]): Point => [x + (toX - x) * share, y + (toY - y) * share]);
    await touch(fingers, "touchMove", at);
  }
  await touch(fingers, "touchEnd", []);
}

async function viewOf(page: Page): Promise<{ x: number; y: number; zoom: number }> {
  return page.locator(".react-flow__viewport").evaluate((element) => {
    const { e, f, a } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f, zoom: a };
  });
}

async function middleOf(page: Page, text: string): Promise<Point> {
  const box = await standingBox(card(page, text));
  return [box.x + box.width / 2, box.y + box.height / 2];
}

const PAIN = "Old part numbers find nothing";
const FAR = "People who know pumps answer in two rings";

function isTogether(view: BoardView, a: string, b: string): boolean {
  const cards = allCards(view);
  const [first, second] = [cards.find(({ text }) => text === a), cards.find(({ text }) => text === b)];
  return first !== undefined && first.parent === second?.parent && first.lane === second.lane;
}

test("one finger moves the sheet, also from a card, and two fingers zoom (W19)", async ({ browser }) => {
  const { page, fingers } = await openTablet(browser);
  const before = await savedBoard(page);
  let begin = await viewOf(page);
  const [x, y] = await middleOf(page, PAIN);
  await swipe(fingers, [
    [
      [x, y],
      [x - 60, y - 80],
    ],
  ]);
  await expect.poll(async () => (await viewOf(page)).x < begin.x - 30).toBe(true);
  begin = await viewOf(page);
  await swipe(fingers, [
    [
      [500, 400],
      [400, 330],
    ],
    [
      [600, 470],
      [700, 540],
    ],
  ]);
  await expect.poll(async () => (await viewOf(page)).zoom > begin.zoom * 1.3).toBe(true);
  expect(await savedBoard(page)).toEqual(before);
});

test("a finger that rests opens what can be done; then the card can be dragged (W19)", async ({ browser }) => {
  const { page, fingers } = await openTablet(browser);
  const at = await middleOf(page, PAIN);
  await touch(fingers, "touchStart", [at]);
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await touch(fingers, "touchEnd", []);
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();

  // Less than 6 pixels is a finger that trembles.
  const before = await savedBoard(page);
  const held = await middleOf(page, PAIN);
  await swipe(fingers, [[held, [held[0] + 4, held[1] + 2]]]);
  expect(await savedBoard(page)).toEqual(before);

  const to = await middleOf(page, FAR);
  await swipe(fingers, [[await middleOf(page, PAIN), to]]);
  expect(isTogether(await savedBoard(page), PAIN, FAR)).toBe(true);
});
