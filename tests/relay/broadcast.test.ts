import { MESSAGE_AWARENESS, MESSAGE_SYNC } from "@sameside/protocol";
import {
  aloneBus,
  type Batch,
  GroupCommit,
  type Member,
  openSqliteStore,
  type Room,
  type RoomStore,
  Rooms,
} from "@sameside/relay";
import * as decoding from "lib0/decoding";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ManualTime, manualTime } from "./manualTime.ts";
import { recordingDesk } from "./recordingDesk.ts";
import { presenceFrameOf, RoomDevice, SEAT } from "./roomDevice.ts";

const ROOM = "workshop-0123456789.board.table1";
/** Longer than any time between two batches. */
const A_BATCH_MS = 60;
/** "I am still here" is told at the latest after so long. */
const RENEWALS_MS = 5_100;
const CROWD = 2_000;

let store: RoomStore;
let groupCommit: GroupCommit;
let time: ManualTime;
let room: Room;

beforeEach(async () => {
  store = openSqliteStore({ file: ":memory:" });
  groupCommit = new GroupCommit(store, () => undefined);
  time = manualTime();
  const deskOf = async () => recordingDesk();
  const rooms = new Rooms({ store, groupCommit, bus: aloneBus(), log: () => undefined, deskOf, clock: time });
  room = await rooms.enter(ROOM);
});
afterEach(() => store.close());

async function join(options: Parameters<RoomDevice["join"]>[1] = {}): Promise<RoomDevice> {
  const device = new RoomDevice().join(room, options);
  device.read();
  await groupCommit.settled();
  time.pass(0);
  time.pass(A_BATCH_MS);
  device.read();
  device.batches.length = 0;
  return device;
}

describe("what a room tells", () => {
  it("leaves at once when it was quiet, with the confirmation after it", async () => {
    const ada = await join();
    ada.doc.getMap("cards").set("a", 1);
    await groupCommit.settled();
    expect(ada.batches).toEqual([]);
    time.pass(0);
    expect(ada.batches).toEqual([[MESSAGE_SYNC]]);
    ada.read();
    expect(ada.storedFrames).toBe(2);
  });

  it("is one batch for the edits of several commits and for presence, in order, each message by itself", async () => {
    const [ada, ben] = [await join(), await join()];
    ada.doc.getMap("cards").set("a", 0);
    await groupCommit.settled();
    time.pass(0);
    for (let n = 1; n <= 3; n += 1) {
      ada.doc.getMap("cards").set("a", n);
      await groupCommit.settled();
    }
    ada.announce({ cursor: null });
    ada.announce({ cursor: { x: 1 } });
    time.pass(A_BATCH_MS);
    expect(ben.batches).toEqual([[MESSAGE_SYNC], [MESSAGE_SYNC, MESSAGE_SYNC, MESSAGE_SYNC, MESSAGE_AWARENESS]]);
    ben.read();
    expect(ben.doc.getMap("cards").get("a")).toBe(3);
    expect(ben.awareness.getStates().get(ada.doc.clientID)).toEqual({ cursor: { x: 1 } });
  });
});

describe("renewals of presence", () => {
  it("are collected, and every one of them is told", async () => {
    const devices = [await join(), await join(), await join()];
    for (const device of devices) device.announce({ cursor: null });
    time.pass(A_BATCH_MS);
    const [listener] = devices as [RoomDevice];
    listener.read();
    listener.batches.length = 0;
    const before = clocks(listener);
    for (const device of devices) device.announce({ cursor: null });
    time.pass(A_BATCH_MS);
    expect(listener.batches).toEqual([]);
    time.pass(RENEWALS_MS);
    expect(listener.batches).toEqual([[MESSAGE_AWARENESS]]);
    listener.read();
    for (const { doc } of devices.slice(1))
      expect(clocks(listener).get(doc.clientID)).toBe((before.get(doc.clientID) ?? 0) + 1);
  });

  it("go along with whatever is told before their time", async () => {
    const [ada, ben] = [await join(), await join()];
    ada.announce({ cursor: null });
    time.pass(A_BATCH_MS);
    ada.announce({ cursor: null });
    ben.doc.getMap("cards").set("b", 1);
    await groupCommit.settled();
    ben.batches.length = 0;
    time.pass(A_BATCH_MS);
    expect(ben.batches).toEqual([[MESSAGE_SYNC, MESSAGE_AWARENESS]]);
  });
});

it("in a crowd where everybody moves, each batch shows some, and all are shown in the end", () => {
  const told: number[][] = [];
  const silent = { send: () => undefined, sendHistory: () => undefined, close: () => undefined };
  const seat = { ...SEAT, role: "customer" } as const;
  const crowd = Array.from({ length: CROWD }, (_, index) => {
    const sendBatch = (batch: Batch) => void told.push(batch.messages().flatMap(clientsIn));
    const peer = { ...silent, sendBatch: index === 0 ? sendBatch : () => undefined };
    return room.join(peer, { seat, right: "read", speaksSameside: false });
  });
  announceAll(crowd, 1, "{}");
  time.pass(A_BATCH_MS);
  expect(new Set(told.flat()).size).toBe(CROWD);
  told.length = 0;
  announceAll(crowd, 2, '{"x":1}');
  time.pass(A_BATCH_MS);
  expect(told.length).toBe(1);
  expect(told[0]?.length).toBeLessThan(CROWD / 10);
  while (new Set(told.flat()).size < CROWD) {
    const before = told.length;
    time.pass(A_BATCH_MS);
    expect(told.length).toBeGreaterThan(before);
  }
  expect(told.flat().length).toBe(CROWD);
});

function announceAll(crowd: readonly Member[], clock: number, state: string): void {
  for (const [index, member] of crowd.entries())
    member.receive(presenceFrameOf([{ clientId: index + 1, clock, state }]));
}

function clocks({ awareness }: RoomDevice): Map<number, number> {
  return new Map([...awareness.meta].map(([client, { clock }]) => [client, clock]));
}

/** The clients a presence frame tells of. */
function clientsIn(frame: Uint8Array): number[] {
  const decoder = decoding.createDecoder(frame);
  if (decoding.readVarUint(decoder) !== MESSAGE_AWARENESS) return [];
  const states = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  return Array.from({ length: decoding.readVarUint(states) }, () => {
    const client = decoding.readVarUint(states);
    decoding.readVarUint(states);
    decoding.readVarString(states);
    return client;
  });
}
