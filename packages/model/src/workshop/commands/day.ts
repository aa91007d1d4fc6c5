/** What really happens of the agenda: steps begin, get more minutes, pause, and the time that was lost is made up. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { isId, isListOf, isWhole } from "../../checks.ts";
import type { PlanDocument } from "../../document.ts";
import { listOfEntries, putEntry } from "../../entries.ts";
import type { Id } from "../../journey/schema.ts";
import { firstTurnOf } from "../day.ts";
import { isProtectedStep } from "../keptTime.ts";
import { MAX_RUN_NUMBER, MAX_TABLES, MIN_SHORTENED_MINUTES, MINUTES } from "../limits.ts";
import { announcementId, runId } from "../reader.ts";
import type { PlanRecords } from "../records.ts";
import { entries } from "./entries.ts";

const isRunNumber = isWhole(1, MAX_RUN_NUMBER);
const isMinutes = isWhole(MINUTES.min, MINUTES.max);

/** Notes that a step has begun, under the number that it has at the relay. `started`: the relay's time, in ms. */
export function startRun(
  plan: PlanDocument,
  by: Actor,
  args: { readonly n: number; readonly step: Id; readonly started: number },
): Outcome<Id> {
  const step = entries.living(plan, "steps", args.step);
  if (!step) return refused("gone");
  if (isRunNumber(args.n) || !isTime(args.started)) return refused("bad-value");
  const stamped = { step: step.id, started: args.started, minutes: step.minutes, pausedAt: 0, pausedFor: 0 };
  return putEntry(plan, by, "runs", runId(args.n), { plain: { n: args.n }, stamped });
}

/** Takes back that a step has begun: another one went on instead. */
export function forgetRun(plan: PlanDocument, by: Actor, args: { readonly n: number }): Outcome {
  return entries.remove(plan, by, "runs", runId(args.n));
}

/**
 * Says the next step beforehand, under the number that it will have at the relay: who says it takes everybody on then.
 * `begins`: the relay's time, in ms; `staying`: the tables that may stay a little.
 */
export function announceStep(
  plan: PlanDocument,
  by: Actor,
  args: { readonly n: number; readonly step: Id; readonly begins: number; readonly staying?: readonly Id[] },
): Outcome<Id> {
  const { n, step, begins, staying = [] } = args;
  if (!entries.living(plan, "steps", step)) return refused("gone");
  if (isRunNumber(n) || !isTime(begins)) return refused("bad-value");
  const problem = isListOf(isId, MAX_TABLES)(staying);
  if (problem) return refused(problem);
  const stamped = { step, begins, staying, by: by.person };
  return putEntry(plan, by, "announcements", announcementId(n), { plain: { n }, stamped });
}

/** Takes an announcement back: everybody stays where they are. */
export function callOffStep(plan: PlanDocument, by: Actor, args: { readonly n: number }): Outcome {
  return entries.remove(plan, by, "announcements", announcementId(args.n));
}

/**
 * Gives a step that has begun more minutes. `at`: the relay's time, in ms; in a step in pairs that has swapped by then
 * they are for the second turn, or else for both.
 */
export function extendRun(
  plan: PlanDocument,
  by: Actor,
  args: { readonly n: number; readonly minutes: number; readonly at?: number },
): Outcome {
  const run = entries.living(plan, "runs", runId(args.n));
  if (!run) return refused("gone");
  const minutes = run.minutes + args.minutes;
  if (isWhole(1, MINUTES.max)(args.minutes) || isMinutes(minutes)) return refused("bad-value");
  const isInPairs = entries.living(plan, "steps", run.step.value)?.kind === "pair";
  const firstTurn = firstTurnOf(run);
  const hasSwapped = isInPairs && args.at !== undefined && goneBy(run, args.at) >= firstTurn;
  return transact(plan, by, (write) => {
    write.set("runs", run.id, "minutes", minutes);
    if (hasSwapped) write.set("runs", run.id, "swapAfter", firstTurn);
  });
}

