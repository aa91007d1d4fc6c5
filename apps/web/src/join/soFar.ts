/** The day so far, for who comes in the middle of it (S4-13). */
import { momentsOfTruth, type ShownOptions, shownCurve } from "@sameside/insights";
import { type JourneyView, MIN_TALLY_PEOPLE, type PlanView, type StepView } from "@sameside/model";

/** So many things stand out at most. */
const MAX_HIGHLIGHTS = 3;

export interface Highlight {
  readonly touchpoint: string;
  readonly title: string;
  /** A moment of truth, or what is felt there. */
  readonly is: "wins" | "loses" | "delights" | "hurts";
}

export interface DaySoFar {
  readonly question: string;
  /** What the answer decides. */
  readonly decision: string;
  readonly step: StepView;
  /** Which of the day's steps it is, counted from 1, and how many there are. */
  readonly n: number;
  readonly of: number;
  readonly before: readonly StepView[];
}

/** `undefined` while the day has not begun, is in its first step, or in one that the plan does not have. */
export function daySoFar({ brief, steps }: PlanView, current: string | undefined): DaySoFar | undefined {
  const held = steps.filter(({ id, isSkipped }) => !isSkipped || id === current);
  const index = held.findIndex(({ id }) => id === current);
  const step = held[index];
  if (!step || index === 0) return undefined;
  return {
    question: brief.question,
    decision: brief.decision,
    step,
    n: index + 1,
    of: held.length,
    before: held.slice(0, index),
  };
}

/**
 * The strongest moments of truth, then the strongest feelings that may be told, each touchpoint once. `mayShow`: who
 * lets their feelings be shown at the table.
 */
export function highlightsOf(
  journey: JourneyView,
  { mayShow }: Required<Pick<ShownOptions, "mayShow">>,
): readonly Highlight[] {
  const { creates, destroys } = momentsOfTruth(journey);
  const moments = [...creates, ...destroys]
    .toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value))
    .map(({ touchpoint, title, value }): Highlight => ({ touchpoint, title, is: value > 0 ? "wins" : "loses" }));
  const titleById = new Map(
    journey.phases.flatMap(({ touchpoints }) => touchpoints.map(({ id, title }) => [id, title])),
  );
  const feelings = shownCurve(journey, { shown: "everybody", gap: false, fewest: MIN_TALLY_PEOPLE, mayShow })
    .toSorted((one, other) => Math.abs(other.mean ?? 0) - Math.abs(one.mean ?? 0))
    .flatMap(({ touchpoint, mean = 0 }): Highlight[] =>
      mean === 0 ? [] : [{ touchpoint, title: titleById.get(touchpoint) ?? "", is: mean > 0 ? "delights" : "hurts" }],
    );
  const marked = new Set(moments.map(({ touchpoint }) => touchpoint));
  return [...moments, ...feelings.filter(({ touchpoint }) => !marked.has(touchpoint))]
    .filter(({ title }) => title.trim() !== "")
    .slice(0, MAX_HIGHLIGHTS);
}

/** How much stands on a map. */
export function sizeOf({ phases }: JourneyView) {
  const holders = phases.flatMap((phase) => [phase, ...phase.touchpoints]);
  return {
    phases: phases.length,
    touchpoints: phases.reduce((sum, phase) => sum + phase.touchpoints.length, 0),
    cards: holders.reduce((sum, { cardsByLane }) => sum + Object.values(cardsByLane).flat().length, 0),
  };
}
