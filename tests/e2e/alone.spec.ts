/** One person, one laptop: start, import, export, reload without network. */
import { readFile, writeFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";
import {
  allCards,
  card,
  expectState,
  more,
  openExample,
  openLaptop,
  savedBoard,
  writeCard,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

test.use({ serviceWorkers: "allow" });

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const MERMAID =
  "journey\n title Order a part\n section Need\n  Notice it fails: 2: Fitter\n section Find\n  Search: 1: Fitter, Office\n  Phone: 5: Fitter\n";

/** A radio is hidden behind its picture; a person clicks the picture. */
async function choose(place: Page | Locator, name: string): Promise<void> {
  await place.getByRole("radio", { name, exact: true }).check({ force: true });
}

async function openFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /Open a file/ }).click();
  // By its path, as a person's program hands it over: in one piece it would go through the test's own connection.
  const path = test.info().outputPath(name);
  await writeFile(path, content);
  await (await choosing).setFiles(path);
}

test("the first screen opens without an error and asks nobody else for anything", async ({ browser }) => {
  const { page } = await openLaptop(browser, "about:blank");
  const foreign: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(relay.url)) foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(relay.url);
  await openExample(page);
  expect(foreign.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:"))).toEqual([]);
  expect(problems).toEqual([]);
});

test("a map written alone is there again after a reload without any network", async ({ browser }) => {
  const { page, context } = await openLaptop(browser, relay.url);
  await openExample(page);
  await writeCard(page, "Old part numbers find nothing", "Kept on this laptop");
  await expectState(page, "safe on this laptop");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await expect(card(page, "Kept on this laptop")).toBeVisible();
  await writeCard(page, "Old part numbers find nothing", "Written without network");
  await page.goto(relay.url);
  await expect(page.getByText("Replacing a failed pump").first()).toBeVisible();
});

test("what was written can still be undone after a reload", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await writeCard(page, "Old part numbers find nothing", "To be taken back");
  await page.reload();
  await expect(card(page, "To be taken back")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(card(page, "To be taken back")).toBeHidden();
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(card(page, "To be taken back")).toBeVisible();
});

test("words that were being typed when the page was reloaded are there again", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await card(page, "Old part numbers find nothing").click();
  await page.keyboard.press("n");
  await page.keyboard.insertText("Not finished yet");
  await page.reload();
  await expect(card(page, "Not finished yet")).toBeVisible();
  await card(page, "Not finished yet").click();
  await page.getByLabel("More about it", { exact: true }).fill("Half a sentence");
  await page.reload();
  await card(page, "Not finished yet").click();
  await expect(page.getByLabel("More about it", { exact: true })).toHaveValue("Half a sentence");
});

test("a Mermaid journey is read, and saved as Mermaid again with what is lost said", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openFile(page, "order.mmd", MERMAID);
  await page.getByRole("dialog").getByRole("button", { name: /Open/ }).click();
  await expect(page.locator("[data-touchpoint-id]").filter({ hasText: "Notice it fails" })).toBeVisible();
  const [journey] = (await savedBoard(page)).journeys;
  expect(journey?.phases.map((phase) => phase.title)).toEqual(["Need", "Find"]);
  expect(journey?.phases[1]?.touchpoints.map((it) => [it.title, it.actors, it.ratings[0]?.raw])).toEqual([
    ["Search", ["Fitter", "Office"], 1],
    ["Phone", ["Fitter"], 5],
  ]);
  await more(page, /Save as Mermaid/, "Save in another format");
  const downloading = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Save the file" }).click();
  const text = await readFile(await (await downloading).path(), "utf8");
  expect(text).toContain("Search: 1: Fitter, Office");
});

test("numbers beyond the usual scale are kept and the scale is asked", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openFile(page, "ten.mmd", "journey\n section S\n  Good: 9: a\n  Bad: 2: a\n");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/9/).first()).toBeVisible();
  await choose(dialog, "1 to 10");
  await dialog.getByRole("button", { name: /Open/ }).click();
  await expect(page.locator("[data-touchpoint-id]").first()).toBeVisible();
  const [journey] = (await savedBoard(page)).journeys;
  expect(journey?.scale).toEqual({ min: 1, max: 10 });
  expect(journey?.phases[0]?.touchpoints.map((it) => it.ratings[0]?.raw)).toEqual([9, 2]);
});

