/** Places and living entities, as commands need them: read straight from the document, one entity at a time. */
import * as Y from "yjs";
import { registerOf } from "../../changes.ts";
import { type BoardDocument, type Collection, collectionOf, docOf } from "../../document.ts";
import { byOrder, type OrderSource, openOrderSource } from "../../order.ts";
import { type Place, type RecordOf, readRecord } from "../records.ts";
import type { Id } from "../schema.ts";

type List = Pick<Place, "parent" | "lane">;
type Placed = "journeys" | "phases" | "lanes" | "touchpoints" | "cards";

/** A living entity; `undefined` when it is unknown or removed. */
export function living<C extends Collection>(board: BoardDocument, collection: C, id: Id): RecordOf<C> | undefined {
  const record = readRecord(collection, id, collectionOf(docOf(board), collection).get(id));
  return record && !(record as { del: boolean }).del ? record : undefined;
}

/** All living entities that `keep` accepts. */
export function allLiving<C extends Collection>(
  board: BoardDocument,
  collection: C,
  keep: (record: RecordOf<C>) => boolean,
): RecordOf<C>[] {
  const found: RecordOf<C>[] = [];
  for (const id of collectionOf(docOf(board), collection).keys()) {
    const record = living(board, collection, id);
    if (record && keep(record)) found.push(record);
  }
  return found;
}

/**
 * The order key that puts something in front of `before`, or at the end of the list of `parent` and `lane`. A `before`
 * that is not in that list counts as absent: it was moved or removed by somebody else meanwhile.
 */
export function orderAt(
  board: BoardDocument,
  collection: Placed,
  list: List,
  before: Id | undefined,
  moving?: Id,
): string {
  const others = siblings(board, collection, list).filter((sibling) => sibling.id !== moving);
  const index = others.findIndex((sibling) => sibling.id === before);
  const at = index === -1 ? others.length : index;
  return orderSourceOf(docOf(board)).between(others[at - 1]?.order, others[at]?.order);
}

/** `true` when the entity already stands in front of `before` in that list: moving it there is nothing to do. */
export function standsAt(
  board: BoardDocument,
  collection: Placed,
  id: Id,
  list: List,
  before: Id | undefined,
): boolean {
  const inList = siblings(board, collection, list);
  const index = inList.findIndex((sibling) => sibling.id === id);
  if (index === -1) return false;
  return before === id || inList[index + 1]?.id === before;
}

/** The living entities of one list, in order. Reads two registers of each entity only: this runs at every drop. */
function siblings(board: BoardDocument, collection: Placed, list: List): { id: Id; order: string }[] {
  const prefix = `${list.parent}|${list.lane}|`;
  const found: { id: Id; order: string }[] = [];
  for (const [id, entity] of collectionOf(docOf(board), collection)) {
    if (!(entity instanceof Y.Map)) continue;
    const at = registerOf(entity, "at").value;
    if (typeof at !== "string" || !at.startsWith(prefix) || registerOf(entity, "del").value === true) continue;
    found.push({ id, order: at.slice(prefix.length) });
  }
  return found.sort(byOrder);
}

const sourceByDoc = new WeakMap<Y.Doc, OrderSource>();
/** One source for each open document: its id is in every key it makes, so sharing it keeps keys short. */
export function orderSourceOf(doc: Y.Doc): OrderSource {
  const source = sourceByDoc.get(doc) ?? openOrderSource();
  sourceByDoc.set(doc, source);
  return source;
}
