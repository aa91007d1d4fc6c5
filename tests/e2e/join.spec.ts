/** Joining: two screens, consent, one's own code, the role card, and coming late (S0-19, S0-20, S2-1, S4-13, SPEC P40–P49). */
import { type Browser, expect, type Page } from "@playwright/test";
import {
  addGroup,
  addPeople,
  addStep,
  asPlanDocument,
  CONSENT_PURPOSES,
  describeBrief,
  type Outcome,
  type PlanDocument,
  STEP_RIGHTS,
  seatPeople,
} from "@sameside/model";
import { encodeMessage, limits, planRoom, rightIn, type SeatRole, TOPICS } from "@sameside/protocol";
import { connectDevice, type SocketDevice } from "../relay/socketDevice.ts";
import { expectNothingSerious } from "../support/axe.ts";
import {
  agree,
  card,
  expectState,
  heldSeat,
  invite,
  more,
  openExample,
  openLaptop,
  writeCard,
} from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeEach(async () => {
  relay = await startRelayProcess();
});
test.afterEach(async () => {
  await relay.remove();
});

const PAIN = "Old part numbers find nothing";
const PHONE = { viewport: { width: 390, height: 844 } };

interface Prepared {
  readonly page: Page;
  readonly link: string;
  readonly plan: PlanDocument;
  readonly desk: SocketDevice;
  readonly token: string;
  readonly workshop: string;
  /** Steps by their titles. */
  readonly stepIds: ReadonlyMap<string, string>;
}

/** A shared example whose plan has a brief and a day. */
async function prepare(browser: Browser): Promise<Prepared> {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  const { write } = await invite(page, "Anna");
  const { workshop, token, person } = await heldSeat(page);
  const desk = connectDevice(relay.url, planRoom(workshop), token);
  await desk.heard(({ say }) => say === "hello");
  const plan = asPlanDocument(desk.doc);
  const by = { person, role: "facilitator", now: Date.now } as const;
  done(describeBrief(plan, by, { question: "Why do fitters phone?", dataKeeper: "Ada, ada@pumps.example" }));
  done(describeBrief(plan, by, { keepUntil: "2031-05-04", guardianAge: 16, sponsor: "Petra Klein" }));
  const steps = [
    { title: "Welcome", kind: "read", minutes: 10 },
    { title: "Customers speak", kind: "listen", minutes: 35 },
    { title: "Map it", kind: "map", minutes: 45 },
  ] as const;
  const stepIds = new Map(steps.map((step) => [step.title, done(addStep(plan, by, step))]));
  const sent = 5;
  await expect.poll(() => desk.storedFrames()).toBeGreaterThanOrEqual(sent);
  return { page, link: write, plan, desk, token, workshop, stepIds };
}

function done<T>(outcome: Outcome<T>): T {
  if (outcome.outcome !== "done") throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.value as T;
}

async function goTo({ desk, stepIds }: Prepared, title: string, n: number, colleague: "read" | "write") {
  const id = stepIds.get(title) ?? "";
  const step = { id, n, rights: { customer: "write", colleague, moderator: "write" } } as const;
  desk.provider.ws?.send(encodeMessage({ say: "step", step }));
  await desk.heard((message) => message.say === "step" && message.step.n === n);
}

/** As who prints the table cards asks for it. */
async function personalCode({ token, workshop }: Prepared, person: string, role: string, table: string | null = null) {
  const answer = await fetch(`${relay.url}/api/workshops/${workshop}/personal-invites`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ people: [{ person, role, table }] }),
  });
  const { invites } = (await answer.json()) as { invites: { id: string; shortCode: string }[] };
  const [made] = invites;
  if (!made) throw new Error("nobody was invited");
  return made;
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.goto(`${relay.url}/#/`);
  await page.getByRole("button", { name: /^Join/ }).click();
  await page.getByRole("dialog").getByLabel("Invite link or code").fill(code);
  await page.getByRole("dialog").getByRole("button", { name: "Join", exact: true }).click();
}

/** What stands on the page for each topic that helpers read and the table does not. */
const SEEN_OF_YOU: Readonly<Record<string, string>> = {
  guardian: "whether a parent or guardian agreed for you",
  roleCard: "which rules of the role card you have ticked",
  preTask: "which tasks before the day you have done",
  needs: "what you said that you need, to take part",
  reaction: "the lines you send from the stands, before a screen shows them",
  seen: "which of their messages you have read",
  help: "that your table asks for help",
  spoke: "how often you spoke",
  proposal: "changes that you send them, to decide about",
  device: "how many changes of yours have not left a phone or laptop of yours yet",
};

function readByHelpers(): readonly string[] {
  const topics = Object.entries(TOPICS).flatMap(([topic, rule]) => (rule.helpersRead ? [topic] : []));
  expect([...topics].sort()).toEqual(Object.keys(SEEN_OF_YOU).sort());
  return topics;
}

