/** Where the day is, for one device: the step of the relay, the plan, and the clock of both. */
import { type DayNow, dayNow, type PlanView } from "@sameside/model";
import type { Step } from "@sameside/protocol";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import { useEverySecond, useRelayNow } from "./clock.ts";

export interface Day {
  readonly plan: PlanView;
  /** The step as the relay told it last; `undefined` before the first, and on a page without a network. */
  readonly taken: Step | undefined;
  /** The relay's time when this was read, in ms. */
  readonly at: number;
  /** `undefined` before the first step. */
  readonly now: DayNow | undefined;
}

export function useDay(live: LiveBoard, plan: LivePlan): Day {
  const view = useStore(plan.view);
  const onBoard = useStore(live.step);
  const inPlan = useStore(plan.status).step;
  // The board may be shut in this step: its room says nothing more then.
  const taken = (inPlan?.n ?? 0) > (onBoard?.n ?? 0) ? inPlan : onBoard;
  const at = useEverySecond(useRelayNow(live), view.runs.length > 0);
  return { plan: view, taken, at, now: dayNow(view, taken, at) };
}
