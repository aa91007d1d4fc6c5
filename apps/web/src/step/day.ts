/** Where the day is, for one device: the step of the relay, the plan, and the clock of both. */
import { type ComingStep, comingStep, type DayNow, dayNow, type PlanView, type StepView } from "@sameside/model";
import type { Step } from "@sameside/protocol";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { stayHere } from "../live/planNow.ts";
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
  /** The next step was said beforehand, and begins in a little. */
  readonly coming?: ComingStep;
  /** The others have gone on to this step, while this table may stay in the one before for a little. */
  readonly goesOnTo?: StepView;
}

export function useDay(live: LiveDay, plan: LivePlan): Day {
  const view = useStore(plan.view);
  const onBoard = useStore(live.step);
  const inPlan = useStore(plan.status).step;
  // The board may be shut in this step: its room says nothing more then.
  const taken = (inPlan?.n ?? 0) > (onBoard?.n ?? 0) ? inPlan : onBoard;
  const at = useEverySecond(useRelayNow(live), view.runs.length + view.announcements.length > 0);
  useStore(live.seat);
  const coming = comingStep(view, taken, at);
  const day = { plan: view, taken, at, now: dayNow(view, taken, at), ...(coming && { coming }) };
  const stay = taken && stayHere(live, taken, at);
  const stayed = stay && taken && dayNow(view, { id: stay.id, n: taken.n }, at);
  if (!stay || !stayed) return day;
  return { ...day, now: { ...stayed, remaining: stay.until - at }, ...(day.now && { goesOnTo: day.now.step }) };
}
