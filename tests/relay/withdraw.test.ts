/** Withdrawing: nothing of what a person said is left in any stored byte, of the relay or of a device (S0-20, SPEC S29, N11). */
import "fake-indexeddb/auto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import {
  type Actor,
  addCard,
  addComment,
  asBoardDocument,
  type BoardDocument,
  type BoardView,
  boardFromState,
  EXAMPLE_JOURNEY,
  holdsWithdrawn,
  importJourney,
  lastSaid,
  openBoardReader,
  rate,
  readBoard,
  rewordCard,
  stateOf,
  withdrawWords,
  writeBody,
} from "@sameside/model";
import { boardRoom, WITHDRAWAL } from "@sameside/protocol";
import { type Relay, startRelay } from "@sameside/relay";
import {
  type Answers,
  callRelay,
  type HeldSeat,
  heldRooms,
  openAnswers,
  openReplica,
  type Replica,
  scrubRoom,
  storedRoom,
  takeInAsOthers,
  uploadAttachment,
  waitingChanges,
} from "@sameside/replica";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rowsOnDisk, until } from "../replica/support/notes.ts";
import { publishFrom, seatBy } from "../replica/support/workshop.ts";
import { png } from "./attachmentFiles.ts";

const WORKSHOP = "AAAAAAAAAAAAAAAAAAAAAA";
const ROOM = boardRoom(WORKSHOP, "table1");
/** Each said by the person who withdraws, somewhere else. */
const SAID = {
  card: "zebra-crossing-of-invoices",
  reworded: "yellow-submarine-of-forms",
  body: "xylophone-in-the-waiting-line",
  comment: "walrus-behind-the-counter",
  commitment: "vinegar-on-the-hotline",
  name: "Ursula-Unmistakable",
};

let dataDir: string;
let relay: Relay;
let origin: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "sameside-withdraw-"));
  relay = await startRelay({ port: 0, host: "127.0.0.1", dataDir });
  origin = relay.url.replace("localhost", "127.0.0.1");
});
afterEach(async () => {
  await relay.close();
  await rm(dataDir, { recursive: true });
});

interface DeviceAtTable {
  readonly factory: IDBFactory;
  readonly seat: HeldSeat;
  readonly by: Actor;
  readonly answers: Answers;
  readonly replica: Replica<BoardDocument, BoardView>;
}

async function openDeviceOf(seat: HeldSeat, factory = new IDBFactory()): Promise<DeviceAtTable> {
  const answers = await openAnswers(WORKSHOP, factory);
  const replica = await openReplica<BoardDocument, BoardView>({
    room: ROOM,
    asDocument: asBoardDocument,
    project: readBoard,
    factory,
    answers,
  });
  const role = seat.role === "facilitator" ? "facilitator" : "customer";
  return { factory, seat, by: { person: seat.person, role, now: Date.now }, answers, replica };
}

function connect({ replica, seat }: DeviceAtTable): void {
  replica.connect({ url: `${origin.replace("http", "ws")}/sync`, token: seat.token, person: seat.person });
}

async function closeAll(...devices: readonly DeviceAtTable[]): Promise<void> {
  for (const { replica, answers } of devices) {
    await replica.close();
    await answers.close();
  }
}

/** A facilitator with the example, and a guest who has said all of `SAID`. */
async function table(): Promise<{ anna: DeviceAtTable; ursula: DeviceAtTable }> {
  const factory = new IDBFactory();
  const relayOfTests = { origin } as Parameters<typeof publishFrom>[1];
  const tokens = await publishFrom(factory, relayOfTests);
  const annasSeat: HeldSeat = {
    token: tokens.write,
    person: tokens.person,
    role: "facilitator",
    table: null,
    expires: Number.MAX_SAFE_INTEGER,
  };
  const anna = await openDeviceOf(annasSeat, factory);
  connect(anna);
  importJourney(anna.replica.doc, anna.by, { draft: EXAMPLE_JOURNEY });
  await anna.replica.delivered();
  const ursula = await openDeviceOf(await seatBy(tokens.writeCode, relayOfTests));
  connect(ursula);
  await until(changesOf(ursula), () => (cardsOf(ursula).length > 0 ? true : undefined));
  await say(ursula);
  await until(changesOf(anna), () => (holds(anna, SAID.comment) ? true : undefined));
  await anna.replica.saved();
  await until(anna.answers.subscribe, () => anna.answers.rows("commitment")[0]);
  // What is heard is stored one after the other: after this, it is.
  await anna.answers.put({ topic: "name", person: anna.by.person, item: "today", value: "Anna" });
  return { anna, ursula };
}

