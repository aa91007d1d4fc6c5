/** What did not change keeps its identity: whoever draws a part asks `===` and draws nothing. */
import type { JourneyView } from "@sameside/model";

/** `next`, with `before` in place of every part that says the same. For plain trees of objects, lists and maps. */
export function kept<T>(before: T | undefined, next: T): T {
  if (before === undefined || Object.is(before, next)) return next;
  if (typeof before !== "object" || typeof next !== "object" || before === null || next === null) return next;
  if (before instanceof Map && next instanceof Map) return keptMap(before, next) as T;
  if (Array.isArray(before) && Array.isArray(next)) return keptList(before, next) as T;
  if (Array.isArray(before) !== Array.isArray(next)) return next;
  return keptObject(before, next);
}

/** Whether two states of a journey differ in nothing but cards: then its frame and its feelings are the same. */
export function differsInCardsOnly(a: JourneyView, b: JourneyView): boolean {
  return (
    isAlike(a, b, "phases") &&
    isEachAlike(
      a.phases,
      b.phases,
      (one, other) =>
        isAlike(one, other, "touchpoints", "cardsByLane") &&
        isEachAlike(one.touchpoints, other.touchpoints, (its, others) => isAlike(its, others, "cardsByLane")),
    )
  );
}

/** Whether two lists hold the very same things. */
export function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}

function isEachAlike<T>(a: readonly T[], b: readonly T[], alike: (one: T, other: T) => boolean): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((one, index) => {
    const other = b[index];
    return other !== undefined && (one === other || alike(one, other));
  });
}

function isAlike<T extends object>(a: T, b: T, ...besides: readonly (keyof T & string)[]): boolean {
  const keys = Object.keys(a) as (keyof T & string)[];
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => besides.includes(key) || a[key] === b[key]);
}

function keptList<T>(before: readonly T[], next: readonly T[]): readonly T[] {
  const list = next.map((item, index) => kept(before[index], item));
  return isSameList(before, list) ? before : list;
}

function keptMap<K, V>(before: ReadonlyMap<K, V>, next: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  let isSame = before.size === next.size;
  const map = new Map<K, V>();
  for (const [key, value] of next) {
    const old = before.get(key);
    const item = kept(old, value);
    if (item !== old) isSame = false;
    map.set(key, item);
  }
  return isSame ? before : map;
}

function keptObject<T extends object>(before: T, next: T): T {
  const keys = Object.keys(next) as (keyof T)[];
  let isSame = keys.length === Object.keys(before).length;
  const object = { ...next };
  for (const key of keys) {
    object[key] = kept(before[key], next[key]);
    if (object[key] !== before[key]) isSame = false;
  }
  return isSame ? before : object;
}
