/** What is said when the day goes on: a step begins, its time is up, protected minutes were shortened. */
import { type DayNow, lostTimes, pairTurn } from "@sameside/model";
import { useEffect, useEffectEvent, useRef } from "react";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { minutesOf } from "./clock.ts";
import type { Day } from "./day.ts";

/** What was said of one step is past when the next thing is said. */
const NEWS = { tone: "news", about: "step" } as const;

/** `runsDay`: who runs it has done it themselves, and is told when a step's time is up. */
export function useStepNews({ now, plan, taken, coming }: Day, runsDay: boolean, tell: Tell): void {
  const say = useWords().step;
  const told = useRef<string | undefined>(undefined);
  const step = now?.step;
  useEffect(() => {
    const before = told.current;
    told.current = step?.id ?? "";
    // What goes on already when the page is opened is no news.
    if (before === undefined || before === step?.id || !step || runsDay) return;
    tell({ ...NEWS, text: say.begins(step.title, step.minutes) });
  }, [step, runsDay, say, tell]);

  const announced = coming?.announced.n;
  const tellComing = useEffectEvent(() => {
    if (coming) tell({ ...NEWS, text: say.announced(coming.step.title, tensOfSeconds(coming.in)) });
  });
  const saidBefore = useRef<{ readonly n: number; readonly in: string } | undefined>(undefined);
  useEffect(() => {
    const said = saidBefore.current;
    saidBefore.current = announced === undefined ? undefined : { n: announced, in: step?.id ?? "" };
    if (runsDay || said?.n === announced) return;
    if (announced !== undefined) tellComing();
    else if (step && said?.in === step.id) tell({ ...NEWS, text: say.calledOff(step.title) });
  }, [announced, step, runsDay, say, tell]);

  const waitsFor = coming?.isWaiting ? coming.step.title : undefined;
  useEffect(() => {
    if (waitsFor !== undefined && !runsDay) tell({ ...NEWS, text: say.waits(waitsFor) });
  }, [waitsFor, runsDay, say, tell]);

  const isOver = now?.remaining !== undefined && now.remaining <= 0;
  const wasRunning = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (isOver && runsDay && step && wasRunning.current === step.id) tell({ ...NEWS, text: say.timeIsUp(step.title) });
    wasRunning.current = isOver ? undefined : step?.id;
  }, [isOver, runsDay, step, say, tell]);

  const turn = step?.kind === "pair" && now ? pairTurn(now)?.turn : undefined;
  const turnBefore = useRef<{ readonly in: string; readonly turn: string } | undefined>(undefined);
  useEffect(() => {
    // Whose turn it is when the page is opened, or when the step begins, is no swap.
    const before = turnBefore.current?.in === step?.id ? turnBefore.current : undefined;
    turnBefore.current = step && turn ? { in: step.id, turn } : before;
    if (turn && before && before.turn !== turn) tell({ ...NEWS, text: say.pair.swap[turn] });
  }, [step, turn, say, tell]);

  useLostTimeNews({ now, plan, taken }, runsDay, tell);
}

/** Minutes that were promised and are lost are told to everybody else, and that they are there again. */
function useLostTimeNews(
  { now, plan, taken }: Pick<Day, "now" | "plan" | "taken">,
  runsDay: boolean,
  tell: Tell,
): void {
  const say = useWords().step;
  const minutesTold = useRef(new Map<string, number>());
  useEffect(() => {
    const lost = new Map(lostTimes(plan, taken).map((each) => [each.step.id, each]));
    for (const { step, before, now } of lost.values()) {
      if (minutesTold.current.get(step.id) === now) continue;
      minutesTold.current.set(step.id, now);
      const text = now > 0 ? say.shortened(step.title, before, now) : say.leftOut(step.title, before);
      if (!runsDay) tell({ tone: "news", text });
    }
    for (const id of minutesTold.current.keys()) {
      if (lost.has(id)) continue;
      minutesTold.current.delete(id);
      const step = plan.steps.find((each) => each.id === id);
      if (step && !runsDay) tell({ tone: "news", text: say.givenBack(step.title, step.minutes) });
    }
  }, [plan, taken, runsDay, say, tell]);

  const before = useRef<DayNow | undefined>(undefined);
  const step = now?.step;
  const tellEarly = useEffectEvent((ended: DayNow) => {
    const left = minutesOf(ended.remaining ?? 0);
    const isOnward = now?.run !== undefined && ended.run !== undefined && now.run.n > ended.run.n;
    if (ended.step.isProtected && left > 0 && isOnward && !runsDay)
      tell({ tone: "news", text: say.endedEarly(ended.step.title, left) });
  });
  useEffect(() => {
    if (before.current && before.current.step.id !== step?.id) tellEarly(before.current);
  }, [step]);
  useEffect(() => {
    before.current = now;
  });
}

/** Rounded up: nobody reads single seconds that go by. */
function tensOfSeconds(ms: number): number {
  return Math.ceil(ms / 10_000) * 10;
}