/** Every change of its board, its own or another's. */
function changesOf({ replica }: DeviceAtTable) {
  return (listener: () => void) => {
    const reader = openBoardReader(replica.doc);
    const stop = reader.subscribe(listener);
    return () => {
      stop();
      reader.close();
    };
  };
}

function cardsOf({ replica }: DeviceAtTable) {
  const { journeys } = readBoard(replica.doc);
  return journeys
    .flatMap(({ phases }) => phases)
    .flatMap(({ touchpoints }) => touchpoints)
    .flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat());
}

function holds({ replica }: DeviceAtTable, words: string): boolean {
  return JSON.stringify(readBoard(replica.doc)).includes(words);
}

async function say({ replica, by, answers }: DeviceAtTable): Promise<void> {
  const board = replica.doc;
  const [first] = readBoard(board).journeys;
  const touchpoint = first?.phases[0]?.touchpoints[0];
  const beside = Object.values(touchpoint?.cardsByLane ?? {}).flat()[0];
  if (!touchpoint || !beside) throw new Error("the example has no such place");
  const card = addCard(board, by, { parent: touchpoint.id, lane: beside.lane, text: SAID.card });
  if (card.outcome !== "done") throw new Error("not added");
  rewordCard(board, by, { card: card.value, text: SAID.reworded });
  writeBody(board, by, { card: card.value, body: SAID.body });
  rate(board, by, { touchpoint: touchpoint.id, value: 0.5, intensity: 0.25 });
  addComment(board, by, { subject: beside.id, text: SAID.comment });
  const person = by.person;
  await answers.put({ topic: "name", person, item: "today", value: SAID.name });
  await answers.put({ topic: "commitment", person, item: "own", value: { text: SAID.commitment } });
  await replica.delivered();
  await until(answers.subscribe, () => (answers.waiting() === 0 ? true : undefined));
}

/** What the app does on the device of who withdraws. */
async function withdraw(device: DeviceAtTable): Promise<void> {
  const { person } = device.by;
  const time = lastSaid(device.replica.doc, person);
  await device.answers.put({ ...WITHDRAWAL, person, value: time });
  withdrawWords(device.replica.doc, device.by, { person, time });
}

async function scrubAtRelay({ seat }: DeviceAtTable): Promise<void> {
  await callRelay(origin, "scrub", { token: seat.token, params: { workshop: WORKSHOP } });
}

/** Words of `SAID` in any file that the relay keeps. */
async function leftAtRelay(): Promise<string[]> {
  const files = await Promise.all(
    (await readdir(dataDir)).map((name) => readFile(join(dataDir, name)).catch(() => "")),
  );
  return Object.values(SAID).filter((words) => files.some((bytes) => bytes.includes(words)));
}

/** Words of `SAID` in any row of the device's database, unpacked where it is packed. */
async function leftOn({ factory }: DeviceAtTable): Promise<string[]> {
  const tables = ["snapshots", "log", "views", "answers", "meta", "parked", "blobs", "workshops"];
  const rows = (await Promise.all(tables.map((table) => rowsOnDisk(factory, table)))).flat();
  const texts = rows.flatMap((row) => Object.values(row).map(textOf));
  return Object.values(SAID).filter((words) => texts.some((text) => text.includes(words)));
}

function textOf(value: unknown): string {
  if (!(value instanceof Uint8Array)) return JSON.stringify(value) ?? "";
  const isZipped = value[0] === 0x1f && value[1] === 0x8b;
  return Buffer.from(isZipped ? gunzipSync(value) : value).toString("latin1");
}

