/** Fingers on the map (SPEC W19, W87): real touch events of the browser, asserted on the document. */
import { type Browser, type BrowserContext, type CDPSession, expect, type Locator, type Page } from "@playwright/test";
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

async function openTablet(
  browser: Browser,
  prepare?: (context: BrowserContext) => Promise<unknown>,
): Promise<{ page: Page; fingers: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    hasTouch: true,
    acceptDownloads: true,
  });
  await prepare?.(context);
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

async function middleOf(thing: Locator): Promise<Point> {
  const box = await standingBox(thing);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** One finger from the middle of something, so far. */
async function swipeFrom(fingers: CDPSession, thing: Locator, dx: number, dy: number): Promise<void> {
  const [x, y] = await middleOf(thing);
  await swipe(fingers, [
    [
      [x, y],
      [x + dx, y + dy],
    ],
  ]);
}

/** A finger rests on something: it is chosen then, and its list, which is closed again. */
async function rest(page: Page, fingers: CDPSession, thing: Locator): Promise<void> {
  await touch(fingers, "touchStart", [await middleOf(thing)]);
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await touch(fingers, "touchEnd", []);
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
}

const header = (page: Page, title: string) => page.getByRole("button", { name: `Phase: ${title}` });
const label = (page: Page, name: string) => page.getByRole("button", { name: `Lane: ${name}` });
const touchpoint = (page: Page, title: string) => page.locator("[data-touchpoint-id]").filter({ hasText: title });
const own = (page: Page, title: string) => page.getByRole("slider", { name: new RegExp(title) });

const PAIN = "Old part numbers find nothing";
const FAR = "People who know pumps answer in two rings";

function isTogether(view: BoardView, a: string, b: string): boolean {
  const cards = allCards(view);
  const [first, second] = [cards.find(({ text }) => text === a), cards.find(({ text }) => text === b)];
  return first !== undefined && first.parent === second?.parent && first.lane === second.lane;
}

test("one finger moves the sheet, wherever it begins, two move and zoom it (W19, W87)", async ({ browser }) => {
  const { page, fingers } = await openTablet(browser);
  const before = await savedBoard(page);
  let begin = await viewOf(page);
  await swipeFrom(fingers, card(page, PAIN), -60, -80);
  await expect.poll(async () => (await viewOf(page)).x < begin.x - 30).toBe(true);
  for (const thing of [own(page, "Search the portal"), header(page, "Find"), label(page, "Pain points")]) {
    begin = await viewOf(page);
    await swipeFrom(fingers, thing, 60, 30);
    await expect.poll(async () => (await viewOf(page)).x > begin.x + 30).toBe(true);
    await swipeFrom(fingers, thing, -60, -30);
    await expect.poll(async () => (await viewOf(page)).x < begin.x + 30).toBe(true);
  }
  begin = await viewOf(page);
  const aside = [90, 60] as const;
  const down: readonly Point[] = [
    [500, 400],
    [600, 470],
  ];
  await swipe(
    fingers,
    down.map(([x, y]) => [
      [x, y],
      [x + aside[0], y + aside[1]],
    ]),
  );
  await expect.poll(async () => (await viewOf(page)).x > begin.x + 50).toBe(true);
  expect((await viewOf(page)).zoom).toBeCloseTo(begin.zoom, 1);
  // One of the two on the title of a phase.
  begin = await viewOf(page);
  const [x, y] = await middleOf(header(page, "Find"));
  await swipe(fingers, [
    [
      [x, y],
      [x - 40, y],
    ],
    [
      [x + 60, y + 200],
      [x + 160, y + 360],
    ],
  ]);
  await expect.poll(async () => (await viewOf(page)).zoom > begin.zoom * 1.3).toBe(true);
  expect(await savedBoard(page)).toEqual(before);
});

test("a finger that rests opens what can be done; then the thing can be dragged (W19, W87)", async ({ browser }) => {
  test.slow();
  const { page, fingers } = await openTablet(browser);
  await rest(page, fingers, card(page, PAIN));
  // Less than 6 pixels is a finger that trembles; a second one ends the drag.
  const before = await savedBoard(page);
  await swipeFrom(fingers, card(page, PAIN), 4, 2);
  const [x, y] = await middleOf(card(page, PAIN));
  await touch(fingers, "touchStart", [[x, y]]);
  await touch(fingers, "touchMove", [[x + 90, y + 40]]);
  await expect(page.locator(".canvas-drop-mark")).toBeAttached();
  await touch(fingers, "touchStart", [
    [x + 90, y + 40],
    [x + 200, y + 90],
  ]);
  await expect(page.locator(".canvas-drop-mark")).toHaveCount(0);
  await touch(fingers, "touchEnd", []);
  expect(await savedBoard(page)).toEqual(before);

  const to = await middleOf(card(page, FAR));
  await swipe(fingers, [[await middleOf(card(page, PAIN)), to]]);
  expect(isTogether(await savedBoard(page), PAIN, FAR)).toBe(true);

  const titles = async () =>
    (await savedBoard(page)).journeys[0]?.phases.map(({ title, touchpoints }) => [
      title,
      ...touchpoints.map((it) => it.title),
    ]);
  const [need = [], find = [], ...others] = (await titles()) ?? [];
  await rest(page, fingers, touchpoint(page, "Search the portal"));
  await swipeFrom(fingers, touchpoint(page, "Search the portal"), 200, 10);
  const turned = ["Find", "Call the branch", "Search the portal"];
  expect(find).toEqual(["Find", "Search the portal", "Call the branch"]);
  expect(await titles()).toEqual([need, turned, ...others]);

  await rest(page, fingers, header(page, "Find"));
  // A second finger, and no phase moves.
  const at = await middleOf(header(page, "Find"));
  await touch(fingers, "touchStart", [at]);
  await touch(fingers, "touchMove", [[at[0] - 120, at[1]]]);
  await expect(page.locator(".canvas-drop-mark")).toBeVisible();
  await touch(fingers, "touchStart", [
    [at[0] - 120, at[1]],
    [at[0] + 60, at[1] + 200],
  ]);
  await expect(page.locator(".canvas-drop-mark")).toHaveCount(0);
  await touch(fingers, "touchEnd", []);
  expect(await titles()).toEqual([need, turned, ...others]);
  const before1 = await middleOf(header(page, "Need"));
  await swipe(fingers, [[await middleOf(header(page, "Find")), [before1[0] - 60, before1[1]]]]);
  expect(await titles()).toEqual([turned, need, ...others]);

  const lanes = async () => (await savedBoard(page)).journeys[0]?.lanes.map(({ name }) => name) ?? [];
  const names = await lanes();
  const at1 = names.indexOf("Pain points");
  await rest(page, fingers, label(page, "Pain points"));
  const above = await standingBox(label(page, names[at1 - 1] ?? ""));
  await swipe(fingers, [[await middleOf(label(page, "Pain points")), [above.x + 20, above.y + 4]]]);
  expect(await lanes()).toEqual(names.toSpliced(at1, 1).toSpliced(at1 - 1, 0, "Pain points"));
});

test("a finger rates by a tap and by a drag after a rest, writes by two taps, and edits table and outline (W87)", async ({
  browser,
}) => {
  const { page, fingers } = await openTablet(browser);
  const tap = (thing: Locator) => thing.tap();
  const portal = own(page, "Search the portal");
  await tap(portal);
  await expect(portal).toHaveAttribute("aria-valuetext", "Okay");
  const branch = own(page, "Call the branch");
  const [x, y] = await middleOf(branch);
  await touch(fingers, "touchStart", [[x, y]]);
  await expect(branch).toHaveAttribute("data-dragging");
  await touch(fingers, "touchMove", [[x, y - 30]]);
  await touch(fingers, "touchMove", [[x, y - 90]]);
  await touch(fingers, "touchEnd", []);
  await expect(branch).toHaveAttribute("aria-valuenow", "5");

  // An empty cell: a tap offers a card, two taps begin one.
  const cellOf = async (title: string): Promise<Point> => {
    const [x] = await middleOf(touchpoint(page, title));
    return [x, (await middleOf(label(page, "Pain points")))[1]];
  };
  await page.touchscreen.tap(...(await cellOf("Call the branch")));
  await tap(page.locator(".canvas-add-here"));
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.insertText("By one finger");
  await page.keyboard.press("Escape");
  await expect(card(page, "By one finger")).toBeVisible();
  const empty = await cellOf("Pump fails at a site");
  for (const _ of ["one", "two"]) await page.touchscreen.tap(...empty);
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.insertText("By two taps");
  await page.keyboard.press("Escape");
  await expect(card(page, "By two taps")).toBeVisible();

  // The table and the outline: chosen by a tap, written by the next one; the rest by the list beside it.
  const acts = { Table: "Researched", Outline: "Move right" } as const;
  for (const [view, act] of Object.entries(acts)) {
    await tap(page.getByRole("link", { name: view }));
    await tap(card(page, "By one finger"));
    await tap(card(page, "By one finger"));
    await expect(page.locator(":focus")).toHaveRole("textbox");
    await page.keyboard.press("End");
    await page.keyboard.insertText(`, ${view}`);
    await page.keyboard.press("Escape");
    await expect(card(page, `, ${view}`)).toBeVisible();
    await tap(card(page, "By two taps"));
    await tap(page.getByRole("button", { name: /^What can be done with: Pain point: By two taps/ }));
    await tap(page.getByRole("menuitem", { name: act, exact: true }));
    await expect(page.getByRole("menu")).toBeHidden();
  }
  const written = allCards(await savedBoard(page)).filter(({ text }) => text.startsWith("By "));
  expect(written.map(({ text, grade }) => [text, grade])).toEqual([
    ["By two taps", "researched"],
    ["By one finger, Table, Outline", "assumed"],
  ]);
  expect(written[0]?.parent).toBe(await touchpoint(page, "Check own stock").first().getAttribute("data-touchpoint-id"));
});

test("on a laptop with a touch screen the mouse drags at once and a finger does not (W87)", async ({ browser }) => {
  // The mouse is what it says of itself.
  const { page, fingers } = await openTablet(browser, (context) =>
    context.addInitScript(() => {
      const ask = globalThis.matchMedia.bind(globalThis);
      globalThis.matchMedia = (query) => ask(query.includes("pointer: coarse") ? "not all" : query);
    }),
  );
  const before = await savedBoard(page);
  const begin = await viewOf(page);
  await swipeFrom(fingers, card(page, PAIN), -60, -40);
  await expect.poll(async () => (await viewOf(page)).x < begin.x - 30).toBe(true);
  await rest(page, fingers, card(page, PAIN));
  await swipeFrom(fingers, card(page, PAIN), 5, 0);
  expect(await savedBoard(page)).toEqual(before);
  await page.keyboard.press("Escape");

  const [from, to] = [await middleOf(card(page, PAIN)), await middleOf(card(page, FAR))];
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] + 5, from[1]);
  await expect(page.locator(".canvas-drop-mark")).toBeAttached();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
  expect(isTogether(await savedBoard(page), PAIN, FAR)).toBe(true);
});
