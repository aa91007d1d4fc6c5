import { aloneBus, GroupCommit, openSqliteStore, type RoomStore, Rooms } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type MemoryBuses, memoryBuses } from "./memoryBus.ts";
import { recordingDesk } from "./recordingDesk.ts";
import { atOnce, RoomDevice, SEAT } from "./roomDevice.ts";
import { recordedDoc } from "./testDocs.ts";

const ROOM = "workshop-0123456789.board.table1";
const MINUTE_MS = 60_000;

interface Relay {
  readonly rooms: Rooms;
  readonly groupCommit: GroupCommit;
}

let store: RoomStore;
let buses: MemoryBuses;
let relays: Relay[];
let logged: string[];
let now: number;

beforeEach(() => {
  store = openSqliteStore({ file: ":memory:" });
  buses = memoryBuses();
  relays = [];
  logged = [];
  now = 0;
});
afterEach(async () => {
  for (const { rooms } of relays) await rooms.close();
  await store.close();
  expect(logged).toEqual([]);
});

/** One more relay on the same store. */
function openRelay(): Relay {
  const log = (line: string) => void logged.push(line);
  const groupCommit = new GroupCommit(store, log);
  const clock = { now: () => now, later: atOnce.later };
  const rooms = new Rooms({ store, groupCommit, bus: buses.open(), log, deskOf: async () => recordingDesk(), clock });
  const relay = { rooms, groupCommit };
  relays.push(relay);
  return relay;
}

async function join({ rooms }: Relay, options: Parameters<RoomDevice["join"]>[1] = {}): Promise<RoomDevice> {
  return new RoomDevice().join(await rooms.enter(ROOM), options);
}

/** Lets devices and relays talk until nobody has anything more to say. */
async function settleAll(...devices: RoomDevice[]): Promise<void> {
  do {
    for (const device of devices) device.read();
    for (const { groupCommit } of relays) await groupCommit.settled();
  } while (devices.some(({ waiting }) => waiting > 0));
}

const cardsOf = ({ doc }: RoomDevice) => doc.getMap("cards").toJSON();