describe("who withdraws", () => {
  it("leaves none of their words in the relay's files, while the map and others' words stay", async () => {
    const { anna, ursula } = await table();
    expect(await leftAtRelay()).toEqual(Object.values(SAID));
    await withdraw(ursula);
    await ursula.replica.delivered();
    await until(ursula.answers.subscribe, () => (ursula.answers.waiting() === 0 ? true : undefined));
    await scrubAtRelay(ursula);
    expect(await leftAtRelay()).toEqual([]);

    await until(changesOf(anna), () => (holds(anna, SAID.reworded) ? undefined : true));
    expect(cardsOf(anna).filter(({ withdrawn }) => withdrawn)).toMatchObject([{ text: "", body: "" }]);
    expect(cardsOf(anna).filter(({ withdrawn }) => !withdrawn).length).toBeGreaterThan(3);
    expect(readBoard(anna.replica.doc).journeys[0]?.phases[0]?.touchpoints[0]?.ratings).toEqual(
      readBoard(ursula.replica.doc).journeys[0]?.phases[0]?.touchpoints[0]?.ratings,
    );
    await closeAll(anna, ursula);

    // A device that comes anew is told none of it.
    const again = await openDeviceOf(anna.seat);
    connect(again);
    await until(changesOf(again), () => (cardsOf(again).length > 0 ? true : undefined));
    expect(holdsWithdrawn(again.replica.doc, { person: ursula.by.person, time: Date.now() })).toBe(false);
    expect(again.answers.rows("name").some(({ value }) => value === SAID.name)).toBe(false);
    await closeAll(again);
  });

  it("leaves none of their words on another device after its next contact, and what was written there meanwhile stays", async () => {
    const { anna, ursula } = await table();
    // A snapshot holds the words, which becomes the one before the last.
    await anna.replica.folded();
    anna.replica.disconnect();
    const theirs = cardsOf(anna).find(({ text }) => text === SAID.reworded);
    await withdraw(ursula);
    await ursula.replica.delivered();
    await until(ursula.answers.subscribe, () => (ursula.answers.waiting() === 0 ? true : undefined));
    await scrubAtRelay(ursula);
    addComment(anna.replica.doc, anna.by, { subject: theirs?.id ?? "", text: "written while offline" });
    await anna.replica.saved();
    expect(await leftOn(anna)).toEqual(Object.values(SAID));

    connect(anna);
    await until(changesOf(anna), () => (holds(anna, SAID.reworded) ? undefined : true));
    await until(anna.answers.subscribe, () => anna.answers.rows("withdrawn")[0]);
    await anna.replica.delivered();
    await anna.replica.folded();
    expect(await scrubRoom(ROOM, readBoard(anna.replica.doc), anna.factory)).toBe(true);
    // As above.
    await anna.answers.put({ topic: "name", person: anna.by.person, item: "today", value: "Anna" });
    expect(await leftOn(anna)).toEqual([]);
    expect(cardsOf(anna).find(({ id }) => id === theirs?.id)?.threads[0]?.comments[0]?.text).toBe(
      "written while offline",
    );
    await closeAll(anna, ursula);
    const again = await openDeviceOf(anna.seat, anna.factory);
    expect(cardsOf(again).find(({ id }) => id === theirs?.id)).toMatchObject({ withdrawn: true, text: "" });
    await closeAll(again);
  });

  it("on a laptop without a connection is told when the words are out of the stored bytes, and when not yet", async () => {
    const { anna, ursula } = await table();
    ursula.replica.disconnect();
    await withdraw(ursula);
    await ursula.replica.folded();
    const scrubbed = () => scrubRoom(ROOM, readBoard(ursula.replica.doc), ursula.factory);
    expect(await scrubbed()).toBe(false);
    connect(ursula);
    await ursula.replica.delivered();
    await ursula.replica.folded();
    expect(await scrubbed()).toBe(true);
    expect(await leftOn(ursula)).toEqual([]);
    await closeAll(anna, ursula);
  });

  it("before the map was ever shared leaves none of their words on their own device", async () => {
    const alone = await openDeviceOf({ token: "", person: "ursula", role: "facilitator", table: null, expires: 0 });
    importJourney(alone.replica.doc, alone.by, { draft: EXAMPLE_JOURNEY });
    const [beside] = cardsOf(alone);
    addComment(alone.replica.doc, alone.by, { subject: beside?.id ?? "", text: SAID.comment });
    await alone.answers.put({ topic: "name", person: "ursula", item: "today", value: SAID.name });
    await alone.replica.folded();
    expect(await leftOn(alone)).toEqual([SAID.comment, SAID.name]);
    await withdraw(alone);
    await alone.replica.folded();
    expect(await scrubRoom(ROOM, readBoard(alone.replica.doc), alone.factory)).toBe(true);
    expect(await leftOn(alone)).toEqual([]);
    await closeAll(alone);
  });

  it("is emptied in a copy that has no way to its room any more, and stays so when there is one again (S45)", async () => {
    const { anna, ursula } = await table();
    await closeAll(anna);
    expect(await heldRooms(WORKSHOP, anna.factory)).toEqual([ROOM]);
    const stored = await storedRoom(ROOM, anna.factory);
    if (!stored) throw new Error("nothing is stored of the room");
    const copy = boardFromState(stored);
    withdrawWords(copy, anna.by, { person: ursula.by.person, time: Date.now() });
    await takeInAsOthers(ROOM, stateOf(copy), anna.factory);
    expect(await scrubRoom(ROOM, readBoard(copy), anna.factory)).toBe(true);
    // Answers come over every room's connection: they are emptied by themselves.
    expect(await leftOn(anna)).toEqual([SAID.commitment, SAID.name]);
    expect(await waitingChanges(ROOM, anna.factory)).toBe(0);

    const again = await openDeviceOf(anna.seat, anna.factory);
    connect(again);
    await until(changesOf(ursula), () => (holds(ursula, SAID.reworded) ? undefined : true));
    expect(holds(again, SAID.reworded)).toBe(false);
    await closeAll(again, ursula);
  });

  it("is not brought back by a laptop that was asleep with an answer of theirs", async () => {
    const { anna, ursula } = await table();
    const person = ursula.by.person;
    const late = { topic: "name", person, item: "today", value: SAID.name, time: Date.now() - 60_000 } as const;
    await withdraw(ursula);
    await until(ursula.answers.subscribe, () => (ursula.answers.waiting() === 0 ? true : undefined));
    await until(anna.answers.subscribe, () => anna.answers.rows("withdrawn")[0]);
    await anna.answers.takeIn([late]);
    expect(anna.answers.rows("name").some(({ value }) => value === SAID.name)).toBe(false);
    await scrubAtRelay(anna);
    await closeAll(anna, ursula);
  });
});

