/** A map that is too large to be mounted whole: what is an element, what is drawn, and that both are the same map. */
import { expect, type Locator, type Page } from "@playwright/test";
import { journeyFile } from "../bench/canvas/scene.ts";
import { allCards, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

/** A card in each of five lanes for every one of so many. */
const CARDS = 600;
/** Of these no more are mounted than are about the view. */
const MOST_MOUNTED = 300;

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const cards = (page: Page) => page.locator("[data-card-id]");
const drawn = (page: Page) => page.locator(".canvas-far canvas");
const focused = (page: Page) => page.locator(":focus");

async function idOf(element: Locator): Promise<string> {
  return (await element.getAttribute("data-card-id")) ?? (await element.getAttribute("data-touchpoint-id")) ?? "";
}

async function openLarge(page: Page): Promise<void> {
  await page.goto(relay.url);
  const file = { name: "large.csv", mimeType: "text/csv", buffer: Buffer.from(journeyFile(CARDS)) };
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("dialog").getByRole("button", { name: "Open", exact: true }).click();
  await expect(cards(page).first()).toBeVisible();
}

test("a large map mounts what is about the view, and the keyboard goes through all of it (W30)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openLarge(page);
  const board = await savedBoard(page);
  expect(allCards(board)).toHaveLength(CARDS);
  expect(await cards(page).count()).toBeLessThan(MOST_MOUNTED);
  const order = (board.journeys[0]?.phases ?? [])
    .flatMap(({ touchpoints }) => touchpoints)
    .flatMap(({ id, cardsByLane }) => [
      id,
      ...(board.journeys[0]?.lanes ?? []).flatMap((lane) => (cardsByLane[lane.id] ?? []).map((card) => card.id)),
    ]);
  const columnEnd = order.indexOf(board.journeys[0]?.phases[0]?.touchpoints[1]?.id ?? "") - 1;

  // Down the first column to its last card, which is far below the screen, and on to the head of the next one.
  await page.locator(`[data-touchpoint-id="${order[0]}"]`).focus();
  for (let step = 1; step <= columnEnd + 1; step += 1) {
    await page.keyboard.press("Tab");
    await expect.poll(async () => idOf(focused(page))).toBe(order[step]);
  }
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press("Shift+Tab");
  await expect.poll(async () => idOf(focused(page))).toBe(order[columnEnd]);
  expect(await cards(page).count()).toBeLessThan(MOST_MOUNTED);

  // What is typed there gets another line as soon as it needs one, and is written whole.
  await page.keyboard.press("F2");
  await expect(focused(page)).toHaveRole("textbox");
  const { height } = await standingBox(focused(page));
  await page.keyboard.press("End");
  await page.keyboard.type(" and then once more from the beginning");
  await expect.poll(async () => (await standingBox(focused(page))).height).toBeGreaterThan(height);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Escape");
  const written = allCards(await savedBoard(page)).find(({ id }) => id === order[columnEnd]);
  expect(written?.text).toMatch(/ and then once more from the beginnin$/);
});

test("seen from afar a large map is drawn, and a card under the pointer can be chosen and dragged (W31)", {
  tag: "@whole-browser",
}, async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openLarge(page);
  const held = cards(page).first();
  const id = await idOf(held);
  await held.focus();
  await page.keyboard.press("Shift+1");
  await expect(drawn(page)).not.toHaveCount(0);
  await standingBox(page.locator(`[data-card-id="${id}"]`));
  // Drawn in the colours that the device asks for, as soon as it asks (W101).
  const colours = () =>
    drawn(page).evaluateAll((all) => [...new Set(all.map((each) => (each as HTMLCanvasElement).toDataURL()))].sort());
  const ours = await colours();
  await page.emulateMedia({ forcedColors: "active" });
  await expect.poll(colours).not.toEqual(ours);
  await page.emulateMedia({ forcedColors: "none" });
  await expect.poll(colours).toEqual(ours);
  // What has the keyboard keeps it, with its neighbours.
  await expect.poll(() => cards(page).count()).toBeLessThan(4);
  expect(await idOf(focused(page))).toBe(id);

  const at = await standingBox(page.locator(`[data-card-id="${id}"]`));
  // A column further on, where nothing is an element yet.
  const there = { x: at.x + at.width / 2 + (at.width * 188) / 176, y: at.y + at.height / 2 };
  const mounted = await cards(page).evaluateAll((all) => all.map((one) => one.getAttribute("data-card-id")));
  await page.mouse.move(there.x, there.y);
  await expect(cards(page)).toHaveCount(mounted.length + 1);
  const under = await page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest("[data-card-id]")?.getAttribute("data-card-id"),
    there,
  );
  expect(mounted).not.toContain(under);
  await page.mouse.down();
  await page.mouse.move(there.x - 8, there.y);
  await page.mouse.move(at.x + at.width / 2, at.y + 1);
  await page.mouse.up();
  const home = allCards(await savedBoard(page));
  expect(home.find((card) => card.id === under)?.parent).toBe(home.find((card) => card.id === id)?.parent);

  await page.keyboard.press("Control+0");
  await expect(drawn(page)).toHaveCount(0);
  await expect.poll(() => cards(page).count()).toBeGreaterThan(10);
});
