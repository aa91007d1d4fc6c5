/** Several tabs of one device on one room: live, nothing twice, one connection for all (SPEC S8–S10). */
import { openAnswers } from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  newDevice,
  notesIn,
  openNotes,
  openTabsOf,
  ROOM,
  rowsOnDisk,
  until,
  untilNote,
  untilStatus,
  WORKSHOP,
  write,
} from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { publishFrom, type Tokens } from "./support/workshop.ts";

let relay: RealRelay;
let tokens: Tokens;
beforeEach(async () => {
  relay = await startRealRelay();
  tokens = await publishFrom(newDevice(), relay);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await relay.end();
});

describe("two tabs of one device", () => {
  it("show each other's edits without a relay, with each of them on disk once", async () => {
    const device = newDevice();
    const openTab = openTabsOf(device);
    const [left, right] = [await openTab(), await openTab()];
    for (let index = 0; index < 20; index += 1) {
      write(left, `left ${index}`, "1");
      write(right, `right ${index}`, "2");
    }
    await Promise.all([untilNote(left, "right 19"), untilNote(right, "left 19")]);
    expect(notesIn(left.doc)).toEqual(notesIn(right.doc));
    await Promise.all([left.saved(), right.saved()]);
    const rows = await rowsOnDisk(device, "log");
    expect(rows.reduce((sum, row) => sum + Number(row["changes"]), 0)).toBe(40);
    expect([left.status().waiting, right.status().waiting]).toEqual([40, 40]);
    await Promise.all([left.close(), right.close()]);
  });

  it("miss nothing that the other wrote in the moment it was closed", async () => {
    const openTab = openTabsOf(newDevice());
    const [left, right] = [await openTab(), await openTab()];
    write(left, "last", "1");
    await left.close();
    expect(await untilNote(right, "last")).toBe("1");
    await right.close();
  });

  it("hold one connection, over which the edits of both reach the relay, and both are told", async () => {
    let opened = 0;
    class CountedSocket extends WebSocket {
      constructor(...address: ConstructorParameters<typeof WebSocket>) {
        super(...address);
        opened += 1;
      }
    }
    vi.stubGlobal("WebSocket", CountedSocket);
    const openTab = openTabsOf(newDevice());
    const open = relay.link(tokens.write);
    const left = await openTab({ open });
    await untilStatus(left, ({ wire }) => wire === "online");
    const right = await openTab({ open });
    await untilStatus(right, ({ wire }) => wire === "online");
    const other = await openNotes(newDevice(), { open, presence: { person: "o", role: "customer", cursor: null } });
    left.presence.set({ person: "l", role: "customer", cursor: null });
    right.presence.set({ person: "r", role: "customer", cursor: null });

    write(right, "from right", "1");
    await right.delivered();
    expect(await untilNote(other, "from right")).toBe("1");
    write(other, "from elsewhere", "2");
    await Promise.all([untilNote(left, "from elsewhere"), untilNote(right, "from elsewhere")]);
    await Promise.all([left, right].map((tab) => untilStatus(tab, ({ waiting }) => waiting === 0)));

    const here = () => other.presence.others().map(({ presence }) => presence.person);
    await until(other.presence.subscribe, () => (here().length === 2 ? true : undefined));
    expect(here().toSorted()).toEqual(["l", "r"]);
    const seen = () => right.presence.others().map(({ presence }) => presence.person);
    await until(right.presence.subscribe, () => (seen().length === 2 ? true : undefined));
    expect(seen().toSorted()).toEqual(["l", "o"]);
    expect(opened).toBe(2);
    await Promise.all([left.close(), right.close(), other.close()]);
  });

  it("go on over a new connection when the tab that held it is closed", async () => {
    const openTab = openTabsOf(newDevice());
    const open = relay.link(tokens.write);
    const left = await openTab({ open });
    await untilStatus(left, ({ wire }) => wire === "online");
    const right = await openTab({ open });
    await untilStatus(right, ({ wire }) => wire === "online");
    const other = await openNotes(newDevice(), { open });
    await left.close();
    write(right, "afterwards", "1");
    await untilNote(other, "afterwards");
    await right.delivered();
    expect(right.status()).toMatchObject({ wire: "online", waiting: 0 });
    await Promise.all([right.close(), other.close()]);
  });

  it("go on when the tab that held the connection ends without a word", async () => {
    const channels: BroadcastChannel[] = [];
    const name = `tabs ${Math.random()}`;
    const device = newDevice();
    const open = relay.link(tokens.write);
    const openTab = () => {
      const channel = new BroadcastChannel(name);
      channels.push(channel);
      return openNotes(device, { open, tabs: channel as never });
    };
    const left = await openTab();
    await untilStatus(left, ({ wire }) => wire === "online");
    const right = await openTab();
    await untilStatus(right, ({ wire }) => wire === "online");
    write(right, "before", "1");
    await right.delivered();
    // Crashed: nothing of it is heard any more, neither here nor at the relay.
    channels[0]?.close();
    left.disconnect();

    write(right, "afterwards", "2");
    await right.delivered();
    expect(right.status()).toMatchObject({ wire: "online", waiting: 0 });
    await Promise.all([left.close().catch(() => {}), right.close()]);
  });

  it("are brought to a relay together when one of them is", async () => {
    const openTab = openTabsOf(newDevice());
    const [left, right] = [await openTab(), await openTab()];
    write(right, "made alone", "1");
    await untilNote(left, "made alone");
    left.connect(relay.link(tokens.write));
    await Promise.all([left, right].map((tab) => untilStatus(tab, (is) => is.wire === "online" && is.waiting === 0)));
    await Promise.all([left.close(), right.close()]);
  });

  it("that came by links with different rights do not lend each other theirs", async () => {
    const openTab = openTabsOf(newDevice());
    const writer = await openTab({ open: relay.link(tokens.write) });
    const reader = await openTab({ open: relay.link(tokens.read) });
    await untilStatus(reader, ({ right }) => right === "read");
    await untilStatus(writer, ({ wire }) => wire === "online");
    write(reader, "not allowed", "1");
    write(writer, "allowed", "2");
    await untilNote(reader, "allowed");
    await writer.delivered();
    expect(writer.status().right).toBe("write");
    expect(notesIn(writer.doc)).toEqual({ allowed: "2" });
    await Promise.all([writer.close(), reader.close()]);
  });

  it("send what is answered in either, once, and both know it", async () => {
    const device = newDevice();
    const openTab = openTabsOf(device);
    const open = relay.link(tokens.write);
    const [leftAnswers, rightAnswers] = [await openAnswers(WORKSHOP, device), await openAnswers(WORKSHOP, device)];
    const left = await openTab({ open, answers: leftAnswers });
    await untilStatus(left, ({ wire }) => wire === "online");
    const right = await openTab({ open, answers: rightAnswers });
    await untilStatus(right, ({ wire }) => wire === "online");
    await rightAnswers.put({ topic: "name", person: "r", item: "today", value: "Rosa" });
    await until(leftAnswers.subscribe, () => (leftAnswers.rows("name").length === 1 ? true : undefined));
    await until(rightAnswers.subscribe, () => (rightAnswers.waiting() === 0 ? true : undefined));
    expect(leftAnswers.waiting()).toBe(0);
    await Promise.all([left.close(), right.close()]);
    await Promise.all([leftAnswers.close(), rightAnswers.close()]);
  });
});

describe("a log row", () => {
  it("that was written twice, because the first write only seemed to fail, is counted once", async () => {
    const device = newDevice();
    const first = await openNotes(device);
    write(first, "a", "1");
    write(first, "b", "2");
    await first.close();
    const [row] = await rowsOnDisk(device, "log");
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = device.open("sameside");
      request.onsuccess = () => resolve(request.result);
    });
    const { seq: _, ...again } = row ?? {};
    database.transaction("log", "readwrite").objectStore("log").add(again);
    database.close();

    const second = await openNotes(device);
    expect(second.status().waiting).toBe(2);
    expect((await rowsOnDisk(device, "log")).filter((each) => each["room"] === ROOM)).toHaveLength(2);
    await second.close();
  });
});
