/** Phases and lanes on the canvas: added between, dragged and moved with all they hold, removed, locked (SPEC W16, W18, W86). */
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import type { JourneyView } from "@sameside/model";
import { DARK_ON_LAPTOP, expectNothingSeriousIn, ON_LAPTOP } from "../support/axe.ts";
import { card, expectState, invite, join, more, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

async function openMap(browser: Browser): Promise<Page> {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  return page;
}

async function journeyOf(page: Page): Promise<JourneyView> {
  const [journey] = (await savedBoard(page)).journeys;
  if (!journey) throw new Error("the board has no journey");
  return journey;
}

const phasesOf = (journey: JourneyView) => journey.phases.map(({ title }) => title);
const lanesOf = (journey: JourneyView) => journey.lanes.map(({ name }) => name);
const header = (page: Page, title: string) => page.getByRole("button", { name: `Phase: ${title}` });
const label = (page: Page, name: string) => page.getByRole("button", { name: `Lane: ${name}` });

/** Takes the middle of one thing into another; `share` says how far along it. */
async function drag(page: Page, from: Locator, to: Locator, share: { x: number; y: number }): Promise<void> {
  const [a, b] = [await standingBox(from), await standingBox(to)];
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(b.x + b.width * share.x, b.y + b.height * share.y, { steps: 8 });
  await expect(page.locator(".canvas-drop-mark")).toBeVisible();
  await page.mouse.up();
}

test("a phase and a lane are dragged by their names, with all they hold, as one undo (W18)", async ({ browser }) => {
  const page = await openMap(browser);
  const before = await journeyOf(page);
  await drag(page, header(page, "Order"), header(page, "Find"), { x: 0.1, y: 0.5 });
  const after = await journeyOf(page);
  expect(phasesOf(after)).toEqual(["Need", "Order", "Find", "Receive", "Use"]);
  expect(after.phases[1]).toEqual(before.phases[2]);
  await page.keyboard.press("Control+z");
  expect(await journeyOf(page)).toEqual(before);

  const lanes = lanesOf(before);
  const end = page.getByRole("button", { name: "Add a lane", exact: true });
  await drag(page, label(page, "Pain points"), end, { x: 0.5, y: 0.5 });
  const moved = lanes.filter((name) => name !== "Pain points");
  expect(lanesOf(await journeyOf(page))).toEqual([...moved, "Pain points"]);
  await page.keyboard.press("Control+z");
  expect(await journeyOf(page)).toEqual(before);
});

test("phases and lanes are moved by the keys, renamed, and added between (W18)", async ({ browser }) => {
  test.slow();
  const page = await openMap(browser);
  await header(page, "Find").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(header(page, "Find")).toBeFocused();
  expect(phasesOf(await journeyOf(page))).toEqual(["Need", "Order", "Find", "Receive", "Use"]);
  await header(page, "Find").focus();
  await page.keyboard.press("Enter");
  await typeName(page, "Look");
  expect(phasesOf(await journeyOf(page))).toEqual(["Need", "Order", "Look", "Receive", "Use"]);

  // By the mouse in the gap, and by the keys from the list of what can be done.
  await header(page, "Receive").hover();
  await page.getByRole("button", { name: "Add a phase before Receive" }).click();
  await typeName(page, "Wait");
  await header(page, "Need").focus();
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu")).toBeVisible();
  await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_LAPTOP]);
  await page.getByRole("menuitem", { name: "New phase after it" }).press("Enter");
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_LAPTOP]);
  await typeName(page, "Ask");
  expect(phasesOf(await journeyOf(page))).toEqual(["Need", "Ask", "Order", "Look", "Wait", "Receive", "Use"]);

  const lanes = lanesOf(await journeyOf(page));
  await label(page, "Pain points").hover();
  await page.getByRole("button", { name: "Add a lane above Pain points" }).click();
  await page.getByRole("menuitem", { name: "Opportunities" }).click();
  await typeName(page, "What we could do");
  await label(page, "Pain points").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "New lane below…" }).press("Enter");
  await page.getByRole("menuitem", { name: "Free" }).press("Enter");
  await typeName(page, "Loose ends");
  const at = lanes.indexOf("Pain points");
  expect(lanesOf(await journeyOf(page))).toEqual(
    lanes.toSpliced(at, 1, "What we could do", "Pain points", "Loose ends"),
  );
});

