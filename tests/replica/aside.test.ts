/** Edits that the relay does not take: never half applied, never lost (SPEC S20, S21). */
import { openAside, setAsideWaiting, unsentOf, unsentRooms } from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type AsideTable, asideOf, clientsIn, forkWith, openAsideTable } from "./support/asideTable.ts";
import {
  type NotesReplica,
  newDevice,
  notesIn,
  openNotes,
  openTabsOf,
  ROOM,
  rowsOnDisk,
  settled,
  until,
  untilNote,
  untilStatus,
  WORKSHOP,
  write,
} from "./support/notes.ts";

let table: AsideTable;
beforeEach(async () => {
  table = await openAsideTable();
});
afterEach(async () => {
  await table.end();
});

const isRefused = (replica: NotesReplica) => untilStatus(replica, ({ refused, disk }) => refused && disk === "kept");
const isIn = (replica: NotesReplica) => untilStatus(replica, ({ wire }) => wire === "online");
const waitingRows = async (factory: IDBFactory) =>
  (await rowsOnDisk(factory, "log")).filter((row) => row["own"] === 1 && row["acked"] === 0);

/** A device that has delivered `first`, and then written `later` without a connection. */
async function wroteOffline(later: readonly string[], device = newDevice()): Promise<IDBFactory> {
  const online = await openNotes(device, { open: table.link });
  write(online, "first", "1");
  await online.delivered();
  await online.close();
  const offline = await openNotes(device);
  for (const key of later) write(offline, key, "offline");
  await offline.close();
  return device;
}

describe("edits made offline after writing was closed", () => {
  it("are set aside as a whole; the device has again what the relay has, under another client id", async () => {
    const device = await wroteOffline(["a", "b", "first"]);
    await table.go("read");
    write(table.chief, "chief", "goes on");
    await table.chief.delivered();
    const bert = await openNotes(device, { open: table.link });
    await isRefused(bert);
    expect(notesIn(bert.doc)).toMatchObject({ a: "offline", first: "offline" });
    await bert.setAside();

    expect(await waitingRows(device)).toEqual([]);
    const [aside, ...more] = await asideOf(device);
    expect([aside?.changes, more]).toEqual([3, []]);
    const again = await openNotes(device, { open: table.link });
    await untilNote(again, "chief");
    expect(notesIn(again.doc)).toEqual(await table.atRelay());
    expect(notesIn(again.doc)).not.toHaveProperty("a");
    expect(again.status()).toMatchObject({ waiting: 0, refused: false, right: "read" });
    expect(clientsIn(aside?.update ?? new Uint8Array())).not.toContain(again.doc.clientID);
    expect(notesIn(forkWith(again.doc, await asideOf(device)))).toMatchObject({
      a: "offline",
      b: "offline",
      first: "offline",
    });
    await again.close();
  });

  it("are set aside without a connection where their person may not write any more, and named until they are proposed (P48)", async () => {
    const device = await wroteOffline(["a", "b"]);
    expect(await unsentRooms(WORKSHOP, device)).toEqual([ROOM]);
    await setAsideWaiting(ROOM, device);
    expect(await waitingRows(device)).toEqual([]);
    expect(await unsentOf(WORKSHOP, device)).toMatchObject({ waiting: { changes: 0 }, setAside: 2 });
    expect(await unsentRooms(WORKSHOP, device)).toEqual([ROOM]);
    const aside = openAside(ROOM, device);
    await aside.settled();
    for (const what of aside.all()) await aside.sent(what, "a-proposal");
    aside.close();
    expect(await unsentRooms(WORKSHOP, device)).toEqual([]);
    expect(await unsentOf(WORKSHOP, device)).toMatchObject({ waiting: { changes: 0 }, setAside: 0 });
    expect((await asideOf(device)).map(({ changes }) => changes)).toEqual([2]);
  });

  it("whose person has no way to the relay any more are set aside once they give up waiting, and not before (D41)", async () => {
    const device = await wroteOffline(["a", "b"]);
    const bert = await openNotes(device, { open: { ...table.link, token: "taken away" } });
    await untilStatus(bert, ({ wire }) => wire === "refused");
    expect(bert.status()).toMatchObject({ refused: false, waiting: 2 });
    bert.giveUpWaiting();
    await isRefused(bert);
    await bert.setAside();
    expect((await asideOf(device)).map(({ changes }) => changes)).toEqual([2]);
    const again = await openNotes(device);
    again.giveUpWaiting();
    expect(again.status()).toMatchObject({ refused: false, waiting: 0 });
    expect(notesIn(again.doc)).toEqual({ first: "1" });
    await again.close();
  });

  it("wait for their person across reloads, and are put back as ordinary edits when writing is open again", async () => {
    const device = await wroteOffline(["a", "b"]);
    await table.go("read");
    const bert = await openNotes(device, { open: table.link });
    await isRefused(bert);
    await bert.setAside();
    for (let visit = 0; visit < 2; visit += 1) await (await openNotes(device)).close();
    await table.go("write");
    const again = await openNotes(device, { open: table.link });
    await isIn(again);
    const aside = openAside(ROOM, device);
    await aside.settled();
    const [what] = aside.all();
    if (!what) throw new Error("nothing is set aside");
    Y.applyUpdate(again.doc, what.update);
    await again.saved();
    await aside.drop(what);
    await again.delivered();
    expect(aside.all()).toEqual([]);
    expect(await table.atRelay()).toMatchObject({ first: "1", a: "offline", b: "offline" });
    aside.close();
    await again.close();
  });

  it("hold what is folded, too, and nothing but themselves", async () => {
    const device = newDevice();
    const online = await openNotes(device, { open: table.link });
    for (let index = 0; index < 40; index += 1) write(online, `before ${index}`, "x".repeat(50));
    for (let index = 0; index < 40; index += 1) online.doc.getMap("notes").delete(`before ${index}`);
    await online.delivered();
    online.disconnect();
    for (let index = 0; index < 120; index += 1) write(online, `offline ${index % 10}`, `${index}`);
    await online.close();
    await table.go("read");
    const bert = await openNotes(device, { open: table.link });
    await isRefused(bert);
    await bert.setAside();
    const [aside] = await asideOf(device);
    expect(aside?.changes).toBe(120);
    const again = await openNotes(device);
    expect(notesIn(again.doc)).toEqual({});
    expect(Object.keys(notesIn(forkWith(again.doc, aside ? [aside] : [])))).toHaveLength(10);
    await again.close();
  });
});

