import { CLOSE, encodeMessage, limits, SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from "@sameside/protocol";
import { GroupCommit, openSqliteStore, type RoomStore, Rooms } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { RoomDevice, settle } from "./roomDevice.ts";
import { nestedMaps, recordedDoc, updateOf } from "./testDocs.ts";

const ROOM = "workshop-0123456789.board.table1";

let store: RoomStore;
let groupCommit: GroupCommit;
let rooms: Rooms;
let logged: string[];

beforeEach(() => open(openSqliteStore({ file: ":memory:" })));
afterEach(async () => {
  await rooms.close();
  await store.close();
});

function open(opened: RoomStore): void {
  store = opened;
  logged = [];
  groupCommit = new GroupCommit(store, (line) => logged.push(line));
  rooms = new Rooms(store, groupCommit, (line) => logged.push(line));
}

describe("an edit", () => {
  it("reaches everybody, its author too, only after it is on disk", async () => {
    const room = await rooms.enter(ROOM);
    const [ada, ben] = [new RoomDevice().join(room), new RoomDevice().join(room)];
    await settle(groupCommit, ada, ben);
    const before = ada.storedFrames;
    ada.doc.getMap("cards").set("a", 1);
    expect([ada.waiting, ben.waiting]).toEqual([0, 0]);
    await settle(groupCommit, ada, ben);
    expect((await store.load(ROOM)).log.length).toBe(1);
    expect(ben.doc.getMap("cards").toJSON()).toEqual({ a: 1 });
    expect(ada.syncTypes.at(-1)).toBe(SYNC_UPDATE);
    expect(ada.storedFrames).toBe(before + 1);
  });

  it("is counted with all frames before it, in order", async () => {
    const room = await rooms.enter(ROOM);
    const ada = new RoomDevice().join(room);
    await settle(groupCommit, ada);
    expect(ada.heard.map(({ say }) => say).slice(0, 2)).toEqual(["hello", "rights"]);
    // The answer to the relay's question is the first frame, though there was nothing to tell.
    expect(ada.storedFrames).toBe(1);
    for (let n = 0; n < 5; n += 1) ada.doc.getMap("cards").set("a", n);
    await settle(groupCommit, ada);
    expect(ada.storedFrames).toBe(6);
  });

  it("made offline comes with the handshake and is confirmed", async () => {
    const room = await rooms.enter(ROOM);
    const ada = new RoomDevice();
    ada.doc.getMap("cards").set("a", 1);
    ada.join(room);
    await settle(groupCommit, ada);
    const ben = new RoomDevice().join(room);
    await settle(groupCommit, ada, ben);
    expect(ben.doc.getMap("cards").get("a")).toBe(1);
    expect(ada.storedFrames).toBe(1);
  });
});

describe("who joins", () => {
  it("gets history and an empty step 2 last, or only the difference", async () => {
    const room = await rooms.enter(ROOM);
    const ada = new RoomDevice().join(room);
    for (let n = 0; n < 3; n += 1) ada.doc.getMap("cards").set(`c${n}`, n);
    await settle(groupCommit, ada);

    const newcomer = new RoomDevice().join(room, "read");
    newcomer.read();
    expect(newcomer.syncTypes).toEqual([SYNC_UPDATE, SYNC_UPDATE, SYNC_UPDATE, SYNC_STEP_2]);
    newcomer.leave();
    ada.doc.getMap("cards").set("c3", 3);
    await settle(groupCommit, ada);
    newcomer.join(room, "read").read();
    expect(newcomer.syncTypes.slice(4)).toEqual([SYNC_STEP_2]);
    expect(newcomer.doc.getMap("cards").toJSON()).toEqual(ada.doc.getMap("cards").toJSON());
  });

  it("finds what was stored before the room was dropped and loaded again", async () => {
    const ada = new RoomDevice().join(await rooms.enter(ROOM));
    ada.doc.getMap("cards").set("a", 1);
    await settle(groupCommit, ada);
    ada.leave();
    await rooms.leave(ROOM);
    expect(rooms.count).toBe(0);
    const ben = new RoomDevice().join(await rooms.enter(ROOM));
    ben.read();
    expect(ben.doc.getMap("cards").get("a")).toBe(1);
  });

  it("enters the same room as one who comes while the last one leaves", async () => {
    const first = await rooms.enter(ROOM);
    const leaving = rooms.leave(ROOM);
    const second = await rooms.enter(ROOM);
    await leaving;
    expect(second).toBe(first);
    expect(await rooms.enter(ROOM)).toBe(first);
  });

  it("without the additions hears nothing but the y-websocket protocol", async () => {
    const plain = new RoomDevice().join(await rooms.enter(ROOM), "write", false);
    plain.doc.getMap("cards").set("a", 1);
    plain.say({ say: "answersPut", rows: [nameRow("p1", "Ada", 1)] });
    await settle(groupCommit, plain);
    expect(plain.heard).toEqual([]);
    expect(plain.syncTypes).toContain(SYNC_STEP_1);
  });
});

describe("who may only read", () => {
  it("gets everything, is never asked, is told once which frame was the first not taken, and changes nothing", async () => {
    const room = await rooms.enter(ROOM);
    const ada = new RoomDevice().join(room);
    ada.doc.getMap("cards").set("a", 1);
    const reader = new RoomDevice().join(room, "read");
    await settle(groupCommit, ada, reader);
    expect(reader.syncTypes).not.toContain(SYNC_STEP_1);
    expect(reader.doc.getMap("cards").get("a")).toBe(1);

    reader.doc.getMap("cards").set("a", 2);
    reader.doc.getMap("cards").set("b", 2);
    await settle(groupCommit, ada, reader);
    expect(reader.heard.filter(({ say }) => say === "denied")).toEqual([{ say: "denied", frame: 1 }]);
    expect(reader.storedFrames).toBe(0);
    expect(ada.doc.getMap("cards").toJSON()).toEqual({ a: 1 });
    expect((await store.load(ROOM)).log.length).toBe(1);
  });

  it("is seen by the others all the same", async () => {
    const room = await rooms.enter(ROOM);
    const [ada, reader] = [new RoomDevice().join(room), new RoomDevice().join(room, "read")];
    reader.announce({ person: "r" });
    ada.read();
    expect(ada.awareness.getStates().get(reader.doc.clientID)).toEqual({ person: "r" });
  });
});

describe("a gap", () => {
  it("is not stored and asked about; the frame counts as stored when the whole has come", async () => {
    const room = await rooms.enter(ROOM);
    const { doc, updates } = recordedDoc(1);
    doc.getMap("cards").set("a", 1);
    doc.getMap("cards").set("b", 2);
    const ada = new RoomDevice(doc).join(room);
    // Frame 1, before the relay's question is read: the second edit without the first.
    ada.sendUpdate(updates[1] as Uint8Array);
    await groupCommit.settled();
    expect((await store.load(ROOM)).log).toEqual([]);
    expect(ada.storedFrames).toBe(0);
    await settle(groupCommit, ada);
    expect(ada.storedFrames).toBe(2);
    expect(ada.syncTypes.filter((type) => type === SYNC_STEP_1).length).toBe(1);
  });

  it("in all that a device has keeps back nothing but what depends on it, until that has come", async () => {
    const room = await rooms.enter(ROOM);
    const lost = updateOf(5, (other) => other.getMap("cards").set("c", 3));
    const late = updateOf(6, (other) => other.getMap("cards").set("c", 4), lost);
    const [ada, ben] = [new RoomDevice(), new RoomDevice().join(room)];
    Y.applyUpdate(ada.doc, late);
    const text = ada.doc.getText("words");
    text.insert(0, "offline");
    text.delete(0, 1);
    ada.join(room);
    await settle(groupCommit, ada, ben);
    expect(ben.doc.getText("words").toString()).toBe("ffline");
    expect(ben.doc.store.pendingStructs).toBeNull();
    expect(ada.storedFrames).toBe(0);
    ada.doc.getMap("cards").set("live", 1);
    await settle(groupCommit, ada, ben);
    expect(ben.doc.getMap("cards").toJSON()).toEqual({ live: 1 });
    expect(ada.storedFrames).toBe(0);

    ben.sendUpdate(lost);
    await settle(groupCommit, ada, ben);
    expect(ben.doc.getMap("cards").toJSON()).toEqual({ live: 1, c: 4 });
    expect(ada.doc.getMap("cards").toJSON()).toEqual({ live: 1, c: 4 });
    expect(ada.storedFrames).toBe(3);
  });
});

describe("a hostile device", () => {
  it("is sent away and the others stay well", async () => {
    const room = await rooms.enter(ROOM);
    const [ada, mallory] = [new RoomDevice().join(room), new RoomDevice().join(room)];
    ada.doc.getMap("cards").set("a", 1);
    await settle(groupCommit, ada, mallory);
    mallory.sendUpdate(nestedMaps(7, 2_500));
    mallory.sendUpdate(updateOf(8, (doc) => doc.getMap("cards").set("b", 1)));
    await settle(groupCommit, ada, mallory);
    expect(mallory.closed).toBe(CLOSE.refusedUpdate);
    const fresh = new RoomDevice().join(room);
    await settle(groupCommit, ada, fresh);
    expect(fresh.doc.getMap("cards").toJSON()).toEqual({ a: 1 });
    expect(logged.join()).toContain("nested");
  });

  it.each([
    ["an empty frame", new Uint8Array()],
    ["a frame that ends too early", new Uint8Array([0, 2, 200, 1])],
    ["a state vector that is none", new Uint8Array([0, 0, 2, 255, 255])],
    ["an unknown sync message", new Uint8Array([0, 9, 0])],
    ["presence that is none", new Uint8Array([1, 2, 9, 9])],
  ])("%s ends its connection only", async (_name, frame) => {
    const room = await rooms.enter(ROOM);
    const [ada, mallory] = [new RoomDevice().join(room), new RoomDevice().join(room)];
    mallory.receiveAtRelay(frame);
    expect(mallory.closed).toBe(CLOSE.refusedUpdate);
    ada.doc.getMap("cards").set("a", 1);
    await settle(groupCommit, ada);
    expect(ada.closed).toBeUndefined();
  });

  it("cannot speak for another's presence, nor for many, nor at length", async () => {
    const room = await rooms.enter(ROOM);
    const [ada, ben, mallory] = [new RoomDevice().join(room), new RoomDevice().join(room), new RoomDevice().join(room)];
    ada.announce({ person: "ada" });
    mallory.announce({ person: "false" }, ada.doc.clientID);
    mallory.announce({ person: "false" }, ada.doc.clientID);
    for (let id = 1; id <= 10; id += 1) mallory.announce({ person: `m${id}` }, id);
    mallory.announce({ person: "x".repeat(limits.MAX_PRESENCE_BYTES) }, 1);
    await settle(groupCommit, ada, ben, mallory);
    const seen = ben.awareness.getStates();
    expect(seen.get(ada.doc.clientID)).toEqual({ person: "ada" });
    expect([...seen.keys()].filter((id) => id <= 10)).toEqual([1, 2, 3, 4]);
    expect(seen.get(1)).toEqual({ person: "m1" });
  });
});

describe("presence", () => {
  it("is told to newcomers, and its end to those who stay", async () => {
    const room = await rooms.enter(ROOM);
    const ada = new RoomDevice().join(room);
    ada.announce({ person: "ada" });
    const ben = new RoomDevice().join(room);
    ben.read();
    expect(ben.awareness.getStates().get(ada.doc.clientID)).toEqual({ person: "ada" });
    ada.leave();
    ben.read();
    expect(ben.awareness.getStates().has(ada.doc.clientID)).toBe(false);
  });

  it("a quiet device hears something between two rounds, a busy one nothing extra", async () => {
    const room = await rooms.enter(ROOM);
    const ada = new RoomDevice().join(room);
    await settle(groupCommit, ada);
    room.tend();
    expect(ada.waiting).toBe(0);
    room.tend();
    expect(ada.waiting).toBe(1);
    await settle(groupCommit, ada);
  });
});

describe("answers", () => {
  it("are stored, confirmed to the sender, told to the others and to who comes later, in whichever room", async () => {
    const [ada, reader] = [
      new RoomDevice().join(await rooms.enter(ROOM)),
      new RoomDevice().join(await rooms.enter("workshop-0123456789.board.table2"), "read"),
    ];
    reader.say({ say: "answersPut", rows: [nameRow("p1", "Ada", 5)] });
    await settle(groupCommit, ada, reader);
    expect(reader.heard).toContainEqual({ say: "answersStored", keys: [{ key: "name/p1/today", time: 5 }] });
    expect(reader.heard.filter(({ say }) => say === "answers")).toEqual([]);
    expect(ada.heard).toContainEqual({ say: "answers", rows: [nameRow("p1", "Ada", 5)] });
    expect(await store.answers("workshop-0123456789")).toEqual([nameRow("p1", "Ada", 5)]);
    const late = new RoomDevice().join(await rooms.enter(ROOM));
    late.read();
    expect(late.heard).toContainEqual({ say: "answers", rows: [nameRow("p1", "Ada", 5)] });
  });

  it("the later time wins, and the loser learns the time that is stored", async () => {
    const room = await rooms.enter(ROOM);
    const [ada, ben] = [new RoomDevice().join(room), new RoomDevice().join(room)];
    ada.say({ say: "answersPut", rows: [nameRow("p1", "New", 9), nameRow("p1", "Old", 3)] });
    ben.say({ say: "answersPut", rows: [nameRow("p1", "Older", 2)] });
    await settle(groupCommit, ada, ben);
    expect(await store.answers("workshop-0123456789")).toEqual([nameRow("p1", "New", 9)]);
    expect(ben.heard).toContainEqual({ say: "answersStored", keys: [{ key: "name/p1/today", time: 9 }] });
  });

  it("that do not fit their topic are not taken", async () => {
    const ada = new RoomDevice().join(await rooms.enter(ROOM));
    const row = { ...nameRow("p1", "x".repeat(limits.MAX_NAME_LENGTH + 1), 1) };
    ada.receiveAtRelay(encodeMessage({ say: "answersPut", rows: [row] }));
    await settle(groupCommit, ada);
    expect(await store.answers("workshop-0123456789")).toEqual([]);
  });
});

describe("a full disk", () => {
  it("confirms and echoes nothing, sends the writer away, and takes the edit when there is room again", async () => {
    await rooms.close();
    await store.close();
    open(openSqliteStore({ file: ":memory:", maxBytes: 200_000 }));
    const room = await rooms.enter(ROOM);
    const [ada, ben] = [new RoomDevice().join(room), new RoomDevice().join(room)];
    ada.doc.getMap("cards").set("a", 1);
    await settle(groupCommit, ada, ben);
    const confirmed = ada.storedFrames;
    ada.doc.getMap("cards").set("big", "x".repeat(300_000));
    ada.doc.getMap("cards").set("after", 1);
    await settle(groupCommit, ada, ben);
    expect(ada.closed).toBe(CLOSE.draining);
    expect(ada.storedFrames).toBe(confirmed);
    expect(groupCommit.problem).toContain("cannot store");
    expect([ben.closed, ben.doc.getMap("cards").toJSON()]).toEqual([undefined, { a: 1 }]);

    ben.doc.getMap("cards").set("b", 2);
    await settle(groupCommit, ada, ben);
    expect(groupCommit.problem).toBeUndefined();
    expect(new RoomDevice().join(room).waiting).toBeGreaterThan(0);
    expect((await store.load(ROOM)).log.length).toBe(2);
  });
});

describe("compaction", () => {
  it("makes a long log one snapshot once nobody edits, and loses nothing", async () => {
    const room = await rooms.enter(ROOM);
    const ada = new RoomDevice().join(room);
    for (let n = 0; n < 600; n += 1) ada.doc.getMap("cards").set(`c${n % 7}`, n);
    await settle(groupCommit, ada);
    expect((await store.load(ROOM)).log.length).toBe(600);
    const compacted = room.compactWhenLong();
    // What is edited meanwhile stays in the log.
    ada.doc.getMap("cards").set("meanwhile", 1);
    await settle(groupCommit, ada);
    await compacted;
    const stored = await store.load(ROOM);
    expect(stored.log.length).toBe(1);
    expect(stored.snapshot?.length).toBeGreaterThan(0);
    for (const device of [new RoomDevice().join(room), new RoomDevice().join(await rooms.enter(ROOM))]) {
      await settle(groupCommit, device);
      expect(device.doc.getMap("cards").toJSON()).toEqual(ada.doc.getMap("cards").toJSON());
    }
  });

  it("is done when the last one leaves, and the room is whole when it is loaded again", async () => {
    const ada = new RoomDevice().join(await rooms.enter(ROOM));
    for (let n = 0; n < 600; n += 1) ada.doc.getMap("cards").set("a", n);
    await settle(groupCommit, ada);
    ada.leave();
    await rooms.leave(ROOM);
    expect((await store.load(ROOM)).log).toEqual([]);
    const ben = new RoomDevice().join(await rooms.enter(ROOM));
    await settle(groupCommit, ben);
    expect(ben.doc.getMap("cards").get("a")).toBe(599);
    ben.doc.getMap("cards").set("a", "more");
    await settle(groupCommit, ben);
    expect(ben.closed).toBeUndefined();
  });

  it("that cannot be done keeps the room as it is", async () => {
    // A log with a gap, as a damaged disk might have: the first update is missing.
    const { doc, updates } = recordedDoc(1);
    for (let n = 0; n < 3; n += 1) doc.getMap("cards").set("a", n);
    await store.commit(updates.slice(1).map((update) => ({ to: "log", room: ROOM, update })));
    await expect(rooms.enter(ROOM)).rejects.toThrow("cannot be read");
    await rooms.leave(ROOM);
    expect((await store.load(ROOM)).log.length).toBe(2);
  });
});

function nameRow(person: string, value: string, time: number) {
  return { topic: "name" as const, person, item: "today", value, time };
}
