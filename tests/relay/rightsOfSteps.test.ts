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
  mayEnterFor,
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

function expected(role: SeatRole, room: RoomName, kind: StepKind): Right {
  const [customer, colleague, helper] = ON_THE_OWN_BOARD[kind];
  if (role === "facilitator") return "write";
  if (role === "dais") return "read";
  if (room === "own") return role === "customer" ? customer : role === "colleague" ? colleague : helper;
  if (room === "other") return isHelper({ role }) ? "read" : "none";
  return role === "moderator" && room !== "plan" ? "write" : "read";
}

describe("the table of rights (P1, P66)", () => {
  it("holds in each kind of step, for every role and room, and shows colleagues nothing that customers may not see", async () => {
    const seats = await Promise.all(ROLES.map(async (role) => [role, await seat(role)] as const));
    for (const [index, kind] of STEP_KINDS.entries()) {
      await goTo(index + 1, usualRights(kind));
      const found = await Promise.all(
        seats.flatMap(([role, held]) =>
          (Object.keys(ROOMS) as RoomName[]).map(
            async (room) => [`${role} ${room}`, await rightOf(open(ROOMS[room], held))] as const,
          ),
        ),
      );
      const right = new Map<string, Right>(found);
      for (const role of ROLES)
        for (const room of Object.keys(ROOMS) as RoomName[])
          expect(right.get(`${role} ${room}`), `${role} in ${room} while “${kind}”`).toBe(expected(role, room, kind));
      for (const room of Object.keys(ROOMS))
        if (right.get(`colleague ${room}`) !== "none")
          expect(right.get(`customer ${room}`), `S1-1: ${room} while “${kind}”`).not.toBe("none");
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

  it("are read by every role at the own table and at another as the rule says, before the reveal", async () => {
    const writer = await seat("customer");
    const own = open(ROOMS.plan, writer);
    await own.next("hello");
    const readers = await Promise.all(
      ROLES.flatMap((role) => ["t1", "t2"].map((table) => [role, table] as const)).map(async ([role, table]) => {
        const client = open(ROOMS.plan, await seat(role, role === "dais" ? null : table));
        await client.next("hello");
        return { role, table, client };
      }),
    );
    const time = Date.now();
    const row = (topic: Topic, item: string) => ({ topic, person: writer.person, item, value: true, time });
    own.say({ say: "answersPut", rows: TOPIC_NAMES.map((topic) => row(topic, "item")) });
    await own.next("answersStored");
    own.say({ say: "answersPut", rows: [row("agreement", FENCE)] });
    for (const { role, table, client } of readers) {
      const heard = await rowsUntil(client, `agreement/${FENCE}`);
      const read = TOPIC_NAMES.filter((topic) => heard.has(`${topic}/item`));
      const mayRead = TOPIC_NAMES.filter((topic) => reads(role, table, ruleOf(topic)));
      expect(read.sort(), `${role} at ${table}`).toEqual(mayRead.sort());
    }
  });

  it("are written for somebody else by who helps at their table, where the rule says so, and by nobody else", async () => {
    for (const role of ROLES)
      for (const table of ["t1", "t2"]) {
        const person = await seat("customer");
        const held = await seat(role, role === "dais" ? null : table);
        const client = open(ROOMS.plan, held);
        await client.next("hello");
        const rows = TOPIC_NAMES.map((topic) => ({
          ...{ topic, person: person.person, item: "item", value: true },
          time: Date.now(),
        }));
        client.say({ say: "answersPut", rows });
        const refused = new Set<string>();
        const stored = new Set<string>();
        for (let at = 0; refused.size + stored.size < rows.length; ) {
          const message = client.heard[at];
          if (message === undefined) {
            await Promise.race([client.next("answersStored", at), client.next("answersRefused", at)]);
            continue;
          }
          at += 1;
          if (message.say === "answersStored") for (const { key } of message.keys) stored.add(key);
          if (message.say === "answersRefused") for (const { key } of message.keys) refused.add(key);
        }
        const place = { role, table: role === "dais" || role === "facilitator" ? null : table };
        for (const each of rows) {
          const may = ruleOf(each.topic).helpersWrite && mayEnterFor(place, { table: "t1" });
          expect(stored.has(answerKey(each)), `${role} at ${table} writes ${each.topic}`).toBe(may);
        }
        client.end();
      }
  });

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
