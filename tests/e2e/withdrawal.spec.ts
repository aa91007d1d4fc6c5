/** Withdrawing one's words: on every device at its next contact, down to its stored rows (S0-20, SPEC S29, S45–S48). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, type Page } from "@playwright/test";
import {
  addGroup,
  addPreparationNote,
  asBoardDocument,
  asPlanDocument,
  EXAMPLE_JOURNEY,
  importJourney,
} from "@sameside/model";
import { boardRoom, encodeMessage, planRoom, questionsRoom } from "@sameside/protocol";
import { callRelay } from "@sameside/replica";
import { connectDevice, documentHolds, type SocketDevice } from "../relay/socketDevice.ts";
import {
  agree,
  allCards,
  card,
  expectState,
  heldSeat,
  invite,
  join as joinTable,
  more,
  openExample,
  openLaptop,
  type PersonAtTable,
  savedBoard,
  writeCard,
} from "../support/people.ts";
import { keptFiles, photo } from "../support/pictures.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { storedTexts } from "../support/storedTexts.ts";
import { test } from "../support/test.ts";

test.use({ serviceWorkers: "allow" });

import { keepVersion } from "../support/versions.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const SAID = "Zebra crossing of invoices";
const SECOND = "Yellow submarine of forms";
const NAME = "Ursula-Unmistakable";
const EMPTIED = "withdrawn";

async function table(browser: Browser): Promise<[PersonAtTable, PersonAtTable]> {
  const anna = await openLaptop(browser, relay.lanUrl);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const ursula = await openLaptop(browser, "about:blank");
  await joinTable(ursula.page, write.replace(/^http:\/\/[^/]+/, relay.lanUrl), NAME);
  await expectState(ursula.page, "saved for the table");
  return [anna, ursula];
}

/** Two taps: what is withdrawn is named, and confirmed. */
async function withdraw(page: Page): Promise<void> {
  await more(page, /Withdraw my words/, "Me and my seat");
  await page.getByRole("button", { name: "Withdraw for good" }).click();
}

function emptied(page: Page) {
  return page.locator("[data-card-id]").filter({ hasText: EMPTIED });
}

/** Of these words, those that stand in what the device has stored. */
async function left(page: Page, said = [SAID, SECOND, NAME]): Promise<string[]> {
  const texts = await storedTexts(page);
  return said.filter((words) => texts.some((text) => text.includes(words)));
}

/** … and those in any file that the relay keeps. */
function leftAtRelay(said: readonly string[]): string[] {
  const files = readdirSync(relay.dataDir).map((name) => readFileSync(join(relay.dataDir, name)));
  return said.filter((words) => files.some((bytes) => bytes.includes(words)));
}

