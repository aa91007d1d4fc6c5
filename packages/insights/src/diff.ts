/** What is different between two journeys: the way as it is and as it could be, or two groups' maps of one way. */
import type { CardView, Id, JourneyView, LaneView, MomentView, PhaseView, TouchpointView } from "@sameside/model";
import { type Alignment, align } from "./align.ts";
import { comesFirst, meanRating, touchpointsOf } from "./journeyParts.ts";
import { movedPairs } from "./movedPairs.ts";
import type { Pair } from "./pairing.ts";

interface ViewByKind {
  readonly phase: PhaseView;
  readonly lane: LaneView;
  readonly touchpoint: TouchpointView;
  readonly card: CardView;
}
export type ThingKind = keyof ViewByKind;
/** A thing that only one side has. */
export type OneSided = { [K in ThingKind]: { readonly kind: K; readonly thing: ViewByKind[K] } }[ThingKind];
/** A thing on both sides. */
export type BothSided = { [K in ThingKind]: { readonly kind: K } & Pair<ViewByKind[K]> }[ThingKind];

/** The means of all ratings, −1…+1; `delta` is b minus a. */
export interface Rerated extends Pair<TouchpointView> {
  readonly meanA: number;
  readonly meanB: number;
  readonly delta: number;
}
/** A moment of truth that was set, taken off or seen otherwise; absent on the side that has no mark. */
export interface Revalued extends Pair<TouchpointView> {
  readonly momentA?: MomentView;
  readonly momentB?: MomentView;
  /** The fields that differ, `value` among them when a mark is on one side only. */
  readonly facts: readonly (keyof MomentView)[];
}

export interface JourneyDiff {
  /** In b only. */
  readonly added: readonly OneSided[];
  /** In a only. */
  readonly gone: readonly OneSided[];
  /** In another phase, touchpoint or lane, or at another place in the order of what stayed. */
  readonly moved: readonly BothSided[];
  /** Another title, name or text. */
  readonly reworded: readonly BothSided[];
  /** Other facts than the words: the names of the fields. */
  readonly described: readonly (BothSided & { readonly facts: readonly string[] })[];
  /** Touchpoints that both sides rated, with another mean. */
  readonly rerated: readonly Rerated[];
  readonly revalued: readonly Revalued[];
  /** Every touchpoint that one of these changes is about, on itself or on a card of it: those of b, then those gone. */
  readonly touchpoints: readonly Partial<Pair<TouchpointView>>[];
  readonly counts: DiffCounts;
}
/** How many of each; `shared` are the touchpoints that both have. */
export type DiffCounts = Readonly<
  Record<"added" | "gone" | "moved" | "reworded" | "described" | "rerated" | "revalued" | "shared", number>
>;

const LANE_FACTS = ["kind", "owner", "metricsText", "returns"] as const satisfies readonly (keyof LaneView)[];
const TOUCHPOINT_FACTS = [
  "channel",
  "owner",
  "stage",
  "duration",
  "actors",
] as const satisfies readonly (keyof TouchpointView)[];
const CARD_FACTS = [
  "body",
  "grade",
  "severity",
  "emotionWords",
  "quote",
  "tags",
  "links",
  "answersBrief",
] as const satisfies readonly (keyof CardView)[];
const MOMENT_FACTS = [
  "kind",
  "value",
  "reason",
  "conditions",
  "metricsText",
  "emotionIfFailed",
  "emotionIfMet",
  "consequenceIfFailed",
  "consequenceIfMet",
] as const satisfies readonly (keyof MomentView)[];
/** Means that differ by less are equal: sums of fractions are not exact. */
const EQUAL_MEANS = 1e-9;

/**
 * From `a` to `b`. What journeys say of themselves (title, variant …) is not compared, nor what is said about them
 * (comments, evidence, claims, suggestions). A journey against itself has no differences; turned round, added and gone
 * change places.
 *
 * @param pairs Who answers to whom; `align(a, b)` when absent.
 */
export function diff(a: JourneyView, b: JourneyView, pairs: Alignment = align(a, b)): JourneyDiff {
  const changes = {
    added: oneSided(pairs, "onlyB"),
    gone: oneSided(pairs, "onlyA"),
    moved: movedThings(a, b, pairs),
    reworded: rewordedIn(pairs),
    described: describedIn(pairs),
    rerated: pairs.touchpoints.pairs.flatMap(rerated),
    revalued: pairs.touchpoints.pairs.flatMap(revalued),
  };
  const { added, gone, moved, reworded, described } = changes;
  return {
    ...changes,
    touchpoints: touchpointsTouched(a, b, pairs, changes),
    counts: {
      added: added.length,
      gone: gone.length,
      moved: moved.length,
      reworded: reworded.length,
      described: described.length,
      rerated: changes.rerated.length,
      revalued: changes.revalued.length,
      shared: pairs.touchpoints.pairs.length,
    },
  };
}

