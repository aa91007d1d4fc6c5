import { Guard } from "@sameside/relay";
import { expect, it } from "vitest";
import * as Y from "yjs";

const ROUNDS = 60;
const STEPS = 40;
const FORGERIES = 4_000;

it("takes of random honest updates, in random order, exactly what a document can take in", () => {
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = randomFrom(seed);
    const updates = shuffled(honestUpdates(random), random);
    const [guard, doc] = [new Guard(), new Y.Doc()];
    for (let left = updates; left.length > 0; ) {
      const waiting = left.filter((update) => !takenBy(guard, update, doc));
      expect(waiting.length, `seed ${seed}: nothing of what is left can be taken`).toBeLessThan(left.length);
      left = waiting;
    }
    expect(new Map(guard.reached)).toEqual(Y.decodeStateVector(Y.encodeStateVector(doc)));
    // What lost against a concurrent edit is deleted in every document without a message; told once, it is known.
    learn(guard, Y.encodeStateAsUpdate(doc));
    expect(guard.judge(Y.encodeStateAsUpdate(doc)).is, `seed ${seed}`).toBe("known");
  }
});

it("whatever it takes of a forged update, a document takes in without harm", () => {
  let taken = 0;
  for (let seed = 1; seed <= FORGERIES; seed += 1) {
    const random = randomFrom(seed);
    const base = baseOf(seed % 7);
    const forged = forge(base[Math.floor(random() * base.length)] as Uint8Array, random);
    const known = base.slice(0, Math.floor(random() * base.length));
    const guard = Guard.of(known);
    const verdict = guard.judge(forged);
    const rest = verdict.is === "gap" ? verdict.rest() : undefined;
    const parts = verdict.is === "new" || verdict.is === "known" ? [forged] : rest ? [rest] : [];
    for (const part of parts) {
      if (part === rest && !["new", "known"].includes(guard.judge(part).is)) continue;
      taken += 1;
      const doc = new Y.Doc();
      for (const update of known) Y.applyUpdate(doc, update);
      expect(() => Y.applyUpdate(doc, part), `seed ${seed}`).not.toThrow();
      expect([doc.store.pendingStructs, doc.store.pendingDs], `seed ${seed}`).toEqual([null, null]);
      expect(() => Y.mergeUpdates([...known, part]), `seed ${seed}`).not.toThrow();
    }
  }
  // Most forgeries are garbage; the test means something only if many are not.
  expect(taken).toBeGreaterThan(FORGERIES / 20);
});

/** `true` when the guard takes it; a document beside it must be of the same mind. */
function takenBy(guard: Guard, update: Uint8Array, doc: Y.Doc): boolean {
  const verdict = guard.judge(update);
  const trial = new Y.Doc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(trial, update);
  const isWhole = !trial.store.pendingStructs && !trial.store.pendingDs;
  expect(verdict.is).toBe(isWhole ? (verdict.is === "known" ? "known" : "new") : "gap");
  const before = Y.encodeStateAsUpdate(doc);
  const part = verdict.is === "gap" ? verdict.rest() : update;
  if (part && verdict.is === "gap") learn(guard, part);
  if (verdict.is === "new") verdict.learn();
  if (part) Y.applyUpdate(doc, part);
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null]);
  if (verdict.is === "known") expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  return verdict.is !== "gap";
}

function learn(guard: Guard, update: Uint8Array): void {
  const verdict = guard.judge(update);
  expect(["new", "known"]).toContain(verdict.is);
  if (verdict.is === "new") verdict.learn();
}

/** Three people on maps, long texts and a list; they hear of each other now and then. */
function honestUpdates(random: () => number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const docs = [1, 2, 3].map((clientId) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "heard") updates.push(update);
    });
    return doc;
  });
  for (let step = 0; step < STEPS; step += 1) {
    const doc = docs[Math.floor(random() * docs.length)] as Y.Doc;
    const other = docs[Math.floor(random() * docs.length)] as Y.Doc;
    if (random() < 0.2) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), "heard");
    else doc.transact(() => change(doc, random));
  }
  return [...updates, ...docs.map((doc) => Y.encodeStateAsUpdate(doc))];
}

function change(doc: Y.Doc, random: () => number): void {
  const cards = doc.getMap<Y.Map<unknown>>("cards");
  const key = `c${doc.clientID}-${Math.floor(random() * 3)}`;
  const card = [...cards.values()].find((value) => value instanceof Y.Map && random() < 0.5);
  const text = card?.get("body");
  if (!card && !cards.has(key)) cards.set(key, new Y.Map<unknown>([["body", new Y.Text("hello")]]));
  else if (card && random() < 0.4) card.set("at", [Math.floor(random() * 9), { by: doc.clientID }]);
  else if (text instanceof Y.Text && text.length > 2 && random() < 0.4) text.delete(Math.floor(random() * 2), 2);
  else if (text instanceof Y.Text) text.insert(Math.floor(random() * text.length), "añ🙂");
  else doc.getArray("list").insert(0, [doc.clientID, "x"]);
  if (random() < 0.05) card?.delete("at");
}

const baseBySeed = new Map<number, Uint8Array[]>();
function baseOf(seed: number): Uint8Array[] {
  const base = baseBySeed.get(seed) ?? honestUpdates(randomFrom(1_000 + seed)).slice(0, 12);
  baseBySeed.set(seed, base);
  // Kept only as far as it is whole, so that a guard can be made of any beginning.
  const guard = new Guard();
  return base.filter((update) => {
    const verdict = guard.judge(update);
    if (verdict.is === "new") verdict.learn();
    return verdict.is === "new";
  });
}

/** One to three bytes changed: ids, clocks, kinds of parts, lengths. */
function forge(update: Uint8Array, random: () => number): Uint8Array {
  const forged = update.slice();
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
    const at = Math.floor(random() * forged.length);
    forged[at] = random() < 0.5 ? Math.floor(random() * 12) : Math.floor(random() * 256);
  }
  return forged;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** A small generator of numbers from 0 to 1 that gives the same row for the same seed. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
