/** `pnpm test:faults device [--kills N] [--only NAME,…]`: what can happen to a device, in a real browser. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serveTestPage } from "../../support/testPage.ts";
import { faultSeed } from "../runLength.ts";
import { closeTabInBurst, killInBurst, leaveInBurst } from "./bursts.ts";
import { mergeLaptops } from "./laptops.ts";
import { clearStorage, closeConnections, damageFolded, fillDisk, setClockBack } from "./storage.ts";
import { openNewerSchema, waitForOlderTab, writeInTabs } from "./tabs.ts";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "50" }, only: { type: "string" } },
});
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error("--kills takes a whole number from 1.");

/** No longer than this may an edit that is not on disk be shown without the red state (ms). */
const RED_WITHIN_MS = 3_000;

const page = await serveTestPage(join(import.meta.dirname, "page.ts"));
const { url } = page;
const faults: Readonly<Record<string, () => Promise<string>>> = {
  kill: async () => {
    const results = await killInBurst(url, kills, (line) => console.log(`  ${line}`));
    const more = results.reduce((sum, { kept, found }) => sum + Math.max(0, found - kept), 0);
    return `${results.length} kills, 0 edits lost that were shown as on this laptop; ${more} more were there, too`;
  },
  "close-tab": async () => describe(await closeTabInBurst(url)),
  leave: async () => describe(await leaveInBurst(url)),
  "full-disk": async () => {
    const result = await fillDisk(url, 20_000);
    if (!result) return "SKIPPED: a small disk cannot be mounted here (needs root on Linux)";
    const isMet = result.redAfter <= RED_WITHIN_MS;
    const goal = `goal: red ≤ ${RED_WITHIN_MS} ms: ${isMet ? "met" : "MISSED"}, ${result.redAfter} ms (“${result.trouble}”)`;
    if (!isMet) throw new Error(goal);
    return `${goal}; 0 of ${result.made} edits lost once it was freed`;
  },
  "cleared-storage": async () => {
    await clearStorage(url);
    return "written again from memory, nothing lost";
  },
  "closed-connections": async () => `closed ${await closeConnections(url)} times in a burst, nothing lost`,
  clock: async () => {
    await setClockBack(url);
    return "set back a day between edits and beside another tab, nothing lost";
  },
  damage: async () => {
    const [snapshot, row] = [await damageFolded(url, "snapshot"), await damageFolded(url, "folded row")];
    return `all of ${snapshot} edits in the snapshot before and the log, and of ${row} beside a damaged row, are shown`;
  },
  laptops: async () => {
    const notes = await mergeLaptops(url, { laptops: 20, edits: 5_000, seed: faultSeed });
    return `20 × 5000 edits give the ${notes} notes of one merge, on the page and on its disk (seed ${faultSeed})`;
  },
  "two-tabs": async () => {
    await writeInTabs(url, 2);
    return "both tabs show all of 4000 edits, each counted once";
  },
  "five-tabs": async () => {
    await writeInTabs(url, 5);
    return "each of five tabs shows all of 4000 edits, each counted once";
  },
  "newer-schema": async () => {
    await openNewerSchema(url);
    return "the older tab stores nothing more and says so; nothing lost";
  },
  "older-tab": async () => `said after ${await waitForOlderTab(url)} ms, stored when that tab was closed; nothing lost`,
};

const wanted = values.only?.split(",") ?? Object.keys(faults);
let failed = 0;
for (const name of wanted) {
  const started = Date.now();
  const run = faults[name];
  if (!run) throw new Error(`There is no fault “${name}”: use ${Object.keys(faults).join(", ")}.`);
  try {
    console.log(`${name}: ${await run()} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.error(`${name}: FAILED`, error);
  }
}
page.close();
console.log(`\n${wanted.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function describe({ kept, made, found }: { readonly kept: number; readonly made: number; readonly found: number }) {
  return `${kept} of ${made} shown as kept, ${found} found: 0 of those lost`;
}
