/** What who runs the day does to it: goes on and back, gives minutes, changes the agenda. Each is one undo. */
import {
  extendRun,
  forgetRun,
  type History,
  type Outcome,
  openHistory,
  pauseRun,
  resumeRun,
  type StepView,
  startRun,
} from "@sameside/model";
import type { Staying } from "@sameside/protocol";
import { useMemo } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { useRelayNow } from "./clock.ts";
import type { Day } from "./day.ts";

export interface Steering {
  /** What was done to the agenda on this page. */
  readonly history: History;
  /** Takes everybody on to a step; these tables may stay in the one before for a little. */
  readonly go: (step: StepView, staying?: ReadonlySet<string>) => void;
  /** As `go`, for whoever announced it and is away; that somebody was faster is no news. */
  readonly standIn: Steering["go"];
  readonly extend: (minutes: number) => void;
  /** Stops the step's clock, or lets it go on. */
  readonly pause: (stop: boolean) => void;
  /** Takes a change of the plan into the history. @returns whether it was made */
  readonly change: (outcome: Outcome) => boolean;
  readonly undo: () => void;
}

/** How long a table may stay that is not done. */
const STAY_MS = 2 * 60_000;
/** How long the way back is offered. Later it is in the agenda: begin the step again. */
const TAKE_BACK_MS = 10_000;

interface Parts {
  readonly live: LiveDay;
  readonly plan: LivePlan;
  readonly day: Day;
  readonly tell: Tell;
}

export function useSteering({ live, plan, day, tell }: Parts): Steering {
  const words = useWords();
  const say = words.step;
  const relayNow = useRelayNow(live);
  const { by } = live;
  const history = useMemo(() => openHistory(plan.plan, by), [plan, by]);
  const { now } = day;

  const change = (outcome: Outcome) => {
    if (outcome.outcome === "refused") tell({ tone: "problem", text: words.journey.refusals[outcome.reason] });
    if (outcome.outcome !== "done") return false;
    history.add(outcome.changes);
    plan.endGesture();
    return true;
  };
  const undo = () => {
    history.undo();
    plan.endGesture();
  };
  /** The run is noted first, so that nobody sees the step without its clock; without the step it is taken back. */
  const take = async (step: StepView, staying: readonly Staying[]) => {
    const n = (plan.status.get().step?.n ?? 0) + 1;
    startRun(plan.plan, by, { n, step: step.id, started: relayNow() });
    try {
      await plan.setStep({ id: step.id, rights: step.rights, ...(staying.length > 0 && { staying: [...staying] }) });
      plan.endGesture();
      return n;
    } catch (error) {
      const held = plan.status.get().step;
      // Another page of theirs was faster: the room is where they wanted it.
      if (held?.n === n && held.id === step.id) return n;
      forgetRun(plan.plan, by, { n });
      throw error;
    }
  };
  const goBack = async (from: number, to: StepView) => {
    // With its old run it goes on by its old clock.
    await plan.setStep({ id: to.id, rights: to.rights });
    forgetRun(plan.plan, by, { n: from });
    plan.endGesture();
  };
  const failed = () => tell({ tone: "problem", about: "step", text: say.notTaken });
  const goOn = async (step: StepView, tables: ReadonlySet<string>, text: string) => {
    const before = now?.step;
    const until = Math.round(relayNow()) + STAY_MS;
    const stays = before ? [...tables].map((table) => ({ table, id: before.id, rights: before.rights, until })) : [];
    const n = await take(step, stays);
    if (!before) return;
    const act = () => void goBack(n, before).catch(failed);
    const action = { label: say.backTo(before.title), act };
    // Only the last step can be taken back: what was offered for the one before goes.
    tell({ tone: "news", about: "step", text, action, lasts: TAKE_BACK_MS });
  };

  return {
    history,
    change,
    undo,
    go(step, tables = new Set()) {
      goOn(step, tables, say.begun(step.title)).catch(failed);
    },
    standIn(step, tables = new Set()) {
      goOn(step, tables, say.stoodIn(step.title)).catch((error: unknown) =>
        console.warn("Somebody else took everybody on, or nobody could", error),
      );
    },
    extend(minutes) {
      if (!now?.run || !change(extendRun(plan.plan, by, { n: now.run.n, minutes, at: relayNow() }))) return;
      const text = say.given(now.step.title, minutes);
      tell({ tone: "news", text, action: { label: say.undo, act: undo } });
    },
    pause(stop) {
      if (now?.run) change((stop ? pauseRun : resumeRun)(plan.plan, by, { n: now.run.n, at: relayNow() }));
    },
  };
}