describe("an edit that meets the closing", () => {
  it("is set aside when the relay denies it, and only it: what the relay took before stays", async () => {
    const device = newDevice();
    const bert = await openNotes(device, { open: table.link });
    await isIn(bert);
    write(bert, "taken", "1");
    await bert.delivered();
    await table.go("read");
    write(bert, "late", "2");
    await isRefused(bert);
    await bert.setAside();
    const again = await openNotes(device, { open: table.link });
    await isIn(again);
    await table.reaches(again);
    expect(await table.atRelay()).toEqual({ taken: "1" });
    expect(notesIn(again.doc)).toEqual({ taken: "1" });
    expect((await asideOf(device)).map(({ changes }) => changes)).toEqual([1]);
    await again.close();
  });

  it("on a device that keeps nothing stays in the open page, and goes out when writing is open again", async () => {
    const bert = await openNotes(null, { open: table.link });
    await isIn(bert);
    await table.go("read");
    await untilStatus(bert, ({ right }) => right === "read");
    write(bert, "late", "2");
    await untilStatus(bert, ({ refused }) => refused);
    await expect(bert.setAside()).rejects.toThrow();
    expect(notesIn(bert.doc)).toEqual({ late: "2" });
    await table.go("write");
    await untilNote(table.chief, "late");
    await bert.close().catch(() => {});
  });
});

describe("a right that was known from before", () => {
  it("is no answer: what was written since is delivered when writing is open again", async () => {
    const device = newDevice();
    await table.go("read");
    const reader = await openNotes(device, { open: table.link });
    await untilStatus(reader, ({ answered, right }) => answered && right === "read");
    await reader.close();
    const offline = await openNotes(device);
    write(offline, "a", "1");
    await offline.close();
    await table.go("write");
    const bert = await openNotes(device, { open: table.link });
    let wasRefused = false;
    bert.subscribe(() => {
      wasRefused ||= bert.status().refused;
    });
    await bert.delivered().catch(() => untilStatus(bert, ({ waiting }) => waiting === 0));
    expect([wasRefused, await asideOf(device)]).toEqual([false, []]);
    expect(await table.atRelay()).toEqual({ a: "1" });
    await bert.close();
  });
});

