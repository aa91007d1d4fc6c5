/** The brief: one question, the decision it serves, and who stands behind it. */
import { type Actor, type Outcome, refused, transact } from "../../changes.ts";
import {
  type Checks,
  givenFields,
  isDayOrNone,
  isIdOrNone,
  isMinuteOrNone,
  isText,
  isTitle,
  isWhole,
  problemIn,
} from "../../checks.ts";
import type { PlanDocument } from "../../document.ts";
import { docOf, entityOf } from "../../document.ts";
import { beginAlike } from "../../entries.ts";
import { GUARDIAN_AGE } from "../limits.ts";
import { BRIEF } from "../reader.ts";

/** Days are `YYYY-MM-DD`, "" takes one away. */
export interface BriefFields {
  readonly title?: string;
  /** `YYYY-MM-DDTHH:MM`. */
  readonly startsAt?: string;
  readonly journeyTemplate?: string;
  readonly question?: string;
  readonly decision?: string;
  readonly decider?: string;
  readonly by?: string;
  readonly workStream?: string;
  readonly sponsor?: string;
  readonly sponsorPromise?: string;
  readonly sponsorAnswerBy?: string;
  readonly dataKeeper?: string;
  readonly keepUntil?: string;
  readonly closedOn?: string;
  readonly guardianAge?: number;
  readonly warmUp?: string;
}

const CHECKS: Checks<BriefFields> = {
  title: isTitle,
  startsAt: isMinuteOrNone,
  journeyTemplate: isIdOrNone,
  question: isText,
  decision: isText,
  decider: isTitle,
  by: isDayOrNone,
  workStream: isTitle,
  sponsor: isTitle,
  sponsorPromise: isText,
  sponsorAnswerBy: isDayOrNone,
  dataKeeper: isText,
  keepUntil: isDayOrNone,
  closedOn: isDayOrNone,
  guardianAge: isWhole(GUARDIAN_AGE.min, GUARDIAN_AGE.max),
  warmUp: isText,
};

/** Changes what the brief says; absent arguments stay as they are. */
export function describeBrief(plan: PlanDocument, by: Actor, args: BriefFields): Outcome {
  const problem = problemIn(CHECKS, args);
  if (problem) return refused(problem);
  beginAlike(plan, "briefs", BRIEF);
  return transact(plan, by, (write) => {
    // A peer may have put something else there; a map of fields takes its place.
    if (!entityOf(docOf(plan), "briefs", BRIEF)) write.create("briefs", BRIEF, {});
    for (const [field, value] of Object.entries(givenFields(CHECKS, args))) write.set("briefs", BRIEF, field, value);
  });
}
