/** A walk through every page and dialog of a workshop's day, from preparing it to asking questions. */
import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { asPlanDocument, fillPlan } from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { connectDevice } from "../relay/socketDevice.ts";
import { expectState, heldSeat, invite, openExample } from "./people.ts";

export interface DayWalk {
  readonly browser: Browser;
  readonly url: string;
  /** What everybody has but the one with a phone. */
  readonly laptop?: BrowserContextOptions;
  /** Called on each page as it stands; `name`: letters and hyphens. */
  readonly look: (name: string, page: Page) => Promise<void>;
  /** How this workshop says what the interface usually says. */
  readonly say?: (usual: string) => string;
  /** On the page of who prepares, before anybody came. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The parts of the page of who prepares, by what stands in its address. */
const SECTIONS = [
  ...["brief", "types", "departments", "tables", "agenda", "words", "people", "seating", "ready"],
  ...["what-we-know", "before-the-day"],
] as const;
const LAPTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

export async function walkThroughDay(walk: DayWalk): Promise<void> {
  const anna = await (await walk.browser.newContext(walk.laptop ?? LAPTOP)).newPage();
  await anna.goto(walk.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  await expectState(anna, "saved for the table");
  const { workshop } = await heldSeat(anna);
  await fillWithDay(walk.url, anna);
  await lookAtPreparing(walk, anna, workshop);
  const cara = await joinOnPhone(walk, write, workshop);
  const cleo = await joinOnLaptop(walk, write);
  await lookAtRoom(walk, anna, workshop);
  await goThroughSteps(walk, { anna, cara, cleo });
  for (const page of [anna, cara, cleo]) await page.context().close();
}

/** The plan of an encounter at two tables, as another device of who runs it writes it. */
async function fillWithDay(url: string, page: Page): Promise<void> {
  const { workshop, group, token, person } = await heldSeat(page);
  const desk = connectDevice(url, planRoom(workshop), token);
  await desk.heard(({ say }) => say === "hello");
  const by = { person, role: "facilitator", now: Date.now } as const;
  const day = { template: "encounter", title: "Living with our pumps", startsAt: "2031-05-04T09:00" } as const;
  const tables = { tableNames: ["Table 1", "Table 2"], firstTable: group };
  expect(fillPlan(asPlanDocument(desk.doc), by, { ...day, ...tables }).outcome).toBe("done");
  await desk.heard((message) => message.say === "stored");
  desk.provider.destroy();
  // What counts who is here would keep a script from ending.
  desk.doc.destroy();
}

async function lookAtPreparing({ look, say = asUsual, prepare }: DayWalk, page: Page, workshop: string) {
  const part = (id: string) => page.goto(`${new URL(page.url()).origin}/#/prepare/${workshop}/${id}`);
  const region = (name: string) => page.getByRole("region", { name: say(name), exact: true });
  await part("words");
  await expect(page.getByRole("heading", { level: 1, name: "Prepare: Living with our pumps" })).toBeVisible();
  await prepare?.(page);

  await part("people");
  const people = region("People");
  await people.getByRole("button", { name: "Paste a list…" }).click();
  const list = [
    ...["Cara Cole,customer,,Stay with us", "Dora Dunn,customer,,Use several", "Emil Eck,customer,,Chose another"],
    ...["Finn Fox,customer,,Stay with us", "Cleo Clay,colleague,Sales,", "Bert Berg,colleague,Service,"],
    ...["Mia Moor,moderator,,", "Nora Nash,moderator,,"],
  ];
  await page
    .getByRole("dialog")
    .getByLabel("Your list")
    .fill(say(list.join("\n")));
  await look("prepare-paste", page);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /on the list/ })
    .click();
  await people.getByRole("button", { name: "Change Cara Cole" }).click();
  await look("prepare-person", page);
  await page.keyboard.press("Escape");
  await part("seating");
  const seating = region("Who sits where");
  await seating.getByRole("button", { name: "Seat everybody" }).click();
  await expect(seating.getByRole("button", { name: "Seat everybody anew" })).toBeVisible();
  await seating.getByRole("button", { name: "Print…" }).click();
  await look("prepare-print-plan", page);
  await page
    .getByRole("dialog")
    .getByRole("radio", { name: say("Table cards") })
    .check({ force: true });
  await expect(page.locator(".people-card").first()).toBeAttached();
  await look("prepare-print-cards", page);
  await page.keyboard.press("Escape");
  await part("agenda");
  await page.getByRole("row", { name: /^Hear how/ }).press("Enter");
  await look("prepare-step", page);
  await page.keyboard.press("Escape");
  await part("before-the-day");
  await region("Before the day").getByLabel(say("New task for Customers")).fill("Bring a bill");
  await page.keyboard.press("Enter");
  await region("Before the day").getByRole("button", { name: "By mail" }).click();
  await look("prepare-mail", page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  for (const id of SECTIONS) {
    await part(id);
    await look(`prepare-${id}`, page);
  }
}

async function joinOnPhone({ browser, look, say = asUsual }: DayWalk, link: string, workshop: string): Promise<Page> {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(link);
  await expect(page.getByLabel("Your name for today")).toBeVisible();
  await look("join-you", page);
  await page.getByLabel("Your name for today").fill("Cara");
  await page.getByRole("radio", { name: say("a customer") }).check({ force: true });
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("checkbox", { name: /^I take part/ })).toBeAttached();
  await look("join-consent", page);
  await page.getByRole("checkbox", { name: /^I take part/ }).check({ force: true });
  await page.getByRole("button", { name: "Go to the map" }).click();
  await chooseTable(page, say, () => look("join-table", page));
  await look("board-phone", page);
  await page.goto(`${new URL(link).origin}/#/before/${workshop}`);
  await expect(page.getByText("Bring a bill", { exact: true })).toBeVisible();
  await look("before", page);
  await page.goBack();
  await expect(page.locator("[data-touchpoint-id]").first()).toBeVisible();
  return page;
}

