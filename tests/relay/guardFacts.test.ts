import { Guard } from "@sameside/relay";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { nestedMaps, recordedDoc, updateOf } from "./testDocs.ts";

/** One change: by which of the people, of what kind, at which place. */
const Change = fc.record({ by: fc.nat(2), kind: fc.nat(5), at: fc.nat(7) });

describe("the facts of a snapshot", () => {
  it("make the same guard as its document does", () => {
    fc.assert(
      fc.property(fc.array(Change, { maxLength: 40 }), (changes) => {
        const { state, later } = played(changes);
        const fromDocument = Guard.of([state]);
        const facts = fromDocument.facts();
        const fromFacts = Guard.ofFacts(facts);
        expect(fromFacts?.facts()).toEqual(facts);
        expect(new Map(fromFacts?.reached)).toEqual(new Map(fromDocument.reached));
        for (const update of [state, ...later, nestedMaps(77, 5), deeper(state)]) {
          const verdict = fromDocument.judge(update);
          expect(fromFacts?.judge(update)).toEqual(
            verdict.is === "new" || verdict.is === "gap" ? { ...verdict, ...functionsOf(verdict) } : verdict,
          );
          if (verdict.is !== "new") continue;
          verdict.learn();
          const same = fromFacts?.judge(update);
          if (same?.is === "new") same.learn();
          expect(fromFacts?.facts()).toEqual(fromDocument.facts());
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of another version are not read, and garbage is an error", () => {
    const facts = Guard.of([updateOf(1, (doc) => doc.getMap("cards").set("a", 1))]).facts();
    expect(Guard.ofFacts(new Uint8Array([99, ...facts.slice(1)]))).toBeUndefined();
    expect(() => Guard.ofFacts(facts.slice(0, 2))).toThrow();
  });
});

describe("what another relay has let in", () => {
  it("is believed, and nothing may be put under types of a client that told two relays different things", () => {
    const shallow = updateOf(7, (doc) => doc.getMap("cards").set("a", new Y.Map()));
    const deep = updateOf(
      7,
      (doc) => {
        const outer = doc.getMap<Y.Map<unknown>>("cards").get("x") as Y.Map<unknown>;
        outer.set("y", new Y.Map());
      },
      updateOf(8, (doc) => doc.getMap("cards").set("x", new Y.Map())),
    );
    const base = updateOf(8, (doc) => doc.getMap("cards").set("x", new Y.Map()));
    const guard = Guard.of([base, shallow]);
    const under = updateOf(
      9,
      (doc) => (doc.getMap("cards").get("a") as Y.Map<unknown>).set("b", new Y.Text("x")),
      shallow,
    );
    expect(guard.judge(under).is).toBe("new");
    expect(guard.believe(deep)).toBe(true);
    expect(guard.judge(under).is).toBe("refused");
  });

  it("is not, as long as what it builds on is missing", () => {
    const { doc, updates } = recordedDoc(1);
    doc.getMap("cards").set("a", 1);
    doc.getMap("cards").set("a", 2);
    const guard = new Guard();
    expect(updates.toReversed().map((update) => guard.believe(update))).toEqual([false, true]);
  });
});

/** Functions differ from object to object; whether there is one does not. */
function functionsOf(verdict: object): object {
  return Object.fromEntries(
    Object.entries(verdict).flatMap(([key, value]) =>
      typeof value === "function" ? [[key, expect.any(Function)]] : [],
    ),
  );
}

/** What three people made of a document, compacted, and the updates they make after that. */
function played(changes: readonly { by: number; kind: number; at: number }[]) {
  const docs = [0, 1, 2].map((index) => {
    const doc = new Y.Doc();
    doc.clientID = index + 1;
    return doc;
  });
  const later: Uint8Array[] = [];
  const half = changes.length / 2;
  changes.forEach((one, index) => {
    const doc = docs[one.by] as Y.Doc;
    if (index === Math.ceil(half)) for (const other of docs) other.on("update", (update) => later.push(update));
    doc.transact(() => change(doc, one));
    if (index < half) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  });
  const whole = new Y.Doc();
  for (const doc of docs.slice(0, 1)) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
  return { state: Y.encodeStateAsUpdate(whole), later };
}

function change(doc: Y.Doc, { kind, at }: { kind: number; at: number }): void {
  const cards = doc.getMap<Y.Map<unknown>>("cards");
  const card = cards.get(`c${at % 3}-${doc.clientID}`);
  const text = card?.get("body");
  if (!card) cards.set(`c${at % 3}-${doc.clientID}`, new Y.Map<unknown>([["body", new Y.Text("hello")]]));
  else if (kind < 2) card.set("at", at);
  else if (kind === 2 && text instanceof Y.Text && text.length > at) text.delete(at % text.length, 1);
  else if (kind === 3 && text instanceof Y.Text) text.insert(0, "añ🙂");
  else if (kind === 4) card.delete("at");
  // Under a fresh key: a type in place of another is what no guard lets in.
  else if (kind === 5 && !card.has(`more${at}`)) card.set(`more${at}`, new Y.Map());
}

/** Types nested one level deeper than a guard lets in, under what is there. */
function deeper(state: Uint8Array): Uint8Array {
  return updateOf(
    99,
    (doc) => {
      const [card] = doc.getMap<Y.Map<unknown>>("cards").values();
      let map = card ?? doc.getMap<unknown>("cards");
      for (let level = 0; level < 4; level += 1) {
        const inner = new Y.Map<unknown>();
        map.set("deeper", inner);
        map = inner;
      }
    },
    state,
  );
}
