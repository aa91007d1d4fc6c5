/** What a device holds of its workshops, the files it carries, and how it leaves a workshop that is over. */
import {
  attachmentHash,
  copiesOf,
  forgetWords,
  heldAttachments,
  holdingsOf,
  type KeptWords,
  keepBeside,
  keptWords,
  leaveWorkshop,
  noteCopy,
  openAnswers,
  openDevice,
  storedRoom,
  storedRooms,
  takeInAttachments,
  takeInWords,
  unsentOf,
} from "@sameside/replica";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  changeRows,
  newDevice,
  notesIn,
  openNotes,
  ROOM,
  rowsOnDisk,
  settled,
  untilStatus,
  WORKSHOP,
  write,
  writeOneByOne,
} from "./support/notes.ts";
import { startRealRelay } from "./support/realRelay.ts";
import { publishFrom, UNPUBLISHED } from "./support/workshop.ts";

const OTHER = `${WORKSHOP}x`;
const WORDS: KeptWords = { workshop: WORKSHOP, title: "Notes", leftAt: 7, why: "closed", text: "# My words\n" };
const PICTURE = Uint8Array.from({ length: 2000 }, (_, index) => index % 251);

describe("what a device holds of a workshop (S30)", () => {
  it("is counted over all of its rooms, answers and files, and over nothing else", async () => {
    const factory = newDevice();
    await fill(factory, WORKSHOP, 3);
    await fill(factory, OTHER, 1);
    const holdings = await holdingsOf(WORKSHOP, factory);
    expect(holdings).toMatchObject({ waiting: { changes: 6, answers: 1, files: 1 }, setAside: 0, files: 1 });
    expect(holdings.bytes).toBeGreaterThan(PICTURE.length);
    expect(await unsentOf(WORKSHOP, factory)).toEqual({ waiting: holdings.waiting, setAside: 0 });
    expect((await holdingsOf(OTHER, factory)).waiting.changes).toBe(2);
    expect(await holdingsOf("C".repeat(22), factory)).toEqual({
      bytes: 0,
      waiting: { changes: 0, answers: 0, files: 0 },
      setAside: 0,
      files: 0,
    });
  });

  it("waits for nothing once the relay has it", async () => {
    const relay = await startRealRelay();
    const factory = newDevice();
    const { write: token } = await publishFrom(factory, relay);
    const replica = await openNotes(factory, { open: relay.link(token) });
    await writeOneByOne(replica, "a", 4);
    await replica.delivered();
    await replica.close();
    expect((await holdingsOf(WORKSHOP, factory)).waiting.changes).toBe(0);
    await relay.end();
  });
});

describe("documents read off the disk", () => {
  it("hold all that was written, folded or not, and wait for no relay by being read", async () => {
    const factory = newDevice();
    const replica = await openNotes(factory);
    await writeOneByOne(replica, "a", 120);
    await replica.close();
    const again = await openNotes(factory);
    write(again, "b", "after the fold");
    await again.saved();
    const [stored, ...others] = await storedRooms(WORKSHOP, factory);
    expect(others).toEqual([]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, stored?.state ?? new Uint8Array());
    expect(stored?.room).toBe(ROOM);
    expect(notesIn(doc)).toEqual(again.view());
    expect(await storedRoom(ROOM, factory)).toEqual(stored?.state);
    expect(await storedRoom(`${WORKSHOP}.plan`, factory)).toBeUndefined();
    await again.close();
  });
});

describe("copies that were saved", () => {
  it("are remembered until the workshop is forgotten", async () => {
    const factory = newDevice();
    const device = await openDevice(factory);
    await device.remember(UNPUBLISHED);
    await noteCopy(WORKSHOP, { time: 1, name: "a.sameside" }, factory);
    await noteCopy(WORKSHOP, { time: 2, name: "b.sameside" }, factory);
    expect(await copiesOf(WORKSHOP, factory)).toEqual([
      { time: 1, name: "a.sameside" },
      { time: 2, name: "b.sameside" },
    ]);
    expect(await copiesOf(OTHER, factory)).toEqual([]);
    await device.forget(WORKSHOP);
    expect(await copiesOf(WORKSHOP, factory)).toEqual([]);
  });
});

describe("pictures and sounds that come by file (S32)", () => {
  it("are stored once, under their own hash only, and wait for a relay", async () => {
    const factory = newDevice();
    const hash = attachmentHash(PICTURE);
    const carried = [
      { hash, type: "image/jpeg", bytes: PICTURE },
      { hash: "x".repeat(43), type: "image/jpeg", bytes: PICTURE },
    ];
    expect(await takeInAttachments(WORKSHOP, carried, factory)).toBe(1);
    await changeRows(factory, "blobs", (row) => ({ ...row, waiting: 0 }));
    expect(await takeInAttachments(WORKSHOP, carried, factory)).toBe(1);
    expect(await heldAttachments(WORKSHOP, factory)).toEqual([{ hash, type: "image/jpeg", bytes: PICTURE }]);
    expect((await holdingsOf(WORKSHOP, factory)).waiting.files).toBe(0);
  });
});

