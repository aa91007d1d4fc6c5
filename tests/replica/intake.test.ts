/** Much that others did at once comes into the document in slices (SPEC S15). */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { openRandom, type Random } from "../support/random.ts";
import {
  type NotesReplica,
  newDevice,
  notesIn,
  openNotes,
  openTabsOf,
  rowsOnDisk,
  untilNote,
  untilStatus,
  write,
} from "./support/notes.ts";
import { type ScriptedRelay, startScriptedRelay, type Visit } from "./support/scriptedRelay.ts";

const FIELDS = ["author", "at", "title", "kind", "body"] as const;
const MANY = 1_500;

let relay: ScriptedRelay;
beforeEach(async () => {
  relay = await startScriptedRelay();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await relay.close();
});

/** Every look at the clock is later by this: what a slice costs does not depend on the machine. */
function slowDown(ms: number): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += ms));
}

/** What several people do at the same time on one board: entities with all their fields, moves, words typed over. */
function workshop(people: number, edits: number, random: Random): Y.Doc {
  const docs = Array.from({ length: people }, () => new Y.Doc());
  for (const [index, doc] of docs.entries()) {
    const cards = doc.getMap<Y.Map<unknown>>("cards");
    for (let edit = 0; edit < edits; edit += 1) {
      const card = random.chance(0.5) ? random.pick([...cards.values()]) : undefined;
      if (!card) doc.transact(() => addCard(cards, `card ${index} ${edit}`));
      else if (random.chance(0.5)) card.set("at", [`place ${edit}`, edit, `person ${index}`]);
      else typeOver(card.get("body") as Y.Text, random);
      if (random.chance(0.02)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(random.pick(docs) ?? doc));
    }
  }
  const all = new Y.Doc();
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
  all.getMap("notes").set("last", "1");
  return all;
}

function addCard(cards: Y.Map<Y.Map<unknown>>, id: string): void {
  const card = new Y.Map<unknown>();
  cards.set(id, card);
  for (const field of FIELDS) card.set(field, field === "body" ? new Y.Text("As it was said") : `${field} of ${id}`);
}

function typeOver(text: Y.Text, random: Random): void {
  const start = random.below(text.length + 1);
  text.delete(start, Math.min(3, text.length - start));
  text.insert(start, `typed ${random.below(100)} `);
}

async function greet(visit: Visit): Promise<void> {
  visit.say({ say: "hello", now: Date.now(), person: "ann", role: "customer", table: null });
  visit.say({ say: "rights", right: "write" });
  visit.ask(new Y.Doc());
  while ((await visit.next()).kind !== "step2");
}

function cardsWithoutFields({ doc }: NotesReplica): string[] {
  const cards = [...doc.getMap<Y.Map<unknown>>("cards")];
  return cards.filter(([, card]) => FIELDS.some((field) => !card.has(field))).map(([id]) => id);
}

function expectSame(doc: Y.Doc, other: Y.Doc): void {
  expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(other))).toBe(true);
  expect(doc.getMap("cards").toJSON()).toEqual(other.getMap("cards").toJSON());
}