/** Stops a step's clock. `at`: the relay's time, in ms. */
export function pauseRun(plan: PlanDocument, by: Actor, args: { readonly n: number; readonly at: number }): Outcome {
  const run = entries.living(plan, "runs", runId(args.n));
  if (!run) return refused("gone");
  if (run.pausedAt > 0) return NOTHING;
  if (!isTime(args.at) || args.at < run.started) return refused("bad-value");
  return transact(plan, by, (write) => write.set("runs", run.id, "pausedAt", args.at));
}

/** Lets a step's clock go on. `at`: the relay's time, in ms. */
export function resumeRun(plan: PlanDocument, by: Actor, args: { readonly n: number; readonly at: number }): Outcome {
  const run = entries.living(plan, "runs", runId(args.n));
  if (!run) return refused("gone");
  if (run.pausedAt === 0) return NOTHING;
  if (!isTime(args.at)) return refused("bad-value");
  const pausedFor = run.pausedFor + Math.max(0, args.at - run.pausedAt);
  return transact(plan, by, (write) => {
    write.set("runs", run.id, "pausedAt", 0);
    write.set("runs", run.id, "pausedFor", pausedFor);
  });
}

/** Shortens minutes that were protected, as only a facilitator says so; what they were stands beside it (S2-15). */
export function shortenProtected(
  plan: PlanDocument,
  by: Actor,
  args: { readonly step: Id; readonly minutes: number },
): Outcome {
  const step = entries.living(plan, "steps", args.step);
  if (!step) return refused("gone");
  if (isWhole(1, step.minutes - 1)(args.minutes)) return refused("bad-value");
  return transact(plan, by, (write) => {
    write.set("steps", step.id, "promised", Math.max(step.promised ?? 0, step.minutes));
    write.set("steps", step.id, "minutes", args.minutes);
  });
}

/**
 * Makes up for lost minutes: the steps behind `after` get shorter, the longest first, as far as they may. Breaks and
 * protected steps keep their minutes. @returns how many minutes were won
 */
export function makeUpTime(
  plan: PlanDocument,
  by: Actor,
  args: { readonly after: Id; readonly minutes: number },
): Outcome<number> {
  if (!entries.living(plan, "steps", args.after)) return refused("gone");
  if (isWhole(1, MINUTES.max)(args.minutes)) return refused("bad-value");
  const minutesByStep = shortened(stepsBehind(plan, args.after), args.minutes);
  return transact(plan, by, (write) => {
    let won = 0;
    for (const [step, minutes] of minutesByStep) {
      won += step.minutes - minutes;
      write.set("steps", step.id, "minutes", minutes);
    }
    return won;
  });
}

type StepRecord = PlanRecords["steps"];

function stepsBehind(plan: PlanDocument, after: Id): readonly StepRecord[] {
  const steps = listOfEntries(entries.indexOf(plan), "steps");
  const behind = steps.slice(steps.findIndex(({ id }) => id === after) + 1);
  return behind.filter((step) => !step.isSkipped && mayShorten(step));
}

function mayShorten(step: StepRecord): boolean {
  return !isProtectedStep(step) && step.kind !== "break";
}

/** A minute at a time off the step that is the longest then. */
function shortened(steps: readonly StepRecord[], minutes: number): ReadonlyMap<StepRecord, number> {
  const minutesByStep = new Map(steps.map((step) => [step, step.minutes]));
  for (let left = minutes; left > 0; left--) {
    const [longest] = [...minutesByStep].sort(([, a], [, b]) => b - a);
    if (!longest || longest[1] <= MIN_SHORTENED_MINUTES) break;
    minutesByStep.set(longest[0], longest[1] - 1);
  }
  return minutesByStep;
}

/** How long a step's clock has gone, in ms. */
function goneBy({ started, pausedAt, pausedFor }: PlanRecords["runs"], at: number): number {
  return (pausedAt > 0 ? pausedAt : at) - started - pausedFor;
}

function isTime(time: number): boolean {
  return Number.isFinite(time) && time > 0;
}
