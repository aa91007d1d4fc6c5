import { limits, type SeatRole } from "@sameside/protocol";
import { type Answers, openAnswers } from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newDevice, openNotes, until, untilStatus, WORKSHOP } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { type ScriptedRelay, startScriptedRelay, type Visit } from "./support/scriptedRelay.ts";
import { publishFrom, seatBy } from "./support/workshop.ts";

afterEach(() => vi.restoreAllMocks());

const name = (person: string, value: string) => ({ topic: "name", person, item: "today", value }) as const;

function nameOf(answers: Answers, person: string): unknown {
  return answers.rows("name").find((row) => row.person === person)?.value;
}

function untilName(answers: Answers, person: string): Promise<unknown> {
  return until(answers.subscribe, () => nameOf(answers, person));
}

describe("answers on a device", () => {
  it("are kept over a reload, and wait", async () => {
    const device = newDevice();
    const first = await openAnswers(WORKSHOP, device);
    await first.put(name("ann", "Ann"));
    await first.close();
    const second = await openAnswers(WORKSHOP, device);
    expect(second.rows("name")).toMatchObject([{ person: "ann", value: "Ann" }]);
    expect(second.waiting()).toBe(1);
    const other = await openAnswers("BBBBBBBBBBBBBBBBBBBBBB", device);
    expect(other.rows("name")).toEqual([]);
    await Promise.all([second.close(), other.close()]);
  });

  it("are one row each, whose later answer wins even when the clock went back", async () => {
    const answers = await openAnswers(WORKSHOP, newDevice());
    await answers.put(name("ann", "Ann"));
    const before = answers.rows("name");
    expect(answers.rows("name")).toBe(before);
    vi.spyOn(Date, "now").mockReturnValue(1);
    await answers.put(name("ann", "Anna"));
    expect(answers.rows("name")).toHaveLength(1);
    expect(answers.rows("name")[0]).toMatchObject({ value: "Anna", time: (before[0]?.time ?? 0) + 1 });
    await answers.close();
  });

  it("that are no row are not kept, and nothing changes", async () => {
    const answers = await openAnswers(WORKSHOP, newDevice());
    await expect(answers.put(name("ann", "x".repeat(limits.MAX_ANSWER_BYTES)))).rejects.toThrow("cannot be kept");
    await expect(answers.put(name("no key", "Ann"))).rejects.toThrow("cannot be kept");
    expect(answers.waiting()).toBe(0);
    await answers.close();
  });

  it("are known, and on their way, when the disk cannot store them; it says so", async () => {
    const device = newDevice();
    const answers = await openAnswers(WORKSHOP, device);
    const fullDisk = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    await expect(answers.put(name("ann", "Ann"))).rejects.toThrow("could not store");
    expect(answers.waiting()).toBe(1);
    fullDisk.mockRestore();
    await answers.put(name("bob", "Bob"));
    await answers.close();
    const again = await openAnswers(WORKSHOP, device);
    expect(again.rows("name").map((row) => row.value)).toEqual(["Ann", "Bob"]);
    await again.close();
  });

  it("that the disk did not take are stored once it does, without anybody's doing (N3)", async () => {
    const device = newDevice();
    const answers = await openAnswers(WORKSHOP, device);
    const { put } = IDBObjectStore.prototype;
    const fullDisk = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no space", "QuotaExceededError");
    });
    await expect(answers.put(name("ann", "Ann"))).rejects.toThrow("could not store");
    await new Promise<void>((resolve) => {
      fullDisk.mockImplementation(function (this: IDBObjectStore, ...row) {
        resolve();
        return put.apply(this, row);
      });
    });
    await answers.close();
    const again = await openAnswers(WORKSHOP, device);
    expect(again.rows("name").map((row) => row.value)).toEqual(["Ann"]);
    await again.close();
  });
});

describe("answers at the real relay", () => {
  let relay: RealRelay;
  beforeEach(async () => {
    relay = await startRealRelay();
  });
  afterEach(() => relay.end());

  it("given offline go out when connected, reach the others, and wait no more", async () => {
    const { writeCode } = await publishFrom(newDevice(), relay);
    const seats = [await seatBy(writeCode, relay), await seatBy(writeCode, relay)] as const;
    const [{ person: annId }, { person: bobId }] = seats;
    const ann = await openAnswers(WORKSHOP, newDevice());
    const bob = await openAnswers(WORKSHOP, newDevice());
    await ann.put(name(annId, "Ann"));
    const boards = [
      await openNotes(newDevice(), { open: relay.link(seats[0].token), answers: ann }),
      await openNotes(newDevice(), { open: relay.link(seats[1].token), answers: bob }),
    ];
    expect(await untilName(bob, annId)).toBe("Ann");
    await bob.put(name(bobId, "Bob"));
    expect(await untilName(ann, bobId)).toBe("Bob");
    await ann.put(name(annId, "Anna"));
    await until(bob.subscribe, () => (nameOf(bob, annId) === "Anna" ? true : undefined));
    for (const one of [ann, bob]) await until(one.subscribe, () => (one.waiting() === 0 ? true : undefined));
    expect(ann.rows("name")).toEqual(bob.rows("name"));
    await Promise.all(boards.map((board) => board.close()));
    await Promise.all([ann.close(), bob.close()]);
  });
});