function oneSided({ phases, lanes, touchpoints, cards }: Alignment, side: "onlyA" | "onlyB"): OneSided[] {
  return [
    ...phases[side].map((thing) => ({ kind: "phase" as const, thing })),
    ...lanes[side].map((thing) => ({ kind: "lane" as const, thing })),
    ...touchpoints[side].map((thing) => ({ kind: "touchpoint" as const, thing })),
    ...cards[side].map((thing) => ({ kind: "card" as const, thing })),
  ];
}

function movedThings(a: JourneyView, b: JourneyView, pairs: Alignment): BothSided[] {
  const moved = movedPairs(a, b, pairs, comesFirst(a, b));
  return allPairs({
    phases: moved.phases,
    lanes: moved.lanes,
    touchpoints: moved.touchpoints,
    cards: moved.cards,
  });
}

function rewordedIn(pairs: Alignment): BothSided[] {
  return allPairs({
    phases: pairs.phases.pairs.filter(({ a, b }) => a.title !== b.title),
    lanes: pairs.lanes.pairs.filter(({ a, b }) => a.name !== b.name),
    touchpoints: pairs.touchpoints.pairs.filter(({ a, b }) => a.title !== b.title),
    cards: pairs.cards.pairs.filter(({ a, b }) => a.text !== b.text),
  });
}

function allPairs(lists: {
  readonly phases: readonly Pair<PhaseView>[];
  readonly lanes: readonly Pair<LaneView>[];
  readonly touchpoints: readonly Pair<TouchpointView>[];
  readonly cards: readonly Pair<CardView>[];
}): BothSided[] {
  return [
    ...lists.phases.map((pair) => ({ kind: "phase" as const, ...pair })),
    ...lists.lanes.map((pair) => ({ kind: "lane" as const, ...pair })),
    ...lists.touchpoints.map((pair) => ({ kind: "touchpoint" as const, ...pair })),
    ...lists.cards.map((pair) => ({ kind: "card" as const, ...pair })),
  ];
}

function describedIn({ lanes, touchpoints, cards }: Alignment): JourneyDiff["described"] {
  return [
    ...lanes.pairs.map((pair) => ({ kind: "lane" as const, ...pair, facts: factsIn(pair, LANE_FACTS) })),
    ...touchpoints.pairs.map((pair) => ({
      kind: "touchpoint" as const,
      ...pair,
      facts: factsIn(pair, TOUCHPOINT_FACTS),
    })),
    ...cards.pairs.map((pair) => ({ kind: "card" as const, ...pair, facts: factsIn(pair, CARD_FACTS) })),
  ].filter(({ facts }) => facts.length > 0);
}

function rerated(pair: Pair<TouchpointView>): Rerated[] {
  const [meanA, meanB] = [meanRating(pair.a), meanRating(pair.b)];
  if (meanA === undefined || meanB === undefined || Math.abs(meanB - meanA) < EQUAL_MEANS) return [];
  return [{ ...pair, meanA, meanB, delta: meanB - meanA }];
}

function revalued(pair: Pair<TouchpointView>): Revalued[] {
  const [momentA, momentB] = [pair.a.moment, pair.b.moment];
  if (!momentA && !momentB) return [];
  if (!momentA) return momentB ? [{ ...pair, momentB, facts: ["value"] }] : [];
  if (!momentB) return [{ ...pair, momentA, facts: ["value"] }];
  const facts = factsIn({ a: momentA, b: momentB }, MOMENT_FACTS);
  return facts.length === 0 ? [] : [{ ...pair, momentA, momentB, facts }];
}

/** The fields that say something else; they hold plain data. */
function factsIn<T, K extends keyof T>({ a, b }: Pair<T>, fields: readonly K[]): K[] {
  return fields.filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]));
}

function touchpointsTouched(
  a: JourneyView,
  b: JourneyView,
  pairs: Alignment,
  changes: Omit<JourneyDiff, "touchpoints" | "counts">,
): JourneyDiff["touchpoints"] {
  const touched = new Set<Id>();
  // A card names its touchpoint, or a phase, whose id is no touchpoint's.
  const note = (kind: ThingKind, thing: ViewByKind[ThingKind]) => {
    if (kind === "touchpoint") touched.add(thing.id);
    if (kind === "card") touched.add((thing as CardView).parent);
  };
  for (const { kind, thing } of [...changes.added, ...changes.gone]) note(kind, thing);
  for (const change of [...changes.moved, ...changes.reworded, ...changes.described]) {
    note(change.kind, change.a);
    note(change.kind, change.b);
  }
  for (const change of [...changes.rerated, ...changes.revalued]) touched.add(change.b.id);
  const pairByB = new Map(pairs.touchpoints.pairs.map((pair) => [pair.b.id, pair]));
  const ofB = touchpointsOf(b).flatMap((it): Partial<Pair<TouchpointView>>[] => {
    const pair = pairByB.get(it.id);
    return touched.has(it.id) || (pair && touched.has(pair.a.id)) ? [pair ?? { b: it }] : [];
  });
  const onlyA = new Set(pairs.touchpoints.onlyA.map(({ id }) => id));
  const gone = touchpointsOf(a).filter(({ id }) => onlyA.has(id) && touched.has(id));
  return [...ofB, ...gone.map((it) => ({ a: it }))];
}
