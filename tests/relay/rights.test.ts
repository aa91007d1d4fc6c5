/** Who may do what in which room, found out by doing it: on a running relay, by bare sockets. */
import {
  boardRoom,
  CLOSE,
  findingsRoom,
  limits,
  NO_TABLE,
  planRoom,
  questionsRoom,
  type Right,
  type SeatAnswer,
  type SeatRole,
  type StepRights,
} from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRaw, type RawClient } from "./rawClient.ts";
import { ask, call, claimSeat, type RelayBench, seatBy, startBench, WORKSHOP } from "./relayBench.ts";

const OWN_BOARD = boardRoom(WORKSHOP, "t1");
const OTHER_BOARD = boardRoom(WORKSHOP, "t2");
const PLAN = planRoom(WORKSHOP);
const [QUESTIONS, FINDINGS] = [questionsRoom(WORKSHOP), findingsRoom(WORKSHOP)];
const ROLES = ["facilitator", "moderator", "junior", "customer", "colleague", "dais"] as const;
const ALL_WRITE: StepRights = { customer: "write", colleague: "write", moderator: "write" };
const ALL_READ: StepRights = { customer: "read", colleague: "read", moderator: "read" };

let bench: RelayBench;
let url: string;
let facilitator: SeatAnswer;
let clients: RawClient[];
beforeEach(async () => {
  bench = await startBench();
  url = bench.relay.url;
  facilitator = await claimSeat(url);
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.end();
  expect(bench.logged).toEqual([]);
  await bench.tidyUp();
});

function open(room: string, { token }: Pick<SeatAnswer, "token">): RawClient {
  const client = openRaw(url, room, token);
  clients.push(client);
  return client;
}

function seat(role: SeatRole, table: string | null = "t1"): Promise<SeatAnswer> {
  const isParticipant = role === "customer" || role === "colleague";
  const invite = { role: isParticipant ? ("participant" as const) : role, table };
  return seatBy(url, facilitator.token, invite, isParticipant ? { role } : {});
}

/** How soon a change of rights holds for whoever is connected. */
const HOLDS_WITHIN_MS = 1_000;

/** Answers when the step was said. */
async function goTo(n: number, rights: StepRights): Promise<number> {
  const leader = open(PLAN, facilitator);
  await leader.next("hello");
  const said = Date.now();
  leader.say({ say: "step", step: { id: `step${n}`, n, rights } });
  for (let from = 0; ; ) {
    const { step } = await leader.next("step", from);
    if (step.n === n) break;
    from = leader.heard.findIndex((message) => message.say === "step" && message.step === step) + 1;
  }
  leader.end();
  return said;
}

/** What a connection may do, by what happens to an edit. */
async function rightOf(client: RawClient): Promise<Right> {
  const told = client.next("rights").catch(() => undefined);
  const rights = await told;
  if (!rights) {
    expect(await client.closed).toBe(CLOSE.notForYou.code);
    return "none";
  }
  client.edit();
  const happened = await Promise.race([client.next("stored"), client.next("denied")]);
  const right = happened.say === "stored" ? "write" : "read";
  expect([rights.right, client.heard.some(({ say }) => say === "asked")]).toEqual([right, right === "write"]);
  return right;
}

