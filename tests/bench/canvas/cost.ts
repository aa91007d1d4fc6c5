/** What a page costs its main thread, as Chromium itself counts. */
import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession } from "@playwright/test";

/** A page is quiet when its main thread works less than this in a window of so many milliseconds. */
const QUIET_TASK_MS = 8;
const WINDOW_MS = 250;
const QUIET_WINDOWS = 2;
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
  let quiet = 0;
  let last = await taskMs(cdp);
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += WINDOW_MS) {
    await pause(WINDOW_MS);
    const now = await taskMs(cdp);
    quiet = now - last < QUIET_TASK_MS ? quiet + 1 : 0;
    last = now;
    if (quiet === QUIET_WINDOWS) return;
  }
  throw new Error("the page did not come to rest");
}

/** Chromium's counters by their names; times in seconds. */
export async function metricsOf(cdp: CDPSession): Promise<ReadonlyMap<string, number>> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

async function metric(cdp: CDPSession, name: string): Promise<number> {
  return (await metricsOf(cdp)).get(name) ?? Number.NaN;
}
