/**
 * A peer that has the right to write and no good will: it puts garbage of valid CRDT form straight into its document.
 * What it touched is noted, so that the rules can leave out what it destroyed and nothing else.
 */
import * as Y from "yjs";
import type { Random } from "../support/random.ts";

const META = "meta";
const PLACES = ["a|b|c|d", "|||", "__proto__|__proto__|a", "constructor|toString|~~~", "", "no place"];
const LONG = "x".repeat(5_000);

type Write = (random: Random, target: Target) => void;
interface Target {
  readonly doc: Y.Doc;
  readonly root: Y.Map<unknown>;
  readonly id: string;
  readonly entity: Y.Map<unknown> | undefined;
  /** Ids that stand somewhere in the document. */
  readonly anyId: string;
  readonly field: string;
}

const WRITES: readonly Write[] = [
  (random, { entity, field }) => entity?.set(field, junk(random)),
  (random, { entity, field }) => entity?.set(field, [junkValue(random), random.below(9), "mallory"]),
  (random, { entity, field }) => entity?.set(field, sharedJunk(random)),
  (random, { entity }) => entity?.set(`foreign${random.below(9)}`, junk(random)),
  (random, { root }) => root.set(`junk${random.below(99)}`, junk(random)),
  (random, { entity }) => entity?.set("at", [random.pick(PLACES), 1, "mallory"]),
  (_random, { entity, id, anyId }) => entity?.set("at", [`${id}|${anyId}|~`, 1, "mallory"]),
  (_random, { entity, anyId }) => entity?.set("at", [`${anyId}|${anyId}|zzz`, 1, "mallory"]),
  (_random, { entity, field, anyId }) => entity?.set(field, [anyId, 1, "mallory"]),
  (random, { entity }) => entity?.set("del", [random.chance(0.5), 1, "mallory"]),
  (_random, { entity, field }) => entity?.delete(field),
  (_random, { root, id }) => root.delete(id),
  (random, { root, id }) => root.set(id, sharedJunk(random)),
  (random, { entity }) => {
    const body = entity?.get("body");
    if (body instanceof Y.Text) body.delete(0, random.below(body.length + 1));
  },
  (random, { doc }) => doc.getMap(META).set(random.pick(["v", "minReader", "junk"]) ?? "v", junkValue(random)),
];

/** Writes one piece of garbage into a document that knows its roots. @returns the `root/id` that it touched */
export function writeGarbage(random: Random, doc: Y.Doc): string {
  const roots = [...doc.share.keys()].filter((name) => name !== META);
  const name = random.pick(roots) ?? "nothing";
  const root = doc.getMap<unknown>(name);
  const id = idIn(random, root) ?? "new";
  const entity = root.get(id);
  const target: Target = {
    doc,
    root,
    id,
    entity: entity instanceof Y.Map ? entity : undefined,
    anyId: idIn(random, doc.getMap(random.pick(roots) ?? name)) ?? "nothing",
    field: fieldAnywhere(random, doc, random.chance(0.8) ? [name] : roots),
  };
  doc.transact(() => random.pick(WRITES)?.(random, target));
  return `${name}/${id}`;
}

function idIn(random: Random, root: Y.Map<unknown>): string | undefined {
  return random.pick([...root.keys()]);
}

/** A field that some entity of these roots has. */
function fieldAnywhere(random: Random, doc: Y.Doc, roots: readonly string[]): string {
  const root = doc.getMap(random.pick(roots) ?? "nothing");
  const entity = root.get(idIn(random, root) ?? "nothing");
  return (entity instanceof Y.Map ? random.pick([...entity.keys()]) : undefined) ?? "at";
}

function junk(random: Random): unknown {
  return random.chance(0.3) ? sharedJunk(random) : junkValue(random);
}

function junkValue(random: Random) {
  return random.pick([
    null,
    true,
    -1e300,
    Number.NaN,
    "",
    LONG,
    "__proto__",
    [],
    [[["deep"]]],
    {},
    { min: 5, max: 1 },
    ["happened-once", ""],
    "2027-02-30",
    { value: { value: {} } },
    new Uint8Array([1, 2, 3]),
  ]);
}

function sharedJunk(random: Random): Y.AbstractType<unknown> {
  const make = random.pick([
    () => new Y.Map([["a", 1]]),
    () => new Y.Map([["at", ["x|y|z", 1, "mallory"]]]),
    () => new Y.Text("boo"),
    () => Y.Array.from([1, "two"]),
    () => new Y.XmlElement("p"),
  ]);
  return (make?.() ?? new Y.Map()) as Y.AbstractType<unknown>;
}
