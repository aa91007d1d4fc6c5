/** Door of insights: reads views, finds things. */
export {
  type CurveOptions,
  type CurvePoint,
  emotionCurve,
  type RoleFeeling,
  type Spread,
} from "./emotionCurve.ts";
export { type MomentsOfTruth, momentsOfTruth, type RankedMoment } from "./momentsOfTruth.ts";
export { newMoment } from "./newMoment.ts";
