/** Two lists of things and who answers to whom, gathered step by step. */
import type { Id } from "@sameside/model";
import type { IndexPair } from "./sequences.ts";

/** One thing on both sides. */
export interface Pair<T> {
  readonly a: T;
  readonly b: T;
}

/** What two lists share, in the order of `a`, and what only one of them has, each in its own order. */
export interface Pairing<T> {
  readonly pairs: readonly Pair<T>[];
  readonly onlyA: readonly T[];
  readonly onlyB: readonly T[];
}

/** More comparisons than this, of texts that no origin pairs, are not made: such lists stay unpaired. */
export const MOST_COMPARISONS = 4_000_000;

export interface OpenPairing<T> {
  /** The `b` that answers to an `a`. */
  partnerOf(a: T): T | undefined;
  /** Those of a list of `a` or of `b` that have no partner yet. */
  freeA(among?: readonly T[]): readonly T[];
  freeB(among?: readonly T[]): readonly T[];
  /** Pairs what has the same key; where several have it, the first. A thing without a key is passed over. */
  byKey(keyOf: (thing: T) => Id | undefined): void;
  /** Pairs what `choose` finds among those that are free. */
  among(
    listA: readonly T[],
    listB: readonly T[],
    choose: (freeA: readonly T[], freeB: readonly T[]) => readonly IndexPair[],
  ): void;
  result(): Pairing<T>;
}

export function openPairing<T extends { readonly id: Id }>(listA: readonly T[], listB: readonly T[]): OpenPairing<T> {
  const bByA = new Map<Id, T>();
  const takenB = new Set<Id>();
  const freeA = (among = listA) => among.filter((it) => !bByA.has(it.id));
  const freeB = (among = listB) => among.filter((it) => !takenB.has(it.id));
  function pair(a: T, b: T): void {
    bByA.set(a.id, b);
    takenB.add(b.id);
  }
  return {
    partnerOf: (a) => bByA.get(a.id),
    freeA,
    freeB,
    byKey(keyOf) {
      const bByKey = new Map<Id, T>();
      for (const b of freeB()) {
        const key = keyOf(b);
        if (key !== undefined && !bByKey.has(key)) bByKey.set(key, b);
      }
      for (const a of freeA()) {
        const key = keyOf(a);
        const b = key === undefined ? undefined : bByKey.get(key);
        if (b && !takenB.has(b.id)) pair(a, b);
      }
    },
    among(someA, someB, choose) {
      const [restA, restB] = [freeA(someA), freeB(someB)];
      if (restA.length * restB.length > MOST_COMPARISONS) return;
      for (const [indexA, indexB] of choose(restA, restB)) {
        const [a, b] = [restA[indexA], restB[indexB]];
        if (a && b) pair(a, b);
      }
    },
    result: () => ({
      pairs: listA.flatMap((a) => {
        const b = bByA.get(a.id);
        return b ? [{ a, b }] : [];
      }),
      onlyA: freeA(),
      onlyB: freeB(),
    }),
  };
}