describe("what others did in an offline hour", () => {
  it("comes in slices, between which the page has its turn, and is said to be whole only when it is (S15)", async () => {
    slowDown(20);
    const others = workshop(1, MANY, openRandom(1));
    const replica = await openNotes(newDevice(), { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    let slices = 0;
    const torn = new Set<string>();
    const look = () => {
      if (!replica.status().catchingUp) for (const id of cardsWithoutFields(replica)) torn.add(id);
    };
    replica.subscribe(look);
    replica.doc.on("update", () => {
      slices += 1;
      look();
    });
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 0);
    visit.answer(others);
    await untilStatus(replica, ({ catchingUp }) => catchingUp);
    await untilStatus(replica, ({ catchingUp }) => !catchingUp);
    clearInterval(ticking);
    expect(slices).toBeGreaterThan(10);
    expect(turns).toBeGreaterThan(0);
    expect([...torn]).toEqual([]);
    await untilSame(replica, others);
    await replica.close();
  });

  it.each([2, 3, 4, 5])("is in the end what it would be in one piece, deletions too (seed %i)", async (seed) => {
    slowDown(20);
    const others = workshop(6, 200, openRandom(seed));
    const device = newDevice();
    const replica = await openNotes(device, { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    visit.answer(others);
    await untilSame(replica, others);
    await replica.close();
    const again = await openNotes(device);
    expectSame(again.doc, others);
    await again.close();
  });

  it("lets nobody overtake it, and one’s own edits meanwhile are counted by themselves", async () => {
    slowDown(20);
    const others = workshop(1, MANY, openRandom(6));
    const replica = await openNotes(newDevice(), { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    const begun = new Promise<void>((resolve) => replica.doc.once("update", () => resolve()));
    visit.answer(others);
    const before = Y.encodeStateVector(others);
    others.getMap("notes").set("last", "said later");
    visit.update(Y.encodeStateAsUpdate(others, before));
    await begun;
    expect(notesIn(replica.doc)["last"]).not.toBe("said later");
    write(replica, "mine", "1");
    expect(replica.status().waiting).toBe(1);
    // The answer to the question was frame 1; of others' changes none is sent back.
    expect((await visit.next()).kind).toBe("update");
    visit.say({ say: "stored", frames: 2 });
    await untilStatus(replica, ({ waiting }) => waiting === 0);
    await untilStatus(replica, ({ catchingUp }) => !catchingUp);
    await untilSame(replica, others, "mine");
    expect(notesIn(replica.doc)).toEqual({ last: "said later", mine: "1" });
    await replica.close();
  });

  it("is told to the other tab, which has nothing twice on disk", async () => {
    slowDown(20);
    const others = workshop(2, 600, openRandom(7));
    const device = newDevice();
    const openTab = openTabsOf(device);
    const left = await openTab({ open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    const right = await openTab({ open: relay.link });
    visit.answer(others);
    await Promise.all([left, right].map((tab) => untilSame(tab, others)));
    write(right, "from right", "1");
    await untilNote(left, "from right");
    await left.saved();
    const own = (await rowsOnDisk(device, "log")).filter((row) => row["own"] === 1);
    expect(own).toHaveLength(1);
    await Promise.all([left.close(), right.close()]);
  });

  it("and cannot be read is left out; what comes after it is not", async () => {
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    const replica = await openNotes(newDevice(), { open: relay.link });
    const visit = await relay.visit();
    await greet(visit);
    visit.update(new Uint8Array(100_000).fill(0xff));
    const doc = new Y.Doc();
    doc.getMap("notes").set("after", "1");
    visit.update(Y.encodeStateAsUpdate(doc));
    await untilNote(replica, "after");
    expect(told).toHaveBeenCalledOnce();
    await replica.close();
  });
});

/** Resolves when the replica holds what `doc` does, `own` notes apart. */
async function untilSame(replica: NotesReplica, doc: Y.Doc, ...own: string[]): Promise<void> {
  const isSame = () => {
    const ours = Y.decodeStateVector(Y.encodeStateVector(replica.doc));
    const theirs = Y.decodeStateVector(Y.encodeStateVector(doc));
    return (
      [...theirs].every(([client, clock]) => (ours.get(client) ?? 0) >= clock) &&
      JSON.stringify(sorted(replica.doc)) === JSON.stringify(sorted(doc)) &&
      own.every((key) => key in notesIn(replica.doc))
    );
  };
  if (isSame()) return;
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isSame()) return;
      replica.doc.off("update", look);
      resolve();
    };
    replica.doc.on("update", look);
  });
}

function sorted(doc: Y.Doc): unknown {
  const cards = doc.getMap<Y.Map<unknown>>("cards");
  return [...cards.keys()].toSorted().map((id) => [id, cards.get(id)?.toJSON()]);
}
