/** The main job: two laptops map one journey together, online, offline, and past a relay that is killed. */
import { expect, type Page } from "@playwright/test";
import {
  allCards,
  card,
  expectState,
  invite,
  join,
  openExample,
  openLaptop,
  savedBoard,
  writeCard,
  writeCards,
} from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { standingBox } from "../support/standing.ts";
import { test } from "../support/test.ts";

test.use({ serviceWorkers: "allow" });

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelayProcess();
});
test.afterEach(async () => {
  await relay.remove();
});

const PAIN = "Old part numbers find nothing";
const SHARED = "Price only after log-in";

/** Nineteen edits: fourteen new cards, a touchpoint's channel, two moves, an undo and a redo. */
async function editMuch(page: Page, who: string): Promise<void> {
  await writeCards(page, PAIN, fourteen(who));
  // The map went along with what was written: see all of it again.
  await page.keyboard.press("Shift+1");
  await renameTouchpoint(page, who);
  await card(page, `${who} writes 1.`).click();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+Shift+Z");
}

const fourteen = (who: string) => Array.from({ length: 14 }, (_, index) => `${who} writes ${index + 1}.`);

async function renameTouchpoint(page: Page, who: string): Promise<void> {
  await page.locator("[data-touchpoint-id]").filter({ hasText: "Call the branch" }).click();
  const channel = page.getByLabel("Channel", { exact: true });
  await channel.fill(`${who}’s channel`);
  await channel.press("Enter");
  await page.keyboard.press("Escape");
}

async function dragOnto(page: Page, text: string, target: string): Promise<void> {
  const to = await standingBox(card(page, target));
  const from = await standingBox(card(page, text));
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 3, { steps: 2 });
  await page.mouse.up();
}

test("two people edit, undo their own, and see each other, and each other’s cursor by name (U1)", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  await expectState(anna.page, "safe on this laptop");
  const links = await invite(anna.page, "Anna");
  await expectState(anna.page, "saved for the table");

  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, links.write, "Bert");
  await writeCard(bert.page, PAIN, "It never knows our numbers");
  await expect(card(anna.page, "It never knows our numbers")).toBeVisible();
  await writeCard(anna.page, PAIN, "We stopped looking");
  await expect(card(bert.page, "We stopped looking")).toBeVisible();

  // What Bert wrote after her stays when Anna undoes, and there it is as well.
  await writeCard(bert.page, PAIN, "Nor our names");
  await expect(card(anna.page, "Nor our names")).toBeVisible();
  await anna.page.keyboard.press("Control+z");
  for (const { page } of [anna, bert]) {
    await expect(card(page, "We stopped looking")).toBeHidden();
    await expect(card(page, "Nor our names")).toBeVisible();
  }
  await anna.page.keyboard.press("Control+y");
  for (const { page } of [anna, bert]) await expect(card(page, "We stopped looking")).toBeVisible();

  const spot = await standingBox(card(bert.page, PAIN));
  await bert.page.mouse.move(spot.x + 20, spot.y + 10);
  await expect(anna.page.getByText("Bert", { exact: true }).first()).toBeVisible();
  await expectState(bert.page, "saved for the table");
  expect(await savedBoard(anna.page)).toEqual(await savedBoard(bert.page));
});

test("both go offline, edit twenty things each, and come back to one board with nothing lost", async ({ browser }) => {
  test.slow();
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, links.write, "Bert");
  await writeCard(bert.page, PAIN, "Bert’s own words");
  await expect(card(anna.page, "Bert’s own words")).toBeVisible();

  await relay.kill();
  await expectState(anna.page, /waiting|no connection/);
  for (const [person, name] of [
    [anna, "Anna"],
    [bert, "Bert"],
  ] as const) {
    await person.context.setOffline(true);
    await editMuch(person.page, name);
    await expectState(person.page, /\d+ changes waiting/);
  }
  // The same card moved by both, and a deletion that meets an edit.
  await dragOnto(anna.page, SHARED, "Ships complete or not at all");
  await dragOnto(bert.page, SHARED, "People who know pumps answer in two rings");
  await card(anna.page, "Bert’s own words").click();
  await anna.page.keyboard.press("Delete");
  await card(bert.page, "Bert’s own words").click();
  const words = bert.page.getByLabel("Words on the card", { exact: true });
  await words.fill("Bert’s better words");
  await words.press("Control+Enter");
  await bert.page.keyboard.press("Escape");

  await anna.page.reload();
  await expect(card(anna.page, "Anna writes 14.")).toBeVisible();
  await expectState(anna.page, /\d+ changes waiting/);

  await relay.start();
  await anna.context.setOffline(false);
  await bert.context.setOffline(false);
  await expectState(anna.page, "saved for the table");
  await expectState(bert.page, "saved for the table");
  await expect(card(anna.page, "Bert writes 14.")).toBeVisible();
  await expect(card(bert.page, "Anna writes 14.")).toBeVisible();

  const [a, b] = [await savedBoard(anna.page), await savedBoard(bert.page)];
  expect(a).toEqual(b);
  const texts = allCards(a).map((it) => it.text);
  for (const text of [...fourteen("Anna"), ...fourteen("Bert")])
    expect(texts.filter((it) => it === text)).toHaveLength(1);
  expect(texts.filter((text) => text === SHARED)).toHaveLength(1);
  // Anna removed Bert's card while he reworded it: it is gone for both, and undo brings it back with the new words.
  expect(texts).not.toContain("Bert’s better words");
});

