import { limits } from "@sameside/protocol";
import { Guard } from "@sameside/relay";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { nestedMaps, overwriteOfOutermost, recordedDoc, updateOf } from "./testDocs.ts";

describe("honest updates pass the guard", () => {
  it("a card with fields and a long text, edited, overwritten and deleted", () => {
    const { doc, updates } = recordedDoc(1);
    const card = new Y.Map<unknown>();
    doc.transact(() => {
      doc.getMap("cards").set("a", card);
      card.set("text", ["first", 1, "p"]);
      card.set("body", new Y.Text("hello"));
    });
    card.set("text", ["second", 2, "p"]);
    (card.get("body") as Y.Text).insert(5, " world");
    (card.get("body") as Y.Text).delete(0, 3);
    (card.get("body") as Y.Text).format(0, 2, { bold: true });
    card.delete("text");
    expect(judgedInOrder(updates)).toEqual(updates.map(() => "new"));
  });

  it("overwrites by another client, and the whole state in one message", () => {
    const made = updateOf(1, (doc) => doc.getMap("cards").set("a", new Y.Map([["kind", "doing"]])));
    const changed = updateOf(
      2,
      (doc) => (doc.getMap("cards").get("a") as Y.Map<unknown>).set("kind", "thinking"),
      made,
    );
    expect(judgedInOrder([made, changed])).toEqual(["new", "new"]);
    expect(judgedInOrder([Y.mergeUpdates([changed, made])])).toEqual(["new"]);
  });

  it("collected parts, and skips of a device that holds parts it cannot use yet", () => {
    const { doc, updates } = recordedDoc(1);
    for (let n = 0; n < 5; n += 1) doc.getMap("scale").set("k", { n });
    expect(judgedInOrder([Y.encodeStateAsUpdate(doc)])).toEqual(["new"]);

    const holder = new Y.Doc();
    Y.applyUpdate(holder, updates[0] as Uint8Array);
    Y.applyUpdate(holder, updates[3] as Uint8Array);
    const guard = new Guard();
    expect(guard.judge(Y.encodeStateAsUpdate(holder))).toMatchObject({ is: "gap", missing: { client: 1, clock: 2 } });
    learn(guard, updates[0]);
    learn(guard, updates[1]);
    learn(guard, updates[2]);
    expect(guard.judge(Y.encodeStateAsUpdate(holder)).is).toBe("new");
  });

  it("the same twice is known, and so is a delete set that was told before", () => {
    const { doc, updates } = recordedDoc(1);
    const text = doc.getText("t");
    text.insert(0, "abcdef");
    text.delete(1, 2);
    text.delete(2, 1);
    const guard = Guard.of(updates);
    expect(guard.judge(Y.encodeStateAsUpdate(doc)).is).toBe("known");
    text.delete(0, 1);
    expect(guard.judge(Y.encodeStateAsUpdate(doc)).is).toBe("new");
  });

  it("many scattered deletions, told at once or one by one, are known afterwards, and no others", () => {
    const { doc, updates } = recordedDoc(1);
    const text = doc.getText("t");
    text.insert(0, "x".repeat(200));
    for (let at = 98; at >= 0; at -= 2) text.delete(at, 1);
    const whole = Y.encodeStateAsUpdate(doc);
    expect(Guard.of(updates).judge(whole).is).toBe("known");
    const guard = Guard.of([whole]);
    for (const update of updates) expect(guard.judge(update).is).toBe("known");
    text.delete(60, 3);
    expect(guard.judge(updates.at(-1) as Uint8Array).is).toBe("new");
    learn(guard, updates.at(-1));
    expect(guard.judge(Y.encodeStateAsUpdate(doc)).is).toBe("known");
  });

  it("a text under a map that was deleted and collected", () => {
    const made = updateOf(1, (doc) => doc.getMap("cards").set("a", new Y.Map()));
    const late = updateOf(2, (doc) => (doc.getMap("cards").get("a") as Y.Map<unknown>).set("b", new Y.Text("x")), made);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, made);
    doc.getMap("cards").delete("a");
    const guard = Guard.of([Y.encodeStateAsUpdate(doc)]);
    expect(guard.judge(late).is).toBe("new");
  });
});

describe("parts that depend on what the room lacks are a gap", () => {
  it("an edit whose beginning never came, a parent that is not there, a deletion of what is not there", () => {
    const { doc, updates } = recordedDoc(1);
    doc.getMap("cards").set("a", new Y.Map());
    (doc.getMap("cards").get("a") as Y.Map<unknown>).set("kind", "doing");
    expect(new Guard().judge(updates[1] as Uint8Array)).toMatchObject({ is: "gap", missing: { client: 1, clock: 0 } });

    const byOther = updateOf(
      2,
      (other) => (other.getMap("cards").get("a") as Y.Map<unknown>).set("x", 1),
      updates[0] as Uint8Array,
    );
    expect(new Guard().judge(byOther)).toMatchObject({ is: "gap", missing: { client: 1, clock: 0 } });

    const deletion = updateOf(3, (other) => other.getMap("cards").delete("a"), updates[0] as Uint8Array);
    expect(new Guard().judge(deletion)).toMatchObject({ is: "gap", missing: { client: 1, clock: 0 } });
  });

  it("parts of two clients that wait for each other", () => {
    const text = updateOf(1, (doc) => doc.getText("t").insert(0, "a"));
    const answer = updateOf(2, (doc) => doc.getText("t").insert(1, "b"), text);
    expect(new Guard().judge(answer).is).toBe("gap");
    expect(new Guard().judge(Y.mergeUpdates([text, answer])).is).toBe("new");
    expect(new Guard().judge(waitingForEachOther()).is).toBe("gap");
  });
});