async function joinOnLaptop({ browser, look, laptop, say = asUsual }: DayWalk, link: string): Promise<Page> {
  const page = await (await browser.newContext(laptop ?? LAPTOP)).newPage();
  await page.goto(link);
  await page.getByLabel("Your name for today").fill("Cleo");
  await page.getByRole("radio", { name: say("a colleague") }).check({ force: true });
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("checkbox", { name: /^I take part/ }).check({ force: true });
  await page.getByRole("button", { name: "Go to the map" }).click();
  await chooseTable(page, say);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await look("board-menu", page);
  await page.keyboard.press("Escape");
  return page;
}

/** The invite is for everybody, and there are two tables. */
async function chooseTable(page: Page, say: (text: string) => string, look?: () => Promise<void>): Promise<void> {
  const first = page.getByRole("radio", { name: say("Table 1") });
  await expect(first).toBeAttached();
  await look?.();
  await first.check({ force: true });
  await page.getByRole("button", { name: "Go to the map" }).click();
  await expect(page.locator("[data-touchpoint-id]").first()).toBeVisible();
}

async function lookAtRoom({ look, say = asUsual }: DayWalk, page: Page, workshop: string): Promise<void> {
  const board = page.url().replace(/#.*/, "");
  await page.goto(`${board}#/room/${workshop}`);
  await expect(page.getByRole("article").first()).toBeVisible();
  await look("room", page);
  await page.getByRole("button", { name: "Message all" }).click();
  await page.getByRole("dialog").getByLabel("What do you want to say?").fill("Five more minutes");
  await look("room-message", page);
  await page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page
    .getByRole("article")
    .first()
    .getByRole("button", { name: say("Open the map of Table 1") })
    .click();
  await expect(page.locator("[data-touchpoint-id]").first()).toBeVisible();
  for (const item of ["People and their seats…", "Agenda of the day"]) {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: item }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await look(item.startsWith("People") ? "board-people" : "board-agenda", page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByRole("dialog").getByLabel("Link to write", { exact: true })).toBeVisible();
  await look("board-invite", page);
  await page.keyboard.press("Escape");
}

interface People {
  readonly anna: Page;
  readonly cara: Page;
  readonly cleo: Page;
}

async function goThroughSteps({ look }: DayWalk, { anna, cara, cleo }: People): Promise<void> {
  const bar = (page: Page) => page.getByRole("region", { name: "What we are doing now" });
  const goOn = () => anna.getByRole("dialog").getByRole("button", { name: "Go on now" }).click();
  const next = async () => {
    await closeNews(anna);
    await unfolded(anna);
    await bar(anna)
      .getByRole("button", { name: /^Next: / })
      .click();
  };
  await bar(anna)
    .getByRole("button", { name: /^Begin: / })
    .click();
  await look("step-begin", anna);
  await anna.getByRole("dialog").getByRole("button", { name: "Start anyway" }).click();
  for (const page of [cara, cleo]) await expect(page.getByRole("dialog").getByText("The question")).toBeVisible();
  await look("step-read-phone", cara);
  await look("step-read-laptop", cleo);
  await unfolded(anna);
  await look("step-facilitator", anna);
  await next();
  await look("step-next", anna);
  await goOn();
  await expect(bar(cleo).getByRole("heading")).toHaveText("What do you think it is like for them?");
  await look("step-guess-laptop", cleo);
  await unfolded(cara);
  await look("step-guess-phone", cara);

  await next();
  await goOn();
  const roleCard = cleo.getByRole("dialog", { name: "Your role card" });
  await expect(roleCard).toBeVisible();
  await look("role-card", cleo);
  for (const rule of await roleCard.getByRole("checkbox").all()) await rule.press("Space");
  await roleCard.getByRole("button", { name: "To the map" }).click();
  const topics = cara.getByRole("complementary", { name: "What to talk about" });
  for (const text of ["Waiting", "Prices"]) {
    await topics.getByLabel("New topic").fill(text);
    await cara.keyboard.press("Enter");
    await expect(topics.getByText(text, { exact: true })).toBeVisible();
  }
  await look("listen-topics-phone", cara);
  await cleo
    .getByRole("complementary", { name: "My notes" })
    .getByLabel("New note")
    .fill("They wait, and nobody says why");
  await cleo.keyboard.press("Control+Enter");
  await look("listen-laptop", cleo);
  await cleo.getByRole("complementary", { name: "My notes" }).getByRole("button", { name: "Ask this" }).click();
  await look("listen-ask", cleo);
  await cleo
    .getByRole("dialog")
    .getByRole("button", { name: /^Ask it/ })
    .click();
  await anna.getByRole("button", { name: "More", exact: true }).click();
  await anna.getByRole("menuitem", { name: "What was said" }).click();
  await look("listen-quotes", anna);
  await anna.getByRole("button", { name: "Close what was said" }).click();

  await next();
  await goOn();
  await expect(cara.getByRole("complementary", { name: "Questions" }).getByText("They wait, and nobody")).toBeVisible();
  await look("questions-phone", cara);
  await look("questions-laptop", anna);
  await next();
  await goOn();
  await expect(bar(cleo).getByRole("heading")).toHaveText("Break");
  await look("step-break", cleo);
  await next();
  await goOn();
  await expect(bar(cleo).getByRole("heading")).toHaveText("Two by two");
  await look("step-pair", cleo);
  // Where people sit at wards, rows and columns are a grid.
  for (const [name, view] of [
    ["board-table", /^(?:Table|Grid)$/],
    ["board-outline", "Outline"],
  ] as const) {
    await cleo.getByRole("link", { name: view, exact: true }).click();
    await expect(cleo.locator("[data-rating-of]").first()).toBeVisible();
    await look(name, cleo);
  }
}

/** On a narrow page they lie over the bar for a while. */
async function closeNews(page: Page): Promise<void> {
  const close = page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Close", exact: true });
  // All that are there: they go by themselves, too.
  await close.evaluateAll((buttons: HTMLElement[]) => {
    for (const button of buttons) button.click();
  });
}

/** On a narrow page the bar is one line until somebody wants to see more. */
async function unfolded(page: Page): Promise<void> {
  const more = page.getByRole("button", { name: "Show what to do" });
  if (await more.isVisible()) await more.click();
}

function asUsual(usual: string): string {
  return usual;
}
