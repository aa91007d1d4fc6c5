/**
 * The next step, said beforehand: everybody sees the seconds. Who said it takes the room on, or calls it off; when they
 * are away, somebody else who runs the day does.
 */
import { announceStep, callOffStep, isToTakeOn, type Outcome, type StepView } from "@sameside/model";
import { maySetStep } from "@sameside/protocol";
import { useEffect, useRef } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { useRelayNow } from "./clock.ts";
import type { Day } from "./day.ts";
import type { Steering } from "./steering.ts";

/** So long before it begins, in ms. */
export const ANNOUNCED_MS = 60_000;

export interface Coming {
  /** These tables may stay in the step before for a little. */
  readonly announce: (step: StepView, staying: ReadonlySet<string>) => void;
  readonly callOff: () => void;
  /** Does not wait for the time that was said. */
  readonly goNow: () => void;
}

interface Parts {
  readonly live: LiveDay;
  readonly plan: LivePlan;
  readonly day: Day;
  readonly steering: Pick<Steering, "go" | "standIn">;
  readonly tell: Tell;
}

export function useComing({ live, plan, day: { coming, at }, steering, tell }: Parts): Coming {
  const { refusals } = useWords().journey;
  const relayNow = useRelayNow(live);
  const seat = useStore(live.seat);
  const isOnline = useStore(plan.status).wire === "online";
  const goNow = () => {
    if (coming) steering.go(coming.step, new Set(coming.announced.staying));
  };
  const taken = useRef(0);
  useEffect(() => {
    // What was tried without a connection is tried again with one.
    if (!isOnline) taken.current = 0;
    if (!coming || !isOnline || !maySetStep(seat) || !isToTakeOn(coming, seat.person, at)) return;
    const { n, by, staying } = coming.announced;
    if (taken.current === n) return;
    taken.current = n;
    if (by === seat.person) goNow();
    else steering.standIn(coming.step, new Set(staying));
  });
  const note = (outcome: Outcome) => {
    if (outcome.outcome === "refused") tell({ tone: "problem", text: refusals[outcome.reason] });
    else plan.endGesture();
  };
  return {
    announce(step, staying) {
      const n = (plan.status.get().step?.n ?? 0) + 1;
      const begins = relayNow() + ANNOUNCED_MS;
      note(announceStep(plan.plan, live.by, { n, step: step.id, begins, staying: [...staying] }));
    },
    callOff() {
      if (coming) note(callOffStep(plan.plan, live.by, { n: coming.announced.n }));
    },
    goNow,
  };
}
