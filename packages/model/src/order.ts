import { PositionSource } from "position-strings";
import { randomLetters } from "./id.ts";

/**
 * Order keys: position-strings, so that lists typed offline at the same place do not interleave and no two keys are
 * equal (https://github.com/mweidner037/position-strings). Keys from peers are only ever compared as strings; a key
 * that is none sorts where its characters put it and never makes anybody throw.
 */
export interface OrderSource {
  /** A new key between two neighbours; absent means the start or the end of the list. */
  between(left: string | undefined, right: string | undefined): string;
}

const SOURCE_ID_LENGTH = 8;
/** Longer than honest use ever makes one. */
export const MAX_ORDER_LENGTH = 1_000;
const ORDER_KEY = /^[A-Za-z0-9,.]+$/;

/** @param id Unique over all devices and sessions, letters and digits; random when absent. */
export function openOrderSource(id: string = randomLetters(SOURCE_ID_LENGTH)): OrderSource {
  const source = new PositionSource({ ID: id });
  return {
    between(left, right) {
      const from = left !== undefined && ORDER_KEY.test(left) ? left : undefined;
      const to =
        right !== undefined && ORDER_KEY.test(right) && (from === undefined || right > from) ? right : undefined;
      try {
        return source.createBetween(from, to);
      } catch {
        // A peer made a key that only looks like one of ours; a fresh source has no history to contradict it.
        return new PositionSource({ ID: randomLetters(SOURCE_ID_LENGTH) }).createBetween(from, undefined);
      }
    },
  };
}

/** Sorts by order key, then id: never by the iteration order of a shared map, which differs between equal peers. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  return compare(a.order, b.order) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
