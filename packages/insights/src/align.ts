/** Two maps of the same way, laid side by side: which phase, lane, touchpoint and card answers to which. */
import type { CardView, Id, JourneyView, LaneKind, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import { cardsOf, cardsOn, comesFirst, originOf, touchpointsOf } from "./journeyParts.ts";
import { MOST_COMPARISONS, type OpenPairing, openPairing, type Pairing } from "./pairing.ts";
import { bestInOrder, mostAlike } from "./sequences.ts";
import { partsOf, similarity, type TextParts } from "./similarity.ts";

export interface Alignment {
  readonly phases: Pairing<PhaseView>;
  readonly lanes: Pairing<LaneView>;
  readonly touchpoints: Pairing<TouchpointView>;
  readonly cards: Pairing<CardView>;
}

/** From this likeness on (0…1) two texts that stand at the same place are taken for one thing in other words. */
export const LEAST_LIKENESS = 0.4;
/** From this likeness on they are one thing wherever they stand. */
export const SAME_WORDS = 0.8;
/** Two lanes of one kind answer to each other under any name … */
const SAME_KIND = 0.5;
/** … but of these a map has several, and only the name tells them apart. */
const KINDS_TOLD_BY_NAME: readonly LaneKind[] = ["support", "free"];

/**
 * Pairs the parts of two journeys. First by origin: a copy and its original, two copies, two journeys of one template.
 * Then, where origins say nothing, by order and words: phases by their titles or by what happens in them, touchpoints
 * within paired phases, cards within paired cells; last what has the same words elsewhere: it has moved. Each thing has
 * one partner at most. `align(b, a)` is `align(a, b)` the other way round.
 */
export function align(a: JourneyView, b: JourneyView): Alignment {
  return comesFirst(a, b) ? alignInOrder(a, b) : turned(alignInOrder(b, a), a);
}

function alignInOrder(a: JourneyView, b: JourneyView): Alignment {
  const likeness = openLikeness();
  const phases = pairPhases(a, b, likeness);
  const lanes = pairLanes(a, b, likeness);
  const touchpoints = pairTouchpoints(a, b, phases, likeness);
  const cards = pairCards(a, b, { phases, lanes, touchpoints }, likeness);
  return { phases: phases.result(), lanes: lanes.result(), touchpoints: touchpoints.result(), cards: cards.result() };
}

function pairPhases(a: JourneyView, b: JourneyView, likeness: Likeness): OpenPairing<PhaseView> {
  const pairing = openPairing(a.phases, b.phases);
  pairByTemplate(pairing, a, b);
  pairing.among(a.phases, b.phases, (freeA, freeB) => {
    const howAlike = openPhaseLikeness(freeA, freeB, likeness);
    return bestInOrder(freeA.length, freeB.length, howAlike, LEAST_LIKENESS);
  });
  pairSameWords(pairing, (phase) => phase.title, likeness);
  return pairing;
}

/** By title, or by what happens in it: a phase that was renamed and one that was filled anew are both the same phase. */
function openPhaseLikeness(freeA: readonly PhaseView[], freeB: readonly PhaseView[], likeness: Likeness) {
  const countIn = (phases: readonly PhaseView[]) =>
    phases.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
  const readsContents = countIn(freeA) * countIn(freeB) <= MOST_COMPARISONS;
  return (indexA: number, indexB: number): number => {
    const [phaseA, phaseB] = [freeA[indexA], freeB[indexB]];
    if (!phaseA || !phaseB) return 0;
    const byTitle = likeness(phaseA.title, phaseB.title);
    return readsContents ? Math.max(byTitle, likenessOfContents(phaseA, phaseB, likeness)) : byTitle;
  };
}

/** 0…1: how much of the touchpoints of both the best alignment covers. */
function likenessOfContents(a: PhaseView, b: PhaseView, likeness: Likeness): number {
  const howAlike = (indexA: number, indexB: number) =>
    likeness(a.touchpoints[indexA]?.title ?? "", b.touchpoints[indexB]?.title ?? "");
  const pairs = bestInOrder(a.touchpoints.length, b.touchpoints.length, howAlike, LEAST_LIKENESS);
  const covered = pairs.reduce((sum, [indexA, indexB]) => sum + howAlike(indexA, indexB), 0);
  return pairs.length === 0 ? 0 : (2 * covered) / (a.touchpoints.length + b.touchpoints.length);
}

function pairLanes(a: JourneyView, b: JourneyView, likeness: Likeness): OpenPairing<LaneView> {
  const pairing = openPairing(a.lanes, b.lanes);
  pairByTemplate(pairing, a, b);
  pairing.among(a.lanes, b.lanes, (freeA, freeB) => {
    const howAlike = (indexA: number, indexB: number): number => {
      const [laneA, laneB] = [freeA[indexA], freeB[indexB]];
      if (!laneA || laneA.kind !== laneB?.kind) return 0;
      const byName = likeness(laneA.name, laneB.name);
      return KINDS_TOLD_BY_NAME.includes(laneA.kind) ? byName : SAME_KIND + (1 - SAME_KIND) * byName;
    };
    return mostAlike(freeA.length, freeB.length, howAlike, LEAST_LIKENESS);
  });
  return pairing;
}

function pairTouchpoints(
  a: JourneyView,
  b: JourneyView,
  phases: OpenPairing<PhaseView>,
  likeness: Likeness,
): OpenPairing<TouchpointView> {
  const pairing = openPairing(touchpointsOf(a), touchpointsOf(b));
  pairing.byKey((touchpoint) => touchpoint.id);
  pairing.byKey(originOf);
  const titleOf = (touchpoint: TouchpointView) => touchpoint.title;
  for (const phase of a.phases) {
    const partner = phases.partnerOf(phase);
    if (partner) pairInOrder(pairing, phase.touchpoints, partner.touchpoints, titleOf, likeness);
  }
  pairSameWords(pairing, titleOf, likeness);
  return pairing;
}

function pairCards(
  a: JourneyView,
  b: JourneyView,
  frame: {
    readonly phases: OpenPairing<PhaseView>;
    readonly lanes: OpenPairing<LaneView>;
    readonly touchpoints: OpenPairing<TouchpointView>;
  },
  likeness: Likeness,
): OpenPairing<CardView> {
  const pairing = openPairing(cardsOf(a), cardsOf(b));
  pairing.byKey((card) => card.id);
  pairing.byKey(originOf);
  const textOf = (card: CardView) => card.text;
  for (const phase of a.phases) {
    const holders: readonly (readonly [PhaseView | TouchpointView, PhaseView | TouchpointView | undefined])[] = [
      [phase, frame.phases.partnerOf(phase)],
      ...phase.touchpoints.map((touchpoint) => [touchpoint, frame.touchpoints.partnerOf(touchpoint)] as const),
    ];
    for (const [holder, partner] of holders) {
      if (!partner || pairing.freeA(cardsOn(a, holder)).length === 0) continue;
      for (const lane of a.lanes) {
        const partnerLane = frame.lanes.partnerOf(lane);
        if (!partnerLane) continue;
        const [cardsA, cardsB] = [holder.cardsByLane[lane.id] ?? [], partner.cardsByLane[partnerLane.id] ?? []];
        pairInOrder(pairing, cardsA, cardsB, textOf, likeness);
      }
    }
  }
  pairSameWords(pairing, textOf, likeness);
  return pairing;
}

/** A template's part ids mean something between journeys of that template only: every template has a `phase1`. */
function pairByTemplate<T extends { readonly id: Id; readonly origin?: Id }>(
  pairing: OpenPairing<T>,
  a: JourneyView,
  b: JourneyView,
): void {
  pairing.byKey((part) => part.id);
  if (originOf(a) === originOf(b)) pairing.byKey(originOf);
}

function pairInOrder<T>(
  pairing: OpenPairing<T>,
  listA: readonly T[],
  listB: readonly T[],
  textOf: (thing: T) => string,
  likeness: Likeness,
): void {
  pairing.among(listA, listB, (freeA, freeB) =>
    bestInOrder(freeA.length, freeB.length, likenessIn(freeA, freeB, textOf, likeness), LEAST_LIKENESS),
  );
}

function pairSameWords<T>(pairing: OpenPairing<T>, textOf: (thing: T) => string, likeness: Likeness): void {
  pairing.among(pairing.freeA(), pairing.freeB(), (freeA, freeB) =>
    mostAlike(freeA.length, freeB.length, likenessIn(freeA, freeB, textOf, likeness), SAME_WORDS),
  );
}

function likenessIn<T>(
  listA: readonly T[],
  listB: readonly T[],
  textOf: (thing: T) => string,
  likeness: Likeness,
): (indexA: number, indexB: number) => number {
  return (indexA, indexB) => {
    const [a, b] = [listA[indexA], listB[indexB]];
    return a === undefined || b === undefined ? 0 : likeness(textOf(a), textOf(b));
  };
}

type Likeness = (a: string, b: string) => number;

/** Each text is taken apart once. */
function openLikeness(): Likeness {
  const partsByText = new Map<string, TextParts>();
  const parts = (text: string): TextParts => {
    const known = partsByText.get(text) ?? partsOf(text);
    partsByText.set(text, known);
    return known;
  };
  return (a, b) => similarity(parts(a), parts(b));
}

/** The same alignment from the other side; pairs stand in the order of `a`, which was the second. */
function turned(alignment: Alignment, a: JourneyView): Alignment {
  return {
    phases: turnedPairing(alignment.phases, a.phases),
    lanes: turnedPairing(alignment.lanes, a.lanes),
    touchpoints: turnedPairing(alignment.touchpoints, touchpointsOf(a)),
    cards: turnedPairing(alignment.cards, cardsOf(a)),
  };
}

function turnedPairing<T extends { readonly id: Id }>(pairing: Pairing<T>, listA: readonly T[]): Pairing<T> {
  const partnerById = new Map(pairing.pairs.map(({ a, b }) => [b.id, a]));
  const pairs = listA.flatMap((a) => {
    const b = partnerById.get(a.id);
    return b ? [{ a, b }] : [];
  });
  return { pairs, onlyA: pairing.onlyB, onlyB: pairing.onlyA };
}