describe("several tabs", () => {
  it("all set their edits aside, whoever holds the connection, and none comes back through another", async () => {
    const device = newDevice();
    const openTab = openTabsOf(device);
    const open = table.link;
    const [left, right] = [await openTab(), await openTab()];
    write(left, "left", "1");
    write(right, "right", "2");
    await Promise.all([untilNote(left, "right"), untilNote(right, "left")]);
    await table.go("read");
    for (const tab of [left, right]) tab.connect(open);
    await Promise.all([isRefused(left), isRefused(right)]);
    await Promise.all([left.setAside(), right.setAside()]);
    const again = await Promise.all([openTab({ open }), openTab({ open })]);
    for (const tab of again) await table.reaches(tab);
    for (const tab of again) {
      expect(notesIn(tab.doc)).toEqual({});
      expect(tab.status()).toMatchObject({ waiting: 0, refused: false });
    }
    expect(await waitingRows(device)).toEqual([]);
    expect((await asideOf(device)).reduce((sum, { changes }) => sum + changes, 0)).toBe(2);
    expect(await table.atRelay()).toEqual({});
    await Promise.all(again.map((tab) => tab.close()));
  });

  it("one that is opened after it was said that they are refused sets them aside, too", async () => {
    const device = await wroteOffline(["a"]);
    const openTab = openTabsOf(device);
    await table.go("read");
    const left = await openTab({ open: table.link });
    await isRefused(left);
    const right = await openTab({ open: table.link });
    expect(notesIn(right.doc)).toHaveProperty("a");
    await isRefused(right);
    await Promise.all([left.setAside(), right.setAside()]);
    const again = await openTab({ open: table.link });
    await table.reaches(again);
    expect(notesIn(again.doc)).toEqual({ first: "1" });
    expect((await asideOf(device)).map(({ changes }) => changes)).toEqual([1]);
    await again.close();
  });

  it("what a tab stored after the others had set theirs aside builds on nothing, and is set aside as well", async () => {
    const device = newDevice();
    const before = await openNotes(device);
    write(before, "a", "1");
    await before.saved();
    const late = new Y.Doc();
    Y.applyUpdate(late, Y.encodeStateAsUpdate(before.doc));
    await before.close();
    await table.go("read");
    const bert = await openNotes(device, { open: table.link });
    await isRefused(bert);
    await bert.setAside();
    const updates: Uint8Array[] = [];
    late.on("update", (made: Uint8Array) => updates.push(made));
    late.getMap("notes").set("a", "2");
    for (const update of updates) await storeAsOldTab(device, update);

    const again = await openNotes(device);
    await isRefused(again);
    await again.setAside();
    const aside = await asideOf(device);
    expect(aside.map(({ changes }) => changes)).toEqual([2]);
    const last = await openNotes(device);
    expect(last.status()).toMatchObject({ refused: false, waiting: 0 });
    expect(notesIn(forkWith(last.doc, aside))).toEqual({ a: "2" });
    await last.close();
  });
});

describe("what is set aside", () => {
  it("is noted as sent, taken back, and dropped, for every page that shows it", async () => {
    const device = await wroteOffline(["a"]);
    await table.go("read");
    const bert = await openNotes(device, { open: table.link });
    await isRefused(bert);
    await bert.setAside();
    const [here, there] = [openAside(ROOM, device), openAside(ROOM, device)];
    const what = await until(here.subscribe, () => here.all()[0]);
    await here.sent(what, "proposal-1");
    await until(there.subscribe, () => (there.all()[0]?.proposal === "proposal-1" ? true : undefined));
    await there.sent(what, undefined);
    await until(here.subscribe, () => (here.all()[0]?.proposal === undefined ? true : undefined));
    await here.drop(what);
    await until(there.subscribe, () => (there.all().length === 0 ? true : undefined));
    here.close();
    there.close();
  });
});

/** One packed update in a row, as a tab of this program writes it. */
async function storeAsOldTab(device: IDBFactory, update: Uint8Array): Promise<void> {
  if (update.length > 127) throw new Error("The length would need a second byte.");
  const database = await settled(device.open("sameside"));
  const row = { room: ROOM, updates: Uint8Array.of(update.length, ...update), changes: 1, own: 1, acked: 0 };
  const spans = [{ tab: "a tab from before", from: 1, to: 1 }];
  await settled(
    database
      .transaction("log", "readwrite")
      .objectStore("log")
      .add({ ...row, spans }),
  );
  database.close();
}
