/** Steps whose minutes are promised (S2-15): what is lost of them while the day runs is asked first, and told. Pure. */
import type { Id } from "../journey/schema.ts";
import type { PlanRecords } from "./records.ts";
import type { PlanView, RunView, StepView } from "./schema.ts";

/** Questions are protected unless somebody has said otherwise. */
export function isProtectedStep({ kind, timing }: Pick<PlanRecords["steps"], "kind" | "timing">): boolean {
  return timing === undefined ? kind === "questions" : timing === "fixed";
}

/** Whether a step that is still to come has its minutes promised: the day has begun, and it was neither on nor left out. */
export function keepsItsTime({ runs }: Pick<PlanView, "runs">, step: StepView): boolean {
  return runs.length > 0 && isStillDue(runs, step);
}

/** What going on from one step to another would pass over of what was promised; `from` is absent before the day begins. */
export function passedOver({ steps, runs }: PlanView, from: Id | undefined, to: Id): readonly StepView[] {
  const places = [from, to].map((id) => steps.findIndex((step) => step.id === id));
  const [now = -1, then = -1] = places;
  return steps.slice(now + 1, Math.max(now + 1, then)).filter((step) => isStillDue(runs, step));
}

/** A step that has lost minutes that were promised. */
export interface LostTime {
  readonly step: StepView;
  /** In minutes, as promised. */
  readonly before: number;
  /** In minutes; 0 where it is left out, or the day has gone past it. */
  readonly now: number;
}

/** In the order of the agenda. `taken`: the step that the relay says holds. */
export function lostTimes(plan: PlanView, taken: { readonly id: string } | undefined): readonly LostTime[] {
  const { steps, runs } = plan;
  const current = steps.findIndex(({ id }) => id === (taken?.id ?? runs.at(-1)?.step));
  return steps.flatMap((step, index): LostTime[] => {
    const isPassed = index < current && keepsItsTime(plan, step);
    if (isPassed) return [{ step, before: step.promised ?? step.minutes, now: 0 }];
    if (step.promised === undefined) return [];
    return [{ step, before: step.promised, now: step.isSkipped ? 0 : step.minutes }];
  });
}

function isStillDue(runs: readonly RunView[], { id, isProtected, isSkipped }: StepView): boolean {
  return isProtected && !isSkipped && runs.every(({ step }) => step !== id);
}
