/**
 * Reads a board. The read is pure, total and the same on every device that holds the same document; it repairs what it
 * shows and writes nothing (SPEC R1–R8): twenty devices that wrote their repairs would fight each other for ever.
 */
import type * as Y from "yjs";
import {
  type BoardDocument,
  COLLECTIONS,
  type Collection,
  collectionOf,
  docOf,
  FORMAT,
  versionsOf,
} from "../document.ts";
import { keepIdentity } from "./identity.ts";
import { assembleBoard } from "./queries.ts";
import { type RecordOf, readRecord } from "./records.ts";
import type { BoardView, Id } from "./schema.ts";

/** Entities by id, for each collection; ghosts counted apart. */
export interface Records {
  readonly journeys: Map<Id, RecordOf<"journeys">>;
  readonly phases: Map<Id, RecordOf<"phases">>;
  readonly lanes: Map<Id, RecordOf<"lanes">>;
  readonly touchpoints: Map<Id, RecordOf<"touchpoints">>;
  readonly cards: Map<Id, RecordOf<"cards">>;
  readonly ratings: Map<Id, RecordOf<"ratings">>;
  readonly moments: Map<Id, RecordOf<"moments">>;
  readonly suggestions: Map<Id, RecordOf<"suggestions">>;
  readonly ghosts: Set<string>;
}

export interface BoardReader {
  /** The board as it is now. Objects that did not change since the last call are the same objects. */
  view(): BoardView;
  /** Called after every change of the document, own or remote. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Reads a board once. Never throws. */
export function readBoard(board: BoardDocument): BoardView {
  const doc = docOf(board);
  const records = newRecords();
  for (const collection of COLLECTIONS) readAll(doc, collection, records);
  return assembleBoard(records, isWritable(doc));
}

/** Follows a board: each change re-reads the changed entities only. */
export function openBoardReader(board: BoardDocument): BoardReader {
  const doc = docOf(board);
  const records = newRecords();
  const listeners = new Set<() => void>();
  let view: BoardView | undefined;
  let stale = true;
  let writable = isWritable(doc);

  const closers = COLLECTIONS.map((collection) => {
    readAll(doc, collection, records);
    const root = collectionOf(doc, collection);
    const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const id of changedIds(events, root)) readOne(collection, id, root.get(id), records);
      stale = true;
    };
    root.observeDeep(onChange as Parameters<typeof root.observeDeep>[0]);
    return () => root.unobserveDeep(onChange as Parameters<typeof root.observeDeep>[0]);
  });
  const afterTransaction = () => {
    const now = isWritable(doc);
    if (now !== writable) {
      writable = now;
      stale = true;
    }
    if (stale) for (const listener of listeners) listener();
  };
  doc.on("afterTransaction", afterTransaction);

  return {
    view() {
      if (stale || !view) {
        const next = assembleBoard(records, writable);
        view = view ? keepIdentity(view, next) : next;
        stale = false;
      }
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const close of closers) close();
      doc.off("afterTransaction", afterTransaction);
      listeners.clear();
    },
  };
}

function newRecords(): Records {
  return {
    journeys: new Map(),
    phases: new Map(),
    lanes: new Map(),
    touchpoints: new Map(),
    cards: new Map(),
    ratings: new Map(),
    moments: new Map(),
    suggestions: new Map(),
    ghosts: new Set(),
  };
}

function readAll(doc: Y.Doc, collection: Collection, records: Records): void {
  for (const [id, entity] of collectionOf(doc, collection)) readOne(collection, id, entity, records);
}

function readOne(collection: Collection, id: Id, entity: unknown, records: Records): void {
  const byId = records[collection] as Map<Id, unknown>;
  const record = readRecord(collection, id, entity);
  if (record) {
    byId.set(id, record);
    records.ghosts.delete(`${collection}/${id}`);
  } else {
    byId.delete(id);
    records.ghosts.add(`${collection}/${id}`);
  }
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

function isWritable(doc: Y.Doc): boolean {
  const { minReader, minWriter } = versionsOf(doc);
  return minReader <= FORMAT && minWriter <= FORMAT;
}
