/**
 * Who may do what in each kind of step, and with each topic of answers, found out by doing it: every role, every room
 * and topic, own table and another, by bare sockets on a running relay. That nothing is seen by colleagues only (S1-1)
 * is read off what was found.
 */
import { addStep, newPlan, readPlan, STEP_KINDS, STEP_RIGHTS, type StepKind } from "@sameside/model";
import {
  answerKey,
  boardRoom,
  findingsRoom,
  isHelper,
  isNoted,
  mayEnterFor,
  NO_TABLE,
  planRoom,
  questionsRoom,
  type Right,
  rightIn,
  type SeatAnswer,
  type SeatRole,
  type StepRights,
  TOPICS,
  type Topic,
  type TopicRule,
} from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRaw, type RawClient } from "./rawClient.ts";
import { claimSeat, type RelayBench, seatBy, startBench, WORKSHOP } from "./relayBench.ts";

const ROLES = ["facilitator", "moderator", "junior", "customer", "colleague", "dais"] as const;
const ROOMS = {
  plan: planRoom(WORKSHOP),
  questions: questionsRoom(WORKSHOP),
  findings: findingsRoom(WORKSHOP),
  own: boardRoom(WORKSHOP, "t1"),
  other: boardRoom(WORKSHOP, "t2"),
} as const;
type RoomName = keyof typeof ROOMS;

/** What customers, colleagues, and who helps at the table may do on its board in each kind of step. */
const ALL_WRITE = ["write", "write", "write"] as const;
const HELPERS_WRITE = ["read", "read", "write"] as const;
const ON_THE_OWN_BOARD: Readonly<Record<StepKind, readonly [Right, Right, Right]>> = {
  read: HELPERS_WRITE,
  map: ALL_WRITE,
  "what-if": ALL_WRITE,
  listen: ["write", "read", "write"],
  guess: HELPERS_WRITE,
  rate: HELPERS_WRITE,
  vote: HELPERS_WRITE,
  pair: ALL_WRITE,
  questions: ALL_WRITE,
  commit: ALL_WRITE,
  break: ALL_WRITE,
  free: ALL_WRITE,
};

/** Topics whose rows who helps at a table reads beside the person. The consent page lists them; nobody else reads more. */
const READ_BY_HELPERS: readonly Topic[] = [
  "guardian",
  "roleCard",
  "preTask",
  "needs",
  "reaction",
  "help",
  "spoke",
  "proposal",
  "seen",
  "device",
];

let bench: RelayBench;
let facilitator: SeatAnswer;
let clients: RawClient[];
beforeEach(async () => {
  bench = await startBench();
  facilitator = await claimSeat(bench.relay.url);
  clients = [];
});
afterEach(async () => {
  for (const client of clients) client.end();
  expect(bench.logged).toEqual([]);
  await bench.tidyUp();
});

function open(room: string, { token }: Pick<SeatAnswer, "token">): RawClient {
  const client = openRaw(bench.relay.url, room, token);
  clients.push(client);
  return client;
}

function seat(role: SeatRole, table: string | null = "t1"): Promise<SeatAnswer> {
  if (role === "facilitator") return Promise.resolve(facilitator);
  const isParticipant = role === "customer" || role === "colleague";
  const invite = { role: isParticipant ? ("participant" as const) : role, table };
  return seatBy(bench.relay.url, facilitator.token, invite, isParticipant ? { role } : {});
}

async function goTo(n: number, rights: StepRights): Promise<void> {
  const leader = open(ROOMS.plan, facilitator);
  await leader.next("hello");
  const from = leader.heard.length;
  leader.say({ say: "step", step: { id: `step${n}`, n, rights } });
  for (let at = from; ; at = leader.heard.length) {
    const { step } = await leader.next("step", at);
    if (step.n === n) break;
  }
  leader.end();
}

/** What a connection may do, by what happens to an edit. */
async function rightOf(client: RawClient): Promise<Right> {
  const rights = await client.next("rights").catch(() => undefined);
  if (!rights) return "none";
  client.edit();
  const happened = await Promise.race([client.next("stored"), client.next("denied")]);
  client.end();
  return happened.say === "stored" ? "write" : "read";
}

