import { CLOSE, SYNC_STEP_2, SYNC_UPDATE } from "@sameside/protocol";
import { aloneBus, GroupCommit, openSqliteStore, type RoomStore, Rooms } from "@sameside/relay";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { recordingDesk } from "./recordingDesk.ts";
import { atOnce, RoomDevice, settle } from "./roomDevice.ts";
import { updateOf } from "./testDocs.ts";

const ROOM = "workshop-0123456789.board.table1";

let store: RoomStore;
let groupCommit: GroupCommit;
let rooms: Rooms;

beforeEach(() => {
  store = openSqliteStore({ file: ":memory:" });
  groupCommit = new GroupCommit(store, () => undefined);
  const deskOf = async () => recordingDesk();
  rooms = new Rooms({ store, groupCommit, bus: aloneBus(), log: () => undefined, deskOf, clock: atOnce });
});
afterEach(async () => {
  await rooms.close();
  await store.close();
});

/** Puts a snapshot into the store as another version of the relay might have. */
async function keep(state: Uint8Array, facts: Uint8Array | undefined): Promise<void> {
  expect(await store.compact(ROOM, { state, facts }, [])).toBe(true);
}

it.each([
  ["none", undefined],
  ["those of another version", new Uint8Array([99, 1, 2, 3])],
])("a snapshot with no facts or %s is read as well, and gets facts once it is quiet", async (_name, facts) => {
  const made = updateOf(1, (doc) => doc.getMap("cards").set("a", new Y.Map([["kind", "doing"]])));
  await keep(made, facts);
  const ada = new RoomDevice().join(await rooms.enter(ROOM));
  await settle(groupCommit, ada);
  (ada.doc.getMap("cards").get("a") as Y.Map<unknown>).set("kind", "thinking");
  await settle(groupCommit, ada);
  expect(ada.storedFrames).toBe(2);
  ada.leave();
  await rooms.leave(ROOM);
  const stored = await store.load(ROOM);
  expect(stored.snapshot?.facts?.[0]).toBe(1);
  expect(stored.log).toEqual([]);

  const ben = new RoomDevice().join(await rooms.enter(ROOM));
  await settle(groupCommit, ben);
  expect(ben.doc.getMap("cards").toJSON()).toEqual({ a: { kind: "thinking" } });
  ben.doc.getMap("cards").set("b", 1);
  await settle(groupCommit, ben);
  expect(ben.storedFrames).toBe(2);
});

it("a device that has all parts of a snapshot is told its deletions and what came after it, nothing else", async () => {
  const board = new Y.Doc();
  for (let n = 0; n < 200; n += 1) board.getMap("cards").set(`c${n}`, "x".repeat(100));
  const ada = new RoomDevice(board).join(await rooms.enter(ROOM));
  await settle(groupCommit, ada);
  const away = new RoomDevice();
  Y.applyUpdate(away.doc, Y.encodeStateAsUpdate(board));
  for (let n = 0; n < 50; n += 1) board.getMap("cards").delete(`c${n}`);
  for (let n = 0; n < 150; n += 1) board.getMap("late").set("k", n);
  await settle(groupCommit, ada);
  await (await rooms.enter(ROOM)).compactWhenLong();
  board.getMap("cards").set("after", 1);
  board.getMap("cards").delete("c60");
  await settle(groupCommit, ada);

  const rejoined = new RoomDevice();
  Y.applyUpdate(rejoined.doc, Y.encodeStateAsUpdate(board));
  for (const device of [away, rejoined]) {
    device.join(await rooms.enter(ROOM), { right: "read" });
    await settle(groupCommit, device);
    expect(device.doc.getMap("cards").toJSON()).toEqual(board.getMap("cards").toJSON());
    expect(device.doc.getMap("late").get("k")).toBe(149);
  }
  // The deletions of the snapshot, and the update after it that deletes; not the one that only adds.
  expect(rejoined.syncTypes).toEqual([SYNC_UPDATE, SYNC_UPDATE, SYNC_STEP_2]);
});

it("what no guard lets in is still told to readers, and who writes learns that the room is not well", async () => {
  const odd = updateOf(1, (doc) => doc.getMap("cards").set("a", new Y.Doc()));
  await store.commit([{ to: "log", room: ROOM, update: odd }]);
  const room = await rooms.enter(ROOM);
  const [reader, writer] = [new RoomDevice().join(room, { right: "read" }), new RoomDevice().join(room)];
  writer.doc.getMap("cards").set("b", 1);
  await settle(groupCommit, reader, writer);
  expect(writer.closed).toBe(CLOSE.unreadable);
  expect(reader.closed).toBeUndefined();
  expect(reader.doc.getMap("cards").has("a")).toBe(true);
});

it("a log of many pieces comes whole to a newcomer, and to who has a part of it, also when it is read from the store", async () => {
  const ada = new RoomDevice().join(await rooms.enter(ROOM));
  const away = new RoomDevice();
  // Some larger than a piece, and small ones between them.
  for (let n = 0; n < 60; n += 1) {
    ada.doc.getMap("cards").set(`c${n}`, "x".repeat(n % 20 === 7 ? 300_000 : 9_000 + n));
    if (n === 25) Y.applyUpdate(away.doc, Y.encodeStateAsUpdate(ada.doc));
  }
  await settle(groupCommit, ada);
  const room = await rooms.enter(ROOM);
  const fromStore = new Rooms({
    store,
    groupCommit,
    bus: aloneBus(),
    log: () => undefined,
    deskOf: async () => recordingDesk(),
    clock: atOnce,
  });
  for (const opened of [room, await fromStore.enter(ROOM)]) {
    const newcomer = new RoomDevice().join(opened, { right: "read" });
    const back = new RoomDevice();
    Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(away.doc));
    back.join(opened, { right: "read" });
    await settle(groupCommit, newcomer, back);
    expect(newcomer.doc.getMap("cards").toJSON()).toEqual(ada.doc.getMap("cards").toJSON());
    expect(back.doc.getMap("cards").toJSON()).toEqual(ada.doc.getMap("cards").toJSON());
    expect(back.syncTypes.length).toBeLessThan(newcomer.syncTypes.length);
  }
  await fromStore.close();
});
