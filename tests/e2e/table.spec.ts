/** The table and the outline: the same journey, by role and name, with the keyboard only (SPEC W5–W9). */
import { type Browser, expect, type Page } from "@playwright/test";
import type { BoardView, CardView, JourneyView } from "@sameside/model";
import {
  allCards,
  card,
  expectState,
  introduce,
  invite,
  openExample,
  openLaptop,
  savedBoard,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

/** A blank map, shown in this view. */
async function openBlank(browser: Browser, view: "Table" | "Outline"): Promise<Page> {
  const { page } = await openLaptop(browser, relay.url);
  await page.getByRole("button", { name: /Start a map/ }).click();
  await page.getByLabel("What is it about?").fill("Renting a van");
  await page.getByRole("radio", { name: /A blank map/ }).check({ force: true });
  await page.getByRole("button", { name: "Start the map" }).click();
  await show(page, view);
  return page;
}

async function show(page: Page, view: "Canvas" | "Table" | "Outline"): Promise<void> {
  await page.getByRole("navigation", { name: "Ways to see the map" }).getByRole("link", { name: view }).press("Enter");
}

/** What a journey holds, as a person would say it: phase, touchpoint, lane and words of each card. */
function told(view: BoardView) {
  const [journey] = view.journeys;
  if (!journey) throw new Error("the board has no journey");
  return journey.phases.map((phase) => [
    phase.title,
    cardsOn(journey, phase),
    ...phase.touchpoints.map((touchpoint) => [touchpoint.title, cardsOn(journey, touchpoint)]),
  ]);
}

function cardsOn(
  journey: JourneyView,
  holder: { cardsByLane: Readonly<Record<string, readonly CardView[]>> },
): string[] {
  return journey.lanes.flatMap(({ id, kind }) => (holder.cardsByLane[id] ?? []).map(({ text }) => `${kind}: ${text}`));
}

async function type(page: Page, words: string, ...keys: string[]): Promise<void> {
  await page.keyboard.insertText(words);
  for (const key of keys) await page.keyboard.press(key);
}

/** The button of a thing, by the name that a screen reader says. */
function thing(page: Page, name: string | RegExp) {
  return page.getByRole("main").getByRole("button", { name, exact: typeof name === "string" });
}

/** What has the keyboard. */
async function expectFocus(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.locator(":focus")).toHaveAccessibleName(name);
}

/** Opens what can be done with what has the keyboard, and chooses. */
async function choose(page: Page, act: string): Promise<void> {
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: act, exact: true }).press("Enter");
}

