/** People at work on documents of their own that meet now and then. */
import { type Actor, mergeInto, type Outcome, stateOf } from "@sameside/model";
import * as Y from "yjs";

type AnyDocument = Parameters<typeof stateOf>[0];

/** A person whose clock starts at 1000 and goes on by 1 ms with each look. */
export function person(id: string, role: Actor["role"] = "facilitator"): Actor {
  let time = 1_000;
  return { person: id, role, now: () => time++ };
}

export function done<T>(outcome: Outcome<T>): T {
  if (outcome.outcome !== "done") throw new Error(`expected done, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

export const NOTHING = { outcome: "nothing" };
export function refused(reason: string) {
  return { outcome: "refused", reason };
}

/** Both hold what each of them held. */
export function meet(a: AnyDocument, b: AnyDocument): void {
  const [stateA, stateB] = [stateOf(a), stateOf(b)];
  mergeInto(a, stateB);
  mergeInto(b, stateA);
}

/** A peer that can write anything, and whose writing reaches the document. */
export function attack(document: AnyDocument, write: (doc: Y.Doc) => void): void {
  const peer = new Y.Doc();
  Y.applyUpdate(peer, stateOf(document));
  peer.transact(() => write(peer));
  mergeInto(document, Y.encodeStateAsUpdate(peer));
}

/** The fields of one entity, as a peer sees them. */
export function fieldsOf(doc: Y.Doc, collection: string, id: string): Y.Map<unknown> {
  const fields = doc.getMap<Y.Map<unknown>>(collection).get(id);
  if (!fields) throw new Error(`there is no ${collection}/${id}`);
  return fields;
}
