/** Where our app's main thread spends an act: its functions by their own time, from Chromium's profiler. */
import type { CDPSession } from "@playwright/test";

export interface Share {
  readonly name: string;
  /** Its own time, without what it calls, in ms. */
  readonly ms: number;
}

const SAMPLING_US = 200;
const SHOWN = 5;
/** What the profiler calls the rest: no function of anybody. */
const NOT_FUNCTIONS: ReadonlySet<string> = new Set(["(root)", "(idle)"]);

/** Runs `act` under the profiler; the most expensive functions, the dearest first. */
export async function profiled(cdp: CDPSession, act: () => Promise<void>): Promise<Share[]> {
  await cdp.send("Profiler.enable");
  await cdp.send("Profiler.setSamplingInterval", { interval: SAMPLING_US });
  await cdp.send("Profiler.start");
  await act();
  const { profile } = await cdp.send("Profiler.stop");
  await cdp.send("Profiler.disable");
  const namesById = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url === "" ? "" : ` (${url.split("/").at(-1)}:${lineNumber + 1})`;
      return [id, `${functionName || "(anonymous)"}${place}`] as const;
    }),
  );
  const msByName = new Map<string, number>();
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const name = namesById.get(id) ?? "";
    if (!NOT_FUNCTIONS.has(name))
      msByName.set(name, (msByName.get(name) ?? 0) + (profile.timeDeltas?.[index] ?? 0) / 1000);
  }
  return [...msByName]
    .map(([name, ms]) => ({ name, ms }))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, SHOWN);
}
