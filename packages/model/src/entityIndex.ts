/**
 * A document's entities, checked and grouped, kept up to date change by change: commands look up neighbours here and
 * readers build views from here, so that neither costs more in a larger document. One for each open document.
 */
import type * as Y from "yjs";
import { COLLECTIONS, type Collection, collectionOf, type DocumentKind } from "./document.ts";
import type { Id } from "./journey/schema.ts";

/** How one kind of document reads: its records by collection, and what each belongs to. */
export interface DocumentShape<R> {
  readonly kind: DocumentKind;
  /** One checked entity; `undefined` for a ghost. */
  read<C extends keyof R & Collection>(collection: C, id: Id, entity: unknown): R[C] | undefined;
  /** The id of what a record belongs to; "" for what stands on its own. */
  holderOf<C extends keyof R & Collection>(collection: C, record: R[C]): Id;
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
export type Note<R> = (
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
      for (const id of changedIds(events, root)) {
        const [before, after] = readOne(collection, id, root.get(id));
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

  function readOne(collection: Key, id: Id, entity: unknown): [AnyRecord | undefined, AnyRecord | undefined] {
    const byId = recordsByCollection.get(collection);
    const before = byId?.get(id);
    const after = shape.read(collection, id, entity) as AnyRecord | undefined;
    if (before) ungroup(collection, before);
    if (after) {
      byId?.set(id, after);
      group(collection, after);
      ghosts.delete(`${collection}/${id}`);
    } else {
      byId?.delete(id);
      ghosts.add(`${collection}/${id}`);
    }
    return [before, after];
  }
  function group(collection: Key, record: AnyRecord): void {
    const byHolder = groupsByCollection.get(collection);
    const holder = shape.holderOf(collection, record as R[Key]);
    const held = byHolder?.get(holder) ?? new Map<Id, AnyRecord>();
    byHolder?.set(holder, held.set(record.id, record));
  }
  function ungroup(collection: Key, record: AnyRecord): void {
    const byHolder = groupsByCollection.get(collection);
    const holder = shape.holderOf(collection, record as R[Key]);
    const held = byHolder?.get(holder);
    held?.delete(record.id);
    if (held?.size === 0) byHolder?.delete(holder);
  }

  for (const collection of collectionsOf(shape)) {
    recordsByCollection.set(collection, new Map());
    groupsByCollection.set(collection, new Map());
    for (const [id, entity] of collectionOf(doc, collection)) readOne(collection, id, entity);
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

/** The first step below the root is the entity's id, however deep the change lies. */
function changedIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], root: Y.Map<unknown>): Set<Id> {
  const ids = new Set<Id>();
  for (const event of events) {
    if ((event.target as unknown) === root) for (const id of event.changes.keys.keys()) ids.add(id);
    else ids.add(String(event.path[0]));
  }
  return ids;
}