describe("the outbox", () => {
  let relay: ScriptedRelay;
  beforeEach(async () => {
    relay = await startScriptedRelay();
  });
  afterEach(() => relay.close());

  it("sends the same row again when its confirmation was lost, and empties when it comes", async () => {
    const device = newDevice();
    const answers = await openAnswers(WORKSHOP, device);
    await answers.put(name("ann", "Ann"));
    const board = await openNotes(device, { open: relay.link, answers });
    const first = await relay.visit();
    const sent = await nextAnswers(first);
    first.cut();
    const second = await relay.visit();
    expect(await nextAnswers(second)).toEqual(sent);
    expect(answers.waiting()).toBe(1);
    second.say({ say: "answersStored", keys: [{ key: "name/ann/today", time: sent[0]?.time ?? 0 }] });
    await until(answers.subscribe, () => (answers.waiting() === 0 ? true : undefined));
    await board.close();
    await answers.close();

    const again = await openAnswers(WORKSHOP, device);
    expect(again.waiting()).toBe(0);
    await again.close();
  });

  it("is not emptied by the confirmation of an earlier answer", async () => {
    const answers = await openAnswers(WORKSHOP, newDevice());
    await answers.put(name("ann", "Ann"));
    const board = await openNotes(newDevice(), { open: relay.link, answers });
    const visit = await relay.visit();
    const [row] = await nextAnswers(visit);
    await answers.put(name("ann", "Anna"));
    visit.say({ say: "answersStored", keys: [{ key: "name/ann/today", time: row?.time ?? 0 }] });
    visit.say({ say: "rights", right: "read" });
    await untilStatus(board, ({ right }) => right === "read");
    expect(answers.waiting()).toBe(1);
    await board.close();
    await answers.close();
  });

  it("gives way to a later answer of the same person from another device", async () => {
    const answers = await openAnswers(WORKSHOP, newDevice());
    await answers.put(name("ann", "Ann"));
    const board = await openNotes(newDevice(), { open: relay.link, answers });
    const visit = await relay.visit();
    const [row] = await nextAnswers(visit);
    if (!row) throw new Error("No row came.");
    visit.say({ say: "answers", rows: [{ ...row, value: "Anna", time: row.time + 1 }] });
    await until(answers.subscribe, () => (answers.waiting() === 0 ? true : undefined));
    expect(answers.rows("name")).toMatchObject([{ value: "Anna" }]);
    await board.close();
    await answers.close();
  });
});

describe("a refused answer", () => {
  let relay: ScriptedRelay;
  beforeEach(async () => {
    relay = await startScriptedRelay();
  });
  afterEach(() => relay.close());

  it("waits no more and is kept apart, over a reload, until it is answered anew; the one that holds is shown", async () => {
    const device = newDevice();
    const answers = await openAnswers(WORKSHOP, device);
    await answers.put(rating("ann", 0.9));
    const board = await openNotes(device, { open: relay.link, answers });
    const visit = await relay.visit();
    const [row] = await nextAnswers(visit);
    if (!row) throw new Error("No row came.");
    const holding = { ...row, value: { value: 0.1 }, time: row.time - 10 };
    const key = "rating/ann/touchpoint1";
    visit.say({ say: "answersRefused", keys: [{ key, time: row.time - 1, why: "too-many" }] });
    visit.say({ say: "answersRefused", keys: [{ key, time: row.time, why: "already-revealed" }] });
    visit.say({ say: "answers", rows: [holding] });
    await until(answers.subscribe, () => (answers.rows("rating")[0]?.time === holding.time ? true : undefined));
    expect(answers.refused()).toEqual([{ row, why: "already-revealed" }]);
    expect(answers.waiting()).toBe(0);
    await board.close();
    await answers.close();

    const again = await openAnswers(WORKSHOP, device);
    expect(again.refused()).toEqual([{ row, why: "already-revealed" }]);
    expect(again.rows("rating")).toEqual([holding]);
    await again.put(rating("ann", 0.5));
    expect(again.refused()).toEqual([]);
    await again.close();
    const last = await openAnswers(WORKSHOP, device);
    expect(last.refused()).toEqual([]);
    await last.close();
  });

  it("because this device's clock is ahead is sent again with the relay's time, the same over a reload", async () => {
    const device = newDevice();
    const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 24 * 60 * 60 * 1000);
    const answers = await openAnswers(WORKSHOP, device);
    await answers.put(name("ann", "Ann"));
    clock.mockRestore();
    const board = await openNotes(device, { open: relay.link, answers });
    const visit = await relay.visit();
    const [ahead] = await nextAnswers(visit);
    if (!ahead) throw new Error("No row came.");
    visit.say({ say: "answersRefused", keys: [{ key: "name/ann/today", time: ahead.time, why: "clock-ahead" }] });
    const [corrected] = await nextAnswers(visit);
    expect(corrected).toMatchObject({ value: "Ann" });
    expect(corrected?.time).toBeLessThanOrEqual(Date.now());
    expect(answers.waiting()).toBe(1);
    await board.close();
    await answers.close();
    const again = await openAnswers(WORKSHOP, device);
    expect(again.rows("name")).toEqual([corrected]);
    expect(again.waiting()).toBe(1);
    await again.close();
  });
});