describe("the table of rights (A, role by room)", () => {
  const ROOMS = { plan: PLAN, questions: QUESTIONS, findings: FINDINGS, own: OWN_BOARD, other: OTHER_BOARD } as const;
  type Expected = Record<keyof typeof ROOMS, Right>;
  const LEADS: Expected = { plan: "write", questions: "write", findings: "write", own: "write", other: "write" };
  const SHOWS: Expected = { plan: "read", questions: "read", findings: "read", own: "read", other: "read" };
  const people = (own: Right): Expected => ({ ...SHOWS, own, other: "none" });
  const runs = (own: Right): Expected => ({ ...SHOWS, questions: "write", findings: "write", own });
  const helps = (own: Right): Expected => ({ ...SHOWS, own });

  const STEPS: readonly (readonly [string, StepRights | undefined, Record<SeatRole, Expected>])[] = [
    [
      "before any step",
      undefined,
      {
        facilitator: LEADS,
        moderator: runs("write"),
        junior: helps("write"),
        customer: people("write"),
        colleague: people("write"),
        dais: SHOWS,
      },
    ],
    [
      "while all only read",
      ALL_READ,
      {
        facilitator: LEADS,
        moderator: runs("read"),
        junior: helps("read"),
        customer: people("read"),
        colleague: people("read"),
        dais: SHOWS,
      },
    ],
    [
      "while customers write alone",
      { customer: "write", colleague: "none", moderator: "read" },
      {
        facilitator: LEADS,
        moderator: runs("read"),
        junior: helps("read"),
        customer: people("write"),
        colleague: people("none"),
        dais: SHOWS,
      },
    ],
    [
      "while boards are closed",
      { customer: "none", colleague: "none", moderator: "none" },
      {
        facilitator: LEADS,
        moderator: runs("none"),
        junior: helps("none"),
        customer: people("none"),
        colleague: people("none"),
        dais: SHOWS,
      },
    ],
  ];

  it("holds for every role, room and table in every step", async () => {
    const seats = await Promise.all(ROLES.map(async (role) => [role, await seat(role)] as const));
    for (const [n, [name, rights, expected]] of STEPS.entries()) {
      if (rights) await goTo(n, rights);
      const found = await Promise.all(
        seats.map(async ([role, held]) => {
          const entries = Object.entries(ROOMS).map(async ([kind, room]) => [kind, await rightOf(open(room, held))]);
          return [role, Object.fromEntries(await Promise.all(entries)) as Expected] as const;
        }),
      );
      expect(Object.fromEntries(found), name).toEqual(expected);
    }
  });

  it("gives who is bound to no table every board, as the step has it; a junior helper only the one they are bound to (P89)", async () => {
    const free = await Promise.all(
      (["moderator", "junior", "customer", "colleague"] as const).map((role) => seat(role, null)),
    );
    await goTo(1, { customer: "read", colleague: "none", moderator: "write" });
    for (const room of [OWN_BOARD, OTHER_BOARD])
      expect(await Promise.all(free.map((held) => rightOf(open(room, held))))).toEqual([
        "write",
        "read",
        "read",
        "none",
      ]);
  });
});