describe("hostile updates are refused", () => {
  it("nested maps and an overwrite, which overflow every reader's stack, stop at the guard", () => {
    const attack = nestedMaps(7, 2_500);
    const overwrite = overwriteOfOutermost(7, 8);
    expect(attack.length + overwrite.length).toBeLessThan(31_000);
    const victim = new Y.Doc();
    Y.applyUpdate(victim, attack);
    expect(() => Y.applyUpdate(victim, overwrite)).toThrow(RangeError);

    expect(new Guard().judge(attack).is).toBe("refused");
  });

  it("nests no deeper in many small steps than in one", () => {
    const guard = new Guard();
    expect(guard.judge(nestedMaps(7, limits.MAX_TYPE_DEPTH)).is).toBe("new");
    learn(guard, nestedMaps(7, limits.MAX_TYPE_DEPTH));
    expect(guard.judge(nestedMaps(7, limits.MAX_TYPE_DEPTH + 1)).is).toBe("refused");
  });

  it.each<[string, string, Uint8Array]>([
    ["garbage", "no update", new Uint8Array([255, 255, 255, 1, 2, 3])],
    ["nothing at all", "no update", new Uint8Array()],
    ["a cut-off update", "no update", nestedMaps(1, 2).slice(0, -3)],
    ["a subdocument", "subdocument", updateOf(1, (doc) => doc.getMap("cards").set("a", new Y.Doc()))],
    ["a list of types", "fresh key", updateOf(1, (doc) => doc.getArray("list").push([new Y.Map()]))],
    ["a type in a text", "fresh key", updateOf(1, (doc) => doc.getText("t").insertEmbed(0, new Y.Map()))],
    [
      "a value nested too deeply",
      "value is nested",
      updateOf(1, (doc) => doc.getMap("m").set("k", nestedValue(limits.MAX_VALUE_DEPTH + 1))),
    ],
    ["a value nested beyond the stack", "no update", deepValueUpdate(200_000)],
    ["a part that points at itself", "points at itself", pointingAtItself()],
    ["two sections of one client", "more than one section", twoSections()],
  ])("%s", (_name, why, update) => {
    expect(new Guard().judge(update)).toEqual({ is: "refused", why: expect.stringContaining(why) });
  });

  it("a type put over another type", () => {
    const made = updateOf(1, (doc) => doc.getMap("cards").set("a", new Y.Map()));
    const replaced = updateOf(2, (doc) => doc.getMap("cards").set("a", new Y.Map()), made);
    const guard = Guard.of([made]);
    expect(guard.judge(replaced).is).toBe("refused");
  });

  it("but a value as deep as allowed, and a plain value over a type, pass", () => {
    expect(
      new Guard().judge(updateOf(1, (doc) => doc.getMap("m").set("k", nestedValue(limits.MAX_VALUE_DEPTH)))).is,
    ).toBe("new");
    expect(Guard.of([nestedMaps(7, 2)]).judge(overwriteOfOutermost(7, 8)).is).toBe("new");
  });
});

function judgedInOrder(updates: readonly Uint8Array[]): string[] {
  const guard = new Guard();
  return updates.map((update) => learn(guard, update));
}

function learn(guard: Guard, update: Uint8Array | undefined): string {
  const verdict = guard.judge(update ?? new Uint8Array());
  if (verdict.is === "new") verdict.learn();
  return verdict.is;
}

function nestedValue(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/** One client, one part: a map entry whose value is a list in a list in a list … */
function deepValueUpdate(depth: number): Uint8Array {
  const head = [1, 1, 1, 0, 0x28, 1, 1, 0x6d, 1, 0x6b, 1];
  const body = new Uint8Array(head.length + 2 * depth + 1 + 1);
  body.set(head);
  // 117 is a list in lib0's encoding of values; each holds one more.
  for (let level = 0; level < depth; level += 1) body.set([117, 1], head.length + 2 * level);
  body.set([126, 0], head.length + 2 * depth);
  return body;
}

/** Client 1, clock 0, a one-character text whose left neighbour is itself. */
function pointingAtItself(): Uint8Array {
  return new Uint8Array([1, 1, 1, 0, 0x84, 1, 0, 1, 0x61, 0]);
}

/** Client 2's first character stands after client 1's, and the other way round. */
function waitingForEachOther(): Uint8Array {
  return new Uint8Array([2, 1, 2, 0, 0x84, 1, 0, 1, 0x61, 1, 1, 0, 0x84, 2, 0, 1, 0x61, 0]);
}

/** Client 1 twice: clock 0, then clock 1, each a character at the beginning of root "t". */
function twoSections(): Uint8Array {
  const part = [0x04, 1, 1, 0x74, 1, 0x61];
  return new Uint8Array([2, 1, 1, 0, ...part, 1, 1, 1, ...part, 0]);
}
