/** What is said when the day goes on: a step begins, its time is up, protected minutes were shortened. */
import { pairTurn } from "@sameside/model";
import { useEffect, useEffectEvent, useRef } from "react";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { Day } from "./day.ts";

/** What was said of one step is past when the next thing is said. */
const NEWS = { tone: "news", about: "step" } as const;

/** `runsDay`: who runs it has done it themselves, and is told when a step's time is up. */
export function useStepNews({ now, plan, coming }: Day, runsDay: boolean, tell: Tell): void {
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

  const minutesTold = useRef(new Map<string, number>());
  useEffect(() => {
    for (const { id, title, promised, minutes } of plan.steps) {
      if (promised === undefined) minutesTold.current.delete(id);
      else if (minutesTold.current.get(id) !== minutes) {
        minutesTold.current.set(id, minutes);
        if (!runsDay) tell({ tone: "news", text: say.shortened(title, promised, minutes) });
      }
    }
  }, [plan, runsDay, say, tell]);
}

/** Rounded up: nobody reads single seconds that go by. */
function tensOfSeconds(ms: number): number {
  return Math.ceil(ms / 10_000) * 10;
}
