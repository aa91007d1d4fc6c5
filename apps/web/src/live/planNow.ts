/** What the plan tells of a board: the step that is on, and the name of the table. */
import { dayNow, type PlanView, type StepView } from "@sameside/model";
import { parseRoom, type Staying, type Step, stayOf } from "@sameside/protocol";
import { useEffect, useReducer } from "react";
import type { LiveBoard } from "./liveBoard.ts";
import type { LiveDay } from "./liveDay.ts";
import type { LivePlan } from "./livePlan.ts";
import { openValue, useStore } from "./store.ts";

const NO_PLAN = openValue<PlanView | undefined>(undefined);

/**
 * Without a connection the last that is known to have begun; the one before where this table may stay a little.
 * `undefined` before the first, and for one not in the plan.
 */
export function useStepNow(live: LiveBoard, plan: LivePlan | undefined): StepView | undefined {
  const step = useStore(live.step);
  useStore(live.seat);
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  const [, look] = useReducer((times: number) => times + 1, 0);
  const now = Date.now() + (live.relayAhead() ?? 0);
  const stay = step && stayHere(live, step, now);
  const left = stay && stay.until - now;
  useEffect(() => {
    if (left === undefined) return;
    const timer = setTimeout(look, left);
    return () => clearTimeout(timer);
  }, [left]);
  return view && dayNow(view, step && { id: stay?.id ?? step.id, n: step.n }, now)?.step;
}

/** How the table whose board it is stays in an earlier step. Who runs the day is where the day is, whatever they look at. */
export function stayHere(live: Pick<LiveDay, "room" | "seat">, step: Step, now: number): Staying | undefined {
  const room = parseRoom(live.room);
  if (room?.kind !== "board" || live.seat.get().role === "facilitator") return undefined;
  return stayOf(step, room.group, now);
}

/** The name of the table whose board it is; "" where the plan has none. */
export function useTableName(live: LiveBoard, plan: LivePlan | undefined): string {
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  const room = parseRoom(live.room);
  return (room?.kind === "board" && view?.groups.find(({ id }) => id === room.group)?.name) || "";
}