/** Who sees this table's map in some step in which a customer of t1 does not, as the table of rights has it. */
function rolesThatSee(group: string): string {
  const room = { workshop: "w", kind: "board", group } as const;
  const closed = { customer: "none", colleague: "none" } as const;
  const steps = STEP_RIGHTS.map((moderator) => ({ ...closed, moderator }));
  const sees = (role: SeatRole) =>
    steps.some((step) => rightIn({ person: "x", role, table: "t1" }, room, step) !== "none");
  return (Object.keys(ROLE_WORDS) as SeatRole[])
    .filter(sees)
    .map((role) => ROLE_WORDS[role])
    .join(", ");
}

const ROLE_WORDS: Readonly<Record<SeatRole, string>> = {
  facilitator: "facilitator",
  moderator: "moderator",
  junior: "table helper",
  customer: "customer",
  colleague: "colleague",
  dais: "screen, looking on",
};

/** The values of one person's rows of a topic, by item, as they were heard last. */
function valuesHeard(desk: SocketDevice, topic: string, person: string): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  void desk.heard((message) => {
    if (message.say === "answers")
      for (const row of message.rows) if (row.topic === topic && row.person === person) values[row.item] = row.value;
    return false;
  });
  return values;
}

test("two screens on a phone: a name, then consent by purpose with nothing ticked, then the map (P42, P43)", async ({
  browser,
}) => {
  const day = await prepare(browser);
  const context = await browser.newContext({ ...PHONE, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(day.link);
  await expect(page.getByText("Step 1 of 2")).toBeVisible();
  await expectNothingSerious(page);
  await page.getByLabel("Your name for today").fill("Rosa");
  await page.getByRole("button", { name: "Go on" }).click();

  await expect(page.getByText("Why do fitters phone?")).toBeVisible();
  await expect(page.getByText("About 1 hour 30 minutes.")).toBeVisible();
  await expect(page.getByText("Petra Klein")).toBeVisible();
  await expect(page.getByText("Ada, ada@pumps.example")).toBeVisible();
  await expect(page.getByText("Your words are kept until 4 May 2031.")).toBeVisible();
  for (const box of await page.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
  await page.getByText("What those who run the day see of you").click();
  await expect(page.getByText(/how often each person has written, rated or spoken/)).toBeVisible();
  await expect(page.getByRole("region", { name: "About this workshop" }).getByRole("listitem")).toHaveText([
    ...readByHelpers().map((topic) => SEEN_OF_YOU[topic] ?? topic),
    `your table’s map, also in steps in which it is closed to you: ${rolesThatSee("t1")}`,
    `the maps of the other tables: ${rolesThatSee("t2")}`,
  ]);
  await expectNothingSerious(page);

  await page.getByRole("button", { name: "Go to the map" }).click();
  await expect(page.getByRole("alert")).toContainText("I take part");
  await page.getByRole("checkbox", { name: "I am under 16" }).check({ force: true });
  await page.getByRole("checkbox", { name: "Quote me in the report" }).check({ force: true });
  await agree(page);
  await expect(page.getByRole("alert")).toContainText("has to agree with you");
  await page.getByRole("checkbox", { name: /My parent or guardian/ }).check({ force: true });
  await page.getByRole("button", { name: "Go to the map" }).click();
  await expect(page.getByRole("list", { name: /^Outline of/ })).toBeVisible();

  // Who takes part is here to add: that is the one loud button (W64).
  await expect(page.locator(".ui-button-primary")).toHaveAccessibleName("Add a card");
  await expect(page.getByRole("button", { name: "Invite" })).toBeVisible();

  const { person } = await heldSeat(page);
  const yes = { granted: true, until: "2031-05-04" };
  const heard = valuesHeard(day.desk, "consent", person);
  const no = { ...yes, granted: false };
  const agreed = { ...Object.fromEntries(CONSENT_PURPOSES.map((purpose) => [purpose, no])), words: yes };
  await expect.poll(() => heard).toEqual({ ...agreed, quote: yes });
  // That there is a guardian is told to who runs the day, beside it, and to nobody at the table (P129).
  const guarded = valuesHeard(day.desk, "guardian", person);
  await expect.poll(() => guarded).toEqual({ agreed: true });

  // Nobody is asked twice, and everybody can think again.
  await page.reload();
  await expect(page.getByRole("list", { name: /^Outline of/ })).toBeVisible();
  await page.goto(day.link);
  await expect(page.getByRole("list", { name: /^Outline of/ })).toBeVisible();
  await more(page, "My consent…", "Me and my seat");
  await expect(page.getByRole("checkbox", { name: "Quote me in the report" })).toBeChecked();
  await expectNothingSerious(page);
  await page.getByRole("checkbox", { name: "Quote me in the report" }).uncheck({ force: true });
  await page.getByRole("button", { name: "Keep it so" }).click();
  await expect.poll(() => heard).toEqual(agreed);
  day.desk.provider.destroy();
});

test("one's own code is the same person on another device, with their tools and table; wrong ones are slowed down (P40, P41, P44, P48, P49)", async ({
  browser,
}) => {
  const day = await prepare(browser);
  const by = { person: "x", role: "facilitator", now: Date.now } as const;
  const { group: seated } = await heldSeat(day.page);
  done(addGroup(day.plan, by, { name: "Table of the buyers", group: seated }));
  const table = done(addGroup(day.plan, by, { name: "Table of the fitters" }));
  const mo = await personalCode(day, "mo", "moderator", seated);
  const lost = await openLaptop(browser, relay.url);
  await typeCode(lost.page, mo.shortCode.toLowerCase());
  // The invite says what Mo is: nobody asks.
  await expect(lost.page.getByLabel("Your name for today")).toBeVisible();
  await expect(lost.page.getByRole("radio")).toHaveCount(0);
  await lost.page.getByLabel("Your name for today").fill("Mo");
  await lost.page.getByRole("button", { name: "Go on" }).click();
  await agree(lost.page);
  await writeCard(lost.page, PAIN, "From the laptop that was lost");
  await expectState(lost.page, "saved for the table");
  await day.desk.heard(
    (message) =>
      message.say === "answers" && message.rows.some(({ topic, person }) => topic === "device" && person === "mo"),
  );
  await lost.context.close();

  // Three presses, and a code from the card: that is all it takes.
  const phone = await (await browser.newContext(PHONE)).newPage();
  const lostAt = Date.now();
  await typeCode(phone, mo.shortCode);
  await expect(phone.getByLabel("Your name for today")).toHaveValue("Mo");
  await phone.getByRole("button", { name: "Go on" }).click();
  // What Mo agreed to came along.
  await expect(phone.getByRole("list", { name: /^Outline of/ })).toContainText("From the laptop that was lost");
  expect(await heldSeat(phone)).toMatchObject({ person: "mo", role: "moderator" });
  expect(Date.now() - lostAt).toBeLessThan(60_000);
  // Who leads tables may be free to go to each.
  await fetch(`${relay.url}/api/workshops/${day.workshop}/people/mo`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${day.token}` },
    body: JSON.stringify({ table: null }),
  });
  // The room says what is known of the laptop: that nothing waited there, and not what was written on it since.
  const room = await day.page.context().newPage();
  await room.goto(`${relay.url}/#/room/${day.workshop}`);
  await room.getByRole("button", { name: "Safe to show" }).click();
  await expect(room.getByText(/^Mo goes on with another device. On the laptop before nothing waited/)).toBeVisible();

  // The facilitator moves somebody to another table: their board is another one.
  const rosa = await personalCode(day, "rosa", "customer", seated);
  const guest = await openLaptop(browser, relay.url);
  await typeCode(guest.page, rosa.shortCode);
  await guest.page.getByLabel("Your name for today").fill("Rosa");
  await guest.page.getByRole("button", { name: "Go on" }).click();
  await agree(guest.page);
  await expectState(guest.page, "saved for the table");
  await expect(card(guest.page, PAIN)).toBeVisible();
  // What she writes out of reach of the network is for the table from before.
  await guest.context.setOffline(true);
  await writeCard(guest.page, PAIN, "Written in the tunnel");
  await day.page.getByRole("button", { name: "More", exact: true }).click();
  await day.page.getByRole("menuitem", { name: "People and their seats" }).click();
  await day.page.getByRole("button", { name: "Change the seat of Rosa" }).click();
  await day.page.getByRole("menuitem", { name: "Move to Table of the fitters" }).click();
  await guest.context.setOffline(false);
  await expect(guest.page).toHaveURL(new RegExp(`#/board/${day.workshop}/${table}`));
  await expect(
    guest.page.getByText("1 change that had not reached Table of the buyers when you were moved"),
  ).toBeVisible();
  // Mo, on the phone, has the tools of who leads the table: what came too late is theirs to take.
  const proposed = room.getByText("Rosa proposes 1 change at Table of the buyers");
  await expect(proposed).toBeVisible();
  await phone.getByRole("button", { name: "Look at them" }).click();
  await phone.getByRole("button", { name: "Take 1 change" }).click();
  await expect(card(day.page, "Written in the tunnel")).toBeVisible();
  await expect(proposed).toBeHidden();

  await test.step("several who have joined are moved as planned only when somebody says so (P47)", async () => {
    await room.goto(`${relay.url}/#/prepare/${day.workshop}/seating`);
    await expect(room.getByText("There is nobody to seat yet.")).toBeVisible();
    done(addPeople(day.plan, by, { people: ["mo", "rosa"].map((person) => ({ person, role: "customer" })) }));
    const tables = room.getByRole("region", { name: "Who sits where" });
    await expect(tables.getByText("Rosa")).toBeVisible();
    done(seatPeople(day.plan, by, { seats: ["mo", "rosa"].map((person) => ({ person, group: seated })) }));
    await expect(
      room.getByText("Rosa: the map of Table of the fitters; planned for Table of the buyers"),
    ).toBeVisible();
    await expect(guest.page).toHaveURL(new RegExp(`/${table}$`));
    await room.getByRole("button", { name: "Move all 2 as planned" }).click();
    await expect(guest.page).toHaveURL(new RegExp(`/${seated}$`));
    await expect(room.getByRole("button", { name: /as planned$/ })).toHaveCount(0);
  });

  // An invite that was ended, and a code typed wrong again and again.
  await fetch(`${relay.url}/api/workshops/${day.workshop}/invites/${rosa.id}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${day.token}` },
  });
  const late = await openLaptop(browser, relay.url);
  await typeCode(late.page, rosa.shortCode);
  await expect(late.page.getByText(/lets nobody in here.*ask for a new one/)).toBeVisible();
  // One more may be tried after a while: on a slow machine that may be over before the press.
  await expect(async () => {
    for (let times = 0; times < limits.MAX_WRONG_CODES_BURST; times += 1)
      await fetch(`${relay.url}/api/join`, { method: "POST", body: JSON.stringify({ code: "222-222-222" }) });
    await late.page.getByRole("button", { name: "Try again" }).click();
    await expect(late.page.getByText(/Too many tries came from here. Wait \d+ seconds/)).toBeVisible({
      timeout: 5_000,
    });
  }).toPass();
  day.desk.provider.destroy();
});

test("who comes late sees the day so far in one screen; a colleague ticks the role card before listening (P45, P46)", async ({
  browser,
}) => {
  const day = await prepare(browser);
  await goTo(day, "Welcome", 1, "write");
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(day.link);
  await page.getByLabel("Your name for today").fill("Ben");
  await page.getByRole("radio", { name: /a colleague/ }).check({ force: true });
  await page.getByRole("button", { name: "Go on" }).click();
  await agree(page);
  await expect(card(page, PAIN)).toBeVisible();
  await expect(page.getByText("Before customers speak: read your role card.")).toBeVisible();
  // A colleague who helps listens like one: no way round the card, and none round reading (P130).
  const { person, group } = await heldSeat(page);
  await fetch(`${relay.url}/api/workshops/${day.workshop}/people/${person}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${day.token}` },
    body: JSON.stringify({ role: "junior", table: group }),
  });
  await expect(page.getByText("Your role here changed: table helper.")).toBeVisible();

  await goTo(day, "Customers speak", 2, "read");
  const roleCard = page.getByRole("dialog", { name: "Your role card" });
  await expect(roleCard.getByText("“Actually, our policy is …”")).toBeVisible();
  const toTheMap = roleCard.getByRole("button", { name: "To the map" });
  await expect(toTheMap).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(roleCard).toBeVisible();
  await expectNothingSerious(page);
  for (const rule of await roleCard.getByRole("checkbox").all()) {
    await expect(toTheMap).toBeDisabled();
    await rule.check({ force: true });
  }
  await toTheMap.click();
  await expect(roleCard).toBeHidden();
  await expectState(page, "read only in this step");
  await expect(page.getByRole("toolbar", { name: "Tools" })).toHaveCount(0);
  await page.reload();
  await expect(card(page, PAIN)).toBeVisible();
  await expect(roleCard).toBeHidden();

  const late = await (await browser.newContext(PHONE)).newPage();
  await late.goto(day.link);
  await late.getByLabel("Your name for today").fill("Rosa");
  await late.getByRole("button", { name: "Go on" }).click();
  await agree(late);
  const soFar = late.getByRole("dialog", { name: "The day so far" });
  await expect(soFar).toContainText("Why do fitters phone?");
  await expect(soFar).toContainText("Customers speak (step 2 of 3)");
  await expect(soFar).toContainText("Welcome");
  await expect(soFar).toContainText(/\d+ phases, \d+ touchpoints, \d+ cards/);
  await expect(soFar.getByText(/we (?:lose|win) them here$/).first()).toBeVisible();
  await expectNothingSerious(late);
  await soFar.getByRole("button", { name: "To the map" }).click();
  await late.reload();
  await expect(late.getByRole("list", { name: /^Outline of/ })).toBeVisible();
  await expect(soFar).toBeHidden();
  day.desk.provider.destroy();
});