describe("the reveal", () => {
  let relay: ScriptedRelay;
  beforeEach(async () => {
    relay = await startScriptedRelay();
  });
  afterEach(() => relay.close());

  const ITEM = { topic: "rating", item: "touchpoint1" } as const;

  it("resolves when the relay says that the items are open; opened rows and sums stay known on the device", async () => {
    const device = newDevice();
    const answers = await openAnswers(WORKSHOP, device);
    const board = await openNotes(device, { open: relay.link, answers });
    const visit = await relay.visit();
    hello(visit);
    await untilStatus(board, ({ wire }) => wire === "online");
    const revealed = answers.reveal([ITEM]);
    expect(await nextReveal(visit)).toEqual([ITEM]);
    const row = { ...rating("bob", 1), time: 5 };
    const tally = { topic: "vote", item: "round1", people: 3, sum: { countByAnswer: { a: 3 } } } as const;
    visit.say({ say: "opened", items: [ITEM] });
    visit.say({ say: "answers", rows: [row] });
    visit.say({ say: "tallies", tallies: [tally] });
    await revealed;
    await until(answers.subscribe, () => answers.tally("vote", "round1"));
    expect(answers.openedRows("rating")).toEqual([row]);
    await board.close();
    await answers.close();
    const again = await openAnswers(WORKSHOP, device);
    expect(again.isOpened("rating", "touchpoint1")).toBe(true);
    expect(again.tally("vote", "round1")).toEqual(tally);
    expect(again.openedRows("rating")).toEqual([row]);
    await again.close();
  });

  it("is refused without a connection, when it is lost, and to who may not", async () => {
    const answers = await openAnswers(WORKSHOP, newDevice());
    await expect(answers.reveal([ITEM])).rejects.toThrow("no connection");
    const board = await openNotes(newDevice(), { open: relay.link, answers });
    const visit = await relay.visit();
    hello(visit);
    await untilStatus(board, ({ wire }) => wire === "online");
    const lost = expect(answers.reveal([ITEM])).rejects.toThrow("connection was lost");
    await nextReveal(visit);
    visit.cut();
    await lost;
    const second = await relay.visit();
    hello(second, Date.now(), "customer");
    await untilStatus(board, ({ wire }) => wire === "online");
    await expect(answers.reveal([ITEM])).rejects.toThrow("Only facilitators");
    await board.close();
    await answers.close();
  });
});

describe("answers from a file", () => {
  it("are merged, the later one wins; what is no row is left out, and an answer that waits goes on waiting", async () => {
    const answers = await openAnswers(WORKSHOP, newDevice());
    await answers.put(name("ann", "Ann"));
    const later = { ...name("ann", "Anna"), time: Date.now() + 60_000 };
    const bob = { ...name("bob", "Bob"), time: 7 };
    await answers.takeIn([later, bob, { ...name("bob", "Old"), time: 6 }, null, { topic: "unknown" }]);
    expect(answers.rows("name")).toEqual([later, bob]);
    expect(answers.waiting()).toBe(1);
    await answers.close();
  });
});

/** Says hello and gives the rows of the next answers the device sends. */
async function nextAnswers(visit: Visit) {
  hello(visit);
  for (;;) {
    const heard = await visit.next();
    if (heard.kind === "sameside" && heard.message.say === "answersPut") return heard.message.rows;
  }
}

function hello(visit: Visit, now = Date.now(), role: SeatRole = "facilitator"): void {
  visit.say({ say: "hello", now, person: "ann", role, table: null });
}

const rating = (person: string, value: number) =>
  ({ topic: "rating", person, item: "touchpoint1", value: { value } }) as const;

async function nextReveal(visit: Visit) {
  for (;;) {
    const heard = await visit.next();
    if (heard.kind === "sameside" && heard.message.say === "reveal") return heard.message.items;
  }
}
