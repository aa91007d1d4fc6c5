/** What a map still lacks before it can be called complete. */
import type { CardView, Grade, Id, JourneyView, LaneKind, PhaseView, TouchpointView } from "@sameside/model";
import { GRADES } from "@sameside/model";
import { cardsOf, cardsOn, touchpointsOf } from "./journeyParts.ts";

/** A phase or touchpoint, to name it and to find it. */
export interface Named {
  readonly id: Id;
  readonly title: string;
}

/** Why a map is not complete yet. */
export type Incompleteness =
  | { readonly reason: "no-phases" }
  | { readonly reason: "no-operational" | "no-emotional"; readonly phase: Named }
  | { readonly reason: "no-metric"; readonly touchpoint: Named };

export interface Completeness {
  /** `false` as long as there is a reason. */
  readonly isComplete: boolean;
  /** In journey order, show-stoppers last. */
  readonly reasons: readonly Incompleteness[];
  /** Phases in which nothing happens: no touchpoint, and no card that says what anybody does. */
  readonly phasesWithoutOperational: readonly Named[];
  /** Phases in which nobody feels anything: no rating, and no card with words for a feeling. */
  readonly phasesWithoutEmotional: readonly Named[];
  /** Show-stoppers of which nobody said how customers would measure them. */
  readonly showStoppersWithoutMetric: readonly Named[];
  /** Not a reason: much of what customers go through is nobody's in the company, their own site for one. */
  readonly touchpointsWithoutOwner: readonly Named[];
  /** Of all placed cards; shares are 0…1 and 0 where there is no card. */
  readonly backing: { readonly cards: number; readonly shareByGrade: Readonly<Record<Grade, number>> };
}

/** The lanes that say what is done; the touchpoint lane itself holds no cards. */
const OPERATIONAL_LANES: readonly LaneKind[] = ["doing", "support", "action"];

/**
 * Whether the map holds both journeys, what is done and what is felt, in each phase (S4-2), and a customer metric for
 * each show-stopper (S2-8). A touchpoint's first mark counts until people settle which one is right.
 */
export function completeness(journey: JourneyView): Completeness {
  const phasesWithoutOperational = journey.phases.filter((phase) => !isOperational(journey, phase)).map(named);
  const phasesWithoutEmotional = journey.phases.filter((phase) => !isEmotional(journey, phase)).map(named);
  const showStoppersWithoutMetric = touchpointsOf(journey).filter(lacksMetric).map(named);
  const reasons = [
    ...(journey.phases.length === 0 ? [{ reason: "no-phases" as const }] : []),
    ...journey.phases
      .map(named)
      .flatMap((phase): Incompleteness[] => [
        ...(has(phasesWithoutOperational, phase) ? [{ reason: "no-operational" as const, phase }] : []),
        ...(has(phasesWithoutEmotional, phase) ? [{ reason: "no-emotional" as const, phase }] : []),
      ]),
    ...showStoppersWithoutMetric.map((touchpoint) => ({ reason: "no-metric" as const, touchpoint })),
  ];
  return {
    isComplete: reasons.length === 0,
    reasons,
    phasesWithoutOperational,
    phasesWithoutEmotional,
    showStoppersWithoutMetric,
    touchpointsWithoutOwner: touchpointsOf(journey)
      .filter(({ owner }) => owner.trim() === "")
      .map(named),
    backing: backingOf(cardsOf(journey)),
  };
}

function isOperational(journey: JourneyView, phase: PhaseView): boolean {
  if (phase.touchpoints.length > 0) return true;
  return cardsIn(journey, phase).some((card) => OPERATIONAL_LANES.includes(card.kind));
}

function isEmotional(journey: JourneyView, phase: PhaseView): boolean {
  if (phase.touchpoints.some(({ ratings }) => ratings.length > 0)) return true;
  return cardsIn(journey, phase).some((card) => card.emotionWords.length > 0);
}

function cardsIn(journey: JourneyView, phase: PhaseView): readonly CardView[] {
  return [phase, ...phase.touchpoints].flatMap((holder) => cardsOn(journey, holder));
}

function lacksMetric({ moment }: TouchpointView): boolean {
  return moment?.kind === "show-stopper" && moment.metrics.length === 0;
}

function backingOf(cards: readonly CardView[]): Completeness["backing"] {
  const share = (grade: Grade) =>
    cards.length === 0 ? 0 : cards.filter((card) => card.grade === grade).length / cards.length;
  const shareByGrade = Object.fromEntries(GRADES.map((grade) => [grade, share(grade)])) as Record<Grade, number>;
  return { cards: cards.length, shareByGrade };
}

function named({ id, title }: Named): Named {
  return { id, title };
}

function has(list: readonly Named[], { id }: Named): boolean {
  return list.some((item) => item.id === id);
}