function usualRights(kind: StepKind): StepRights {
  const plan = newPlan();
  addStep(plan, { person: "anna", role: "facilitator", now: () => 1 }, { title: kind, kind });
  const [step] = readPlan(plan).steps;
  if (!step) throw new Error("a step was added");
  return step.rights;
}

/** Where somebody sits: at the table, at none since they were taken from it, or bound to none where there is one table. */
const BOUND = { seated: "t1", taken: NO_TABLE, free: null } as const;
type Bound = keyof typeof BOUND;

function expected(role: SeatRole, bound: Bound, room: RoomName, kind: StepKind): Right {
  const [customer, colleague, moderator] = ON_THE_OWN_BOARD[kind];
  // Who helps as a junior is a colleague, and listens like one (S2-1, S2-2).
  const helper = role === "junior" && kind === "listen" ? "read" : moderator;
  if (role === "facilitator") return "write";
  if (role === "dais") return "read";
  const isOwn =
    bound === "free" ? role !== "junior" && (room === "own" || room === "other") : bound === "seated" && room === "own";
  if (isOwn) return role === "customer" ? customer : role === "colleague" ? colleague : helper;
  if (room === "own" || room === "other") return isHelper({ role }) ? "read" : "none";
  return role === "moderator" && room !== "plan" ? "write" : "read";
}

describe("the table of rights (P1, P66)", () => {
  it("holds in each kind of step, for every role, room and place, and shows colleagues nothing that customers may not see", async () => {
    const everybody = ROLES.flatMap((role) => (Object.keys(BOUND) as Bound[]).map((bound) => [role, bound] as const));
    const seats = await Promise.all(
      everybody.map(async ([role, bound]) => [role, bound, await seat(role, BOUND[bound])] as const),
    );
    for (const [index, kind] of STEP_KINDS.entries()) {
      await goTo(index + 1, usualRights(kind));
      const found = await Promise.all(
        seats.flatMap(([role, bound, held]) =>
          (Object.keys(ROOMS) as RoomName[]).map(
            async (room) => [`${role} ${bound} ${room}`, await rightOf(open(ROOMS[room], held))] as const,
          ),
        ),
      );
      const right = new Map<string, Right>(found);
      for (const [role, bound] of everybody)
        for (const room of Object.keys(ROOMS) as RoomName[])
          expect(right.get(`${role} ${bound} ${room}`), `${role}, ${bound}, in ${room} while “${kind}”`).toBe(
            expected(role, bound, room, kind),
          );
      for (const bound of Object.keys(BOUND))
        for (const room of Object.keys(ROOMS))
          if (right.get(`colleague ${bound} ${room}`) !== "none")
            expect(right.get(`customer ${bound} ${room}`), `S1-1: ${room} while “${kind}”`).not.toBe("none");
    }
  });

  it("lets no step show colleagues a board that is hidden from the customers of its table (S1-1)", () => {
    const board = { workshop: WORKSHOP, kind: "board", group: "t1" } as const;
    for (const customer of STEP_RIGHTS)
      for (const colleague of STEP_RIGHTS)
        for (const table of ["t1", "t2", null]) {
          const step = { customer, colleague, moderator: "write" } as const;
          const sees = (role: SeatRole) => rightIn({ person: "x", role, table }, board, step) !== "none";
          expect(sees("colleague") && !sees("customer"), `${customer} ${colleague} ${table}`).toBe(false);
        }
  });
});

