/** Where the day is, for one device: the step of the relay, the plan, and the clock of both. */
import { type DayNow, dayNow, type PlanView, type StepView } from "@sameside/model";
import { parseRoom, type Step, stayOf } from "@sameside/protocol";
import type { LiveDay } from "../live/liveDay.ts";
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
  /** The others have gone on to this step, while this table may stay in the one before for a little. */
  readonly goesOnTo?: StepView;
}

export function useDay(live: LiveDay, plan: LivePlan): Day {
  const view = useStore(plan.view);
  const onBoard = useStore(live.step);
  const inPlan = useStore(plan.status).step;
  // The board may be shut in this step: its room says nothing more then.
  const taken = (inPlan?.n ?? 0) > (onBoard?.n ?? 0) ? inPlan : onBoard;
  const at = useEverySecond(useRelayNow(live), view.runs.length > 0);
  const { role } = useStore(live.seat);
  const day = { plan: view, taken, at, now: dayNow(view, taken, at) };
  const room = parseRoom(live.room);
  // Who runs the day sees where it is, whichever table they look at.
  const stay = taken && room?.kind === "board" && role !== "facilitator" ? stayOf(taken, room.group, at) : undefined;
  const stayed = stay && taken && dayNow(view, { id: stay.id, n: taken.n }, at);
  if (!stay || !stayed) return day;
  return { ...day, now: { ...stayed, remaining: stay.until - at }, ...(day.now && { goesOnTo: day.now.step }) };
}
