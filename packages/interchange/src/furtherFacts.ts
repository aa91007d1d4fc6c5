/** What no format but our own holds: how much of it there is in journeys, for writers that say what they lose. */
import {
  CARD_DEFAULTS,
  type CardView,
  JOURNEY_DEFAULTS,
  type JourneyView,
  LANE_DEFAULTS,
  type MomentView,
  type TouchpointView,
} from "@sameside/model";
import type { LossCode } from "./report.ts";
import { cardsOf } from "./viewContents.ts";

const JOURNEY_FACTS = [
  ...["persona", "scenario", "goal", "conditionsOfSatisfaction", "context"],
  ...["owner", "status", "nextReview", "grade", "levelWords"],
] as readonly (keyof typeof JOURNEY_DEFAULTS)[];
const LANE_FACTS = ["metricsText", "returns"] as const;
const CARD_FACTS = ["severity", "emotionWords", "quote", "tags", "links", "answersBrief"] as const;

/** Counts of evidence, comments, claims, connectors, and of single facts that were filled in. */
export function furtherFacts(journeys: readonly JourneyView[]): Partial<Record<LossCode, number>> {
  const touchpoints = journeys.flatMap((journey) => journey.phases.flatMap((phase) => phase.touchpoints));
  const cards = journeys.flatMap(cardsOf);
  const subjects = [...touchpoints, ...cards];
  const talkedAbout = [...subjects, ...journeys, ...journeys.flatMap(({ phases, lanes }) => [...phases, ...lanes])];
  return {
    evidence: sumOf(subjects, (subject) => subject.evidence.length),
    comments: sumOf(talkedAbout, (subject) => sumOf(subject.threads, (thread) => thread.comments.length)),
    claims: sumOf(touchpoints, (touchpoint) => touchpoint.claims.length),
    connectors: sumOf(journeys, (journey) => journey.connectors.length),
    facts:
      sumOf(journeys, (journey) => filledIn(journey, JOURNEY_DEFAULTS, JOURNEY_FACTS)) +
      sumOf(journeys, (journey) => sumOf(journey.lanes, (lane) => filledIn(lane, LANE_DEFAULTS, LANE_FACTS))) +
      sumOf(cards, (card: CardView) => filledIn(card, CARD_DEFAULTS, CARD_FACTS)) +
      sumOf(touchpoints, factsOfTouchpoint),
  };
}

function factsOfTouchpoint({ duration, moment, otherMoments, ratings }: TouchpointView): number {
  const moments = moment ? [moment, ...otherMoments] : otherMoments;
  const intensities = ratings.filter((rating) => rating.intensity !== undefined).length;
  const ownWords = ratings.filter((rating) => rating.words !== undefined).length;
  return (duration === undefined ? 0 : 1) + intensities + ownWords + sumOf(moments, factsOfMoment);
}

function factsOfMoment(moment: MomentView): number {
  const { conditions, metricsText, emotionIfFailed, emotionIfMet, consequenceIfFailed, consequenceIfMet } = moment;
  const facts = [metricsText, emotionIfFailed, emotionIfMet, consequenceIfFailed, consequenceIfMet];
  return facts.filter((fact) => fact !== undefined && fact !== "").length + (conditions.length > 0 ? 1 : 0);
}

/** How many of the fields say something else than they did at first. */
function filledIn<D extends object>(thing: object, defaults: D, fields: readonly (keyof D)[]): number {
  const now = thing as D;
  return fields.filter((field) => {
    const value = now[field];
    return Array.isArray(value) ? value.length > 0 : value !== defaults[field];
  }).length;
}

function sumOf<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((sum, item) => sum + count(item), 0);
}