test("a whole journey is built in the table, with the keyboard only (W5, W10)", async ({ browser }) => {
  const page = await openBlank(browser, "Table");
  await expect(page.getByRole("table", { name: /^Renting a van/ })).toBeVisible();
  await thing(page, "Phase: Before").focus();
  await page.keyboard.press("Enter");
  await expectFocus(page, "Name of the phase");
  await type(page, "Choose", "Enter");
  await expectFocus(page, "Phase: Choose");

  // Touchpoints, one after the other.
  await page.keyboard.press("t");
  await type(page, "Search the web", "Control+Enter");
  await type(page, "Call the shop", "Enter");
  await expectFocus(page, "Touchpoint: Call the shop. Choose");
  await expect(page.getByRole("columnheader", { name: "Call the shop", exact: true })).toBeVisible();

  // Down its column: the own feeling, then the lanes.
  await page.keyboard.press("ArrowDown");
  await expectFocus(page, "How does Call the shop feel to you? Me: not rated yet");
  await page.keyboard.press("+");
  await expectFocus(page, "How does Call the shop feel to you? Me: Good");
  await page.keyboard.press("ArrowDown");
  await expectFocus(page, "Add to Choose, Call the shop: In their words");
  await page.keyboard.press("Enter");
  await expectFocus(page, "Words on the card");
  await type(page, "They never pick up", "Control+Enter");
  await type(page, "At last a person", "Tab");
  await type(page, "Where is the van", "Escape");
  await expectFocus(page, "In their words: Where is the van. During");
  await page.keyboard.press("ArrowLeft");
  await expectFocus(page, "In their words: They never pick up. Choose, Call the shop");

  // Places: with keys, and by their names.
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expectFocus(page, "Pain point: They never pick up. Choose, Call the shop");
  await expect(page.getByRole("status").filter({ hasText: /^card “They/ })).toHaveText(
    "card “They never pick up”: moved to Choose, Call the shop, Pain points, 1 of 1.",
  );
  await choose(page, "Move to…");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("To where").selectOption({ label: "Search the web" });
  await dialog.getByLabel("Lane").selectOption({ label: "Strengths" });
  await dialog.getByRole("button", { name: "Move it" }).press("Enter");
  await expectFocus(page, "Strength: They never pick up. Choose, Search the web");
  await page.keyboard.press("Control+z");
  await expect(thing(page, "Pain point: They never pick up. Choose, Call the shop")).toBeVisible();
  expect(told(await savedBoard(page))).toEqual([
    [
      "Choose",
      [],
      ["Search the web", []],
      ["Call the shop", ["thinking: At last a person", "pain: They never pick up"]],
    ],
    ["During", ["thinking: Where is the van"]],
    ["After", []],
  ]);

  // A grade, words again, a removal that is taken back.
  await thing(page, /^Pain point: They never/).focus();
  await choose(page, "Researched");
  await thing(page, /^Pain point: They never/).focus();
  await page.keyboard.press("F2");
  await type(page, " the phone", "Escape");
  await page.keyboard.press("Delete");
  await expect(thing(page, /^Pain point: They never/)).toBeHidden();
  await page.getByRole("button", { name: "Bring it back" }).press("Enter");
  await expect(thing(page, "Pain point: They never pick up the phone. Choose, Call the shop")).toBeVisible();

  // A moment of truth, a lane of its own, the order of lanes and phases.
  await thing(page, "Touchpoint: Call the shop. Choose").focus();
  await page.keyboard.press("m");
  await page.getByRole("complementary").getByLabel("Why").fill("Nobody waits twice");
  await page.keyboard.press("Control+Enter");
  await thing(page, "Add a lane").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Opportunities" }).press("Enter");
  await expectFocus(page, "Name of the lane");
  await type(page, "Chances", "Enter");
  await expectFocus(page, "Lane: Chances");
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+Home");
  await expectFocus(page, "Phase: Choose");
  await page.keyboard.press("Alt+ArrowRight");
  await expectFocus(page, "Phase: Choose");

  const view = await savedBoard(page);
  const [journey] = view.journeys;
  expect(journey?.phases.map(({ title }) => title)).toEqual(["During", "Choose", "After"]);
  expect(journey?.lanes.map(({ name }) => name).slice(-2)).toEqual(["Chances", "What if…"]);
  const call = journey?.phases[1]?.touchpoints[1];
  expect(call?.moment?.reason).toBe("Nobody waits twice");
  expect(call?.ratings.map(({ value }) => value)).toEqual([0.5]);
  expect(allCards(view).map(({ text, grade }) => [text, grade])).toEqual(
    expect.arrayContaining([
      ["At last a person", "assumed"],
      ["They never pick up the phone", "researched"],
    ]),
  );
});

