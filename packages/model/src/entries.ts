/**
 * Entries of the small documents (plan, questions, findings): looked up, added, described, moved, removed and restored
 * in one way. The commands of each document say which fields there are and what they may hold.
 */
import * as Y from "yjs";
import { type Actor, NOTHING, type Outcome, refused, transact, type Value } from "./changes.ts";
import { type Checks, givenFields, problemIn } from "./checks.ts";
import { type Collection, collectionOf, docOf, entityOf, isWritable, LOCAL, type SharedDocument } from "./document.ts";
import { type DocumentShape, type EntityIndex, liveIndexOf } from "./entityIndex.ts";
import { type Place, placeText } from "./fields.ts";
import { hash32, newId } from "./id.ts";
import { orderSourceOf } from "./journey/commands/place.ts";
import type { Id } from "./journey/schema.ts";
import { byOrder } from "./order.ts";

interface Entry {
  readonly id: Id;
  readonly del: boolean;
  readonly at?: { readonly value: Place };
}
interface ListedEntry extends Entry {
  readonly at: { readonly value: Place };
}
type Entries<R> = { readonly [C in keyof R]: Entry };
type Key<R> = keyof R & Collection;
/** The collections whose entries stand in one list, by order key. */
type ListKey<R> = { [C in Key<R>]: R[C] extends ListedEntry ? C : never }[Key<R>];

/** The living entries, in no order. */
export function livingOf<R extends Entries<R>, C extends keyof R>(index: EntityIndex<R>, collection: C): R[C][] {
  return [...index.records[collection].values()].filter((entry) => !entry.del);
}

/** The living entries of a list, by (order key, id): SPEC R2. */
export function listOfEntries<R extends Entries<R>, C extends ListKey<R>>(
  index: EntityIndex<R>,
  collection: C,
): R[C][] {
  return livingOf(index, collection).sort((a, b) => byOrder(orderOf(a), orderOf(b)));
}

/** The commands' tools for one kind of document. */
export function openEntries<R extends Entries<R>>(shape: DocumentShape<R>) {
  const indexOf = (document: SharedDocument) => liveIndexOf(docOf(document), shape).index;

  /** An entry, removed or not. */
  function known<C extends Key<R>>(document: SharedDocument, collection: C, id: Id): R[C] | undefined {
    return indexOf(document).records[collection].get(id);
  }

  /** A living entry; `undefined` when it is unknown or removed. */
  function living<C extends Key<R>>(document: SharedDocument, collection: C, id: Id): R[C] | undefined {
    const entry = known(document, collection, id);
    return entry && !entry.del ? entry : undefined;
  }

  /** The place in front of `before`, or at the end: also when `before` is no longer there (SPEC C3). */
  function placeBefore(document: SharedDocument, collection: ListKey<R>, before: Id | undefined, moving?: Id): string {
    const others = listOfEntries(indexOf(document), collection).filter((entry) => entry.id !== moving);
    const index = others.findIndex((entry) => entry.id === before);
    const at = index === -1 ? others.length : index;
    const order = orderSourceOf(docOf(document)).between(others[at - 1]?.at?.value.order, others[at]?.at?.value.order);
    return placeText({ parent: "", lane: "", order });
  }

  /** The entry behind one in its list. */
  function next(document: SharedDocument, collection: ListKey<R>, id: Id): Id | undefined {
    const list = listOfEntries(indexOf(document), collection);
    return list[list.findIndex((entry) => entry.id === id) + 1]?.id;
  }

  /** Adds an entry to its list. */
  function add<Fields extends object>(
    document: SharedDocument,
    by: Actor,
    collection: ListKey<R>,
    args: {
      readonly fields: Fields;
      readonly checks: Checks<Fields>;
      readonly before?: Id | undefined;
      readonly plain?: Record<string, Value>;
      readonly id?: Id;
    },
  ): Outcome<Id> {
    const problem = problemIn(args.checks, args.fields);
    if (problem) return refused(problem);
    const id = args.id ?? newId();
    return transact(document, by, (write) => {
      const at = placeBefore(document, collection, args.before);
      write.create(collection, id, {
        plain: args.plain ?? {},
        stamped: { at, ...givenFields(args.checks, args.fields) },
      });
      return id;
    });
  }

  /** Changes the given fields of an entry; absent ones stay as they are. */
  function describe<Fields extends object>(
    document: SharedDocument,
    by: Actor,
    collection: Key<R>,
    id: Id,
    fields: Fields,
    checks: Checks<Fields>,
  ): Outcome {
    if (!living(document, collection, id)) return refused("gone");
    const problem = problemIn(checks, fields);
    if (problem) return refused(problem);
    return transact(document, by, (write) => {
      for (const [field, value] of Object.entries(givenFields(checks, fields))) write.set(collection, id, field, value);
    });
  }

  /** Moves an entry in its list, in front of `before` or to the end. */
  function move(
    document: SharedDocument,
    by: Actor,
    collection: ListKey<R>,
    args: { readonly id: Id; readonly before?: Id | undefined },
  ): Outcome {
    if (!living(document, collection, args.id)) return refused("gone");
    const list = listOfEntries(indexOf(document), collection);
    const before = list.find((entry) => entry.id === args.before)?.id;
    if (before === args.id || next(document, collection, args.id) === before) return NOTHING;
    return transact(document, by, (write) =>
      write.set(collection, args.id, "at", placeBefore(document, collection, before, args.id)),
    );
  }

  function remove(document: SharedDocument, by: Actor, collection: Key<R>, id: Id): Outcome {
    if (!living(document, collection, id)) return NOTHING;
    return transact(document, by, (write) => write.set(collection, id, "del", true));
  }

  /** Brings back what was removed, where it was. */
  function restore(document: SharedDocument, by: Actor, collection: Key<R>, id: Id): Outcome {
    const entry = known(document, collection, id);
    if (!entry) return refused("gone");
    return entry.del ? transact(document, by, (write) => write.set(collection, id, "del", false)) : NOTHING;
  }

  return { indexOf, known, living, placeBefore, next, add, describe, move, remove, restore };
}

