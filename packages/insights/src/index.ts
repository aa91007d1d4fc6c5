/** Door of insights: reads views, finds things. */
export { type Alignment, align, LEAST_LIKENESS, SAME_WORDS } from "./align.ts";
export { type Completeness, completeness, type Incompleteness, type Named } from "./completeness.ts";
export {
  type BothSided,
  type DiffCounts,
  diff,
  type JourneyDiff,
  type OneSided,
  type Rerated,
  type Revalued,
  type ThingKind,
} from "./diff.ts";
export {
  type CurveOptions,
  type CurvePoint,
  emotionCurve,
  type RoleFeeling,
  type Spread,
} from "./emotionCurve.ts";
export { type MomentsOfTruth, momentsOfTruth, type RankedMoment } from "./momentsOfTruth.ts";
export { newMoment } from "./newMoment.ts";
export type { Pair, Pairing } from "./pairing.ts";
export {
  type Participation,
  participation,
  QUIET_PERSON_AFTER_MS,
  type Spoken,
  takesPartSince,
} from "./participation.ts";
export { type AlikePair, alikeQuestions, type QuestionQueue, queueOf } from "./questionQueue.ts";
export { type Respect, respectOf, type Slight } from "./respect/respect.ts";
export { type Found, type FoundIn, openSearch, type Search } from "./search.ts";
export { type Allocation, allocateSeats } from "./seating/allocate.ts";
export { brokenRules } from "./seating/check.ts";
export { pairUp } from "./seating/pairUp.ts";
export { readinessOf, type Unready } from "./seating/readiness.ts";
export {
  type BrokenRule,
  SEATING_RULES,
  type Seating,
  type SeatingRule,
  type SeatingWishes,
  whoSits,
} from "./seating/rules.ts";
export {
  type CurveMark,
  type CurveShown,
  type SeriesFeeling,
  type SeriesKey,
  type ShownOptions,
  type ShownPoint,
  shownCurve,
  toldAway,
} from "./shownCurve.ts";
export { SIDES, type Side, sideOf } from "./sides.ts";
export { type CountedMoment, strongestMoments } from "./strongestMoments.ts";
export { type ToldSeries, toldSeries } from "./toldSeries.ts";
export { TYPE_SERIES, type TypePlaceOf, type TypeSeries, typeSeriesOf } from "./typeSeries.ts";
export { type Unowned, unownedTouchpoints } from "./unowned.ts";
export { type OwnVotes, type VoteChanges, votesOnce } from "./votesOnce.ts";
export { markWords, nearness, type TextPart } from "./wordMatch.ts";
