/** Several maps of a board: at once, in their order, and one taken away (SPEC W56, W92). */
import { expect, type Page } from "@playwright/test";
import { DARK_ON_LAPTOP, expectNothingSeriousIn, ON_LAPTOP } from "../support/axe.ts";
import { more, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";

const maps = (page: Page) => page.locator(".views-map");
const active = (page: Page) => page.getByRole("region", { name: /keys and tools are for this map$/ });

/** What the first of the maps that are shown is about. */
const firstVariant = (page: Page) => maps(page).nth(0).locator(".views-map-variant");

async function fromMapsMenu(page: Page, item: RegExp): Promise<void> {
  await page.getByRole("button", { name: /^Maps on this board/ }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("maps stand below each other or side by side, one of them has the keys, and things go from one to the other (W56)", async ({
  browser,
}) => {
  const { page, context } = await openLaptop(browser, relay.url);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExample(page);
  await more(page, "Copy this map as a what-if", "This map");
  await fromMapsMenu(page, /^Beside it: .*as it is today$/);
  await expect(maps(page)).toHaveCount(2);
  const [first, second] = [maps(page).nth(0), maps(page).nth(1)];
  await expect(second).toHaveAttribute("data-active", "");
  await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_LAPTOP]);

  // A longer phase in one map makes room in the other: what is alike stands in one line, also when one moves.
  await second.getByRole("button", { name: "Add a touchpoint to Need" }).click();
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.type("Asks a colleague");
  await page.keyboard.press("Enter");
  await expect(second.locator("[data-touchpoint-id]").filter({ hasText: "Asks a colleague" })).toBeVisible();
  const left = async (map: typeof first) => (await map.getByRole("button", { name: /^Phase: Order/ }).boundingBox())?.x;
  await expect.poll(async () => ((await left(first)) ?? 0) - ((await left(second)) ?? 9)).toBe(0);
  const before = (await left(first)) ?? 0;
  await first.hover({ position: { x: 600, y: 200 } });
  await page.mouse.wheel(300, 0);
  await expect.poll(async () => ((await left(second)) ?? 0) < before - 60).toBe(true);
  expect(await left(first)).toBeCloseTo((await left(second)) ?? 0, 0);

  // A press in the other map makes it the one that keys are for.
  await first.locator("[data-card-id]").filter({ hasText: PAIN }).click();
  await expect(first).toHaveAttribute("data-active", "");
  await expect(active(page)).toHaveCount(1);
  await page.keyboard.press("n");
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.type("Only in the first");
  await page.keyboard.press("Escape");
  const made = first.locator("[data-card-id]").filter({ hasText: "Only in the first" });
  await made.click();
  await page.keyboard.press("Control+c");
  const target = second.locator("[data-card-id]").filter({ hasText: PAIN });
  await target.click();
  await expect(second).toHaveAttribute("data-active", "");
  await page.keyboard.press("Control+v");
  await expect(second.locator("[data-card-id]").filter({ hasText: "Only in the first" })).toBeVisible();
  const { journeys } = await savedBoard(page);
  const counts = journeys.map(({ phases }) => JSON.stringify(phases).split('"text":"Only in the first"').length - 1);
  expect(counts).toEqual([1, 1]);
  expect(journeys.map(({ phases }) => phases[0]?.touchpoints.length)).toEqual([2, 3]);

  await fromMapsMenu(page, /^Side by side$/);
  const [a, b] = [await first.boundingBox(), await second.boundingBox()];
  expect((a?.x ?? 0) + (a?.width ?? 0)).toBeLessThanOrEqual(b?.x ?? 0);
  await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_LAPTOP]);
  // Their order is the board's, in the list and so side by side.
  const variants = async () => (await savedBoard(page)).journeys.map(({ variant }) => variant);
  await expect(firstVariant(page)).toHaveText("as it is today");
  await fromMapsMenu(page, /^Move this map before “.*” \(as it is today\)$/);
  await expect(firstVariant(page)).toHaveText("what if");
  expect(await variants()).toEqual(["what-if", "actual"]);

  // On a phone there is room for one. It is taken away after a question, with the keyboard alone, and comes back whole.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(maps(page)).toHaveCount(1);
  await more(page, "Remove this map…", "This map");
  const dialog = page.getByRole("dialog", { name: /^Remove the map/ });
  await expect(dialog).toContainText(/\d\d cards and all that was rated and said on it go with it/);
  await dialog.getByRole("button", { name: "Remove the map" }).press("Enter");
  await expect(page.getByText("Asks a colleague")).toHaveCount(0);
  expect(await variants()).toEqual(["actual"]);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "This map", exact: true }).click();
  // The last one stays.
  await expect(page.getByRole("menuitem", { name: "Copy this map as a what-if" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Remove this map…" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Bring it back" }).press("Enter");
  await expect(page.getByText("Asks a colleague").first()).toBeVisible();
  expect(await variants()).toEqual(["what-if", "actual"]);
  await more(page, /^Move this map after/, "This map");
  expect(await variants()).toEqual(["actual", "what-if"]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(maps(page)).toHaveCount(2);
  await page.getByRole("button", { name: /^Put .* away$/ }).click();
  await expect(maps(page)).toHaveCount(1);
});
