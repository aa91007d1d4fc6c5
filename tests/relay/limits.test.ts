/** Every limit of a room, a workshop, a person and an address, lowered and passed: what is said, what stays, who notices (SPEC L12). */
import { createHash } from "node:crypto";
import { boardRoom, CLOSE, type CloseReason, type limits, planRoom, type SeatAnswer } from "@sameside/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { png } from "./attachmentFiles.ts";
import { openRaw, type RawClient } from "./rawClient.ts";
import { ask, call, claimSeat, type RelayBench, seatBy, startBench, WORKSHOP } from "./relayBench.ts";
import { connectDevice, documentHolds } from "./socketDevice.ts";

type Limits = Partial<Record<keyof typeof limits, number>>;

const lowered = vi.hoisted(() => ({ limits: {} as Limits }));
vi.mock("@sameside/protocol", async (importOriginal) => {
  const original = await importOriginal<typeof import("@sameside/protocol")>();
  const get = (all: Record<string, number>, name: string) => (lowered.limits as typeof all)[name] ?? all[name];
  return { ...original, limits: new Proxy({ ...original.limits }, { get }) };
});

const BOARD = boardRoom(WORKSHOP, "t1");
const OTHER_BOARD = boardRoom(WORKSHOP, "t2");

let bench: RelayBench;
let url: string;
let facilitator: SeatAnswer;
let guest: SeatAnswer;
let clients: RawClient[];
/** Somebody else of the workshop, who notices nothing. */
let other: RawClient;

async function begin(limitsOfCase: Limits): Promise<void> {
  lowered.limits = limitsOfCase;
  bench = await startBench();
  url = bench.relay.url;
  facilitator = await claimSeat(url);
  guest = await seatBy(url, facilitator.token, { role: "participant", table: "t1" });
  other = open(OTHER_BOARD, await seatBy(url, facilitator.token, { role: "participant", table: "t2" }));
  await storedEdit(open(BOARD, guest));
  await storedEdit(other);
}

beforeEach(() => {
  clients = [];
});
afterEach(async () => {
  lowered.limits = {};
  for (const client of clients) client.end();
  await bench.tidyUp();
});

function open(room: string, { token }: Pick<SeatAnswer, "token">): RawClient {
  const client = openRaw(url, room, token);
  clients.push(client);
  return client;
}

async function storedEdit(client: RawClient): Promise<void> {
  await client.next("asked");
  const from = client.heard.length;
  client.edit();
  await client.next("stored", from);
}

/** What a newcomer finds on the guest's board: the one edit that was stored before. */
async function isAllThere(): Promise<void> {
  const device = connectDevice(url, BOARD, facilitator.token);
  await documentHolds(device.doc, () => device.doc.getMap("cards").size === 1);
  device.provider.destroy();
  const from = other.heard.length;
  other.edit();
  await other.next("stored", from);
}

function fill(doc: Y.Doc): void {
  doc.getMap("cards").set("big", "x".repeat(3_000));
}

function attach(bytes: Uint8Array, by = guest) {
  const hash = createHash("sha256").update(bytes).digest("base64url");
  return fetch(`${url}/api/workshops/${WORKSHOP}/attachments/${hash}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${by.token}` },
    body: Buffer.from(bytes),
  }).then(async (response) => [response.status, ((await response.json()) as { error?: string }).error]);
}

describe("a room or a workshop that is full ends the connection that makes it fuller, for good, and says what to do", () => {
  const CASES: readonly (readonly [Limits, (doc: Y.Doc) => void, CloseReason])[] = [
    [{ MAX_ROOM_BYTES: 2_000 }, fill, CLOSE.roomFull],
    [
      { MAX_ROOM_TYPES: 3 },
      (doc) => {
        for (let n = 0; n < 4; n += 1) doc.getMap("cards").set(`c${n}`, new Y.Map());
      },
      CLOSE.roomFull,
    ],
    [{ MAX_WORKSHOP_ROOM_BYTES: 2_000 }, fill, CLOSE.workshopFull],
  ];
  it.each(CASES)("%o", async (limitsOfCase, make, reason) => {
    await begin(limitsOfCase);
    const greedy = open(BOARD, guest);
    await greedy.next("asked");
    greedy.edit(make);
    expect(await greedy.goodbye).toEqual(reason);
    await isAllThere();
    // A change that fits is still taken.
    const again = open(BOARD, guest);
    await again.next("asked");
    again.edit((doc) => doc.getMap("cards").set("a", 1));
    await again.next("stored");
  });

  it("MAX_WORKSHOP_BOARDS, while boards that are there go on", async () => {
    await begin({ MAX_WORKSHOP_BOARDS: 2 });
    const plan = open(planRoom(WORKSHOP), facilitator);
    await storedEdit(plan);
    const third = open(boardRoom(WORKSHOP, "anything"), facilitator);
    await third.next("asked");
    third.edit();
    expect(await third.goodbye).toEqual(CLOSE.tooManyBoards);
    await isAllThere();
  });
});

it("MAX_ROOM_PRESENCE: who comes after it writes and reads like the others, and is not shown", async () => {
  await begin({ MAX_ROOM_PRESENCE: 1 });
  const [shown, hidden] = [connectDevice(url, BOARD, facilitator.token), connectDevice(url, BOARD, facilitator.token)];
  shown.provider.awareness.setLocalState({ n: 1 });
  await new Promise<void>((resolve) =>
    hidden.provider.awareness.on("change", () => {
      if (hidden.provider.awareness.getStates().has(shown.doc.clientID)) resolve();
    }),
  );
  hidden.provider.awareness.setLocalState({ n: 2 });
  hidden.doc.getMap("cards").set("late", 1);
  await documentHolds(shown.doc, () => shown.doc.getMap("cards").has("late"));
  expect(shown.provider.awareness.getStates().has(hidden.doc.clientID)).toBe(false);
  for (const { provider } of [shown, hidden]) provider.destroy();
});

