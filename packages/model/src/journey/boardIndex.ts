/**
 * A board's entities, checked and grouped, kept up to date change by change: commands look up neighbours here and the
 * reader builds views from here, so that neither costs more on a larger board. One for each open document.
 */
import type * as Y from "yjs";
import { COLLECTIONS, type Collection, collectionOf } from "../document.ts";
import { type RecordOf, readRecord } from "./records.ts";
import type { Id } from "./schema.ts";

type Records = { readonly [C in Collection]: Map<Id, RecordOf<C>> };

/** What a record belongs to: the id that its holder would be found by. */
const HOLDER: { readonly [C in Collection]: (record: RecordOf<C>) => Id } = {
  journeys: (record) => record.at.value.parent,
  phases: (record) => record.at.value.parent,
  lanes: (record) => record.at.value.parent,
  touchpoints: (record) => record.at.value.parent,
  cards: (record) => record.at.value.parent,
  ratings: (record) => record.touchpoint,
  moments: (record) => record.touchpoint,
  suggestions: (record) => record.card,
};

/** Called for each entity that changed, was added, or became a ghost. */
type Note = (collection: Collection, id: Id, before: AnyRecord | undefined, after: AnyRecord | undefined) => void;
export type AnyRecord = RecordOf<Collection>;

export interface BoardIndex {
  readonly records: Records;
  readonly ghosts: ReadonlySet<string>;
  /** The records of one collection that belong to a holder; removed ones too, in no order. */
  heldBy<C extends Collection>(collection: C, holder: Id): readonly RecordOf<C>[];
  /** All holders of a collection, known or not. */
  holders(collection: Collection): Iterable<Id>;
}

/** Reads a whole document once. */
export function buildIndex(doc: Y.Doc): BoardIndex {
  return readIndex(doc).index;
}

const liveIndexByDoc = new WeakMap<Y.Doc, { readonly index: BoardIndex; readonly notes: Set<Note> }>();

/** The index that follows a document. */
export function liveIndexOf(doc: Y.Doc): { readonly index: BoardIndex; readonly notes: Set<Note> } {
  const known = liveIndexByDoc.get(doc);
  if (known) return known;
  const { index, readOne } = readIndex(doc);
  const live = { index, notes: new Set<Note>() };
  liveIndexByDoc.set(doc, live);
  for (const collection of COLLECTIONS) {
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

function readIndex(doc: Y.Doc) {
  const records = Object.fromEntries(COLLECTIONS.map((it) => [it, new Map()])) as unknown as Records;
  const groups = Object.fromEntries(COLLECTIONS.map((it) => [it, new Map<Id, Map<Id, AnyRecord>>()])) as unknown as {
    readonly [C in Collection]: Map<Id, Map<Id, RecordOf<C>>>;
  };
  const ghosts = new Set<string>();

  function readOne(collection: Collection, id: Id, entity: unknown): [AnyRecord | undefined, AnyRecord | undefined] {
    const byId = records[collection] as Map<Id, AnyRecord>;
    const before = byId.get(id);
    const after = readRecord(collection, id, entity);
    if (before) ungroup(collection, before);
    if (after) {
      byId.set(id, after);
      group(collection, after);
      ghosts.delete(`${collection}/${id}`);
    } else {
      byId.delete(id);
      ghosts.add(`${collection}/${id}`);
    }
    return [before, after];
  }
  const holderOf = (collection: Collection, record: AnyRecord) => (HOLDER[collection] as (it: AnyRecord) => Id)(record);
  function group(collection: Collection, record: AnyRecord): void {
    const byHolder = groups[collection] as Map<Id, Map<Id, AnyRecord>>;
    const holder = holderOf(collection, record);
    const held = byHolder.get(holder) ?? new Map<Id, AnyRecord>();
    byHolder.set(holder, held.set(record.id, record));
  }
  function ungroup(collection: Collection, record: AnyRecord): void {
    const byHolder = groups[collection] as Map<Id, Map<Id, AnyRecord>>;
    const holder = holderOf(collection, record);
    const held = byHolder.get(holder);
    held?.delete(record.id);
    if (held?.size === 0) byHolder.delete(holder);
  }

  for (const collection of COLLECTIONS) {
    for (const [id, entity] of collectionOf(doc, collection)) readOne(collection, id, entity);
  }
  const index: BoardIndex = {
    records,
    ghosts,
    heldBy: (collection, holder) => [...(groups[collection].get(holder)?.values() ?? [])],
    holders: (collection) => groups[collection].keys(),
  };
  return { index, readOne };
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