describe("a room on two relays", () => {
  it("is one: edits and presence of each are told on the other, and stored once", async () => {
    const [ada, ben] = [await join(openRelay()), await join(openRelay(), { seat: { ...SEAT, person: "ben" } })];
    await settleAll(ada, ben);
    for (let n = 0; n < 5; n += 1) {
      ada.doc.getMap("cards").set(`a${n}`, n);
      ben.doc.getMap("cards").set(`b${n}`, n);
    }
    ada.announce({ person: "ada" });
    ben.announce({ person: "ben" });
    await settleAll(ada, ben);
    expect(Object.keys(cardsOf(ada))).toHaveLength(10);
    expect(cardsOf(ben)).toEqual(cardsOf(ada));
    expect([ada.storedFrames, ben.storedFrames]).toEqual([6, 6]);
    expect((await store.load(ROOM)).log).toHaveLength(10);
    const here = (device: RoomDevice) => [...device.awareness.getStates().values()].map((state) => state["person"]);
    expect(here(ada).sort()).toEqual(["ada", "ben"]);
    expect(here(ben).sort()).toEqual(["ada", "ben"]);
    ada.leave();
    await settleAll(ben);
    expect(here(ben)).toEqual(["ben"]);
  });

  it("tells a relay that opens it who is on the others", async () => {
    const ada = await join(openRelay());
    ada.announce({ person: "ada" });
    await settleAll(ada);
    const ben = await join(openRelay());
    await settleAll(ada, ben);
    expect(ben.awareness.getStates().get(ada.doc.clientID)).toEqual({ person: "ada" });
  });

  it("takes what builds on edits that it has not heard of yet, from devices and from the other relay", async () => {
    const [first, second] = [openRelay(), openRelay()];
    const { doc, updates } = recordedDoc(1);
    for (let n = 0; n < 4; n += 1) doc.getMap("cards").set("a", n);
    const [ada, ben] = [await join(first), await join(second)];
    await settleAll(ada, ben);
    const [begin, next, third, last] = updates as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    buses.cut();
    ada.sendUpdate(begin);
    await settleAll(ada);
    // A device that was on the first relay comes over; its edits build on what only the store can tell.
    ben.sendUpdate(next);
    ben.sendUpdate(third);
    await settleAll(ben);
    expect((await store.load(ROOM)).log).toHaveLength(3);
    buses.mend();
    await settleAll(ada, ben);
    ben.sendUpdate(last);
    await settleAll(ada, ben);
    expect(cardsOf(ada)).toEqual({ a: 3 });
    expect(ben.storedFrames).toBe(4);
    expect(ben.syncTypes.filter((type) => type === 0)).toHaveLength(1);
  });

  it("catches up after messages were lost, though the other relay has compacted meanwhile", async () => {
    const [first, second] = [openRelay(), openRelay()];
    const [ada, ben] = [await join(first), await join(second)];
    ben.doc.getMap("cards").set("old", 1);
    await settleAll(ada, ben);
    buses.cut();
    for (let n = 0; n < 150; n += 1) ada.doc.getMap("cards").set(`a${n % 7}`, n);
    await settleAll(ada);
    await (await first.rooms.enter(ROOM)).compactWhenLong();
    ada.doc.getMap("cards").set("after", 1);
    ben.doc.getMap("cards").set("meanwhile", 1);
    await settleAll(ada, ben);
    expect(Object.keys(cardsOf(ben))).toEqual(["old", "meanwhile"]);
    buses.mend();
    await settleAll(ada, ben);
    expect(cardsOf(ben)).toEqual(cardsOf(ada));
    expect(Object.keys(cardsOf(ben))).toHaveLength(10);
    const fresh = await join(openRelay());
    await settleAll(fresh);
    expect(cardsOf(fresh)).toEqual(cardsOf(ada));
  });

  it("is never compacted over what another relay has stored or compacted", async () => {
    const [first, second] = [openRelay(), openRelay()];
    const [ada, ben] = [await join(first), await join(second)];
    await settleAll(ada, ben);
    buses.cut();
    for (let n = 0; n < 150; n += 1) ada.doc.getMap("cards").set(`a${n}`, n);
    for (let n = 0; n < 150; n += 1) ben.doc.getMap("cards").set(`b${n}`, n);
    await settleAll(ada, ben);
    await Promise.all([
      (await first.rooms.enter(ROOM)).compactWhenLong(),
      (await second.rooms.enter(ROOM)).compactWhenLong(),
    ]);
    const { snapshot, log } = await store.load(ROOM);
    const doc = new Y.Doc();
    for (const update of [...(snapshot ? [snapshot.state] : []), ...log.map(({ update }) => update)])
      Y.applyUpdate(doc, update);
    expect(Object.keys(doc.getMap("cards").toJSON())).toHaveLength(300);
    expect(snapshot).toBeDefined();
  });

  it("forgets who was on a relay that is gone without a word", async () => {
    const [first, second] = [openRelay(), openRelay()];
    const [ada, ben] = [await join(first), await join(second)];
    ada.announce({ person: "ada" });
    await settleAll(ada, ben);
    buses.cut();
    ada.leave();
    const room = await second.rooms.enter(ROOM);
    now += MINUTE_MS;
    room.tend();
    await settleAll(ben);
    expect(ben.awareness.getStates().has(ada.doc.clientID)).toBe(false);
  });

  it("lets a device speak for its presence on another relay, and nobody else", async () => {
    const [first, second] = [openRelay(), openRelay()];
    const [ada, mallory] = [await join(first), await join(second, { seat: { ...SEAT, person: "mallory" } })];
    ada.announce({ at: 1 });
    await settleAll(ada, mallory);
    mallory.announce({ at: "false" }, ada.doc.clientID);
    mallory.announce({ at: "false" }, ada.doc.clientID);
    const ben = await join(second);
    await settleAll(ada, mallory, ben);
    expect(ben.awareness.getStates().get(ada.doc.clientID)).toEqual({ at: 1 });
    ada.leave();
    ada.join(await second.rooms.enter(ROOM));
    ada.announce({ at: 2 });
    await settleAll(ada, ben);
    expect(ben.awareness.getStates().get(ada.doc.clientID)).toEqual({ at: 2 });
  });
});

it("a relay that is alone listens to nobody", async () => {
  const bus = { ...aloneBus(), listen: () => Promise.reject(new Error("nobody listens")) };
  const groupCommit = new GroupCommit(store, () => undefined);
  const rooms = new Rooms({ store, groupCommit, bus, log: () => undefined, deskOf: async () => recordingDesk() });
  relays.push({ rooms, groupCommit });
  await expect(rooms.enter(ROOM)).resolves.toBeDefined();
});
