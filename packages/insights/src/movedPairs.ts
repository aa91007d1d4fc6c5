/** Which of the things that two journeys share stand somewhere else. */
import type { CardView, Id, JourneyView, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import type { Alignment } from "./align.ts";
import { cardsOf, touchpointsOf } from "./journeyParts.ts";
import type { Pair } from "./pairing.ts";
import { movedIn } from "./sequences.ts";

export interface MovedPairs {
  readonly phases: readonly Pair<PhaseView>[];
  readonly lanes: readonly Pair<LaneView>[];
  readonly touchpoints: readonly Pair<TouchpointView>[];
  readonly cards: readonly Pair<CardView>[];
}

/**
 * The pairs that changed their holder or lane, and as few others as explain the new order of what stayed.
 *
 * @param fromA Which side the order is read from: where two neighbours changed places either may have moved, and the
 *   answer must be the same from both sides.
 */
export function movedPairs(a: JourneyView, b: JourneyView, pairs: Alignment, fromA: boolean): MovedPairs {
  const holderOfB = partnerIds([...pairs.phases.pairs, ...pairs.touchpoints.pairs, ...pairs.lanes.pairs]);
  const answers = (idA: Id, idB: Id) => holderOfB.get(idA) === idB;
  const order = (listA: readonly { readonly id: Id }[], listB: readonly { readonly id: Id }[]) => ({
    indexA: indexById(listA),
    indexB: indexById(listB),
    fromA,
  });
  const touchpointStays = ({ a: it, b: partner }: Pair<TouchpointView>) => answers(it.phase, partner.phase);
  const cardStays = ({ a: it, b: partner }: Pair<CardView>) =>
    answers(it.parent, partner.parent) && answers(it.lane, partner.lane);
  return {
    phases: movedAmong(
      pairs.phases.pairs,
      order(a.phases, b.phases),
      () => true,
      () => "",
    ),
    lanes: movedAmong(
      pairs.lanes.pairs,
      order(a.lanes, b.lanes),
      () => true,
      () => "",
    ),
    touchpoints: movedAmong(
      pairs.touchpoints.pairs,
      order(touchpointsOf(a), touchpointsOf(b)),
      touchpointStays,
      (it) => it.phase,
    ),
    cards: movedAmong(pairs.cards.pairs, order(cardsOf(a), cardsOf(b)), cardStays, (it) => `${it.parent}|${it.lane}`),
  };
}

interface Orders {
  readonly indexA: ReadonlyMap<Id, number>;
  readonly indexB: ReadonlyMap<Id, number>;
  readonly fromA: boolean;
}

function movedAmong<T extends { readonly id: Id }>(
  pairs: readonly Pair<T>[],
  orders: Orders,
  stays: (pair: Pair<T>) => boolean,
  listOf: (thing: T) => string,
): Pair<T>[] {
  const stayedByList = new Map<string, Pair<T>[]>();
  const moved = new Set<Pair<T>>();
  for (const pair of pairs) {
    const stayed = stayedByList.get(listOf(pair.a));
    if (!stays(pair)) moved.add(pair);
    else if (stayed) stayed.push(pair);
    else stayedByList.set(listOf(pair.a), [pair]);
  }
  for (const stayed of stayedByList.values()) for (const pair of outOfOrder(stayed, orders)) moved.add(pair);
  return pairs.filter((pair) => moved.has(pair));
}

function outOfOrder<T extends { readonly id: Id }>(pairs: readonly Pair<T>[], orders: Orders): Pair<T>[] {
  const placeA = (pair: Pair<T>) => orders.indexA.get(pair.a.id) ?? 0;
  const placeB = (pair: Pair<T>) => orders.indexB.get(pair.b.id) ?? 0;
  const [old, now] = orders.fromA ? [placeA, placeB] : [placeB, placeA];
  const inOldOrder = pairs.toSorted((one, other) => old(one) - old(other));
  const moved = movedIn(inOldOrder.map(now));
  return inOldOrder.filter((_, index) => moved.has(index));
}

function partnerIds(pairs: readonly Pair<{ readonly id: Id }>[]): ReadonlyMap<Id, Id> {
  return new Map(pairs.map(({ a, b }) => [a.id, b.id]));
}

function indexById(list: readonly { readonly id: Id }[]): ReadonlyMap<Id, number> {
  return new Map(list.map(({ id }, index) => [id, index]));
}