describe("the topics of answers (S1-1, P67)", () => {
  const ruleOf = (topic: Topic): TopicRule => TOPICS[topic];
  const TOPIC_NAMES = (Object.keys(TOPICS) as Topic[]).filter(
    (topic) => topic !== "withdrawn" && !ruleOf(topic).facilitatorsOnly,
  );
  const FENCE = "fence";

  it("name what helpers read, and nothing that colleagues read and customers do not", () => {
    const readByHelpers = (Object.keys(TOPICS) as Topic[]).filter((topic) => ruleOf(topic).helpersRead);
    expect(readByHelpers.sort()).toEqual([...READ_BY_HELPERS].sort());
  });

  it("are read in every kind of step by every role, at the own table, another and none, as the rule says", async () => {
    const places = ROLES.flatMap((role) => ["t1", "t2", NO_TABLE].map((table) => [role, table] as const));
    const readers = await Promise.all(
      places.map(async ([role, table]) => {
        const client = open(ROOMS.plan, await seat(role, role === "dais" ? null : table));
        await client.next("hello");
        return { role, table, client };
      }),
    );
    /** Somebody else each time: so many rows of a topic nobody has. */
    const newWriter = async () => {
      const { person, token } = await seat("customer");
      const client = open(ROOMS.plan, { token });
      await client.next("hello");
      const put = (topics: readonly Topic[], item: string) =>
        client.say({
          say: "answersPut",
          rows: topics.map((topic) => ({ topic, person, item, value: true, time: Date.now() })),
        });
      return { client, put };
    };
    const compare = async (
      fence: string,
      step: string,
      isTold: (role: SeatRole, table: string, topic: Topic) => boolean,
    ) => {
      for (const { role, table, client } of readers) {
        // What helpers are told comes after what everybody is.
        const last = reads(role, table, ruleOf("seen")) ? "seen" : "agreement";
        const heard = await rowsUntil(client, `${last}/${fence}`);
        const read = TOPIC_NAMES.filter((topic) => heard.has(`${topic}/${step}`));
        expect(read.sort(), `${role} at ${table} while “${step}”`).toEqual(
          TOPIC_NAMES.filter((topic) => isTold(role, table, topic)).sort(),
        );
      }
    };
    for (const [index, kind] of STEP_KINDS.entries()) {
      await goTo(index + 1, usualRights(kind));
      const { client, put } = await newWriter();
      put(TOPIC_NAMES, kind);
      await client.next("answersStored");
      put(["agreement", "seen"], `${FENCE}-${kind}`);
      await compare(`${FENCE}-${kind}`, kind, (role, table, topic) => reads(role, table, ruleOf(topic)));
    }
    // What the reveal opens of one table is read there, by who leads all and by screens (L26), but for what is never
    // told with a name.
    const [last = "free"] = STEP_KINDS.toReversed();
    const leader = open(ROOMS.plan, facilitator);
    await leader.next("hello");
    const from = leader.heard.length;
    const sealed = TOPIC_NAMES.filter((topic) => ruleOf(topic).sealed);
    leader.say({ say: "reveal", items: sealed.map((topic) => ({ topic, item: last })) });
    await leader.next("opened", from);
    (await newWriter()).put(["agreement", "seen"], `${FENCE}-open`);
    await compare(`${FENCE}-open`, last, (role, table, topic) =>
      ruleOf(topic).sealed
        ? ruleOf(topic).read === "all" && (table === "t1" || role === "facilitator" || role === "dais")
        : reads(role, table, ruleOf(topic)),
    );
  });

  it("are written for somebody else by who leads their table, by a junior facilitator whom they have chosen, and by nobody else (S2-6)", async () => {
    const writers = ROLES.flatMap((role) =>
      ["t1", "t2"].flatMap((table) => [true, false].map((isChosen) => ({ role, table, isChosen }))),
    );
    for (const { role, table, isChosen } of writers) {
      const person = await seat("customer");
      const held = await seat(role, role === "dais" ? null : table);
      const client = open(ROOMS.plan, held);
      await client.next("hello");
      if (isChosen) await choose(person, held.person);
      const rows = TOPIC_NAMES.map((topic) => ({
        ...{ topic, person: person.person, item: "item", value: true },
        time: Date.now(),
      }));
      client.say({ say: "answersPut", rows });
      const { stored } = await settled(client, rows.length);
      const place = { person: held.person, role, table: role === "dais" || role === "facilitator" ? null : table };
      for (const each of rows) {
        const chosen = isChosen || isNoted(each.topic) ? held.person : undefined;
        const may = ruleOf(each.topic).helpersWrite && mayEnterFor(place, { table: "t1", chosen });
        expect(stored.has(answerKey(each)), `${role} at ${table} writes ${each.topic}`).toBe(may);
        if (role === "junior" && !isChosen && !["spoke", "proposal"].includes(each.topic)) expect(may).toBe(false);
      }
      client.end();
    }
  });

  it("hold what a person says later themselves, whoever has answered for them (S2-6)", async () => {
    const [person, junior] = [await seat("customer"), await seat("junior")];
    const [own, helper] = [open(ROOMS.plan, person), open(ROOMS.plan, junior)];
    await Promise.all([own.next("hello"), helper.next("hello")]);
    await choose(person, junior.person);
    const row = { topic: "commitment", person: person.person, item: "own" } as const;
    const time = Date.now();
    helper.say({ say: "answersPut", rows: [{ ...row, value: { text: "Entered" }, time }] });
    await settled(helper, 1);
    expect(await latest(own, "Entered")).toMatchObject({ enteredBy: junior.person });
    own.say({ say: "answersPut", rows: [{ ...row, value: { text: "Mine" }, time: time + 1 }] });
    expect(await latest(helper, "Mine")).not.toHaveProperty("enteredBy");
    helper.say({ say: "answersPut", rows: [{ ...row, value: { text: "Entered again" }, time }] });
    await settled(helper, 2);
    // Who was let go of writes nothing more.
    await choose(person, null);
    helper.say({ say: "answersPut", rows: [{ ...row, value: { text: "Uninvited" }, time: time + 9 }] });
    expect((await settled(helper, 3)).refused.size).toBe(1);
    const late = open(ROOMS.plan, facilitator);
    expect(await latest(late, "Mine")).toBeDefined();
  });

  /** The person says who writes for them. */
  async function choose({ person, token }: SeatAnswer, helper: string | null): Promise<void> {
    const own = open(ROOMS.plan, { token });
    await own.next("hello");
    own.say({
      say: "answersPut",
      rows: [{ topic: "writesForMe", person, item: "today", value: helper, time: Date.now() }],
    });
    await own.next("answersStored");
    own.end();
  }

  /** What became of this many rows that a connection has sent. */
  async function settled(client: RawClient, count: number) {
    const [stored, refused] = [new Set<string>(), new Set<string>()];
    for (let at = 0, left = count; left > 0; at += 1) {
      if (client.heard[at] === undefined)
        await Promise.race([client.next("answersStored", at), client.next("answersRefused", at)]);
      const message = client.heard[at];
      if (message?.say === "answersStored") for (const { key } of message.keys) stored.add(key);
      if (message?.say === "answersRefused") for (const { key } of message.keys) refused.add(key);
      if (message?.say === "answersStored" || message?.say === "answersRefused") left -= message.keys.length;
    }
    return { stored, refused };
  }

  /** The row of a commitment with these words, once it was heard. */
  async function latest(client: RawClient, text: string) {
    for (let at = 0; ; at += 1) {
      if (client.heard[at] === undefined) await client.next("answers", at);
      const message = client.heard[at];
      const rows = message?.say === "answers" ? message.rows : [];
      const found = rows.find(({ value }) => JSON.stringify(value) === JSON.stringify({ text }));
      if (found) return found;
    }
  }

  function reads(role: SeatRole, table: string, { read, sealed, anonymous, helpersRead }: TopicRule): boolean {
    if (sealed) return false;
    if (read === "all" && !anonymous) return true;
    if (!helpersRead || !isHelper({ role })) return false;
    // Without a name, and for who helps at the table, as with one: but among the few of a table a name is guessed.
    return role === "facilitator" || (table === "t1" && !anonymous);
  }

  /** Topic and item of all rows heard until this one: who said what is anonymous has another name here. */
  async function rowsUntil(client: RawClient, last: string): Promise<ReadonlySet<string>> {
    const keys = new Set<string>();
    for (let at = 0; !keys.has(last); ) {
      const message = client.heard[at];
      if (message === undefined) await client.next("answers", at);
      else {
        at += 1;
        if (message.say === "answers") for (const { topic, item } of message.rows) keys.add(`${topic}/${item}`);
      }
    }
    return keys;
  }
});