it("what stands in the stored bytes anew is asked for by who has withdrawn, or by a facilitator", async () => {
  const { anna, ursula } = await table();
  await expect(scrubAtRelay(ursula)).rejects.toMatchObject({ status: 403 });
  await scrubAtRelay(anna);
  expect(await leftAtRelay()).toEqual(Object.values(SAID));
  await closeAll(anna, ursula);
});

it("a file that was taken out is in none of the relay's files", async () => {
  const { anna, ursula } = await table();
  const MARKER = "quokka-in-the-lobby";
  const picture = new Uint8Array(Buffer.concat([png(8, 8), Buffer.from(MARKER), Buffer.alloc(100_000, 7)]));
  const place = { origin, workshop: WORKSHOP, token: anna.seat.token };
  const hash = await uploadAttachment(place, picture);
  const inFiles = async () => {
    const files = await Promise.all(
      (await readdir(dataDir)).map((name) => readFile(join(dataDir, name)).catch(() => "")),
    );
    return files.some((bytes) => bytes.includes(MARKER));
  };
  expect(await inFiles()).toBe(true);
  await callRelay(origin, "takeOutAttachment", { token: ursula.seat.token, params: { workshop: WORKSHOP, hash } });
  expect(await inFiles()).toBe(false);
  await closeAll(anna, ursula);
});
