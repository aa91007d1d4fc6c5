/** Seats: how people get in, what changes while they are in, and what stays when a seat is taken (SPEC L, W). */
import { expect, type Page } from "@playwright/test";
import { addCard, asBoardDocument, type BoardDocument, readBoard } from "@sameside/model";
import { boardRoom, type SeatAnswer } from "@sameside/protocol";
import { connectDevice, documentHolds, type SocketDevice } from "../relay/socketDevice.ts";
import {
  allCards,
  card,
  expectState,
  heldSeat,
  introduce,
  invite,
  join,
  more,
  openExample,
  openLaptop,
  type PersonAtTable,
  savedBoard,
  writeCard,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { scan } from "../support/scan.ts";
import { stepsOf } from "../support/steps.ts";
import { test } from "../support/test.ts";
import { touchpointsOf } from "../support/witness.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";

/** The short code of the invite to write, as the facilitator reads it out. */
async function shortCodeOf(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const code = await shownCode(page);
  await page.keyboard.press("Escape");
  return code;
}

async function shownCode(page: Page): Promise<string> {
  const code = await page.getByRole("dialog").locator("[data-short-code]").first().textContent();
  if (!code) throw new Error("the dialog shows no code");
  return code;
}

async function joinByCode(page: Page, code: string, kind: "an invite" | "my own seat"): Promise<void> {
  await page.getByRole("button", { name: /^Join/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Invite link or code").fill(code);
  await dialog.getByRole("radio", { name: kind }).check({ force: true });
  await dialog.getByRole("button", { name: "Join", exact: true }).click();
}

async function changeSeat(page: Page, name: string, action: RegExp): Promise<void> {
  await more(page, /People and their seats/);
  await page.getByRole("button", { name: `Change the seat of ${name}` }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

async function table(browser: Parameters<typeof openLaptop>[0], url: string): Promise<[PersonAtTable, PersonAtTable]> {
  const anna = await openLaptop(browser, url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, write.replace(/^http:\/\/[^/]+/, url), "Bert");
  await expectState(bert.page, "saved for the table");
  return [anna, bert];
}

for (const [where, url] of [
  ["localhost", () => relay.url],
  ["a plain http address in the network", () => relay.lanUrl],
] as const) {
  test(`a short code typed on the home screen leads in, and a wrong one says what to do, at ${where}`, async ({
    browser,
  }) => {
    const anna = await openLaptop(browser, url());
    await openExample(anna.page);
    await invite(anna.page, "Anna");
    const code = await shortCodeOf(anna.page);

    const bert = await openLaptop(browser, url());
    await joinByCode(bert.page, "ZZZ-ZZZ-ZZZ", "an invite");
    await expect(bert.page.getByText(/lets nobody in here.*ask for a new one/)).toBeVisible();
    await bert.page.goto(`${url()}/#/`);
    await joinByCode(bert.page, code.toLowerCase().replaceAll("-", " "), "an invite");
    await introduce(bert.page, "Bert");
    await writeCard(bert.page, PAIN, "Came by letters read out");
    await expect(card(anna.page, "Came by letters read out")).toBeVisible();
    await expect(anna.page.getByRole("img", { name: "Bert, customer" })).toBeVisible();
  });
}

/** People who came by this code: devices without a page. Their seats are taken as a page takes them. */
async function comeBy(link: string, names: readonly string[]): Promise<readonly SocketDevice[]> {
  const { hash } = new URL(link);
  const [, workshop = "", group = ""] = /^#\/join\/([^/]+)\/([^?]+)/.exec(hash) ?? [];
  const code = new URLSearchParams(hash.split("?")[1]).get("token");
  const come = async (name: string) => {
    const body = JSON.stringify({ code, workshop, name, role: "customer" });
    const { token } = (await (await fetch(`${relay.url}/api/join`, { method: "POST", body })).json()) as SeatAnswer;
    return connectDevice(relay.url, boardRoom(workshop, group), token);
  };
  return Promise.all(names.map(come));
}

test("at one table eight come by the code on the laptop's screen, over plain http, and all see a new card within two seconds (S0-1)", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.lanUrl);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  await anna.page.getByRole("button", { name: "Invite", exact: true }).click();
  const scanned = await scan(anna.page.getByRole("dialog").getByRole("img", { name: /scan/i }));
  expect(scanned).toBe(write);
  await anna.page.keyboard.press("Escape");

  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, scanned, "Bert");
  const others = await comeBy(scanned, ["Cara", "Dora", "Eli", "Fay", "Gus", "Hal", "Ida"]);
  const boards = others.map(({ doc }) => ({ doc, board: asBoardDocument(doc) }));
  await Promise.all(boards.map(({ doc, board }) => documentHolds(doc, () => readBoard(board).journeys.length > 0)));
  await more(anna.page, /People and their seats/);
  await expect(anna.page.getByRole("button", { name: /^Change the seat of/ })).toHaveCount(8);
  await anna.page.keyboard.press("Escape");

  const [first, ...rest] = boards;
  const lane = first && readBoard(first.board).journeys[0]?.lanes.find(({ kind }) => kind === "pain");
  const place = first && touchpointsOf(readBoard(first.board))[0];
  if (!first || !lane || !place) throw new Error("there is no place for a card");
  const TEXT = "Everybody sees this";
  const sees = (board: BoardDocument) => allCards(readBoard(board)).some(({ text }) => text === TEXT);
  const seen = Promise.all(rest.map(({ doc, board }) => documentHolds(doc, () => sees(board))));
  const written = Date.now();
  addCard(
    first.board,
    { person: "cara", role: "customer", now: Date.now },
    { parent: place.id, lane: lane.id, text: TEXT },
  );
  await seen;
  expect(Date.now() - written).toBeLessThan(2_000);
  for (const { page } of [anna, bert]) await expect(card(page, TEXT)).toBeVisible();
  for (const { provider } of others) provider.destroy();
});

test("a personal code on a second laptop is the same person, once", async ({ browser }) => {
  const [anna, bert] = await table(browser, relay.url);
  await more(bert.page, /second device/, "Me and my seat");
  const code = await shownCode(bert.page);

  const second = await openLaptop(browser, relay.url);
  await joinByCode(second.page, code, "my own seat");
  await expect(card(second.page, PAIN)).toBeVisible();
  await expectState(second.page, "saved for the table");
  expect((await heldSeat(second.page)).person).toBe((await heldSeat(bert.page)).person);
  await expect(anna.page.getByRole("list", { name: "2 people here" })).toBeVisible();
  await writeCard(second.page, PAIN, "From my other laptop");
  await expect(card(bert.page, "From my other laptop")).toBeVisible();

  const third = await openLaptop(browser, relay.url);
  await joinByCode(third.page, code, "my own seat");
  await expect(third.page.getByText(/lets nobody in here/)).toBeVisible();
});

test("a seat that is taken closes the board with a sentence; the copy stays, and what had not gone out is decided about (D41)", async ({
  browser,
}) => {
  const [anna, bert] = await table(browser, relay.url);
  await writeCard(bert.page, PAIN, "Bert was here");
  await expectState(bert.page, "saved for the table");
  await bert.context.setOffline(true);
  await writeCard(bert.page, PAIN, "Written on the train");
  await changeSeat(anna.page, "Bert", /Take the seat away/);
  await anna.page.getByRole("button", { name: "Take it away" }).click();
  await bert.context.setOffline(false);
  await expect(bert.page.getByRole("heading", { name: "Your seat in this workshop has ended" })).toBeVisible();
  await expect(bert.page.getByText(/Ask them for a new invite/)).toBeVisible();
  expect(allCards(await savedBoard(bert.page)).map((it) => it.text)).toContain("Bert was here");

  await bert.page.reload();
  await expect(bert.page.getByRole("heading", { name: "Your seat in this workshop has ended" })).toBeVisible();
  expect(allCards(await savedBoard(bert.page)).map((it) => it.text)).toContain("Bert was here");
  await expect(anna.page.getByText("Bert", { exact: true })).toBeHidden();

  await expect(bert.page.getByText(/on this device only/)).toBeVisible();
  await bert.page.getByRole("button", { name: "Do not wait: decide now" }).click();
  await bert.page.getByRole("button", { name: "Decide…" }).click();
  const dialog = bert.page.getByRole("dialog");
  await expect(dialog.getByText("New: card “Written on the train”")).toBeVisible();
  await expect(dialog.getByText(/Once you have joined again/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Send to the facilitator" })).toBeHidden();
  await dialog.getByRole("button", { name: "Copy to my notes" }).click();
  await expect(bert.page.getByText("1 note written.")).toBeVisible();
  await expect(bert.page.getByText(/on this device only/)).toBeHidden();
  const left = allCards(await savedBoard(bert.page)).map((it) => it.text);
  expect([left.includes("Bert was here"), left.includes("Written on the train")]).toEqual([true, false]);
});

test("a role changed by a facilitator holds at once, there and back", async ({ browser }) => {
  const [anna, bert] = await table(browser, relay.url);
  // Nobody is made an onlooker by the interface (S0-19); what a program changes holds all the same.
  await more(anna.page, /People and their seats/);
  await anna.page.getByRole("button", { name: "Change the seat of Bert" }).click();
  await expect(anna.page.getByRole("menuitem", { name: "Role: moderator" })).toBeVisible();
  await expect(anna.page.getByRole("menuitem", { name: "Role: screen" })).toHaveCount(0);
  await anna.page.keyboard.press("Escape");
  const [facilitator, { person }] = [await heldSeat(anna.page), await heldSeat(bert.page)];
  await fetch(`${relay.url}/api/workshops/${facilitator.workshop}/people/${person}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${facilitator.token}` },
    body: JSON.stringify({ role: "dais" }),
  });
  await expectState(bert.page, "read only");
  await expect(bert.page.getByText("Your role here changed: screen, looking on.")).toBeVisible();
  await expect(bert.page.getByRole("button", { name: /^Undo/ })).toBeHidden();
  await anna.page.getByRole("button", { name: "Change the seat of Bert" }).click();
  await anna.page.getByRole("menuitem", { name: "Role: moderator" }).click();
  await expectState(bert.page, "saved for the table");
  await anna.page.keyboard.press("Escape");
  await expect(anna.page.getByRole("img", { name: "Bert, moderator" })).toBeVisible();
  await writeCard(bert.page, PAIN, "A moderator writes");
  await expect(card(anna.page, "A moderator writes")).toBeVisible();
});

test("writing closed by a step, opened again, the board shut and back", async ({ browser }) => {
  const [anna, bert] = await table(browser, relay.lanUrl);
  const steps = await stepsOf(relay.url, anna.page);

  await steps.go("read");
  await expectState(bert.page, "read only in this step");
  await card(bert.page, PAIN).click();
  await bert.page.keyboard.press("n");
  await bert.page.keyboard.insertText("forced in");
  await bert.page.keyboard.press("Control+Enter");
  await bert.page.keyboard.press("Escape");
  await writeCard(anna.page, PAIN, "Anna still writes");
  await expect(card(bert.page, "Anna still writes")).toBeVisible();
  expect(allCards(await savedBoard(bert.page)).map((it) => it.text)).not.toContain("forced in");

  await steps.go("write");
  await expectState(bert.page, "saved for the table");
  await writeCard(bert.page, PAIN, "Bert goes on");
  await expect(card(anna.page, "Bert goes on")).toBeVisible();

  await steps.go("none");
  await expect(bert.page.getByRole("heading", { name: "This map is not open to you now" })).toBeVisible();
  await steps.go("write");
  await expect(card(bert.page, "Bert goes on")).toBeVisible();
  await expectState(bert.page, "saved for the table");
  steps.end();
});

test("what changes of a seat holds in both tabs of a person", async ({ browser }) => {
  const [anna, bert] = await table(browser, relay.lanUrl);
  const second = await bert.context.newPage();
  await second.goto(bert.page.url());
  const tabs = [bert.page, second];
  for (const tab of tabs) await expectState(tab, "saved for the table");
  const steps = await stepsOf(relay.url, anna.page);
  await steps.go("read");
  for (const tab of tabs) await expectState(tab, "read only in this step");
  await steps.go("none");
  for (const tab of tabs)
    await expect(tab.getByRole("heading", { name: "This map is not open to you now" })).toBeVisible();
  await steps.go("write");
  for (const tab of tabs) await expectState(tab, "saved for the table");
  steps.end();

  await changeSeat(anna.page, "Bert", /Take the seat away/);
  await anna.page.getByRole("button", { name: "Take it away" }).click();
  for (const tab of tabs)
    await expect(tab.getByRole("heading", { name: "Your seat in this workshop has ended" })).toBeVisible();
});

test("an invite that was ended lets nobody in", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const code = await shortCodeOf(anna.page);
  await anna.page.getByRole("button", { name: "Invite", exact: true }).click();
  await anna.page.getByRole("button", { name: `More about the invite ${code}: People at the table` }).click();
  await anna.page.getByRole("menuitem", { name: /End this invite/ }).click();
  await anna.page.getByRole("button", { name: "End it", exact: true }).click();
  await expect(anna.page.getByText("The link to write was ended.")).toBeVisible();
  await anna.page.getByRole("button", { name: "Add an invite" }).click();
  await anna.page.getByRole("menuitem", { name: "A moderator" }).click();
  await expect(anna.page.getByRole("button", { name: /A moderator/ })).toBeVisible();

  // One with an end says when that is, and afterwards what is the matter.
  await anna.page.getByRole("radio", { name: "today" }).check({ force: true });
  await anna.page.getByRole("button", { name: "Add an invite" }).click();
  await anna.page.getByRole("menuitem", { name: "People at the table" }).click();
  await expect(anna.page.getByText(/^until the end of \d+ [A-Z]/)).toBeVisible();
  const over = await overInvite(anna.page);

  const bert = await openLaptop(browser, "about:blank");
  await bert.page.goto(write);
  await expect(bert.page.getByText(/lets nobody in here/)).toBeVisible();
  await bert.page.goto(`${relay.url}/#/join/${over}`);
  await expect(bert.page.getByText(/^The time of this invite is over\. Ask who invited you/)).toBeVisible();
});

/** The short code of an invite that held until yesterday. */
async function overInvite(page: Page): Promise<string> {
  const { workshop, token } = await heldSeat(page);
  const made = await fetch(`${relay.url}/api/workshops/${workshop}/invites`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ role: "participant", expires: Date.now() - 24 * 60 * 60 * 1000 }),
  });
  return ((await made.json()) as { shortCode: string }).shortCode;
}