describe("who comes by an invite that names no table, where there are several (P127)", () => {
  const tell = (...tables: string[]) => ask(url, "tables", { token: facilitator.token, body: { tables } });
  const sit = ({ token }: SeatAnswer, table: string) => call(url, "sit", { token, body: { table } });
  const place = async ({ token }: SeatAnswer) => (await ask(url, "seat", { token })).table;
  const GENERAL = ["customer", "colleague", "moderator", "junior"] as const;

  it("has no board until they say at which they sit, once, and then no other one", async () => {
    await tell("t1", "t2");
    const people = await Promise.all(GENERAL.map((role) => seat(role, null)));
    const rights = (room: string) => Promise.all(people.map((person) => rightOf(open(room, person))));
    expect(people.map(({ table, mayChooseTable }) => [table, mayChooseTable])).toEqual(
      GENERAL.map(() => [NO_TABLE, true]),
    );
    for (const room of [OWN_BOARD, OTHER_BOARD, boardRoom(WORKSHOP, NO_TABLE)])
      expect(await rights(room)).toEqual(["none", "none", "read", "read"]);
    expect(await rights(PLAN)).toEqual(["read", "read", "read", "read"]);
    const [customer] = people as [SeatAnswer];
    expect((await sit(customer, "t3")).status).toBe(404);
    expect((await sit(customer, NO_TABLE)).status).toBe(404);
    const plan = open(PLAN, customer);
    await plan.next("rights");
    const before = plan.heard.length;
    for (const person of people) expect((await sit(person, "t1")).answer).toMatchObject({ table: "t1" });
    expect(await plan.next("hello", before)).toMatchObject({ table: "t1" });
    expect(await rights(OWN_BOARD)).toEqual(["write", "write", "write", "write"]);
    expect(await rights(OTHER_BOARD)).toEqual(["none", "none", "read", "read"]);
    for (const person of people) expect((await sit(person, "t2")).status).toBe(403);
    expect((await sit(customer, "t1")).status).toBe(200);
    expect(await ask(url, "seat", { token: customer.token })).not.toHaveProperty("mayChooseTable");
  });

  it("sits where a facilitator says, and says no other table then; who was taken from theirs says none", async () => {
    await tell("t1", "t2");
    const [seated, taken] = [await seat("customer", null), await seat("customer", "t1")];
    const put = (person: SeatAnswer, table: string | null) =>
      ask(url, "changeSeat", { token: facilitator.token, params: { person: person.person }, body: { table } });
    await put(seated, "t2");
    await put(taken, NO_TABLE);
    expect(await rightOf(open(OTHER_BOARD, seated))).toBe("write");
    expect([(await sit(seated, "t1")).status, (await sit(taken, "t1")).status]).toEqual([403, 403]);
    // Free to go to every table is only who leads.
    expect((await put(seated, null)).table).toBe(NO_TABLE);
    const moderator = await seat("moderator", "t1");
    expect((await put(moderator, null)).table).toBeNull();
    expect(await rightOf(open(OTHER_BOARD, moderator))).toBe("write");
  });

  it("keeps the table they have when they follow such an invite", async () => {
    await tell("t1", "t2");
    const customer = await seat("customer", "t2");
    const { code } = await ask(url, "invite", { token: facilitator.token, body: { role: "moderator" } });
    const again = await ask(url, "join", { body: { code, person: customer.person, token: customer.token } });
    expect(again).toMatchObject({ role: "moderator", table: "t2" });
    expect(again).not.toHaveProperty("mayChooseTable");
  });

  it("is asked nothing while there is one table, and stays at it when there are more", async () => {
    for (const told of [[], ["t1"]]) {
      await tell(...told);
      expect(await place(await seat("customer", null))).toBeNull();
    }
    const [customer, moderator] = [await seat("customer", null), await seat("moderator", null)];
    const board = open(OWN_BOARD, customer);
    await board.next("asked");
    await tell("t1", "t2");
    expect([await place(customer), await place(moderator), await place(facilitator)]).toEqual(["t1", "t1", null]);
    expect(await board.next("hello", 1)).toMatchObject({ table: "t1" });
    board.edit();
    await board.next("stored");
    expect(await rightOf(open(OTHER_BOARD, customer))).toBe("none");
  });

  it("of a workshop from before says where they are; who leads there stays free", async () => {
    const [customer, moderator] = [await seat("colleague", null), await seat("moderator", null)];
    await tell("t1", "t2");
    expect([await place(customer), await place(moderator)]).toEqual([NO_TABLE, null]);
    expect(await rightOf(open(OTHER_BOARD, customer))).toBe("none");
    expect((await sit(customer, "t2")).status).toBe(200);
    expect(await rightOf(open(OTHER_BOARD, customer))).toBe("write");
  });

  it("is told by a facilitator alone", async () => {
    const { token } = await seat("moderator");
    expect((await call(url, "tables", { token, body: { tables: ["t1"] } })).status).toBe(403);
  });
});

describe("who was taken from their table (P115)", () => {
  it("has no board, not even one that is called like sitting at none, and gets theirs again; who helps looks on", async () => {
    const [customer, moderator] = [await seat("customer"), await seat("moderator")];
    const put = (person: SeatAnswer, table: string) =>
      ask(url, "changeSeat", { token: facilitator.token, params: { person: person.person }, body: { table } });
    for (const person of [customer, moderator]) await put(person, NO_TABLE);
    const rights = (person: SeatAnswer) =>
      Promise.all([PLAN, OWN_BOARD, boardRoom(WORKSHOP, NO_TABLE)].map((room) => rightOf(open(room, person))));
    expect(await rights(customer)).toEqual(["read", "none", "none"]);
    expect(await rights(moderator)).toEqual(["read", "read", "read"]);
    await put(customer, "t1");
    expect(await rightOf(open(OWN_BOARD, customer))).toBe("write");
  });
});