describe("leaving a workshop that is over (S36)", () => {
  it.each([
    ["a change that was set aside", setAside],
    ["a change", (factory: IDBFactory) => changeWaiting(factory, "log", "acked", 0)],
    ["an answer", (factory: IDBFactory) => changeWaiting(factory, "answers", "waiting", 1)],
    ["a picture", (factory: IDBFactory) => changeWaiting(factory, "blobs", "waiting", 1)],
  ])("removes nothing while %s waits", async (_, makeWait) => {
    const factory = newDevice();
    await fill(factory, WORKSHOP, 2);
    await confirmAll(factory);
    await makeWait(factory);
    const before = await holdingsOf(WORKSHOP, factory);
    expect(await leaveWorkshop(WORDS, factory)).toBe(false);
    expect(await holdingsOf(WORKSHOP, factory)).toEqual(before);
    expect(await keptWords(factory)).toEqual([]);
  });

  it("removes all of it and nothing else, and keeps the person's own words until they delete them", async () => {
    const factory = newDevice();
    await fill(factory, WORKSHOP, 2);
    await fill(factory, OTHER, 2);
    await confirmAll(factory);
    expect(await leaveWorkshop(WORDS, factory)).toBe(true);
    expect((await holdingsOf(WORKSHOP, factory)).bytes).toBe(0);
    expect((await holdingsOf(OTHER, factory)).bytes).toBeGreaterThan(0);
    const device = await openDevice(factory);
    expect((await device.workshops()).map(({ id }) => id)).toEqual([OTHER]);
    // A second tab that leaves later has nothing to keep any more.
    expect(await leaveWorkshop({ ...WORDS, text: "" }, factory)).toBe(true);
    expect(await keptWords(factory)).toEqual([WORDS]);
    for (const table of ["rooms", "snapshots", "log", "views"])
      for (const row of await rowsOnDisk(factory, table)) expect(String(row["room"] ?? row["id"])).toMatch(`${OTHER}.`);
    // On another device the same, and of two the later ones.
    const elsewhere = newDevice();
    await takeInWords([{ ...WORDS, leftAt: 6, text: "older" }, WORDS, { workshop: 3 }, null], elsewhere);
    await takeInWords([{ ...WORDS, leftAt: 5, text: "oldest" }], elsewhere);
    expect(await keptWords(elsewhere)).toEqual([WORDS]);
    await forgetWords(WORKSHOP, factory);
    expect(await keptWords(factory)).toEqual([]);
  });
});

describe("a person who comes with their things", () => {
  it("goes on as who they were, where nobody has been anybody yet", async () => {
    const factory = newDevice();
    const device = await openDevice(factory);
    expect(await device.become("p".repeat(16))).toBe(true);
    expect(device.person).toBe("p".repeat(16));
    expect((await openDevice(factory)).person).toBe("p".repeat(16));
    await device.remember(UNPUBLISHED);
    expect(await device.become("q".repeat(16))).toBe(false);
    expect((await openDevice(factory)).person).toBe("p".repeat(16));
  });
});

/** Two rooms with `changes` changes each, a name, a picture, and something beside a room. */
async function fill(factory: IDBFactory, workshop: string, changes: number): Promise<void> {
  const device = await openDevice(factory);
  await device.remember({ ...UNPUBLISHED, id: workshop });
  for (const group of ["table1", "table2"]) {
    const replica = await openNotes(factory, { room: `${workshop}.board.${group}` });
    await writeOneByOne(replica, group, changes);
    await untilStatus(replica, ({ disk }) => disk === "kept");
    await replica.close();
  }
  const answers = await openAnswers(workshop, factory);
  await answers.put({ topic: "name", person: "ann", item: "today", value: "Ann" });
  await answers.close();
  await takeInAttachments(workshop, [{ hash: attachmentHash(PICTURE), type: "image/jpeg", bytes: PICTURE }], factory);
  await keepBeside(`${workshop}.board.table1`, { undo: 1 }, factory);
  device.close();
}

/** As if a relay had refused two changes. */
async function setAside(factory: IDBFactory): Promise<void> {
  const database = await settled(factory.open("sameside"));
  const parked = database.transaction("parked", "readwrite").objectStore("parked");
  await settled(parked.add({ room: ROOM, update: Uint8Array.of(0, 0), changes: 2, time: 1 }));
  database.close();
}

/** As if a relay had stored everything. */
async function confirmAll(factory: IDBFactory): Promise<void> {
  await changeWaiting(factory, "log", "acked", 1);
  await changeWaiting(factory, "answers", "waiting", 0);
  await changeWaiting(factory, "blobs", "waiting", 0);
}

function changeWaiting(factory: IDBFactory, table: string, field: string, value: 0 | 1): Promise<void> {
  return changeRows(factory, table, (row) => ({ ...row, [field]: value }));
}
