/**
 * The first half of a day, as a room of eight lives it: prepared, joined by code, read, listened, asked, mapped past a
 * dead network and a lost laptop, and changed while it runs (SPEC P20–P83).
 */
import { type Browser, expect, type Page } from "@playwright/test";
import { CONSENT_PURPOSES } from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { addBeside, draw, touchpoint } from "../support/drawing.ts";
import { forgeCard } from "../support/forgery.ts";
import { INSTRUCTIONS, STEPS } from "../support/halfDay.ts";
import { askThis, notesOf, questionsOf, topicsOf, writeNote } from "../support/panels.ts";
import { allCards, card, expectState, heldSeat, invite, more, savedBoard, tickRoleCard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import {
  agreeTo,
  ownLinks,
  type PersonInRoom,
  prepareRoom,
  sitDown,
  type Table,
  type TableCard,
  tableCards,
  tableOf,
} from "../support/roomOfEight.ts";
import { agenda, bar, beginOf, changeStep, goOn, line, MINUTES_OF_DAY, openAgenda } from "../support/stepBar.ts";
import { test } from "../support/test.ts";
import { openWitness, touchpointsOf, type Witness } from "../support/witness.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const TITLE = "Living with our pumps";
/** In each note that nobody shares, and in nothing else. */
const MARK = "zqxnote";
const HOTLINE = "Call the hotline";
const FORGED = "We always answer in two rings";
const ASKED = {
  closed: "Who told you that the hotline was closed?",
  closedToo: "Who tells you that a hotline was closed?",
  long: "How long did you wait for an answer?",
  again: "What made you call again?",
} as const;

type Tables = readonly [Table, Table];
const pagesOf = (...tables: Tables) => tables.flatMap(({ all }) => all).map(({ page }) => page);
const tools = (page: Page) => page.getByRole("toolbar", { name: "Tools" });
const inRoom = (page: Page, table: Table) => page.getByRole("article").filter({ hasText: table.name });

test("half a day of eight people at two tables", async ({ browser }) => {
  test.setTimeout(4 * 60_000);
  const anna = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const cards = await test.step("a workshop is prepared, shared, and its table cards carry codes", () => prepare(anna));
  const links = await ownLinks(anna, ["Dora", "Gus"]);
  const { workshop, token } = await heldSeat(anna);
  const witness = await openWitness(relay.url, workshop, token);
  await more(anna, "The room: all tables");
  const [first, second] =
    await test.step("six come by their code and two by their link, and say what they agree to", () =>
      everybodyComes(browser, { cards, links, witness }));
  const everybody = [...first.all, ...second.all];
  await expect(anna.getByText("2 tables · 8 people here")).toBeVisible();
  for (const table of [first, second]) await expect(inRoom(anna, table).getByText("4 people here")).toBeVisible();

  await test.step("reading: who has it open is seen by who runs the day, and by nobody else", () =>
    read(anna, everybody, witness));
  await test.step("listening: customers lead, colleagues listen and write for themselves", () =>
    listen(anna, [first, second], witness));
  await test.step("questions: three each, alike ones as one, ordered by votes, answered on the map", () =>
    ask(anna, [first, second], witness));
  await test.step("mapping: a table without a network goes on with the rights of its step", () =>
    mapWithoutNetwork(anna, [first, second], witness));
  const back = await test.step("a moderator's laptop is lost: the code of the card gives another one the seat", () =>
    loseDevice(browser, anna, first));
  await test.step("the table comes back, and all of it is on one map", () => comeBack(anna, second, witness));
  const here = everybody.map((person) => (person === first.moderator ? back : person));
  await test.step("a step that nobody had planned is inserted, and all tables go there", () =>
    insertStep(anna, here, witness));
  await test.step("names stand in no document, what types are called on no page of who takes part", async () => {
    const documents = [witness.plan(), witness.questions(), witness.board(first.group), witness.board(second.group)];
    expect(JSON.stringify(documents)).not.toMatch(/\b(?:Cara|Dora|Eli|Fay|Bert|Gus|Nia)\b/);
    for (const { page } of here) await expect(page.getByText(/Loyalists|Rejectors/)).toHaveCount(0);
    await expect(anna.getByText(/Loyalists|Rejectors/)).toHaveCount(0);
  });
  for (const { sent } of [...everybody, back]) expect(sent()).not.toContain(MARK);
  expect(first.customer.sent()).toContain("The waiting");
  witness.end();
});

async function prepare(anna: Page): Promise<readonly TableCard[]> {
  await anna.goto(relay.lanUrl);
  await prepareRoom(anna, TITLE);
  const preparing = anna.url();
  // Each table is of one type, with a moderator and a colleague; who is missing is said, and nothing more.
  for (const table of ["Table 1", "Table 2"]) {
    const seats = anna.getByRole("region", { name: table, exact: true }).getByRole("row");
    await expect(seats).toHaveCount(4);
    for (const role of ["moderator", "colleague"]) await expect(seats.filter({ hasText: role })).toHaveCount(1);
  }
  const ready = anna.getByRole("region", { name: "Ready?" });
  await expect(ready.getByText(/^(?:Operations|Finance|IT) is missing/)).toHaveCount(3);
  await expect(ready.getByText(/no moderator|no colleague|nowhere/)).toHaveCount(0);

  await anna.getByRole("button", { name: "Open a map" }).click();
  await anna.getByRole("menuitem", { name: "Table 1", exact: true }).click();
  await invite(anna, "Anna");
  await anna.goto(preparing);
  const cards = await tableCards(anna);
  expect(cards).toHaveLength(8);
  expect(new Set(cards.map(({ code }) => code)).size).toBe(8);
  await anna.getByRole("button", { name: "Open a map" }).click();
  await anna.getByRole("menuitem", { name: "Table 1", exact: true }).click();
  return cards;
}

interface Arriving {
  readonly cards: readonly TableCard[];
  readonly links: ReadonlyMap<string, string>;
  readonly witness: Witness;
}

async function everybodyComes(browser: Browser, { cards, links, witness }: Arriving): Promise<[Table, Table]> {
  const comes = async (card: TableCard) => {
    const person = await sitDown(browser, relay.lanUrl, card, links.get(card.name));
    await expect(person.page.getByText("Where do we win people, and where do we lose them?")).toBeVisible();
    await agreeTo(person, card.name === "Cara" ? ["Quote me in the report"] : []);
    return person;
  };
  // All at once, as people come into a room.
  const people = await Promise.all(cards.map(comes));
  const [first, second] = witness.plan().groups.map(({ id, name }) => tableOf(people, name, id));
  if (!first || !second) throw new Error("the plan has fewer than two tables");
  expect(first.all.concat(second.all)).toHaveLength(8);
  for (const { page, name } of people) {
    const { person } = await heldSeat(page);
    await expect.poll(() => witness.granted(person)).toEqual(name === "Cara" ? ["quote", "words"] : ["words"]);
  }
  expect(witness.rows("consent")).toHaveLength(people.length * CONSENT_PURPOSES.length);
  return [first, second];
}

async function read(anna: Page, everybody: readonly PersonInRoom[], witness: Witness): Promise<void> {
  await bar(anna)
    .getByRole("button", { name: `Begin: ${STEPS.read}` })
    .click();
  const asked = anna.getByRole("dialog", { name: "Begin the day?" });
  await expect(asked.getByRole("list", { name: "Ready?" }).getByRole("listitem")).toHaveText([
    /^Operations is missing/,
    /^Finance is missing/,
    /^IT is missing/,
    /^No sponsor/,
  ]);
  await asked.getByRole("button", { name: "Start anyway" }).click();
  for (const { page, role } of everybody) {
    const text = page.getByRole("dialog", { name: STEPS.read });
    await expect(text.getByText("Where do we win people, and where do we lose them?")).toBeVisible();
    await expect(text.getByText(INSTRUCTIONS.read[role])).toBeVisible();
    await text.getByRole("button", { name: "I have read it" }).click();
    await expectState(page, role === "moderator" ? "saved for the table" : "read only in this step");
    await expect(tools(page)).toHaveCount(role === "moderator" ? 1 : 0);
  }
  await expect(bar(anna)).toContainText("8 of 8 have opened it · 0 of 8 done");
  for (const { page } of everybody) await expect(page.getByText(/have opened it|of 8 done/)).toHaveCount(0);
  for (const { page } of everybody.slice(0, 1)) await page.getByRole("button", { name: "I’m done" }).click();
  await expect(bar(anna)).toContainText("1 of 8 done");
  await expect.poll(() => witness.rows("seen").filter(({ value }) => value === true)).toHaveLength(8);
}

async function listen(anna: Page, [first, second]: Tables, witness: Witness): Promise<void> {
  const { workshop } = await heldSeat(anna);
  const everybody = [...first.all, ...second.all];
  await goOn(anna, STEPS.listen, pagesOf(first, second));
  await expect(anna.getByText(/customers write on their table's map, colleagues read and listen/)).toBeVisible();
  for (const { colleague } of [first, second]) await tickRoleCard(colleague.page);
  await expect.poll(() => new Set(witness.rows("roleCard").map(({ person }) => person)).size).toBe(2);
  for (const { page, role, hasPhone } of everybody) {
    // On a phone the list of topics is before the tools.
    if (hasPhone) continue;
    await expect(tools(page)).toHaveCount(role === "colleague" ? 0 : 1);
    await expect(bar(page).getByText(INSTRUCTIONS.listen[role])).toBeVisible();
  }

  // Customers steer: the list is theirs, at their table.
  const { customer, onPhone, colleague, moderator } = first;
  await topicsOf(customer.page).getByLabel("New topic").click();
  for (const text of ["The waiting", "The price", "Spare parts"]) {
    await customer.page.keyboard.insertText(text);
    await customer.page.keyboard.press("Enter");
    await expect(topicsOf(onPhone.page).getByText(text, { exact: true })).toBeVisible();
  }
  await topicsOf(onPhone.page).getByRole("button", { name: "Move “Spare parts” up" }).tap();
  await topicsOf(onPhone.page)
    .getByRole("listitem")
    .filter({ hasText: "The waiting" })
    .getByText("I build on this")
    .tap();
  await expect(onPhone.page.locator(":focus")).toHaveRole("textbox");
  await onPhone.page.keyboard.insertText("On Sundays it is worst");
  await onPhone.page.keyboard.press("Enter");
  await expect(notesOf(colleague.page).getByText("On Sundays it is worst")).toBeVisible();
  await expect(notesOf(colleague.page).getByRole("button", { name: /^Move|build/ })).toHaveCount(0);
  await expect
    .poll(() => witness.board(first.group).topics)
    .toMatchObject([
      { text: "The waiting", builtOn: [{ text: "On Sundays it is worst", authorRole: "customer" }] },
      { text: "Spare parts" },
      { text: "The price" },
    ]);
  expect(witness.board(second.group).topics).toBeUndefined();

  // Moderators draw along.
  await draw(moderator.page, { phase: "Get in touch", title: HOTLINE, text: "It rings and rings" });
  await draw(second.moderator.page, { phase: "Wait", title: "Wait for the fitter", text: "Between eight and six" });
  await expect(touchpoint(colleague.page, HOTLINE)).toBeVisible();

  // What is forged round the interface, with the colleague's own token and in a customer's name, goes nowhere.
  const [{ token }, { person }] = [await heldSeat(colleague.page), await heldSeat(customer.page)];
  const forged = { room: boardRoom(workshop, first.group), token, as: person, on: HOTLINE, text: FORGED };
  await forgeCard(relay.url, forged);
  expect(allCards(witness.board(first.group)).map(({ text }) => text)).toEqual(["It rings and rings"]);

  // Notes are the colleague's alone; three of them become questions.
  await touchpoint(colleague.page, HOTLINE).click();
  for (const text of [`${MARK}: they sound tired of us`, ASKED.closed, ASKED.long, ASKED.again])
    await writeNote(colleague.page, text);
  for (const text of [ASKED.closed, ASKED.long, ASKED.again]) {
    await askThis(colleague.page, text);
    await colleague.page.getByRole("button", { name: "Ask it", exact: true }).click();
  }
  await askThis(colleague.page, MARK);
  const full = colleague.page.getByRole("dialog", { name: "Ask this question?" });
  await expect(full.getByText(/You have asked your three questions/)).toBeVisible();
  await full.getByRole("button", { name: "Cancel" }).click();
  await writeNote(second.colleague.page, `${MARK} of the other table`);
  await expect.poll(() => witness.rows("question").map(({ item }) => item)).toEqual(["1", "2", "3"]);
  // Beside the notes stands what everybody has.
  await bar(colleague.page).getByRole("button", { name: "I’m done" }).click();
  await expect(bar(anna)).toContainText("1 of 8 done");
}

async function ask(anna: Page, [first, second]: Tables, witness: Witness): Promise<void> {
  await goOn(anna, STEPS.ask, pagesOf(first, second));
  // Only the last step can be taken back.
  expect(await anna.getByRole("button", { name: `Back to “${STEPS.read}”` }).count()).toBe(0);
  const { page } = second.colleague;
  await questionsOf(page).getByLabel("Ask a question").fill(ASKED.closedToo);
  await questionsOf(page).getByRole("button", { name: "Ask it" }).click();

  const leads = questionsOf(first.moderator.page);
  const alike = leads.getByRole("region", { name: "Do these ask the same?" });
  await expect(alike).toContainText(ASKED.closedToo);
  for (const { colleague, onPhone } of [first, second])
    for (const other of [colleague, onPhone])
      await expect(questionsOf(other.page).getByRole("region", { name: "Do these ask the same?" })).toHaveCount(0);
  await alike.getByRole("button", { name: "Yes, as one" }).click();

  for (const { page: voter, hasPhone } of [first.customer, first.onPhone, second.onPhone]) {
    const vote = questionsOf(voter).getByRole("button", { name: `Me, too: I want to know “${ASKED.long}”` });
    await (hasPhone ? vote.tap() : vote.click());
    await expect(vote).toHaveAttribute("aria-pressed", "true");
  }
  for (const { customer } of [first, second]) {
    const questions = questionsOf(customer.page).locator("[data-question-id]");
    await expect(questions).toHaveCount(3);
    await expect(questions.first()).toContainText(ASKED.long);
    await expect(questions.first()).toContainText("3 want to know this");
  }

  await leads.getByRole("button", { name: `What to do with “${ASKED.long}”` }).click();
  await first.moderator.page.getByRole("menuitem", { name: "Answer it…" }).click();
  await expect(first.moderator.page.locator(":focus")).toHaveRole("textbox");
  await first.moderator.page.keyboard.insertText("Forty minutes, twice");
  await first.moderator.page.keyboard.press("Control+Enter");
  await expect(questionsOf(second.onPhone.page).getByRole("region", { name: "Answered (1)" })).toContainText(
    "Forty minutes",
  );
  await expect
    .poll(() => touchpointsOf(witness.board(first.group)).flatMap(({ evidence }) => evidence))
    .toMatchObject([{ kind: "quote", grade: "heard", text: "Forty minutes, twice", source: `Asked: ${ASKED.long}` }]);
  const { questions } = witness.questions();
  expect(questions.map(({ text, merged }) => [text, merged.map((it) => it.text)])).toEqual(
    expect.arrayContaining([
      [ASKED.closed, [ASKED.closedToo]],
      [ASKED.long, []],
      [ASKED.again, []],
    ]),
  );
}

async function mapWithoutNetwork(anna: Page, [first, second]: Tables, witness: Witness): Promise<void> {
  await openAgenda(anna);
  await changeStep(anna, STEPS.pause, "Skip it");
  await expect(line(anna, STEPS.pause)).toContainText("skipped");
  await anna.keyboard.press("Escape");
  const everybody = [...first.all, ...second.all];
  await goOn(anna, STEPS.map, pagesOf(first, second));
  // One map, one toolbar, whoever somebody is (S1-3).
  for (const { page } of everybody) {
    await expectState(page, "saved for the table");
    await expect(tools(page)).toHaveCount(1);
  }

  for (const { context } of second.all) await context.setOffline(true);
  for (const { all } of [first, second]) for (const person of all) await addBeside(person, sentenceOf(person));
  for (const { page } of second.all) await expectState(page, /\d+ changes? waiting/);
  await expect.poll(() => allCards(witness.board(first.group)).length).toBe(5);
  expect(allCards(witness.board(second.group))).toHaveLength(1);
}

/** What each writes: on no two cards of a table the same. */
function sentenceOf({ role, hasPhone }: PersonInRoom): string {
  return `Said by a ${role}${hasPhone ? " with a phone" : ""}`;
}

async function comeBack(anna: Page, table: Table, witness: Witness): Promise<void> {
  await expect(inRoom(anna, table).getByText("nobody is connected")).toBeVisible();
  for (const { context } of table.all) await context.setOffline(false);
  for (const { page } of table.all) {
    await expectState(page, "saved for the table");
    for (const person of table.all) await expect(card(page, sentenceOf(person))).toBeVisible();
  }
  await expect(inRoom(anna, table).getByText("4 people here")).toBeVisible();
  await expect(inRoom(anna, table).getByText("5 cards")).toBeVisible();
  const saved = await savedBoard(table.moderator.page);
  expect(allCards(saved).map(({ text, grade }) => [text, grade])).toEqual(
    expect.arrayContaining(table.all.map((it) => [sentenceOf(it), it.role === "customer" ? "heard" : "assumed"])),
  );
  expect(await savedBoard(table.onPhone.page)).toEqual(saved);
  expect(witness.board(table.group)).toEqual(saved);
}

/** Answers who they are on the other laptop. */
async function loseDevice(browser: Browser, anna: Page, table: Table): Promise<PersonInRoom> {
  const { moderator } = table;
  const before = await heldSeat(moderator.page);
  await moderator.context.close();
  await expect(inRoom(anna, table).getByText("3 people here")).toBeVisible();
  const back = await sitDown(browser, relay.lanUrl, moderator);
  const soFar = back.page.getByRole("dialog", { name: "The day so far" });
  await expect(soFar).toContainText(STEPS.map);
  await soFar.getByRole("button", { name: "To the map" }).click();
  expect(await heldSeat(back.page)).toMatchObject({ person: before.person, role: "moderator", group: table.group });
  await expect(card(back.page, sentenceOf(moderator))).toBeVisible();
  await expect(inRoom(anna, table).getByText("4 people here")).toBeVisible();

  // With a moderator's tools.
  await back.page.getByRole("button", { name: "Questions", exact: true }).click();
  await questionsOf(back.page)
    .getByRole("button", { name: `What to do with “${ASKED.again}”` })
    .click();
  await back.page.getByRole("menuitem", { name: "Put it first" }).click();
  await expect(questionsOf(back.page).locator("[data-question-id]").first()).toContainText(ASKED.again);
  await questionsOf(back.page).getByRole("button", { name: "Close the questions" }).click();
  return back;
}

async function insertStep(anna: Page, everybody: readonly PersonInRoom[], witness: Witness): Promise<void> {
  const inserted = "What if it rang at home";
  await openAgenda(anna);
  const begins = () => beginOf(line(anna, STEPS.rate));
  const before = await begins();
  await changeStep(anna, STEPS.rate, "Insert a step before it");
  const form = agenda(anna).getByRole("form", { name: "Insert a step" });
  await form.getByLabel("Name").fill(inserted);
  await form.getByRole("radio", { name: "What if", exact: true }).check({ force: true });
  await form.getByRole("button", { name: "Insert", exact: true }).click();
  await expect(line(anna, inserted)).toBeVisible();
  await expect.poll(begins).toBe((before + 10) % MINUTES_OF_DAY);
  expect(await beginOf(line(anna, inserted))).toBe(before);
  await anna.keyboard.press("Escape");

  const pages = everybody.map(({ page }) => page);
  await goOn(anna, inserted, pages);
  for (const page of pages) {
    await expect(bar(page).getByRole("timer")).toHaveAccessibleName(/^\d+:\d\d left$/);
    await expectState(page, "saved for the table");
  }
  const { steps, runs } = witness.plan();
  const titleOf = (step: string) => steps.find(({ id }) => id === step)?.title;
  expect(runs.map(({ step }) => titleOf(step))).toEqual([STEPS.read, STEPS.listen, STEPS.ask, STEPS.map, inserted]);
  expect(runs.at(-1)).toMatchObject({ minutes: 10 });
  expect(steps.find(({ title }) => title === STEPS.pause)).toMatchObject({ isSkipped: true });
}