test("a spreadsheet in long form becomes a map", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openFile(
    page,
    "map.csv",
    'Stage;Touchpoint;Pain point;Owner\r\nNeed;Pump fails;"Line stands; hours";Service\r\nFind;Search;Finds nothing;Digital\r\n',
  );
  await page.getByRole("dialog").getByRole("button", { name: /Open/ }).click();
  await expect(card(page, "Line stands; hours")).toBeVisible();
  expect(
    allCards(await savedBoard(page))
      .map((it) => it.text)
      .sort(),
  ).toEqual(["Finds nothing", "Line stands; hours"]);
});

for (const [what, name, content] of [
  ["an event log", "log.csv", `case_id,activity,timestamp\n${"1,Login,2024-01-01T10:00:00Z\n".repeat(500)}`],
  ["an empty file", "empty.mmd", ""],
  [
    "a picture",
    "photo.png",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 255, 254, 0, 1]),
  ],
  ["50 MB", "big.csv", Buffer.alloc(50_000_000, "a,b\n")],
] as const) {
  test(`${what} gets one clear sentence and changes nothing`, async ({ browser }) => {
    const { page } = await openLaptop(browser, relay.url);
    await openFile(page, name, content);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("alert")).toHaveText(/\S+ .{15,}[.]/);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await page.reload();
    await expect(page.getByText("Nothing here yet")).toBeVisible();
  });
}

test("pasted lines become a map", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await page.getByRole("button", { name: /Paste lines/ }).click();
  await page.getByLabel("Your lines").fill("Need:\nPump fails\nCheck stock\nFind:\nSearch the portal");
  await page.getByRole("button", { name: "Read them" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /Open/ }).click();
  await expect(page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" })).toBeVisible();
  const [journey] = (await savedBoard(page)).journeys;
  expect(journey?.phases.map((phase) => [phase.title, phase.touchpoints.length])).toEqual([
    ["Need", 2],
    ["Find", 1],
  ]);
});

test("a .sameside file opens on another laptop as the same board, and twice is the same as once", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  await writeCard(anna.page, "Old part numbers find nothing", "Goes by stick");
  const before = await savedBoard(anna.page);
  await anna.page.getByRole("button", { name: "More", exact: true }).click();
  const downloading = anna.page.waitForEvent("download");
  await anna.page.getByRole("menuitem", { name: /Save a copy/ }).click();
  const file = await readFile(await (await downloading).path());

  const bert = await openLaptop(browser, relay.url);
  for (let time = 0; time < 2; time++) {
    await bert.page.goto(`${relay.url}/#/`);
    await openFile(bert.page, "map.sameside", file);
    await bert.page
      .getByRole("dialog")
      .getByRole("button", { name: /Open|Merge|Bring/ })
      .click();
    await expect(card(bert.page, "Goes by stick")).toBeVisible();
    expect(await savedBoard(bert.page)).toEqual(before);
  }
});

test("a touchpoint is rated, marked as a moment of truth, and all of it undone and done again", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const touchpoint = page.locator("[data-touchpoint-id]").filter({ hasText: "Place the order" });
  await touchpoint.click();
  await choose(page, "Delighted");
  await touchpoint.click();
  await page.keyboard.press("m");
  const marked = async () => {
    const found = (await savedBoard(page)).journeys[0]?.phases[2]?.touchpoints[0];
    return { rated: found?.ratings.some((it) => it.value === 1), moment: found?.moment !== undefined };
  };
  expect(await marked()).toEqual({ rated: true, moment: true });
  await page.getByRole("button", { name: /^Undo/ }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  expect(await marked()).toEqual({ rated: false, moment: false });
  await page.getByRole("button", { name: /^Redo/ }).click();
  await page.getByRole("button", { name: /^Redo/ }).click();
  expect(await marked()).toEqual({ rated: true, moment: true });
});
