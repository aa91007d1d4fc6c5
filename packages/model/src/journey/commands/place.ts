/** Places and living entities, as commands need them: as they stood before the command began. */
import type * as Y from "yjs";
import { type BoardCollection, type BoardDocument, docOf } from "../../document.ts";
import { liveIndexOf } from "../../entityIndex.ts";
import { type Place, placeText } from "../../fields.ts";
import { byOrder, type OrderSource, openOrderSource } from "../../order.ts";
import { BOARD, type RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";

type List = Pick<Place, "parent" | "lane">;
type Placed = "journeys" | "phases" | "lanes" | "touchpoints" | "cards" | "topics";

/** A living entity; `undefined` when it is unknown or removed. */
export function living<C extends BoardCollection>(
  board: BoardDocument,
  collection: C,
  id: Id,
): RecordOf<C> | undefined {
  const record = known(board, collection, id);
  return record && !record.del ? record : undefined;
}

/** An entity, removed or not. */
export function known<C extends BoardCollection>(board: BoardDocument, collection: C, id: Id): RecordOf<C> | undefined {
  return liveIndexOf(docOf(board), BOARD).index.records[collection].get(id);
}

/** All entities of a collection, removed or not, in no order. */
export function allOf<C extends BoardCollection>(board: BoardDocument, collection: C): RecordOf<C>[] {
  return [...liveIndexOf(docOf(board), BOARD).index.records[collection].values()];
}

/** The living card or touchpoint that something hangs on. */
export function livingSubject(board: BoardDocument, id: Id): RecordOf<"cards" | "touchpoints"> | undefined {
  return living(board, "cards", id) ?? living(board, "touchpoints", id);
}

/** `true` where something living is that people can talk about. */
export function isTalkSubject(board: BoardDocument, id: Id): boolean {
  return TALKED_ABOUT.some((collection) => living(board, collection, id) !== undefined);
}

const TALKED_ABOUT = ["cards", "touchpoints", "phases", "lanes", "journeys"] as const;

/** The living entities that belong to a holder, in no order. */
export function livingHeldBy<C extends BoardCollection>(
  board: BoardDocument,
  collection: C,
  holder: Id,
): RecordOf<C>[] {
  return liveIndexOf(docOf(board), BOARD)
    .index.heldBy(collection, holder)
    .filter((record) => !record.del);
}

/**
 * The order key that puts something in front of `before`, or at the end of the list of `parent` and `lane`. A `before`
 * that is not in that list counts as absent: it was moved or removed by somebody else meanwhile (SPEC C3).
 */
export function orderAt(board: BoardDocument, collection: Placed, list: List, before: Id | undefined): string {
  return ordersAt(board, collection, list, before, 1)[0] as string;
}

/** `count` order keys in a row, for things that come together. */
export function ordersAt(
  board: BoardDocument,
  collection: Placed,
  list: List,
  before: Id | undefined,
  count: number,
): string[] {
  return ordersAmong(orderSourceOf(docOf(board)), siblings(board, collection, list), before, count);
}

/**
 * The order key that moves an entity into a list, in front of `before` or to its end; `undefined` when it already
 * stands there: moving it is nothing to do.
 */
export function orderForMove(
  board: BoardDocument,
  collection: Placed,
  id: Id,
  list: List,
  before: Id | undefined,
): string | undefined {
  const inList = siblings(board, collection, list);
  const index = inList.findIndex((sibling) => sibling.id === id);
  if (index !== -1 && (before === id || inList[index + 1]?.id === before)) return undefined;
  const others = index === -1 ? inList : inList.toSpliced(index, 1);
  return ordersAmong(orderSourceOf(docOf(board)), others, before, 1)[0];
}

/** Something that goes into a list, in front of `before` or to the end. */
export interface ListMove {
  readonly id: Id;
  readonly before?: Id | undefined;
}

/**
 * The order keys that move several entities into one list; those that go in front of the same one come in the given
 * order. `undefined` when they all stand so already. What moves itself is no neighbour.
 */
export function ordersForMoves(
  board: BoardDocument,
  collection: Placed,
  list: List,
  moves: readonly ListMove[],
): ReadonlyMap<Id, string> | undefined {
  const moving = new Set(moves.map(({ id }) => id));
  const inList = siblings(board, collection, list);
  const others = inList.filter(({ id }) => !moving.has(id));
  const movesByIndex = new Map<number, Id[]>();
  for (const { id, before } of moves) {
    const index = others.findIndex((sibling) => sibling.id === before);
    const at = index === -1 ? others.length : index;
    const atIndex = movesByIndex.get(at);
    if (atIndex) atIndex.push(id);
    else movesByIndex.set(at, [id]);
  }
  const after = Array.from({ length: others.length + 1 }, (_, at) => [
    ...(movesByIndex.get(at) ?? []),
    ...others.slice(at, at + 1).map(({ id }) => id),
  ]).flat();
  if (after.join() === inList.map(({ id }) => id).join()) return undefined;
  const source = orderSourceOf(docOf(board));
  const orderById = new Map<Id, string>();
  for (const [at, ids] of movesByIndex) {
    const orders = ordersAmong(source, others, others[at]?.id, ids.length);
    for (const [index, id] of ids.entries()) orderById.set(id, orders[index] ?? "");
  }
  return orderById;
}

function ordersAmong(source: OrderSource, others: readonly Sibling[], before: Id | undefined, count: number): string[] {
  const index = others.findIndex((sibling) => sibling.id === before);
  const at = index === -1 ? others.length : index;
  const orders: string[] = [];
  for (let i = 0; i < count; i++)
    orders.push(source.between(orders.at(-1) ?? others[at - 1]?.order, others[at]?.order));
  return orders;
}

interface Sibling {
  readonly id: Id;
  readonly order: string;
}

/** The living entities of one list, in order. */
function siblings(board: BoardDocument, collection: Placed, list: List): Sibling[] {
  const inList: Sibling[] = [];
  for (const { id, del, at } of liveIndexOf(docOf(board), BOARD).index.heldBy(collection, list.parent))
    if (!del && at.value.lane === list.lane) inList.push({ id, order: at.value.order });
  return inList.sort(byOrder);
}

const sourceByDoc = new WeakMap<Y.Doc, OrderSource>();
/** One source for each open document: its id is in every key it makes, so sharing it keeps keys short. */
export function orderSourceOf(doc: Y.Doc): OrderSource {
  const source = sourceByDoc.get(doc) ?? openOrderSource();
  sourceByDoc.set(doc, source);
  return source;
}

/** Places new things at the end of lists that did not exist before, in the order they come. */
export function openPlacer(source: OrderSource): (parent: Id, lane: Id) => string {
  const lastByList = new Map<string, string>();
  return (parent, lane) => {
    const list = `${parent}|${lane}`;
    const order = source.between(lastByList.get(list), undefined);
    lastByList.set(list, order);
    return placeText({ parent, lane, order });
  };
}

/** Items by a key, each list and the keys in the order they come. (`Map.groupBy` is missing on phones still in use.) */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