describe("a change of rights holds at once for connections that are open", () => {
  it("by a step: taken, given back with a question for what was written meanwhile, and ended", async () => {
    const customer = open(OWN_BOARD, await seat("customer"));
    await customer.next("asked");
    customer.edit();
    await customer.next("stored");
    const taken = await goTo(1, ALL_READ);
    for (let at = 0; (await customer.next("rights", at)).right !== "read"; at += 1);
    expect(Date.now() - taken).toBeLessThan(HOLDS_WITHIN_MS);
    const read = customer.heard.length;
    expect(customer.heard.filter(({ say }) => say === "step" || say === "rights").slice(-2)).toEqual([
      { say: "step", step: { id: "step1", n: 1, rights: ALL_READ } },
      { say: "rights", right: "read" },
    ]);
    customer.edit();
    expect(await customer.next("denied")).toEqual({ say: "denied", frame: 2 });
    await goTo(2, ALL_WRITE);
    await customer.next("asked", read);
    expect((await customer.next("rights", read)).right).toBe("write");
    await goTo(3, { ...ALL_WRITE, customer: "none" });
    expect(await customer.closed).toBe(CLOSE.notForYou.code);
  });

  it("by a facilitator: another role is said and holds, another table closes the board of the old one", async () => {
    const person = await seat("customer");
    const params = { person: person.person };
    const [board, plan] = [open(OWN_BOARD, person), open(PLAN, person)];
    await Promise.all([board.next("asked"), plan.next("rights")]);
    const before = plan.heard.length;
    const changed = await ask(url, "changeSeat", { token: facilitator.token, params, body: { role: "moderator" } });
    expect(changed).toEqual({ person: person.person, role: "moderator", table: "t1", isHere: true });
    expect(await plan.next("hello", before)).toMatchObject({ person: person.person, role: "moderator", table: "t1" });

    const [seen, ofPlan] = [board.heard.length, plan.heard.length];
    const asked = Date.now();
    await ask(url, "changeSeat", { token: facilitator.token, params, body: { table: "t2" } });
    expect((await board.next("rights", seen)).right).toBe("read");
    expect(Date.now() - asked).toBeLessThan(HOLDS_WITHIN_MS);
    expect(await plan.next("hello", ofPlan)).toMatchObject({ role: "moderator", table: "t2" });
    await ask(url, "changeSeat", { token: facilitator.token, params, body: { role: "colleague" } });
    expect(await board.closed).toBe(CLOSE.notForYou.code);
    expect(await rightOf(open(OTHER_BOARD, person))).toBe("write");
  });

  it("within a second: of what a device sends after the change was answered, at most the first edit is taken (SPEC L23)", async () => {
    const person = await seat("moderator");
    const params = { person: person.person };
    const board = open(OWN_BOARD, person);
    await board.next("asked");
    await ask(url, "changeSeat", { token: facilitator.token, params, body: { role: "dais" } });
    const happened: string[] = [];
    // Each is a round trip of a few milliseconds.
    while (happened.length < 2 && happened.at(-1) !== "denied") {
      const from = board.heard.length;
      board.edit();
      happened.push((await Promise.race([board.next("stored", from), board.next("denied", from)])).say);
    }
    expect(happened.at(-1)).toBe("denied");
    expect(limits.RIGHTS_HOLD_WITHIN_MS).toBeLessThanOrEqual(1_000);
  });

  it("by taking the seat: every connection of the person ends, no other, and the token is worth nothing", async () => {
    const [ada, ben] = [await seat("customer"), await seat("customer")];
    const [board, plan, others] = [open(OWN_BOARD, ada), open(PLAN, ada), open(OWN_BOARD, ben)];
    await Promise.all([board.next("asked"), plan.next("rights"), others.next("asked")]);
    await ask(url, "revokePerson", { token: facilitator.token, params: { person: ada.person } });
    expect(await Promise.all([board.closed, plan.closed])).toEqual([CLOSE.seatEnded.code, CLOSE.seatEnded.code]);
    expect(await open(PLAN, ada).closed).toBe(CLOSE.badToken.code);
    expect((await call(url, "seat", { token: ada.token })).status).toBe(401);
    others.edit();
    await others.next("stored");
    const { people } = await ask(url, "people", { token: facilitator.token });
    expect(people.map(({ person }) => person)).not.toContain(ada.person);
  });
});

