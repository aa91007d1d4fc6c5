/** `pnpm test:faults device [--kills N] [--only NAME,…]`: what can happen to a device, in a real browser. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serveTestPage } from "../../support/testPage.ts";
import { closeTabInBurst, killInBurst, leaveInBurst } from "./bursts.ts";
import { clearStorage, closeConnections, damageRows, fillDisk, setClockBack } from "./storage.ts";
import { openNewerSchema, waitForOlderTab, writeInTabs } from "./tabs.ts";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "50" }, only: { type: "string" } },
});
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new Error("--kills takes a whole number from 1.");

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
    const result = await fillDisk(url);
    if (!result) return "SKIPPED: a small disk cannot be mounted here (needs root on Linux)";
    return `red after ${result.redAfter} ms (“${result.trouble}”), 0 of ${result.made} edits lost once it was freed`;
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
  damage: async () => `${await damageRows(url)} of 1140 edits shown beside one damaged piece, and it is said`,
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
