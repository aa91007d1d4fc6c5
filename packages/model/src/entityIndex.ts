/**
 * A document's entities, checked and grouped, kept up to date change by change: commands look up neighbours here and
 * readers build views from here, so that neither costs more in a larger document. One for each open document.
 */
import * as Y from "yjs";
import { COLLECTIONS, type Collection, collectionOf, type DocumentKind } from "./document.ts";
import type { Id } from "./journey/schema.ts";

/** How one kind of document reads: its records by collection, and what each belongs to. */
export interface DocumentShape<R> {
  readonly kind: DocumentKind;
  /** One checked entity; `undefined` for a ghost. `known`, where given, spares checking what did not change. */
  read<C extends keyof R & Collection>(
    collection: C,
    id: Id,
    entity: unknown,
    known: KnownRecord<R[C]> | undefined,
  ): R[C] | undefined;
  /** The id of what a record belongs to; "" for what stands on its own. */
  holderOf<C extends keyof R & Collection>(collection: C, record: R[C]): Id;
}

/** An entity as it was last read, and which of its fields were written since. */
interface KnownRecord<T> {
  readonly record: T;
  readonly changed: ReadonlySet<string>;
}

export interface EntityIndex<R> {
  readonly records: { readonly [C in keyof R]: ReadonlyMap<Id, R[C]> };
  /** Entities that lack what makes them one (SPEC R3). */
  readonly ghosts: ReadonlySet<string>;
  /** The records of one collection that belong to a holder; removed ones too, in no order. */
  heldBy<C extends keyof R>(collection: C, holder: Id): readonly R[C][];
  /** All holders of a collection, known or not. */
  holders(collection: keyof R): Iterable<Id>;
}

/** Called for each entity that changed, was added, or became a ghost. */
type Note<R> = (
  collection: keyof R & Collection,
  id: Id,
  before: R[keyof R] | undefined,
  after: R[keyof R] | undefined,
) => void;

interface LiveIndex<R> {
  readonly index: EntityIndex<R>;
  readonly notes: Set<Note<R>>;
}

/** Reads a whole document once. */
export function buildIndex<R>(doc: Y.Doc, shape: DocumentShape<R>): EntityIndex<R> {
  return readIndex(doc, shape).index;
}

const liveIndexByDoc = new WeakMap<Y.Doc, LiveIndex<unknown>>();

/** The index that follows a document. */
export function liveIndexOf<R>(doc: Y.Doc, shape: DocumentShape<R>): LiveIndex<R> {
  const known = liveIndexByDoc.get(doc);
  if (known) return known as LiveIndex<R>;
  const { index, readOne } = readIndex(doc, shape);
  const live: LiveIndex<R> = { index, notes: new Set<Note<R>>() };
  liveIndexByDoc.set(doc, live as LiveIndex<unknown>);
  for (const collection of collectionsOf(shape)) {
    const root = collectionOf(doc, collection);
    root.observeDeep((events) => {
      for (const [id, changed] of changedFieldsById(events, root)) {
        const [before, after] = readOne(collection, id, root.get(id), changed);
        for (const note of live.notes) note(collection, id, before, after);
      }
    });
  }
  return live;
}

function readIndex<R>(doc: Y.Doc, shape: DocumentShape<R>) {
  type Key = keyof R & Collection;
  type AnyRecord = R[keyof R] & { readonly id: Id };
  const recordsByCollection = new Map<Key, Map<Id, AnyRecord>>();
  const groupsByCollection = new Map<Key, Map<Id, Map<Id, AnyRecord>>>();
  const ghosts = new Set<string>();

  function readOne(
    collection: Key,
    id: Id,
    entity: unknown,
    changed: ReadonlySet<string> | undefined,
  ): [AnyRecord | undefined, AnyRecord | undefined] {
    const byId = recordsByCollection.get(collection);
    const before = byId?.get(id);
    const known = before && changed ? { record: before as R[Key], changed } : undefined;
    const after = shape.read(collection, id, entity, known) as AnyRecord | undefined;
    const holder = before && shape.holderOf(collection, before as R[Key]);
    const nextHolder = after && shape.holderOf(collection, after as R[Key]);
    if (before && holder !== undefined && holder !== nextHolder) ungroup(collection, holder, before);
    if (after && nextHolder !== undefined) {
      byId?.set(id, after);
      group(collection, nextHolder, after);
    } else byId?.delete(id);
    // What was taken out of its root altogether (no command does that) is no ghost: nothing of it is left.
    if (!after && entity !== undefined) ghosts.add(`${collection}/${id}`);
    else if (ghosts.size > 0) ghosts.delete(`${collection}/${id}`);
    return [before, after];
  }
  function group(collection: Key, holder: Id, record: AnyRecord): void {
    const byHolder = groupsByCollection.get(collection);
    const held = byHolder?.get(holder);
    if (held) held.set(record.id, record);
    else byHolder?.set(holder, new Map([[record.id, record]]));
  }
  function ungroup(collection: Key, holder: Id, record: AnyRecord): void {
    const byHolder = groupsByCollection.get(collection);
    const held = byHolder?.get(holder);
    held?.delete(record.id);
    if (held?.size === 0) byHolder?.delete(holder);
  }

  for (const collection of collectionsOf(shape)) {
    recordsByCollection.set(collection, new Map());
    groupsByCollection.set(collection, new Map());
    for (const [id, entity] of collectionOf(doc, collection)) readOne(collection, id, entity, undefined);
  }
  const index: EntityIndex<R> = {
    records: Object.fromEntries(recordsByCollection) as unknown as EntityIndex<R>["records"],
    ghosts,
    heldBy: <C extends keyof R>(collection: C, holder: Id) =>
      [
        ...(groupsByCollection
          .get(collection as unknown as Key)
          ?.get(holder)
          ?.values() ?? []),
      ] as unknown as R[C][],
    holders: (collection) => groupsByCollection.get(collection as Key)?.keys() ?? [],
  };
  return { index, readOne };
}

function collectionsOf<R>(shape: DocumentShape<R>): readonly (keyof R & Collection)[] {
  return COLLECTIONS[shape.kind] as readonly Collection[] as readonly (keyof R & Collection)[];
}

/**
 * The fields that were written, by entity; `undefined` where the entity itself is new. The first step below the root is
 * the entity's id and the second one the field, however deep the change lies.
 */
function changedFieldsById(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  root: Y.Map<unknown>,
): Map<Id, Set<string> | undefined> {
  const fieldsById = new Map<Id, Set<string> | undefined>();
  for (const event of events) {
    if ((event.target as unknown) === root) {
      for (const id of event.changes.keys.keys()) fieldsById.set(id, undefined);
      continue;
    }
    const [first, second] = event.path;
    const id = String(first);
    const fields = fieldsById.get(id);
    if (fieldsById.has(id) && !fields) continue;
    const written = second === undefined ? keysWritten(event) : [String(second)];
    if (!written) fieldsById.set(id, undefined);
    else if (!fields) fieldsById.set(id, new Set(written));
    else for (const field of written) fields.add(field);
  }
  return fieldsById;
}

/** The keys of a map that were written; `undefined` when the target is no map. */
function keysWritten(event: Y.YEvent<Y.AbstractType<unknown>>): Iterable<string> | undefined {
  return event instanceof Y.YMapEvent ? (event.keysChanged as Set<string>) : undefined;
}
