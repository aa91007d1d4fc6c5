/** The day as it runs: what everybody is asked to do, the clock, the way on, and what changes on the way (SPEC P60–P69). */
import { expect, type Page } from "@playwright/test";
import { addGroup, addPeople, describeBrief, seatPeople } from "@sameside/model";
import { agendaOf } from "../support/agenda.ts";
import { expectNothingSerious, expectNothingSeriousIn } from "../support/axe.ts";
import {
  allCards,
  card,
  expectState,
  heldSeat,
  invite,
  join,
  openExample,
  openLaptop,
  savedBoard,
  writeCard,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { stepsOf } from "../support/steps.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";

const bar = (page: Page) => page.getByRole("region", { name: "What we are doing now" });
const title = (page: Page) => bar(page).getByRole("heading");
const agenda = (page: Page) => page.getByRole("dialog", { name: "Agenda" });
const line = (page: Page, name: string) => agenda(page).getByRole("listitem").filter({ hasText: name });

async function openAgenda(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Agenda of the day" }).click();
  await expect(agenda(page)).toBeVisible();
}

async function insert(page: Page, name: string, kind: string, minutes: number): Promise<void> {
  const form = agenda(page).getByRole("form", { name: "Insert a step" });
  await form.getByLabel("Name").fill(name);
  await form.getByRole("radio", { name: kind, exact: true }).check({ force: true });
  await form.getByLabel("Minutes").fill(String(minutes));
  await form.getByRole("button", { name: "Insert", exact: true }).click();
  await expect(line(page, name)).toBeVisible();
}

async function insertLast(page: Page, name: string, kind: string, minutes: number): Promise<void> {
  await agenda(page).getByRole("button", { name: "Insert a step", exact: true }).click();
  await insert(page, name, kind, minutes);
}

async function change(page: Page, step: string, action: string): Promise<void> {
  await agenda(page)
    .getByRole("button", { name: `Change “${step}”` })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** Begins the day although much is missing: nobody is on a list, and there is no brief. */
async function begin(page: Page, step: string): Promise<void> {
  await bar(page)
    .getByRole("button", { name: `Begin: ${step}` })
    .click();
  const asked = page.getByRole("dialog", { name: "Begin the day?" });
  await expect(asked.getByRole("list", { name: "Ready?" })).toContainText("No sponsor");
  await asked.getByRole("button", { name: "Start anyway" }).click();
  await expect(title(page)).toHaveText(step);
}

async function next(page: Page, step: string): Promise<void> {
  await bar(page)
    .getByRole("button", { name: `Next: ${step}` })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Go on now" }).click();
  await expect(title(page)).toHaveText(step);
}

/** Seconds that the bar says are left. */
async function secondsLeft(page: Page): Promise<number> {
  const name = await bar(page).getByRole("timer").getAttribute("aria-label");
  const [, minutes = "", seconds = ""] = /^(\d+):(\d\d) left/.exec(name ?? "") ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** A facilitator with an agenda of four steps, and two people at the table. */
async function openDay(browser: Parameters<typeof openLaptop>[0]) {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  await openAgenda(anna.page);
  await insertLast(anna.page, "Welcome", "Read", 10);
  await insertLast(anna.page, "What happens", "Map together", 40);
  await insertLast(anna.page, "Your questions", "Questions", 20);
  await insertLast(anna.page, "Goodbye", "Break", 5);
  await anna.page.keyboard.press("Escape");
  const bert = await openLaptop(browser, "about:blank");
  // His clock is minutes ahead; the day goes by the relay's.
  await bert.page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 7 * 60_000;
  });
  await join(bert.page, write, "Bert");
  const cleo = await openLaptop(browser, "about:blank");
  await join(cleo.page, write, "Cleo", "a colleague");
  await expectState(cleo.page, "saved for the table");
  return { anna: anna.page, bert: bert.page, cleo: cleo.page };
}

test("a step tells everybody what to do and for how long, and gives and takes the right to write", async ({
  browser,
}) => {
  const { anna, bert, cleo } = await openDay(browser);
  await expect(title(anna)).toHaveText("The day has not begun");
  await expect(bar(bert)).toBeHidden();

  await begin(anna, "Welcome");
  for (const page of [bert, cleo]) {
    await expect(title(page)).toHaveText("Welcome");
    await expect(bar(page)).toContainText("Read this together");
    await expectState(page, "read only in this step");
  }
  await expect(bert.getByText("“Welcome” begins: 10 minutes.")).toBeVisible();

  await bar(bert).getByRole("button", { name: "I’m done" }).click();
  await expect(bar(anna)).toContainText("1 of 2 done");
  await bar(anna).getByRole("button", { name: "Next: What happens" }).click();
  const asked = anna.getByRole("dialog", { name: "Go on to “What happens”?" });
  await expect(asked).toContainText("1 of 2 have said that they are done.");
  await expect(asked.getByRole("list")).toHaveText("Cleo");
  // Said beforehand, everybody sees the seconds, until it is called off.
  await asked.getByRole("button", { name: "In 60 seconds" }).click();
  for (const page of [anna, bert, cleo])
    await expect(bar(page).getByRole("timer")).toHaveAccessibleName(/^What happens begins in (?:1:00|0:\d\d)$/);
  await expect(bert.getByText("“What happens” begins in 60 seconds.")).toBeVisible();
  await bar(anna).getByRole("button", { name: "Call it off" }).click();
  await expect(bert.getByText("We stay in “Welcome” for now.")).toBeVisible();
  await expect(bar(bert).getByRole("timer")).toHaveAccessibleName(/ left$/);
  await next(anna, "What happens");
  await expect(title(bert)).toHaveText("What happens");
  await writeCard(bert, PAIN, "Written in this step");
  await expect(card(cleo, "Written in this step")).toBeVisible();

  // The clock is the plan's: a page that is opened anew reads the same, and so does one without a network.
  await bar(anna).getByRole("button", { name: "The clock of this step" }).click();
  await anna.getByRole("menuitem", { name: "Give 5 minutes more" }).click();
  await expect.poll(() => secondsLeft(bert)).toBeGreaterThan(40 * 60);
  await bert.reload();
  await expect(bar(bert).getByRole("timer")).toBeVisible();
  const [hers, his] = [await secondsLeft(anna), await secondsLeft(bert)];
  expect(his).toBeLessThan(45 * 60);
  expect(Math.abs(hers - his)).toBeLessThan(30);

  // Taken back, the step before goes on by its own clock.
  await anna.getByRole("button", { name: "Back to “Welcome”" }).click();
  await expect(title(cleo)).toHaveText("Welcome");
  await expectState(cleo, "read only in this step");
  expect(await secondsLeft(cleo)).toBeLessThan(10 * 60);
});

test("the agenda changes while the day runs, each change one undo, and protected minutes stay", async ({ browser }) => {
  const { anna, cleo } = await openDay(browser);
  await begin(anna, "Welcome");
  await expect(title(cleo)).toHaveText("Welcome");

  await bar(anna).getByRole("button", { name: "Agenda of the day" }).click();
  await change(anna, "What happens", "Insert a step before it");
  await insert(anna, "What if", "What if", 10);
  await change(anna, "What happens", "Skip it");
  await expect(line(anna, "What happens")).toContainText("skipped");
  const undo = agenda(anna).getByRole("button", { name: "Undo" });
  await undo.click();
  await expect(line(anna, "What happens")).not.toContainText("skipped");
  await undo.click();
  await expect(line(anna, "What if")).toBeHidden();
  await change(anna, "What happens", "Insert a step before it");
  await insert(anna, "What if", "What if", 10);

  await change(anna, "Your questions", "5 minutes less");
  await expect(agenda(anna).getByRole("alert")).toContainText("All colleagues are told");
  await agenda(anna).getByRole("button", { name: "Shorten it" }).click();
  await expect(cleo.getByText("“Your questions” has 15 minutes instead of 20.")).toBeVisible();
  // Skipped, and passed over, they are as lost: that is asked first, and told (P119).
  await change(anna, "Your questions", "Skip it");
  await agenda(anna).getByRole("alert").getByRole("button", { name: "Cancel" }).click();
  await expect(line(anna, "Your questions")).not.toContainText("skipped");
  await change(anna, "Your questions", "Skip it");
  await agenda(anna).getByRole("button", { name: "Do without it" }).click();
  const leftOut = cleo.getByText("“Your questions” is left out, although it had 20 minutes.");
  await expect(leftOut).toBeVisible();
  for (let changes = 0; changes < 2; changes++) await undo.click();
  await expect(cleo.getByText("“Your questions” has its 20 minutes again.")).toBeVisible();
  await anna.keyboard.press("Escape");
  await next(anna, "What if");
  await expect(title(cleo)).toHaveText("What if");

  // Who is typing goes on typing while the agenda changes; and when the right to write ends, the words are kept.
  await card(cleo, PAIN).click();
  await cleo.keyboard.press("n");
  await cleo.keyboard.insertText("I had not fin");
  await bar(anna).getByRole("button", { name: "Agenda of the day" }).click();
  await change(anna, "Goodbye", "Insert a step before it");
  await insert(anna, "Once more", "Map together", 10);
  await change(anna, "Once more", "Repeat it afterwards");
  await expect(line(anna, "Once more")).toHaveCount(2);
  await undo.click();
  await expect(line(anna, "Once more")).toHaveCount(1);
  await expect(cleo.locator(":focus")).toHaveRole("textbox");
  await cleo.keyboard.insertText("ished");
  await change(anna, "Goodbye", "Go to this step now");
  await expect(agenda(anna).getByRole("alert")).toContainText("This passes over “Your questions”");
  await expect(leftOut).toHaveCount(0);
  await agenda(anna).getByRole("button", { name: "Go on without" }).click();
  await expect(title(cleo)).toHaveText("Goodbye");
  await expect(leftOut).toBeVisible();
  await expect(cleo.getByText("I had not finished").first()).toBeVisible();
});

test("a map step asks each lane in play and lets the others rest; help leads to a table, and rights change at once", async ({
  browser,
}) => {
  const { page: anna } = await openLaptop(browser, relay.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  const agenda = await agendaOf(relay.url, anna, [
    { title: "Come in", kind: "read", minutes: 5, instructions: { customer: "Look at the wall first." } },
    { title: "Look at it", kind: "read", minutes: 5 },
    {
      ...{ title: "What happens", kind: "map", minutes: 40 },
      ...{ lanes: ["touchpoint", "doing", "pain"], prompts: { pain: "Here I gave up" } },
    },
    {
      ...{ title: "Two by two", kind: "pair", minutes: 12 },
      rights: { customer: "read", colleague: "read" },
    },
    { title: "Your questions", kind: "questions", minutes: 20 },
    { title: "Goodbye", kind: "free", minutes: 5 },
  ]);
  const { page: bert } = await openLaptop(browser, "about:blank");
  await join(bert, write, "Bert");
  const { page: cleo } = await openLaptop(browser, "about:blank");
  await join(cleo, write, "Cleo", "a colleague");
  const [held, berts] = [await heldSeat(anna), await heldSeat(bert)];
  // What a step says is read where there is no brief, too; who runs the day sees who has opened it (S4-6, P123).
  // Said beforehand, it waits for who runs the day; their page takes everybody on when it is back (P126).
  await anna.context().setOffline(true);
  agenda.announce("Come in", -7_000);
  await expect(cleo.getByText("Waiting for who runs the day. Then comes: Come in").first()).toBeAttached();
  await anna.context().setOffline(false);
  const wall = bert.getByRole("dialog", { name: "Come in" });
  await expect(wall).toContainText("Look at the wall first.");
  await wall.getByRole("button", { name: "I have read it" }).click();
  await expect(title(cleo)).toHaveText("Come in");
  await expect(cleo.getByRole("dialog")).toHaveCount(0);
  await bar(anna).getByRole("button", { name: "1 of 2 have opened it" }).click();
  const names = anna.getByRole("dialog", { name: "1 of 2 have opened it" });
  await expect(names.getByRole("region", { name: "Have not opened it yet" })).toContainText("Cleo");
  await expect(names.getByRole("region", { name: "Have opened it", exact: true })).toContainText("Bert");
  await anna.keyboard.press("Escape");

  agenda.write((plan, by) => {
    describeBrief(plan, by, { question: "Where do we lose them?", decision: "What we change first" });
    for (const [group, name] of [
      [held.group, "Table 1"],
      ["table-2", "Table 2"],
    ] as const)
      addGroup(plan, by, { group, name });
    addPeople(plan, by, { people: [{ person: berts.person, role: "customer" }] });
    seatPeople(plan, by, { seats: [{ person: berts.person, group: "table-2" }] });
  });
  // Back after a long time, they are asked.
  agenda.announce("Look at it", -180_000);
  await expect(bar(bert)).toContainText("Waiting for who runs the day. Then comes: Look at it");
  await expect(bar(anna)).toContainText("“Look at it” was to begin, and nobody who runs the day was here.");
  await bar(anna).getByRole("button", { name: "Go on now" }).click();
  for (const page of [bert, cleo]) {
    const readPage = page.getByRole("dialog", { name: "Look at it" });
    await expect(readPage).toContainText("Where do we lose them?");
    if (page === cleo) await page.setViewportSize({ width: 320, height: 640 });
    await expectNothingSerious(page);
    await readPage.getByRole("button", { name: "I have read it" }).click();
  }
  await cleo.setViewportSize({ width: 1280, height: 800 });

  // Where who said it is away, the page of another facilitator does, a little later.
  agenda.announce("What happens", -2_000, "somebody-who-is-away");
  await expect(title(bert)).toHaveText("What happens");
  await expect(anna.getByText("“What happens” has begun: who announced it was away")).toBeVisible();
  await expectState(bert, "saved for the table");

  const lane = (page: Page, name: string) => page.getByRole("button", { name: `Lane: ${name}` });
  await expect(lane(bert, "Strengths")).toHaveAccessibleDescription("not in this step");
  await expect(lane(bert, "Pain points")).not.toHaveAccessibleDescription("not in this step");
  // Something new begins in a lane that is in play.
  const asked = (page: Page) => page.getByRole("textbox", { name: "Words on the card" });
  await anna.getByRole("toolbar").getByRole("button", { name: "Card" }).click();
  await expect(asked(anna)).toHaveAttribute("placeholder", "Here I gave up");
  await anna.keyboard.press("Escape");
  for (const [page, text] of [
    [bert, "It rang and rang"],
    [cleo, "They waited long"],
  ] as const) {
    await card(page, PAIN).click();
    await page.keyboard.press("n");
    await expect(asked(page)).toHaveAttribute("placeholder", "Here I gave up");
    await page.keyboard.insertText(text);
    await page.keyboard.press("Escape");
    await expect(card(page, text)).toBeVisible();
  }
  const grades = new Map(allCards(await savedBoard(cleo)).map(({ text, grade }) => [text, grade]));
  expect([grades.get("It rang and rang"), grades.get("They waited long")]).toEqual(["heard", "assumed"]);
  await expectNothingSerious(bert);
  await bert.getByRole("link", { name: "Table", exact: true }).click();
  await expect(bert.getByRole("rowheader", { name: "Strengths, not in this step" })).toBeVisible();
  await expect(bert.getByRole("rowheader", { name: "Pain points", exact: true })).toContainText("Here I gave up");
  await expectNothingSeriousIn(bert, [{ media: { colorScheme: "dark" } }]);
  await cleo.setViewportSize({ width: 320, height: 640 });
  await bar(cleo).getByRole("button", { name: "Show what to do" }).click();
  await expectNothingSerious(cleo);
  expect(await cleo.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await bar(bert).getByRole("button", { name: "Help", exact: true }).click();
  await bar(anna).getByRole("button", { name: "Table 2 asks for help" }).click();
  await expect(anna).toHaveURL(/table-2$/);

  // A table that may stay goes on writing when the others have gone on.
  await anna.goBack();
  await bar(anna).getByRole("button", { name: "Next: Two by two" }).click();
  const going = anna.getByRole("dialog", { name: "Go on to “Two by two”?" });
  await going.getByRole("checkbox", { name: /^Table 1/ }).check({ force: true });
  await going.getByRole("button", { name: "Go on now" }).click();
  await expect(title(anna)).toHaveText("Two by two");
  await expect(bar(anna)).toContainText("The customer tells");
  await expectNothingSerious(anna);
  await expect(bar(bert)).toContainText("The others have gone on to “Two by two”.");
  await expectState(bert, "saved for the table");
  await anna.getByRole("button", { name: "Back to “What happens”" }).click();
  await expect(bar(bert)).not.toContainText("The others have gone on");

  // Changed in the agenda, the rights of the step that is on hold at once, and so does taking it back.
  await anna.goto(`${relay.url}/#/prepare/${held.workshop}/agenda`);
  await anna.getByRole("row", { name: /What happens/ }).click();
  const step = anna.getByRole("dialog", { name: "What happens" });
  await step.getByLabel("Customers and colleagues").selectOption("read");
  await expectState(bert, "read only in this step");
  await step.getByRole("button", { name: "As usual for this kind of step" }).click();
  await expectState(bert, "saved for the table");

  // Nor are promised minutes taken there without being asked and told: of the step itself, or by the one behind it (P119).
  await step.getByRole("button", { name: "Done" }).click();
  const promised = anna.getByRole("dialog", { name: "Its time is promised" });
  await anna.getByRole("button", { name: "5 minutes less: Your questions" }).click();
  await promised.getByRole("button", { name: "Cancel" }).click();
  await anna.getByRole("row", { name: /Goodbye/ }).click();
  await anna.getByRole("dialog", { name: "Goodbye" }).getByLabel("Begins at").fill("01:12");
  await anna.keyboard.press("Enter");
  await promised.getByRole("button", { name: "Shorten it" }).click();
  await expect(bert.getByText("“Your questions” has 10 minutes instead of 20.")).toBeVisible();
  agenda.end();
});

test("a table without a network keeps its step; what it wrote too late is set aside, and no old step comes back", async ({
  browser,
}) => {
  const { anna, bert, cleo } = await openDay(browser);
  await begin(anna, "Welcome");
  await next(anna, "What happens");
  await expect(title(bert)).toHaveText("What happens");
  await expectState(bert, "saved for the table");
  await bert.context().setOffline(true);
  await writeCard(bert, PAIN, "Written without a network");

  await anna.getByRole("button", { name: "Back to “Welcome”" }).click();
  await expect(title(cleo)).toHaveText("Welcome");
  await expect(title(bert)).toHaveText("What happens");
  await writeCard(bert, PAIN, "Written too late");
  await bert.context().setOffline(false);
  await expect(title(bert)).toHaveText("Welcome");
  await expect(bert.getByText(/Set aside: 2 of your changes/)).toBeVisible();
  await expect(card(cleo, "Written too late")).toBeHidden();

  // Another device of hers takes the room on while this laptop is away.
  const steps = await stepsOf(relay.url, anna, 3);
  await anna.context().setOffline(true);
  await steps.go("write");
  await bar(anna).getByRole("button", { name: "Next: What happens" }).click();
  await anna.getByRole("dialog").getByRole("button", { name: "Go on now" }).click();
  await expect(anna.getByText(/The room did not go on/)).toBeVisible();
  await anna.context().setOffline(false);
  await expect(title(anna)).toHaveText("This step is not in the agenda");
  await expectState(cleo, "saved for the table");
  steps.end();
});