test("a whole journey is typed in the outline, with the keyboard only (W6)", async ({ browser }) => {
  const page = await openBlank(browser, "Outline");
  await expect(page.getByRole("list", { name: "Outline of Renting a van" })).toBeVisible();
  await thing(page, "Phase: Before").focus();
  await page.keyboard.press("Enter");
  await type(page, "Choose", "Enter");
  // A new phase after it, which becomes a touchpoint of the phase before.
  await type(page, "Search the web", "Tab", "Enter");
  await type(page, "Call the shop", "Enter");
  await type(page, "They never pick up", "Tab", "Alt+ArrowDown", "Enter");
  await type(page, "No price on the page", "Enter");
  // Empty lines go up, level by level.
  await page.keyboard.press("Enter");
  await type(page, "Drive there", "Enter");
  await page.keyboard.press("Enter");
  await type(page, "Pay", "Enter");
  await page.keyboard.press("Escape");
  await expectFocus(page, "Phase: Pay");
  expect(told(await savedBoard(page))).toEqual([
    [
      "Choose",
      [],
      ["Search the web", []],
      ["Call the shop", ["pain: They never pick up", "pain: No price on the page"]],
      ["Drive there", []],
    ],
    ["Pay", []],
    ["During", []],
    ["After", []],
  ]);

  // Along the lines and back to what they belong to; a card goes to the whole phase and to its last touchpoint.
  await thing(page, /^Pain point: No price/).focus();
  await page.keyboard.press("ArrowLeft");
  await expectFocus(page, "Touchpoint: Call the shop. Choose");
  await page.keyboard.press("ArrowRight");
  await expectFocus(page, "Pain point: They never pick up. Choose, Call the shop");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  await expectFocus(page, "Pain point: They never pick up. Choose");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expectFocus(page, "Pain point: They never pick up. Choose, Drive there");
  await page.keyboard.press("Alt+ArrowUp");
  await expectFocus(page, "In their words: They never pick up. Choose, Drive there");

  // Pasted lines, in a field and on a thing: a card each, and one undo.
  await page.keyboard.press("n");
  await paste(page, "One\nTwo\n\nThree");
  await expectFocus(page, "In their words: Three. Choose, Drive there");
  await paste(page, "Four\nFive");
  await expectFocus(page, "In their words: Five. Choose, Drive there");
  await page.keyboard.press("Control+z");
  await expect(thing(page, /: Four\. /)).toBeHidden();
  const [choose1] = told(await savedBoard(page));
  expect(choose1?.[4]).toEqual([
    "Drive there",
    ["They never pick up", "One", "Two", "Three"].map((text) => `thinking: ${text}`),
  ]);
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

for (const view of ["Table", "Outline"] as const) {
  test(`others change the map while somebody types in the ${view.toLowerCase()}: nothing is taken, and it is said (W4, W10)`, async ({
    browser,
  }) => {
    const anna = await openLaptop(browser, relay.url);
    await openExample(anna.page);
    const links = await invite(anna.page, "Anna");
    const bert = await openLaptop(browser, links.write);
    await introduce(bert.page, "Bert");
    await expect(card(bert.page, "Price only after log-in")).toBeVisible();
    await show(anna.page, view);

    // The card that Anna writes is moved by Bert: field, words and caret stay hers.
    await thing(anna.page, /^Pain point: Price only/).focus();
    await anna.page.keyboard.press("Enter");
    await type(anna.page, " twice", "ArrowLeft", "ArrowLeft");
    await card(bert.page, "Price only after log-in").click();
    await bert.page.keyboard.press("Alt+ArrowRight");
    await expect(anna.page.getByRole("status").filter({ hasText: /^By others: card “Price only/ })).toHaveText(
      "By others: card “Price only after log-in”: moved to Find, Call the branch, Pain points, 1 of 1.",
    );
    await expectFocus(anna.page, "Words on the card");
    await type(anna.page, "!", "Escape");
    await expectFocus(anna.page, "Pain point: Price only after log-in twi!ce. Find, Call the branch");

    // What has the keyboard is moved, and then removed: the same thing keeps it, and then its neighbour has it.
    await expect(card(bert.page, "Price only after log-in twi!ce")).toBeVisible();
    await bert.page.keyboard.press("Alt+ArrowLeft");
    await expectFocus(anna.page, "Pain point: Price only after log-in twi!ce. Find, Search the portal");
    await bert.page.keyboard.press("Delete");
    await expect(thing(anna.page, /^Pain point: Price only/)).toBeHidden();
    await expectFocus(anna.page, /Search the portal/);

    // The card that is written is removed: the words are kept and offered.
    await thing(anna.page, /^Pain point: Old part/).focus();
    await anna.page.keyboard.press("Enter");
    await type(anna.page, " and nobody knows");
    await card(bert.page, "Old part numbers find nothing").click();
    await bert.page.keyboard.press("Delete");
    await expect(anna.page.getByRole("dialog", { name: "Unplaced" })).toContainText("find nothing and nobody knows");
    await expectState(anna.page, "saved for the table");
  });
}

test("a link opens the map in its view, the device remembers it, and a phone begins with the outline (W7)", async ({
  browser,
}) => {
  const { page, context } = await openLaptop(browser, relay.url);
  await openExample(page);
  await expect(page.locator(".react-flow")).toBeVisible();
  await show(page, "Table");
  await expect(page.getByRole("table")).toBeVisible();
  const link = page.url();
  expect(link).toMatch(/view=table$/);
  await page.goBack();
  await expect(page.locator(".react-flow")).toBeVisible();
  await show(page, "Outline");
  // Without a view in the address it is the one that was shown last.
  const second = await context.newPage();
  await second.goto(link.replace(/\?.*/, ""));
  await expect(second.getByRole("list", { name: /^Outline of/ })).toBeVisible();
  await second.goto(link);
  await expect(second.getByRole("table")).toBeVisible();

  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const small = await phone.newPage();
  await small.goto(relay.url);
  await openExample(small);
  await expect(small.getByRole("list", { name: /^Outline of/ })).toBeVisible();
});

test("who was invited to read reads the table and the outline, and changes nothing (W5, W6)", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const rosa = await openLaptop(browser, links.read);
  await rosa.page.getByLabel("Your name for today").fill("Rosa");
  await rosa.page.getByRole("button", { name: "Go to the map" }).click();
  await expectState(rosa.page, "read only");
  for (const view of ["Table", "Outline"] as const) {
    await show(rosa.page, view);
    await thing(rosa.page, /^Pain point: Price only/).focus();
    for (const key of ["Enter", "Delete", "Alt+ArrowRight", "n", "t", "m", "Shift+F10"])
      await rosa.page.keyboard.press(key);
    await paste(rosa.page, "forced in");
    await expect(rosa.page.getByRole("main").getByRole("textbox")).toHaveCount(0);
    await expect(rosa.page.getByRole("menu")).toHaveCount(0);
    await expect(thing(rosa.page, /^Add /)).toHaveCount(0);
  }
  expect(await savedBoard(rosa.page)).toEqual(await savedBoard(anna.page));
});

test("an edit in a map of a thousand cards draws its own cell and no other (W8)", async ({ browser }) => {
  test.slow();
  const { page } = await openLaptop(browser, relay.url);
  await openLargeMap(page, 1000);
  await show(page, "Table");
  await expect(page.getByRole("main").locator("[data-card-id]")).toHaveCount(1000);
  await thing(page, /^Pain point: Card 500\. /).focus();
  await page.keyboard.press("Enter");
  const changed = await page.evaluateHandle(() => {
    const cells = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const cell = element?.closest("td");
        if (cell) cells.add(`${cell.closest("tr")?.rowIndex} ${cell.cellIndex}`);
      }
    });
    observer.observe(document.querySelector("main") ?? document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return cells;
  });
  await type(page, " more", "Control+Enter");
  await type(page, "the next one", "Escape");
  await expectFocus(page, /^Pain point: the next one\. /);
  expect(await changed.evaluate((cells) => cells.size)).toBe(1);
});

/** Opens a map of this many cards, ten on each touchpoint, as a file. */
async function openLargeMap(page: Page, cards: number): Promise<void> {
  const rows = Array.from({ length: cards }, (_, index) => {
    const touchpoint = Math.floor(index / 10);
    return `Phase ${Math.floor(touchpoint / 10)},Touchpoint ${touchpoint},Card ${index}`;
  });
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Open a file/ }).click();
  const buffer = Buffer.from(`Stage,Touchpoint,Pain point\n${rows.join("\n")}\n`);
  await (await choosing).setFiles({ name: "large.csv", mimeType: "text/csv", buffer });
  await page.getByRole("dialog").getByRole("button", { name: /Open/ }).click();
  await expect(page.getByRole("main")).toBeVisible();
}
