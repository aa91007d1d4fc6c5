/** What is new under the number of a device that is here comes from its own person (SPEC L20). */
import type { Seat } from "@sameside/protocol";
import { aloneBus, GroupCommit, openSqliteStore, type Room, type RoomStore, Rooms } from "@sameside/relay";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { recordingDesk } from "./recordingDesk.ts";
import { atOnce, RoomDevice, SEAT, settle } from "./roomDevice.ts";
import { recordedDoc } from "./testDocs.ts";

const ROOM = "workshop-0123456789.board.table1";
const ADAS_NUMBER = 1;

let store: RoomStore;
let groupCommit: GroupCommit;
let rooms: Rooms;
let room: Room;

beforeEach(async () => {
  store = openSqliteStore({ file: ":memory:" });
  groupCommit = new GroupCommit(store, () => undefined);
  const deskOf = async () => recordingDesk();
  rooms = new Rooms({ store, groupCommit, bus: aloneBus(), log: () => undefined, deskOf, clock: atOnce });
  room = await rooms.enter(ROOM);
});
afterEach(async () => {
  await rooms.close();
  await store.close();
});

it("an edit forged under it is not taken, and the next one of its device is, whole, at everybody", async () => {
  const [ada, ben, mallory] = [adasDevice(), joined(new Y.Doc(), "ben"), joined(new Y.Doc(), "mallory")];
  write(ada, "first", "Ada's");
  await settle(groupCommit, ada, ben, mallory);
  const before = mallory.storedFrames;
  mallory.sendUpdate(forgedAfter(mallory.doc, "second", "not Ada's"));
  await settle(groupCommit, ada, ben, mallory);
  expect(cards(ben)).toEqual({ first: "Ada's" });
  write(ada, "second", "Ada's, too");
  await settle(groupCommit, ada, ben, mallory);
  expect([cards(ada), cards(ben)]).toEqual([
    { first: "Ada's", second: "Ada's, too" },
    { first: "Ada's", second: "Ada's, too" },
  ]);
  // Mallory's own edits go on.
  write(mallory, "mine", "Mallory's");
  await settle(groupCommit, ada, ben, mallory);
  expect([cards(ben)["mine"], mallory.storedFrames > before, mallory.closed]).toEqual(["Mallory's", true, undefined]);
});

it("what another carries in good faith waits for its device, is asked for again, and is confirmed then", async () => {
  const ada = adasDevice();
  await settle(groupCommit, ada);
  const carried = writtenAway(ada);
  const ben = joined(carried, "ben");
  write(ben, "ben's", "beside Ada's");
  await settle(groupCommit, ben);
  // What does not rest on Ada's edits is stored meanwhile.
  expect(await storedCards()).toEqual({ "ben's": "beside Ada's" });
  const before = ben.storedFrames;
  ada.sendUpdate(Y.encodeStateAsUpdate(ada.doc));
  await settle(groupCommit, ada, ben);
  expect(await storedCards()).toEqual({ "ben's": "beside Ada's", away: "Ada's" });
  write(ben, "more", "on top");
  await settle(groupCommit, ada, ben);
  expect([ben.storedFrames > before + 1, cards(ada)["more"]]).toEqual([true, "on top"]);
});

it("when its device has gone, others bring what it wrote", async () => {
  const ada = adasDevice();
  await settle(groupCommit, ada);
  const ben = joined(writtenAway(ada), "ben");
  await settle(groupCommit, ben);
  expect(await storedCards()).toEqual({});
  ada.leave();
  await settle(groupCommit, ben);
  expect(await storedCards()).toEqual({ away: "Ada's" });
});

it("another connection of the same person may bring it at any time", async () => {
  const ada = adasDevice();
  await settle(groupCommit, ada);
  const tab = joined(writtenAway(ada), SEAT.person);
  await settle(groupCommit, tab);
  expect(await storedCards()).toEqual({ away: "Ada's" });
});

it("who may not write, and who comes with a number under which there is something, keeps nobody waiting", async () => {
  const author = recordedDoc(ADAS_NUMBER);
  author.doc.getMap("cards").set("a", 1);
  const reader = new RoomDevice().join(room, { seat: seatOf("reader"), right: "read" });
  reader.announce({ cursor: null }, ADAS_NUMBER);
  const ben = joined(author.doc, "ben");
  await settle(groupCommit, reader, ben);
  expect(await storedCards()).toEqual({ a: 1 });
  reader.leave();
  const mallory = joined(new Y.Doc(), "mallory");
  mallory.announce({ cursor: null }, ADAS_NUMBER);
  write(ben, "b", 2);
  await settle(groupCommit, ben, mallory);
  expect(await storedCards()).toEqual({ a: 1, b: 2 });
});

it("who may write no longer keeps nobody waiting, once the room is looked after", async () => {
  const ada = adasDevice();
  await settle(groupCommit, ada);
  const ben = joined(writtenAway(ada), "ben");
  await settle(groupCommit, ben);
  ada.member.setRight("read");
  room.tend();
  await settle(groupCommit, ada, ben);
  expect(await storedCards()).toEqual({ away: "Ada's" });
});

/** A device that has said that it is here under Ada's number. */
function adasDevice(): RoomDevice {
  const ada = joined(recordedDoc(ADAS_NUMBER).doc, SEAT.person);
  ada.announce({ cursor: null });
  return ada;
}

function joined(doc: Y.Doc, person: string): RoomDevice {
  return new RoomDevice(doc).join(room, { seat: seatOf(person) });
}

function seatOf(person: string): Seat {
  return { ...SEAT, person };
}

function write(device: RoomDevice, key: string, value: unknown): void {
  device.doc.getMap("cards").set(key, value);
}

function cards(device: RoomDevice): Record<string, unknown> {
  return device.doc.getMap("cards").toJSON();
}

/** Another document with what Ada's wrote while nothing of it went out, as a file carries it. */
function writtenAway(ada: RoomDevice): Y.Doc {
  const file = new Y.Doc();
  file.clientID = ADAS_NUMBER;
  file.getMap("cards").set("away", "Ada's");
  const bytes = Y.encodeStateAsUpdate(file);
  // As of the relay: it is sent by nobody here.
  Y.applyUpdate(ada.doc, bytes, ada);
  const carried = new Y.Doc();
  Y.applyUpdate(carried, bytes);
  return carried;
}

/** What the device of Ada would make next, made by somebody who has read all so far. */
function forgedAfter(known: Y.Doc, key: string, value: string): Uint8Array {
  const forger = recordedDoc(ADAS_NUMBER);
  Y.applyUpdate(forger.doc, Y.encodeStateAsUpdate(known));
  forger.doc.clientID = ADAS_NUMBER;
  forger.updates.length = 0;
  forger.doc.getMap("cards").set(key, value);
  return Y.mergeUpdates(forger.updates);
}

/** As whoever opens the room later reads it. */
async function storedCards(): Promise<Record<string, unknown>> {
  const doc = new Y.Doc();
  for (const { update } of (await store.load(ROOM)).log) Y.applyUpdate(doc, update);
  return doc.getMap("cards").toJSON();
}
