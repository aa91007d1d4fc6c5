/** What can end a page in a burst of edits; every function throws when an edit is lost that was shown as kept. */
import { type BurstResult, checkKept, openEar, startBurst, withProfile } from "./fault.ts";

/** Kills the whole browser in a burst, `times` times on one profile. @throws when an edit is lost that was shown as kept. */
export async function killInBurst(url: string, times: number, told: (line: string) => void): Promise<BurstResult[]> {
  return withProfile(async (profile) => {
    const results: BurstResult[] = [];
    let found = 0;
    for (let time = 0; time < times; time += 1) {
      const from = found + 1;
      const ear = openEar();
      const session = await profile.launch();
      const page = await session.open(url, ear.hear);
      // Somewhere else in the burst each time: between the first batches, or after the log was folded.
      const enough = from + 50 + (time % 10) * 150;
      const reached = ear.until((is) => is.kept >= enough);
      startBurst(page, from);
      await reached;
      await session.kill();
      const { kept, made } = ear.last() ?? { kept: 0, made: 0 };
      const result = await checkKept(profile, url, kept, made, `kill ${time + 1}`);
      results.push(result);
      // What nobody saw as kept may be there or not; the next burst goes on behind what is.
      found = result.found;
      told(`kill ${time + 1}: ${kept} shown as kept, ${found} found`);
    }
    return results;
  });
}

/** Closes the tab in a burst. */
export async function closeTabInBurst(url: string): Promise<BurstResult> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const ear = openEar();
    const page = await session.open(url, ear.hear);
    const reached = ear.until((is) => is.kept >= 500);
    startBurst(page, 1);
    await reached;
    await page.close({ runBeforeUnload: false });
    const { kept, made } = ear.last() ?? { kept: 0, made: 0 };
    await session.close();
    return checkKept(profile, url, kept, made, "a closed tab");
  });
}

/** A burst, then away at once to another page: what is shown as typing goes to disk with `pagehide`. */
export async function leaveInBurst(url: string): Promise<BurstResult> {
  return withProfile(async (profile) => {
    const session = await profile.launch();
    const page = await session.open(url);
    const made = 300;
    await page.evaluate((count) => {
      void window.faults.burst(1, count, count + 1);
      location.href = "about:blank";
    }, made);
    await page.waitForURL("about:blank");
    await session.close();
    const result = await checkKept(profile, url, made, made, "a page that was left");
    return result;
  });
}
