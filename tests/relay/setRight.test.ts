import { CLOSE, SYNC_STEP_1 } from "@sameside/protocol";
import { aloneBus, GroupCommit, openSqliteStore, type Room, type RoomStore, Rooms } from "@sameside/relay";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordingDesk } from "./recordingDesk.ts";
import { atOnce, RoomDevice, settle } from "./roomDevice.ts";

const ROOM = "workshop-0123456789.board.table1";

let store: RoomStore;
let groupCommit: GroupCommit;
let room: Room;

beforeEach(async () => {
  store = openSqliteStore({ file: ":memory:" });
  groupCommit = new GroupCommit(store, () => undefined);
  const deskOf = async () => recordingDesk();
  const rooms = new Rooms({ store, groupCommit, bus: aloneBus(), log: () => undefined, deskOf, clock: atOnce });
  room = await rooms.enter(ROOM);
});
afterEach(() => store.close());

describe("a right that is taken while the connection lasts", () => {
  it("is said; what comes after it is dropped and denied, what came before stays confirmed", async () => {
    const [ada, ben] = [new RoomDevice().join(room), new RoomDevice().join(room)];
    await settle(groupCommit, ada, ben);
    ada.doc.getMap("cards").set("a", 1);
    ada.member.setRight("read");
    ada.doc.getMap("cards").set("b", 1);
    await settle(groupCommit, ada, ben);
    expect(ada.heard.filter(({ say }) => say === "rights").at(-1)).toEqual({ say: "rights", right: "read" });
    expect(ada.heard.filter(({ say }) => say === "denied")).toEqual([{ say: "denied", frame: 3 }]);
    expect(ada.storedFrames).toBe(2);
    expect(ben.doc.getMap("cards").toJSON()).toEqual({ a: 1 });
    ben.doc.getMap("cards").set("c", 1);
    await settle(groupCommit, ada, ben);
    expect(ada.doc.getMap("cards").get("c")).toBe(1);
  });

  it("altogether ends the connection with the reason", () => {
    const ada = new RoomDevice().join(room);
    ada.member.setRight("none");
    expect(ada.closed).toBe(CLOSE.notForYou);
    expect(room.members.size).toBe(0);
  });
});

describe("a right that is given while the connection lasts", () => {
  it("is said and asked about; counting goes on, and nothing counts as stored before the step 2", async () => {
    const [ada, ben] = [new RoomDevice().join(room, { right: "read" }), new RoomDevice().join(room)];
    await settle(groupCommit, ada, ben);
    ada.doc.getMap("cards").set("a", 1);
    await settle(groupCommit, ada, ben);
    expect(ada.syncTypes).not.toContain(SYNC_STEP_1);
    ada.member.setRight("write");
    // On its way before the device has read the question: it builds on what was dropped.
    ada.doc.getMap("cards").set("b", 1);
    await groupCommit.settled();
    expect(ada.storedFrames).toBe(0);
    await settle(groupCommit, ada, ben);
    expect(ada.heard.filter(({ say }) => say === "rights")).toHaveLength(2);
    expect(ada.syncTypes.filter((type) => type === SYNC_STEP_1)).toHaveLength(1);
    expect(ada.storedFrames).toBe(3);
    expect(ben.doc.getMap("cards").toJSON()).toEqual({ a: 1, b: 1 });
    expect(ben.doc.store.pendingStructs).toBeNull();
  });

  it("and taken and given again is asked about each time, and denied each time", async () => {
    const ada = new RoomDevice().join(room);
    await settle(groupCommit, ada);
    for (const key of ["a", "b"]) {
      ada.member.setRight("read");
      ada.doc.getMap("cards").set(key, 1);
      await settle(groupCommit, ada);
      ada.member.setRight("write");
      await settle(groupCommit, ada);
    }
    expect(ada.heard.filter(({ say }) => say === "denied")).toEqual([
      { say: "denied", frame: 2 },
      { say: "denied", frame: 4 },
    ]);
    expect(ada.storedFrames).toBe(5);
    expect(ada.syncTypes.filter((type) => type === SYNC_STEP_1)).toHaveLength(3);
  });

  it("ends the connection of a client that knows nothing of rights, when edits of it were dropped", async () => {
    const options = { right: "read", speaksSameside: false } as const;
    const [reader, writer] = [new RoomDevice().join(room, options), new RoomDevice().join(room, options)];
    writer.doc.getMap("cards").set("a", 1);
    for (const { member } of [reader, writer]) member.setRight("write");
    await settle(groupCommit, reader);
    expect(writer.closed).toBe(CLOSE.noRight);
    expect(reader.closed).toBeUndefined();
    reader.doc.getMap("cards").set("b", 1);
    await settle(groupCommit, reader);
    expect((await store.load(ROOM)).log).toHaveLength(1);
  });
});
