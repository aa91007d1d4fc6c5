/** Where the day is: the step that goes on, what is left of it, and when the others are. Pure; times are the relay's. */
import type { Id } from "../journey/schema.ts";
import type { AnnouncementView, PlanView, RunView, StepView } from "./schema.ts";

const MINUTE_MS = 60_000;

/** A step as the relay says that it holds. */
interface TakenStep {
  readonly id: string;
  readonly n: number;
}

export interface DayNow {
  readonly step: StepView;
  /** Absent where nobody noted when it began. */
  readonly run?: RunView;
  /** What is left of its minutes, in ms; below 0 it is over its time. Absent without a run. */
  readonly remaining?: number;
  /** What comes then; absent at the end of the day. */
  readonly next?: StepView;
  /** How much later than planned the next step begins as things stand, in ms; below 0 it is earlier. */
  readonly late: number;
}

/**
 * Where the day is. `taken`: the step that the relay says holds; without it the last that is known to have begun, as on
 * a device that was opened without a network. `undefined` before the first step, and for a step the agenda has not.
 */
export function dayNow(plan: PlanView, taken: TakenStep | undefined, now: number): DayNow | undefined {
  const run = runOf(plan, taken);
  const id = taken?.id ?? run?.step;
  const index = plan.steps.findIndex((each) => each.id === id);
  const step = plan.steps[index];
  if (!step) return undefined;
  const next = plan.steps.slice(index + 1).find(({ isSkipped }) => !isSkipped);
  return {
    step,
    ...(run && { run, remaining: remainingOf(run, now) }),
    ...(next && { next }),
    late: lateBy(clockTimes(plan, taken, now)),
  };
}

/** Whose turn it is in a step in pairs (S0-13): the customer tells first, then the colleague. */
export interface PairTurn {
  readonly turn: "customer" | "colleague";
  /** What is left of this turn, in ms; below 0 it is over its time. */
  readonly left: number;
}

/** `undefined` where nobody noted when the step began: nobody knows when to swap. */
export function pairTurn({ run, remaining }: Pick<DayNow, "run" | "remaining">): PairTurn | undefined {
  if (!run || remaining === undefined) return undefined;
  const untilSwap = remaining - (run.minutes * MINUTE_MS - firstTurnOf(run));
  return untilSwap > 0 ? { turn: "customer", left: untilSwap } : { turn: "colleague", left: remaining };
}

/** How long the first turn of a step in pairs is, in ms. */
export function firstTurnOf({ minutes, swapAfter = 0 }: Pick<RunView, "minutes" | "swapAfter">): number {
  return swapAfter > 0 ? swapAfter : (minutes * MINUTE_MS) / 2;
}

/** The next step, as it was said beforehand. */
export interface ComingStep {
  readonly step: StepView;
  readonly announced: AnnouncementView;
  /** Until it begins, in ms; 0 when it is due. */
  readonly in: number;
  /** It is due, and nobody who runs the day is there to take everybody on. */
  readonly isWaiting: boolean;
  /** … and has been for so long that whoever comes back is asked first. */
  readonly isLate: boolean;
}

/** A page that comes back within this time takes everybody on by itself; later it asks. */
const TAKE_ON_WITHIN_MS = 2 * 60_000;

/** So long everybody waits for the device of who announced a step: it may only be slow. */
const STAND_IN_AFTER_MS = 4_000;
/** … and so long until it is said that nobody is there. */
const WAITING_AFTER_MS = 6_000;

/**
 * Whether it is this person's device that takes everybody on: at once where they announced it, a little later where who
 * announced it is not there. `false` once it is late.
 */
export function isToTakeOn({ announced, isLate }: ComingStep, person: Id, now: number): boolean {
  return !isLate && now >= announced.begins + (announced.by === person ? 0 : STAND_IN_AFTER_MS);
}

/** What was announced as the step right behind the one that holds; `undefined` when there is nothing. */
export function comingStep(plan: PlanView, taken: TakenStep | undefined, now: number): ComingStep | undefined {
  const n = (taken?.n ?? 0) + 1;
  const announced = plan.announcements.find((each) => each.n === n);
  const step = plan.steps.find(({ id }) => id === announced?.step);
  if (!announced || !step) return undefined;
  const overdue = now - announced.begins;
  return {
    ...{ step, announced, in: Math.max(0, -overdue) },
    ...{ isWaiting: overdue >= WAITING_AFTER_MS, isLate: overdue > TAKE_ON_WITHIN_MS },
  };
}

/** One step with its times, in ms since 1970. */
export interface StepTime {
  readonly step: StepView;
  /** `passed`: the day has gone past it without it. */
  readonly state: "done" | "now" | "ahead" | "skipped" | "passed";
  /** When it would begin if every step took its minutes. */
  readonly planned: number;
  /** When it began, or begins as things stand. */
  readonly begins: number;
  readonly ends: number;
}

/** The times of all steps. Before the day has begun: as if it began now. */
export function clockTimes(plan: PlanView, taken: TakenStep | undefined, now: number): readonly StepTime[] {
  const run = runOf(plan, taken);
  const current = plan.steps.findIndex(({ id }) => id === (taken?.id ?? run?.step));
  const runByStep = new Map(plan.runs.map((each) => [each.step, each]));
  let planned = plan.runs[0]?.started ?? now;
  let moved = planned;
  return plan.steps.map((step, index): StepTime => {
    const itsRun = index === current ? run : index < current ? runByStep.get(step.id) : undefined;
    const takesTime = itsRun !== undefined || !step.isSkipped;
    const begins = itsRun?.started ?? moved;
    if (index === current) moved = now + Math.max(0, run ? remainingOf(run, now) : 0);
    else if (index > current && takesTime) moved = begins + step.minutes * MINUTE_MS;
    else if (itsRun) moved = endOf(plan, itsRun);
    const time = { step, state: stateOf(step, index, current, itsRun), planned, begins, ends: moved };
    if (takesTime) planned += step.minutes * MINUTE_MS;
    return time;
  });
}

/** How much later the next step begins than planned, in ms; at the last step: how much later the day ends. */
function lateBy(times: readonly StepTime[]): number {
  const next = times.find(({ state }) => state === "ahead");
  if (next) return next.begins - next.planned;
  const last = times.findLast(({ state }) => state === "now");
  return last ? last.ends - last.planned - last.step.minutes * MINUTE_MS : 0;
}

/** The run of the step that holds: the last one of that step which the relay's number covers. */
function runOf({ runs }: PlanView, taken: TakenStep | undefined): RunView | undefined {
  if (!taken) return runs.at(-1);
  return runs.findLast(({ step, n }) => step === taken.id && n <= taken.n);
}

function remainingOf({ started, minutes, pausedAt, pausedFor }: RunView, now: number): number {
  return started + minutes * MINUTE_MS + pausedFor - (pausedAt ?? now);
}

/** A run ends when the next one begins. */
function endOf({ runs }: PlanView, run: RunView): number {
  return runs.find(({ n }) => n > run.n)?.started ?? run.started + run.minutes * MINUTE_MS;
}

function stateOf(step: StepView, index: number, current: number, run: RunView | undefined): StepTime["state"] {
  if (index === current) return "now";
  if (index < current) return run ? "done" : step.isSkipped ? "skipped" : "passed";
  return step.isSkipped ? "skipped" : "ahead";
}