test("what a guest withdraws is empty for everybody, at once here, at its next contact on a laptop that was offline", async ({
  browser,
}) => {
  test.slow();
  const [anna, ursula] = await table(browser);
  await writeCard(ursula.page, PAIN, SAID);
  await writeCard(ursula.page, SAID, SECOND);
  await card(ursula.page, SAID).click();
  await ursula.page
    .locator("input[type=file][accept='image/*']")
    .setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: await photo(ursula.page, 60, 40) });
  await ursula.page.getByLabel("What does it show?").fill("Ursulas photo");
  await ursula.page.getByRole("radio", { name: "No" }).check({ force: true });
  await ursula.page.getByRole("button", { name: "Add it" }).click();
  await card(anna.page, SAID).click({ position: { x: 40, y: 14 } });
  await expect(anna.page.getByRole("button", { name: "Open: Ursulas photo" }).getByRole("img")).toBeVisible();
  await ursula.page.keyboard.press("Escape");
  await savedBoard(ursula.page);
  await expectState(anna.page, "saved for the table");

  await keepVersion(anna.page, "Before the break");
  await anna.context.setOffline(true);
  // What is written meanwhile on a card of hers.
  await anna.page.getByRole("radio", { name: "Researched" }).check({ force: true });
  await withdraw(ursula.page);
  const dialog = ursula.page.getByRole("dialog", { name: "Your words are withdrawn" });
  await expect(dialog.getByText("Emptied on this device.")).toBeVisible();
  await expect(
    dialog.getByText("At the relay, the map of this table: emptied, out of its stored bytes too."),
  ).toBeVisible();
  // What this device cannot know of is Anna's to look after, who is away.
  await expect(dialog.getByText(/^At the relay, wherever else you wrote: as soon as/)).toBeVisible();
  await expect(dialog.getByText(/\.sameside, saved/)).toBeVisible();
  // Of the files that the browser keeps for itself nothing is claimed.
  await expect(dialog.getByText(/^On a device the browser may keep what was overwritten/)).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(emptied(ursula.page)).toHaveCount(2);
  expect(await left(ursula.page)).toEqual([]);
  expect((await keptFiles(ursula.page)).map(({ bytes }) => bytes.length)).toEqual([0]);
  await expect(card(anna.page, SAID)).toBeVisible();
  expect(await left(anna.page)).toContain(SAID);

  await anna.context.setOffline(false);
  await expect(emptied(anna.page)).toHaveCount(2);
  await expectState(anna.page, "saved for the table");
  await expect.poll(() => left(anna.page)).toEqual([]);
  await expect.poll(async () => (await keptFiles(anna.page)).map(({ bytes }) => bytes.length)).toEqual([0]);
  const withdrawn = allCards(await savedBoard(anna.page)).filter((each) => each.withdrawn);
  expect(withdrawn.map(({ text }) => text)).toEqual(["", ""]);
  expect(withdrawn.map(({ grade }) => grade)).toContain("researched");
  await anna.page.reload();
  await expect(emptied(anna.page)).toHaveCount(2);
  expect(await left(anna.page)).toEqual([]);
});

test("neither who led the table nor a reload brings it back, and the map keeps its shape", async ({ browser }) => {
  const [anna, ursula] = await table(browser);
  await writeCard(ursula.page, PAIN, SAID);
  await expect(card(anna.page, SAID)).toBeVisible();
  const before = allCards(await savedBoard(anna.page)).length;
  await withdraw(ursula.page);
  await expect(emptied(anna.page)).toHaveCount(1);
  for (let times = 0; times < 3; times += 1) await anna.page.keyboard.press("Control+z");
  await anna.page.reload();
  await expect(emptied(anna.page)).toHaveCount(1);
  expect(allCards(await savedBoard(anna.page)).length).toBe(before);
  await ursula.page.reload();
  // Nothing of hers is kept any more, the consent neither.
  await agree(ursula.page);
  await expect(emptied(ursula.page)).toHaveCount(1);
  await writeCard(ursula.page, PAIN, "Said after that");
  await expect(card(anna.page, "Said after that")).toBeVisible();
});

test("who may not write in this step is heard all the same: a facilitator's device empties it", async ({ browser }) => {
  test.slow();
  const [anna, ursula] = await table(browser);
  await writeCard(ursula.page, PAIN, SAID);
  await expect(card(anna.page, SAID)).toBeVisible();
  const { workshop, group, token } = await heldSeat(anna.page);
  const device = connectDevice(relay.url, boardRoom(workshop, group), token);
  await device.heard(({ say }) => say === "hello");
  const step = { id: "listen", n: 1, rights: { customer: "read", colleague: "read", moderator: "write" } } as const;
  device.provider.ws?.send(encodeMessage({ say: "step", step }));
  await expectState(ursula.page, "read only in this step");
  await withdraw(ursula.page);
  for (const { page } of [anna, ursula]) await expect(emptied(page)).toHaveCount(1);
  for (const { page } of [anna, ursula]) await expect.poll(() => left(page)).toEqual([]);
  device.provider.destroy();
});

test("by a personal code it is withdrawn from another device", async ({ browser }) => {
  test.slow();
  const [anna, ursula] = await table(browser);
  await writeCard(ursula.page, PAIN, SAID);
  await expect(card(anna.page, SAID)).toBeVisible();
  await more(ursula.page, /second device/, "Me and my seat");
  const code = await ursula.page.getByRole("dialog").locator("[data-short-code]").first().textContent();
  const phone = await openLaptop(browser, relay.lanUrl);
  await phone.page.getByRole("button", { name: /^Join/ }).click();
  await phone.page.getByLabel("Invite link or code").fill(code ?? "");
  await phone.page.getByRole("radio", { name: "my own seat" }).check({ force: true });
  await phone.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(card(phone.page, SAID)).toBeVisible();
  await withdraw(phone.page);
  for (const { page } of [phone, ursula, anna]) await expect(emptied(page)).toHaveCount(1);
  for (const { page } of [phone, ursula, anna]) await expect.poll(() => left(page)).toEqual([]);
});

