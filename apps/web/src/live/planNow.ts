/** What the plan tells of a board: the step that is on, and the name of the table. */
import type { PlanView, StepView } from "@sameside/model";
import { parseRoom } from "@sameside/protocol";
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

/** The name of the table whose board it is; "" where the plan has none. */
export function useTableName(live: LiveBoard, plan: LivePlan | undefined): string {
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  const room = parseRoom(live.room);
  return (room?.kind === "board" && view?.groups.find(({ id }) => id === room.group)?.name) || "";
}