test("what is locked stays, and says so (W16)", async ({ browser }) => {
  const page = await openMap(browser);
  const before = await journeyOf(page);
  const pain = card(page, "Old part numbers find nothing");
  await pain.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Lock", exact: true }).click();
  await expect(pain).toHaveAccessibleDescription(/^locked/);
  await pain.focus();
  await page.keyboard.press("Delete");
  await expect(page.getByText("This is locked.").first()).toBeVisible();
  await page.keyboard.press("Alt+ArrowRight");
  const [from, to] = [await standingBox(pain), await standingBox(card(page, "Ships complete or not at all"))];
  await page.mouse.move(from.x + 30, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + 10, { steps: 5 });
  await page.mouse.up();
  const stack = (journey: JourneyView) =>
    journey.phases
      .flatMap((phase) => phase.touchpoints)
      .find(({ title }) => title === before.phases[1]?.touchpoints[0]?.title)?.cardsByLane;
  const texts = (journey: JourneyView) =>
    Object.values(stack(journey) ?? {}).map((cards) => cards.map(({ text }) => text));
  expect(texts(await journeyOf(page))).toEqual(texts(before));
  await pain.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Unlock", exact: true }).press("Enter");
  await expect(pain).not.toHaveAccessibleDescription(/^locked/);
  await pain.focus();
  await page.keyboard.press("Delete");
  await expect(pain).toBeHidden();
});

test("a phase that goes is told with what it held, and comes back with it; then its table locks the frame (W16, W86)", async ({
  browser,
}) => {
  test.slow();
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, links.write, "Bert");
  await expect(bert.page.getByRole("button", { name: "Add a phase", exact: true })).toBeVisible();

  // By a key on the canvas, told to both; somebody else brings it back.
  const before = await savedBoard(anna.page);
  const [, find] = before.journeys[0]?.phases ?? [];
  const waiting = "2 things that stood there wait under “Unplaced”.";
  await header(bert.page, "Find").focus();
  await bert.page.keyboard.press("Delete");
  await expect(bert.page.getByText(`“Find” was removed. ${waiting}`)).toBeVisible();
  await expect(header(bert.page, "Order")).toBeFocused();
  await expect(anna.page.getByText(`Bert removed phase “Find”. ${waiting}`)).toBeVisible();
  await expect(anna.page.getByRole("button", { name: "Unplaced: 2" })).toBeVisible();
  // Its touchpoints wait with all that stands on them.
  const { unplacedTouchpoints } = await savedBoard(anna.page);
  expect(unplacedTouchpoints.map(({ touchpoint }) => touchpoint.cardsByLane)).toEqual(
    find?.touchpoints.map(({ cardsByLane }) => cardsByLane),
  );
  await anna.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(header(bert.page, "Find")).toBeVisible();
  await expectState(anna.page, "saved for the table");
  expect((await savedBoard(bert.page)).journeys).toEqual(before.journeys);
  // From the table, by who removed it.
  await anna.page.getByRole("link", { name: "Table" }).click();
  await anna.page.getByRole("main").getByRole("button", { name: "Phase: Find" }).focus();
  await anna.page.keyboard.press("Delete");
  await expect(anna.page.getByText(`“Find” was removed. ${waiting}`)).toBeVisible();
  await expect(header(bert.page, "Find")).toBeHidden();
  await anna.page.getByRole("button", { name: "Bring it back" }).click();
  await expect(header(bert.page, "Find")).toBeVisible();
  expect((await savedBoard(anna.page)).journeys).toEqual(before.journeys);
  await anna.page.getByRole("link", { name: "Canvas" }).click();

  await more(anna.page, "Lock phases and lanes", "This map");
  await expect(bert.page.getByRole("button", { name: "Add a phase", exact: true })).toBeHidden();
  await header(bert.page, "Find").focus();
  await bert.page.keyboard.press("Alt+ArrowRight");
  await expect(bert.page.getByText("This is locked.").first()).toBeVisible();
  await bert.page.keyboard.press("Delete");
  await card(bert.page, "Old part numbers find nothing").click();
  await bert.page.keyboard.press("n");
  await bert.page.keyboard.insertText("Still written");
  await bert.page.keyboard.press("Escape");
  await expect(card(anna.page, "Still written")).toBeVisible();
  await expectState(anna.page, "saved for the table");
  expect(phasesOf(await journeyOf(anna.page))).toEqual(["Need", "Find", "Order", "Receive", "Use"]);
  await header(anna.page, "Find").focus();
  await anna.page.keyboard.press("Alt+ArrowRight");
  expect(phasesOf(await journeyOf(anna.page))).toEqual(["Need", "Order", "Find", "Receive", "Use"]);
});

/** Into the editor that has just opened: a menu that closes hands the keyboard on a moment later. */
async function typeName(page: Page, name: string): Promise<void> {
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.insertText(name);
  await page.keyboard.press("Enter");
}