test("what was shown as saved for the table survives kill -9, for a third browser alone", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, links.write, "Bert");

  const saved: string[] = [];
  for (let round = 1; round <= 3; round++) {
    await writeCard(anna.page, PAIN, `Anna in round ${round}`);
    await writeCard(bert.page, PAIN, `Bert in round ${round}`);
    await expectState(anna.page, "saved for the table");
    await expectState(bert.page, "saved for the table");
    saved.push(`Anna in round ${round}`, `Bert in round ${round}`);
    // Killed in the middle of an edit that nobody was told is saved.
    const writing = writeCard(anna.page, PAIN, `on its way ${round}`);
    await relay.kill();
    await writing;
    await relay.start();
    await expectState(anna.page, "saved for the table");
    await expectState(bert.page, "saved for the table");
  }
  await relay.kill();
  await anna.context.close();
  await bert.context.close();
  await relay.start();
  const clara = await openLaptop(browser, "about:blank");
  await join(clara.page, links.write, "Clara");
  for (const text of saved) await expect(card(clara.page, text)).toBeVisible();
});

test("the same at a plain http address in the network, without what only secure pages have", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.lanUrl);
  const missing = await anna.page.evaluate(() => [
    typeof crypto.randomUUID,
    typeof crypto.subtle,
    typeof navigator.locks,
    typeof navigator.storage,
    typeof navigator.clipboard,
    typeof navigator.serviceWorker,
  ]);
  expect(missing).toEqual(Array(6).fill("undefined"));
  const problems: string[] = [];
  anna.page.on("pageerror", (error) => problems.push(error.message));
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  bert.page.on("pageerror", (error) => problems.push(error.message));
  await join(bert.page, links.write.replace(/^http:\/\/[^/]+/, relay.lanUrl), "Bert");
  await writeCard(bert.page, PAIN, "Written at a LAN address");
  await expect(card(anna.page, "Written at a LAN address")).toBeVisible();

  await relay.kill();
  await writeCard(anna.page, PAIN, "Anna offline");
  await writeCard(bert.page, PAIN, "Bert offline");
  await expectState(bert.page, /waiting/);
  await relay.start();
  await expect(card(anna.page, "Bert offline")).toBeVisible();
  await expect(card(bert.page, "Anna offline")).toBeVisible();
  await anna.page.reload();
  await expect(card(anna.page, "Bert offline")).toBeVisible();
  expect(problems).toEqual([]);
});

test("a reader sees everything live and can change nothing", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const links = await invite(anna.page, "Anna");
  const rosa = await openLaptop(browser, "about:blank");
  await join(rosa.page, links.read, "Rosa");
  await expectState(rosa.page, "read only");
  await writeCard(anna.page, PAIN, "For Rosa to read");
  await expect(card(rosa.page, "For Rosa to read")).toBeVisible();
  await card(rosa.page, "For Rosa to read").click();
  await rosa.page.keyboard.press("Delete");
  await rosa.page.keyboard.press("n");
  await rosa.page.keyboard.type("forced in");
  await rosa.page.keyboard.press("Control+Enter");
  expect(allCards(await savedBoard(anna.page)).map((it) => it.text)).not.toContain("forced in");
  await expect(card(anna.page, "For Rosa to read")).toBeVisible();
  expect(await savedBoard(rosa.page)).toEqual(await savedBoard(anna.page));
});