/**
 * Makes sure that an entry is there which several devices may begin apart. With the same id and fields it is the same
 * update, byte by byte: with two different ones, what was written on the one that loses would be gone (compare SPEC
 * D6). `fields` are as they lie in the document.
 *
 * @returns `true` when the entry was begun by this call; `false` when something stands there already, whatever a peer
 * made of it, when a peer deleted the entry, and when the document takes no writing
 */
export function beginAlike(
  document: SharedDocument,
  collection: Collection,
  id: Id,
  fields: Readonly<Record<string, Value | readonly [Value, number, Id]>> = {},
): boolean {
  const doc = docOf(document);
  if (collectionOf(doc, collection).has(id) || !isWritable(doc)) return false;
  const skeleton = new Y.Doc();
  const contents = Object.keys(fields).length === 0 ? [] : [JSON.stringify(fields)];
  skeleton.clientID = hash32(["singleton", collection, id, ...contents].join("|"));
  collectionOf(skeleton, collection).set(id, new Y.Map<unknown>(Object.entries(fields)));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(skeleton), LOCAL);
  // A peer may have deleted it: what was in the document once does not come in again.
  return collectionOf(doc, collection).has(id);
}

/** Sets registers of an entry whose id follows from what it is about; makes the entry, or brings it back. */
export function putEntry(
  document: SharedDocument,
  by: Actor,
  collection: Collection,
  id: Id,
  { plain = {}, stamped = {} }: { readonly plain?: Record<string, Value>; readonly stamped?: Record<string, Value> },
): Outcome<Id> {
  return transact(document, by, (write) => {
    if (!entityOf(docOf(document), collection, id)) {
      write.create(collection, id, { plain, stamped });
    } else {
      write.set(collection, id, "del", null);
      for (const [field, value] of Object.entries(stamped)) write.set(collection, id, field, value);
    }
    return id;
  });
}

function orderOf(entry: Entry): { order: string; id: Id } {
  return { order: entry.at?.value.order ?? "", id: entry.id };
}