describe("a workshop takes no more than it may hold", () => {
  it("MAX_PEOPLE: nobody new, while those who are there come again", async () => {
    await begin({ MAX_PEOPLE: 4 });
    const { code } = await ask(url, "invite", { token: facilitator.token, body: { role: "participant" } });
    const { token, person } = await ask(url, "join", { body: { code } });
    const refused = await call(url, "join", { body: { code } });
    expect([refused.status, refused.error]).toEqual([409, "This workshop has all the people it can hold."]);
    expect((await ask(url, "join", { body: { code, person, token } })).person).toBe(person);
    await isAllThere();
  });

  it("MAX_INVITES: no more, while those that are there let people in", async () => {
    await begin({ MAX_INVITES: 3 });
    const { code } = await ask(url, "invite", { token: facilitator.token, body: { role: "participant" } });
    const refused = await call(url, "invite", { token: facilitator.token, body: { role: "participant" } });
    expect([refused.status, refused.error]).toEqual([409, expect.stringContaining("Use one that is there")]);
    await ask(url, "join", { body: { code } });
    await isAllThere();
  });

  it("MAX_WORKSHOP_ANSWERS: no new row, while one that is there may change", async () => {
    await begin({ MAX_WORKSHOP_ANSWERS: 1 });
    const client = open(BOARD, guest);
    const { now } = await client.next("hello");
    const row = { topic: "name", person: guest.person, item: "today", value: "Ada", time: now } as const;
    const put = async (
      rows: Parameters<RawClient["say"]>[0] & { say: "answersPut" },
      answer: "answersStored" | "answersRefused",
    ) => {
      const from = client.heard.length;
      client.say(rows);
      return client.next(answer, from);
    };
    await put({ say: "answersPut", rows: [row] }, "answersStored");
    const refused = await put({ say: "answersPut", rows: [{ ...row, topic: "showMine" }] }, "answersRefused");
    expect(refused).toMatchObject({ keys: [{ why: "too-many" }] });
    await put({ say: "answersPut", rows: [{ ...row, value: "Ada L.", time: now + 1 }] }, "answersStored");
    await isAllThere();
  });

  it("MAX_OPENED_ITEMS: the reveal opens so many, and the rest stays sealed", async () => {
    await begin({ MAX_OPENED_ITEMS: 1 });
    const leader = open(planRoom(WORKSHOP), facilitator);
    await leader.next("hello");
    const items = ["first", "second"].map((item) => ({ topic: "rating" as const, item }));
    leader.say({ say: "reveal", items });
    expect((await leader.next("opened")).items.map(({ item }) => item)).toEqual(["first"]);
    const from = leader.heard.length;
    leader.say({ say: "reveal", items: items.toReversed() });
    expect((await leader.next("opened", from)).items.map(({ item }) => item)).toEqual(["first"]);
    await isAllThere();
  });

  it("MAX_PERSON_ATTACHMENTS and their bytes: no more of one person until some are taken out, while others add theirs", async () => {
    const files = [1, 2, 3].map((width) => Uint8Array.from(png(width, 1)));
    const [first = new Uint8Array(), second = first, third = first] = files;
    const refused = [413, expect.stringContaining("Take some out first")];
    for (const limitsOfCase of [
      { MAX_PERSON_ATTACHMENTS: 2 },
      { MAX_PERSON_ATTACHMENT_BYTES: first.length + second.length },
    ]) {
      await begin(limitsOfCase);
      for (const file of [first, second, first]) expect((await attach(file))[0]).toBe(200);
      expect(await attach(third)).toEqual(refused);
      expect((await attach(third, facilitator))[0]).toBe(200);
      expect((await attach(third))[0]).toBe(200);
      const hash = createHash("sha256").update(first).digest("base64url");
      const fourth = Uint8Array.from(png(4, 1));
      expect(await attach(fourth)).toEqual(refused);
      await ask(url, "takeOutAttachment", { token: facilitator.token, params: { hash } });
      expect((await attach(fourth))[0]).toBe(200);
      await isAllThere();
      if ("MAX_PERSON_ATTACHMENTS" in limitsOfCase) await bench.tidyUp();
    }
  });
});

describe("an address tries so often", () => {
  it("MAX_JOINS_PER_ADDRESS: nobody more gets in from there for a while, and who is in stays", async () => {
    await begin({ MAX_JOINS_PER_ADDRESS_BURST: 3, MAX_JOINS_PER_ADDRESS_MINUTE: 1 });
    const { code } = await ask(url, "invite", { token: facilitator.token, body: { role: "participant" } });
    expect((await call(url, "join", { body: { code } })).status).toBe(200);
    const refused = await call(url, "join", { body: { code } });
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    await isAllThere();
  });

  it("MAX_SCRUBS: whoever asks from there (SPEC L22)", async () => {
    await begin({ MAX_SCRUBS_BURST: 2, MAX_SCRUBS_MINUTE: 1 });
    const leaders = await Promise.all(["f1", "f2", "f3"].map((person) => claimSeat(url, person)));
    const asked = await Promise.all(leaders.map(({ token }) => call(url, "scrub", { token })));
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    await isAllThere();
  });
});