it("what a table has answered is opened for that table, and a moderator opens that of their own alone (SPEC L26)", async () => {
  const people = await Promise.all([
    seat("customer"),
    seat("moderator"),
    seat("customer", "t2"),
    seat("moderator", "t2"),
  ]);
  const [ada, mod, tim, mod2] = people.map((person, index) => open(index < 2 ? OWN_BOARD : OTHER_BOARD, person)) as [
    RawClient,
    RawClient,
    RawClient,
    RawClient,
  ];
  const hellos = await Promise.all([ada, mod, tim, mod2].map((client) => client.next("hello")));
  const row = { person: people[0]?.person ?? "", value: { value: 0.5 }, time: hellos[0]?.now ?? 0 };
  ada.say({ say: "answersPut", rows: [{ ...row, topic: "rating", item: "touchpoint1" }] });
  await ada.next("answersStored");
  mod2.say({ say: "reveal", items: [{ topic: "rating", item: "touchpoint1" }] });
  mod2.say({
    say: "answersPut",
    rows: [{ ...row, topic: "name", person: people[3]?.person ?? "", item: "today", value: "Mo" }],
  });
  await mod2.next("answersStored");
  mod.say({ say: "reveal", items: [{ topic: "rating", item: "touchpoint1" }] });
  const ofRating = (client: RawClient) =>
    client.heard.flatMap((message) =>
      message.say === "answers" ? message.rows.filter((it) => it.topic === "rating") : [],
    );
  while (ofRating(mod).length === 0) await mod.next("answers", mod.heard.length);
  // Said to everybody behind the rows that were opened.
  ada.say({ say: "answersPut", rows: [{ ...row, topic: "name", item: "today", value: "Ada" }] });
  for (const client of [tim, mod2]) {
    while (!JSON.stringify(client.heard).includes('"Ada"')) await client.next("answers", client.heard.length);
    expect(ofRating(client)).toEqual([]);
    // What the other moderator has opened holds nothing.
    expect(JSON.stringify(client.heard)).not.toContain('"table":"t1"');
  }
});

describe("a step", () => {
  it("is taken when its n is one more; who is behind is told the one that holds", async () => {
    const [leader, other] = [open(PLAN, facilitator), open(PLAN, facilitator)];
    await Promise.all([leader.next("hello"), other.next("hello")]);
    const step = (n: number, id: string) => ({ id, n, rights: ALL_WRITE });
    leader.say({ say: "step", step: step(7, "the relay came in mid-day") });
    expect((await other.next("step")).step.n).toBe(7);
    const before = other.heard.length;
    other.say({ say: "step", step: step(7, "another seventh") });
    expect(await other.next("step", before)).toEqual({ say: "step", step: step(7, "the relay came in mid-day") });
    const again = other.heard.length;
    other.say({ say: "step", step: step(8, "on") });
    expect(await other.next("step", again)).toEqual({ say: "step", step: step(8, "on") });
    expect(await open(PLAN, await seat("customer")).next("step")).toEqual({ say: "step", step: step(8, "on") });
  });

  it("is not taken from anybody but a facilitator", async () => {
    await goTo(1, ALL_READ);
    for (const role of ["moderator", "junior", "customer", "dais"] as const) {
      const client = open(PLAN, await seat(role));
      await client.next("step");
      const before = client.heard.length;
      client.say({ say: "step", step: { id: "mine", n: 2, rights: ALL_WRITE } });
      expect((await client.next("step", before)).step.n).toBe(1);
    }
  });

  it("of two at once one is taken, and both devices end in it", async () => {
    const pair = [open(PLAN, facilitator), open(PLAN, facilitator)];
    await Promise.all(pair.map((client) => client.next("hello")));
    for (const [index, client] of pair.entries())
      client.say({ say: "step", step: { id: `from ${index}`, n: 1, rights: ALL_READ } });
    await goTo(2, ALL_WRITE);
    const firsts = pair.map((client) =>
      client.heard.flatMap((message) => (message.say === "step" && message.step.n === 1 ? [message.step.id] : [])),
    );
    expect(new Set(firsts.flat()).size).toBe(1);
    expect(firsts.every((ids) => ids.length > 0)).toBe(true);
  });
});

it("a person has so many connections at once, and nobody else has fewer for it", async () => {
  const person = await seat("customer");
  const held = Array.from({ length: limits.MAX_CONNECTIONS_PER_PERSON }, () => open(PLAN, person));
  await Promise.all(held.map((client) => client.next("rights")));
  expect(await open(PLAN, person).closed).toBe(CLOSE.elsewhere.code);
  await open(PLAN, await seat("customer")).next("rights");
});