const ASKED = "Who reads the violet forms?";
const NOTED = "Vixen at the loading ramp";

/** Ursula has written at one table, asked a question, prepared a note, and sits at another table now. */
async function everywhere(browser: Browser): Promise<[PersonAtTable, PersonAtTable]> {
  const [anna, ursula] = await table(browser);
  const { workshop, token, person } = await heldSeat(anna.page);
  const params = { workshop, person: (await heldSeat(ursula.page)).person };
  const by = { person, role: "facilitator", now: Date.now } as const;
  const [plan, second, questions] = [planRoom(workshop), boardRoom(workshop, "table2"), questionsRoom(workshop)].map(
    (room) => connectDevice(relay.url, room, token),
  ) as [SocketDevice, SocketDevice, SocketDevice];
  for (const device of [plan, second, questions]) await device.heard(({ say }) => say === "hello");
  for (const [group, name] of [
    ["table1", "Table of the buyers"],
    ["table2", "Table of the fitters"],
  ] as const)
    addGroup(asPlanDocument(plan.doc), by, { name, group });
  const about = { kind: "customerType", id: "any" } as const;
  addPreparationNote(asPlanDocument(plan.doc), { ...by, person: params.person }, { text: NOTED, about });
  importJourney(asBoardDocument(second.doc), by, { draft: EXAMPLE_JOURNEY });

  await writeCard(ursula.page, PAIN, SAID);
  await ursula.page.getByRole("button", { name: "Questions", exact: true }).click();
  await ursula.page.getByLabel("Ask a question").fill(ASKED);
  await ursula.page.getByRole("button", { name: "Ask it" }).click();
  await documentHolds(questions.doc, () => JSON.stringify(questions.doc.getMap("questions")).includes(ASKED));
  await expectState(ursula.page, "saved for the table");
  await callRelay(relay.url, "changeSeat", { token, params, body: { table: "table2" } });
  await expect(ursula.page).toHaveURL(/table2$/);
  await writeCard(ursula.page, PAIN, SECOND);
  await expectState(ursula.page, "saved for the table");
  for (const device of [plan, second, questions]) device.provider.destroy();
  return [anna, ursula];
}

test("who wrote at two tables, asked and noted has it emptied in all of it, and is told the truth on the way (S45, S46)", async ({
  browser,
}) => {
  test.slow();
  const ALL = [SAID, SECOND, ASKED, NOTED];
  const [anna, ursula] = await everywhere(browser);
  expect(leftAtRelay(ALL)).toEqual(ALL);
  expect(await left(ursula.page, ALL)).toEqual(ALL);
  // While nobody is there who runs the workshop, this device reaches its own table only.
  await anna.context.setOffline(true);
  await withdraw(ursula.page);
  const progress = ursula.page.getByRole("list", { name: "How far it is" });
  await expect(progress.getByRole("listitem")).toHaveText([
    "On this device, the plan, the questions: once who runs the workshop has emptied it.",
    "At the relay, the map of this table: emptied, out of its stored bytes too.",
    /^At the relay, wherever else you wrote: as soon as somebody who runs the workshop/,
    "On other devices: at their next contact.",
  ]);
  expect(await left(ursula.page, ALL)).toEqual([ASKED, NOTED]);
  expect(leftAtRelay(ALL)).toEqual([SAID, ASKED, NOTED]);

  await anna.context.setOffline(false);
  await expect(progress.getByRole("listitem")).toHaveText([
    "Emptied on this device.",
    "Emptied at the relay, out of its stored bytes too.",
    "On other devices: at their next contact.",
  ]);
  expect(leftAtRelay(ALL)).toEqual([]);
  expect(await left(ursula.page, ALL)).toEqual([]);
  await expect.poll(() => left(anna.page, ALL)).toEqual([]);
});
