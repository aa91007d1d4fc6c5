/** What the plan tells of a board: the step that is on, and the name of the table. */
import { dayNow, type PlanView, type StepView } from "@sameside/model";
import { parseRoom } from "@sameside/protocol";
import type { LiveBoard } from "./liveBoard.ts";
import type { LivePlan } from "./livePlan.ts";
import { openValue, useStore } from "./store.ts";

const NO_PLAN = openValue<PlanView | undefined>(undefined);

/** Without a connection the last that is known to have begun. `undefined` before the first, and for one not in the plan. */
export function useStepNow(live: LiveBoard, plan: LivePlan | undefined): StepView | undefined {
  const step = useStore(live.step);
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  return view && dayNow(view, step, Date.now())?.step;
}

/** The name of the table whose board it is; "" where the plan has none. */
export function useTableName(live: LiveBoard, plan: LivePlan | undefined): string {
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  const room = parseRoom(live.room);
  return (room?.kind === "board" && view?.groups.find(({ id }) => id === room.group)?.name) || "";
}
