/** What is left of a step, to the second; over its time it says so, calmly. */
import type { ComingStep, DayNow } from "@sameside/model";
import { ChevronsRight, Hourglass, Pause } from "lucide-react";
import { useWords } from "../words/words.ts";
import { clockText } from "./clock.ts";

export function Timer({ now: { run, remaining } }: { readonly now: DayNow }) {
  const say = useWords().step;
  if (!run || remaining === undefined) return null;
  const isPaused = run.pausedAt !== undefined;
  const isOver = remaining < 0;
  const text = clockText(remaining);
  const name = isOver ? say.over(text) : isPaused ? say.paused(text) : say.left(text);
  const share = Math.min(1, Math.max(0, remaining / Math.max(1, run.minutes * 60_000)));
  return (
    <span className="step-timer" role="timer" aria-label={name} data-over={isOver ? "" : undefined}>
      {isPaused ? <Pause size={13} aria-hidden /> : null}
      <span aria-hidden>{isOver ? name : text}</span>
      <span className="step-timer-left" style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}

/** Before the timer, once the next step is due and nobody is there to go on: short, for a phone. `what`: the sentence. */
export function WaitingSign({ what }: { readonly what: string }) {
  const say = useWords().step;
  return (
    <span className="step-timer" role="img" aria-label={what} title={what} data-coming="">
      <Hourglass size={14} aria-hidden />
      <span aria-hidden>{say.waiting}</span>
    </span>
  );
}

/** In the timer's place, once the next step was said: how long until it begins. */
export function Countdown({ coming }: { readonly coming: ComingStep }) {
  const say = useWords().step;
  const text = clockText(coming.in);
  return (
    <span className="step-timer" role="timer" aria-label={say.comesIn(coming.step.title, text)} data-coming="">
      <ChevronsRight size={14} aria-hidden />
      <span aria-hidden>{text}</span>
    </span>
  );
}
