/** Next steps: actions with an owner, a department and a day. Who agreed to one is an answer of each person. */
import { type Actor, NOTHING, type Outcome, refused } from "../../changes.ts";
import { type Checks, isDayOrNone, isIdOrNone, isOneOf, isText, isTitle } from "../../checks.ts";
import type { FindingsDocument } from "../../document.ts";
import type { Id } from "../../journey/schema.ts";
import { NEXT_STEP_STATUSES, type NextStepStatus } from "../schema.ts";
import { entries } from "./entries.ts";

export interface NextStepFields {
  readonly what?: string;
  readonly owner?: string;
  readonly department?: string;
  /** `YYYY-MM-DD`, "" for none. */
  readonly due?: string;
  readonly status?: NextStepStatus;
}
const NEXT_STEP: Checks<NextStepFields> = {
  what: isText,
  owner: isTitle,
  department: isTitle,
  due: isDayOrNone,
  status: isOneOf(NEXT_STEP_STATUSES),
};

/** Adds a next step, in front of `before` or as the last. `follows`: the insight, pattern or claim it comes from. */
export function addNextStep(
  findings: FindingsDocument,
  by: Actor,
  args: NextStepFields & { readonly what: string; readonly follows?: Id; readonly before?: Id },
): Outcome<Id> {
  if (args.what.trim() === "") return NOTHING;
  const { follows = "" } = args;
  if (isIdOrNone(follows)) return refused("bad-value");
  return entries.add(findings, by, "nextSteps", {
    fields: args,
    checks: NEXT_STEP,
    before: args.before,
    plain: follows === "" ? {} : { follows },
  });
}

/** Changes what a next step says; absent arguments stay as they are. */
export function describeNextStep(
  findings: FindingsDocument,
  by: Actor,
  args: NextStepFields & { readonly nextStep: Id },
): Outcome {
  if (args.what?.trim() === "") return refused("bad-value");
  return entries.describe(findings, by, "nextSteps", args.nextStep, args, NEXT_STEP);
}

export function moveNextStep(
  findings: FindingsDocument,
  by: Actor,
  args: { readonly nextStep: Id; readonly before?: Id },
): Outcome {
  return entries.move(findings, by, "nextSteps", { id: args.nextStep, before: args.before });
}

export function removeNextStep(findings: FindingsDocument, by: Actor, args: { readonly nextStep: Id }): Outcome {
  return entries.remove(findings, by, "nextSteps", args.nextStep);
}
