import { limits } from "@sameside/protocol";
import { type Answers, openAnswers } from "@sameside/replica";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newDevice, openNotes, until, untilStatus, WORKSHOP } from "./support/notes.ts";
import { type RealRelay, startRealRelay } from "./support/realRelay.ts";
import { type ScriptedRelay, startScriptedRelay, type Visit } from "./support/scriptedRelay.ts";
import { publishFrom } from "./support/workshop.ts";

afterEach(() => vi.restoreAllMocks());

const name = (person: string, value: string) => ({ topic: "name", person, item: "today", value }) as const;

function untilName(answers: Answers, person: string): Promise<unknown> {
  return until(answers.subscribe, () => answers.rows("name").find((row) => row.person === person)?.value);
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

  it("that do not fit their topic are refused, and nothing changes", async () => {
    const answers = await openAnswers(WORKSHOP, newDevice());
    await expect(answers.put(name("ann", "x".repeat(limits.MAX_NAME_LENGTH + 1)))).rejects.toThrow("cannot be kept");
    await expect(answers.put(name("ann", "  "))).rejects.toThrow("cannot be kept");
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
});

describe("answers at the real relay", () => {
  let relay: RealRelay;
  beforeEach(async () => {
    relay = await startRealRelay();
  });
  afterEach(() => relay.end());

  it("given offline go out when connected, reach the others, and wait no more", async () => {
    const tokens = await publishFrom(newDevice(), relay);
    const ann = await openAnswers(WORKSHOP, newDevice());
    const bob = await openAnswers(WORKSHOP, newDevice());
    await ann.put(name("ann", "Ann"));
    const open = relay.link(tokens.write);
    const boards = [
      await openNotes(newDevice(), { open, answers: ann }),
      await openNotes(newDevice(), { open, answers: bob }),
    ];
    expect(await untilName(bob, "ann")).toBe("Ann");
    await bob.put(name("bob", "Bob"));
    expect(await untilName(ann, "bob")).toBe("Bob");
    await ann.put(name("ann", "Anna"));
    await until(bob.subscribe, () => (bob.rows("name")[0]?.value === "Anna" ? true : undefined));
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

/** Says hello and gives the rows of the next answers the device sends. */
async function nextAnswers(visit: Visit) {
  visit.say({ say: "hello", now: Date.now() });
  for (;;) {
    const heard = await visit.next();
    if (heard.kind === "sameside") return heard.message.rows;
  }
}
