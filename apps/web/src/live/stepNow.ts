/** The step a workshop is in, as its plan tells of it. */
import type { PlanView, StepView } from "@sameside/model";
import type { LiveBoard } from "./liveBoard.ts";
import type { LivePlan } from "./livePlan.ts";
import { openValue, useStore } from "./store.ts";

const NO_PLAN = openValue<PlanView | undefined>(undefined);

/** `undefined` before the first step, and for one that is not in the plan. */
export function useStepNow(live: LiveBoard, plan: LivePlan | undefined): StepView | undefined {
  const step = useStore(live.step);
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  return step && view?.steps.find(({ id }) => id === step.id);
}
