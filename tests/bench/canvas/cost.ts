/** What a page costs its main thread, as Chromium itself counts. */
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession } from "@playwright/test";

/** A page is quiet when its main thread works less than this in a window of so many milliseconds. */
const QUIET_TASK_MS = 8;
const WINDOW_MS = 250;
const QUIET_WINDOWS = 2;
/** Some pages tick in every frame and are never quiet: they rest when their work stays this small, and the same, for so many windows. */
const TICKING_TASK_MS = 25;
const TICKING_SPREAD_MS = 8;
const TICKING_WINDOWS = 8;
const LONGEST_WAIT_MS = 20_000;
const MB = 1e6;

/** Begins to count, in time that the thread really had: what else runs on the machine is not in it. */
export async function countCosts(cdp: CDPSession): Promise<void> {
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
}

/** Milliseconds of main thread since the page began. */
export async function taskMs(cdp: CDPSession): Promise<number> {
  return (await metric(cdp, "TaskDuration")) * 1000;
}

/** What is left on the JavaScript heap after a collection. */
export async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send("HeapProfiler.collectGarbage");
  return (await metric(cdp, "JSHeapUsedSize")) / MB;
}

/** Waits until the page rests. @throws Error when it never does. */
export async function settle(cdp: CDPSession): Promise<void> {
  const works: number[] = [];
  let last = await taskMs(cdp);
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += WINDOW_MS) {
    await pause(WINDOW_MS);
    const now = await taskMs(cdp);
    works.push(now - last);
    last = now;
    if (isQuiet(works) || isTicking(works)) return;
  }
  throw new Error(`The page did not come to rest: it worked ${works.at(-1)?.toFixed(1)} ms of the last ${WINDOW_MS}.`);
}

function isQuiet(works: readonly number[]): boolean {
  return works.length >= QUIET_WINDOWS && works.slice(-QUIET_WINDOWS).every((work) => work < QUIET_TASK_MS);
}

function isTicking(works: readonly number[]): boolean {
  if (works.length < TICKING_WINDOWS) return false;
  const latest = works.slice(-TICKING_WINDOWS);
  const most = Math.max(...latest);
  return most < TICKING_TASK_MS && most - Math.min(...latest) < TICKING_SPREAD_MS;
}

/** Chromium's counters by their names; times in seconds. */
export async function metricsOf(cdp: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  return (await metricsOf(cdp)).get(name) ?? Number.NaN;
}
