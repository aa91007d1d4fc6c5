/** Several tabs of one device on one room: live, nothing twice, one connection for all (SPEC S8–S10). */
import { CLOSE } from "@sameside/protocol";
import { openAnswers } from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import {
  type NotesReplica,
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
import { startScriptedRelay } from "./support/scriptedRelay.ts";
import { publishFrom, seatBy, type Tokens } from "./support/workshop.ts";

const READING = { customer: "read", colleague: "read", moderator: "write" } as const;
const WRITING = { customer: "write", colleague: "write", moderator: "write" } as const;

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
    // Each at a place of its own; the relay passes on the seat's person only.
    const at = (x: number) =>
      ({ person: tokens.person, role: "facilitator", cursor: { journey: "j", x, y: 0 } }) as const;
    const other = await openNotes(newDevice(), { open, presence: at(3) });
    left.presence.set(at(1));
    right.presence.set(at(2));

    write(right, "from right", "1");
    await right.delivered();
    expect(await untilNote(other, "from right")).toBe("1");
    write(other, "from elsewhere", "2");
    await Promise.all([untilNote(left, "from elsewhere"), untilNote(right, "from elsewhere")]);
    await Promise.all([left, right].map((tab) => untilStatus(tab, ({ waiting }) => waiting === 0)));

    const placesSeenBy = ({ presence }: NotesReplica) =>
      until(presence.subscribe, () => {
        const places = presence.others().map((one) => one.presence.cursor?.x);
        return places.length === 2 && !places.includes(undefined) ? places.toSorted() : undefined;
      });
    expect(await placesSeenBy(other)).toEqual([1, 2]);
    expect(await placesSeenBy(right)).toEqual([1, 3]);
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
    const crashes: (() => void)[] = [];
    const name = `tabs ${Math.random()}`;
    const device = newDevice();
    const open = relay.link(tokens.write);
    const openTab = () => {
      const channel = new BroadcastChannel(name);
      crashes.push(() => {
        channel.close();
        channel.postMessage = () => {};
      });
      return openNotes(device, { open, tabs: channel as never });
    };
    const left = await openTab();
    await untilStatus(left, ({ wire }) => wire === "online");
    const right = await openTab();
    await untilStatus(right, ({ wire }) => wire === "online");
    write(right, "before", "1");
    await right.delivered();
    // Crashed: nothing of it is heard any more, neither here nor at the relay.
    crashes[0]?.();
    left.disconnect();

    write(right, "afterwards", "2");
    await right.delivered();
    expect(right.status()).toMatchObject({ wire: "online", waiting: 0 });
    await Promise.all([left.close(), right.close()]);
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

  it("miss nothing that the other stores while one of them is being opened", async () => {
    const openTab = openTabsOf(newDevice());
    const open = relay.link(tokens.write);
    const left = await openTab({ open });
    await untilStatus(left, ({ wire }) => wire === "online");
    let isOpen = false;
    // With a disk of its own, so that all of it comes over the channel.
    const opening = openTab({ open, factory: newDevice() }).then((tab) => {
      isOpen = true;
      return tab;
    });
    let count = 0;
    for (; !isOpen; count += 1) {
      write(left, `note ${count}`, "1");
      await untilStatus(left, ({ disk }) => disk === "kept");
    }
    const right = await opening;
    await untilNote(right, `note ${count - 1}`);
    expect(Object.keys(notesIn(right.doc))).toHaveLength(count);
    await Promise.all([left.close(), right.close()]);
  });

  it("know the seat, the step and the right in each, and either takes the workshop on", async () => {
    const openTab = openTabsOf(newDevice());
    const open = relay.link(tokens.write);
    const left = await openTab({ open });
    await untilStatus(left, ({ wire }) => wire === "online");
    await left.setStep({ id: "listen", rights: READING });
    const right = await openTab({ open });
    await untilStatus(right, ({ step }) => step?.id === "listen");
    expect(right.status()).toMatchObject({ elsewhere: true, seat: { person: tokens.person, role: "facilitator" } });
    await right.setStep({ id: "map", rights: WRITING });
    expect(right.status().step).toMatchObject({ id: "map", n: 2 });
    await untilStatus(left, ({ step }) => step?.id === "map");

    const seat = await seatBy(tokens.writeCode, relay);
    const openCustomer = openTabsOf(newDevice());
    const customers = [await openCustomer({ open: relay.link(seat.token) })];
    customers.push(await openCustomer({ open: relay.link(seat.token) }));
    for (const tab of customers) await untilStatus(tab, ({ step }) => step?.id === "map");
    await right.setStep({ id: "listen", rights: READING });
    for (const tab of customers) await untilStatus(tab, (is) => is.step?.n === 3 && is.right === "read");
    for (const tab of customers)
      await expect(tab.setStep({ id: "mine", rights: WRITING })).rejects.toThrow(/Only a facilitator/);
    await Promise.all([left, right, ...customers].map((tab) => tab.close()));
  });

  it("open what was sealed from either, and know sums that were told before they came", async () => {
    const device = newDevice();
    const openTab = openTabsOf(device);
    const open = relay.link(tokens.write);
    const leftAnswers = await openAnswers(WORKSHOP, device);
    const left = await openTab({ open, answers: leftAnswers });
    const customer = await seatBy(tokens.writeCode, relay);
    const answers = await openAnswers(WORKSHOP, newDevice());
    const board = await openNotes(newDevice(), { open: relay.link(customer.token), answers });
    const { person } = customer;
    await answers.put({ topic: "rating", person, item: "touchpoint1", value: { value: 0.5 } });
    await until(leftAnswers.subscribe, () => leftAnswers.tally("rating", "touchpoint1"));

    // With a disk of its own: all that it knows comes from the other tab.
    const rightAnswers = await openAnswers(WORKSHOP, newDevice());
    const right = await openTab({ open, answers: rightAnswers });
    await until(rightAnswers.subscribe, () => rightAnswers.tally("rating", "touchpoint1"));
    await untilStatus(right, ({ wire }) => wire === "online");
    await rightAnswers.reveal([{ topic: "rating", item: "touchpoint1" }]);
    await until(rightAnswers.subscribe, () => rightAnswers.openedRows("rating")[0]);
    await until(leftAnswers.subscribe, () => leftAnswers.openedRows("rating")[0]);
    await Promise.all([left, right, board].map((tab) => tab.close()));
    await Promise.all([leftAnswers, rightAnswers, answers].map((one) => one.close()));
  });

  it("end what one of them asked the relay over the other's connection when that is gone", async () => {
    const scripted = await startScriptedRelay();
    const openTab = openTabsOf(newDevice());
    const left = await openTab({ open: scripted.link });
    const visit = await scripted.visit();
    visit.answer(new Y.Doc());
    visit.say({ say: "hello", now: Date.now(), person: "p", role: "facilitator", table: null });
    const right = await openTab({ open: scripted.link });
    await untilStatus(right, ({ wire, seat }) => wire === "online" && seat !== undefined);
    const asked = right.setStep({ id: "next", rights: WRITING });
    const isLost = expect(asked).rejects.toThrow(/connection was lost/);
    let heard = await visit.next();
    while (heard.kind !== "sameside") heard = await visit.next();
    expect(heard.message).toMatchObject({ say: "step", step: { id: "next", n: 1 } });
    visit.cut();
    await isLost;
    await Promise.all([left.close(), right.close()]);
    await scripted.close();
  });

  it("stay together when one of them has a newer token, and when a refused seat is taken anew", async () => {
    const scripted = await startScriptedRelay();
    const linkWith = (token: string) => ({ ...scripted.link, token, person: "p" });
    const openTab = openTabsOf(newDevice());
    const left = await openTab({ open: linkWith("first") });
    expect((await scripted.visit()).protocols).toContain("first");
    const right = await openTab({ open: linkWith("first") });
    await untilStatus(right, ({ elsewhere }) => elsewhere);
    right.connect(linkWith("refreshed"));
    const visit = await scripted.visit();
    expect(visit.protocols).toContain("refreshed");
    visit.answer(new Y.Doc());
    await Promise.all([left, right].map((tab) => untilStatus(tab, ({ wire }) => wire === "online")));

    visit.close(CLOSE.badToken.code, CLOSE.badToken.reason);
    await Promise.all([left, right].map((tab) => untilStatus(tab, ({ wire }) => wire === "refused")));
    expect([left, right].map((tab) => tab.status().elsewhere)).toEqual([false, true]);
    // As another person, as whose seat was taken away and who joins again may be.
    left.connect({ ...scripted.link, token: "anew", person: "q" });
    const next = await scripted.visit();
    expect(next.protocols).toContain("anew");
    next.answer(new Y.Doc());
    await Promise.all([left, right].map((tab) => untilStatus(tab, ({ wire }) => wire === "online")));
    expect([left, right].map((tab) => tab.status().elsewhere)).toEqual([false, true]);
    await Promise.all([left.close(), right.close()]);
    await scripted.close();
  });

  it("try a refused connection again when the one that does not hold it is asked to", async () => {
    const scripted = await startScriptedRelay();
    const openTab = openTabsOf(newDevice());
    const [left, right] = [await openTab({ open: scripted.link }), await openTab({ open: scripted.link })];
    (await scripted.visit()).close(CLOSE.notForYou.code, CLOSE.notForYou.reason);
    await Promise.all([left, right].map((tab) => untilStatus(tab, ({ wire }) => wire === "refused")));
    expect(right.status().refusal?.reason).toBe(CLOSE.notForYou.reason);
    const follower = left.status().elsewhere ? left : right;
    follower.connect(scripted.link);
    (await scripted.visit()).answer(new Y.Doc());
    await Promise.all([left, right].map((tab) => untilStatus(tab, ({ wire }) => wire === "online")));
    await Promise.all([left.close(), right.close()]);
    await scripted.close();
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
