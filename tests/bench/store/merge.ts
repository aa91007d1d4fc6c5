/** Twenty laptops come back from an offline day: what each brings in one go, and in slices as the app takes it in. */
import type { Page } from "@playwright/test";
import * as Y from "yjs";
import { type ScriptedRelay, startScriptedRelay } from "../../replica/support/scriptedRelay.ts";
import type { TestPage } from "../../support/testPage.ts";
import type { BoardPlan } from "../documents/contender.ts";
import { openSameside } from "../documents/sameside.ts";
import { traceOf, WORKSHOP } from "../documents/trace.ts";
import { inFreshBrowser } from "./browser.ts";
import { type Figures, goal, print } from "./figures.ts";

const SMALL: BoardPlan = { phases: 10, touchpointsPerPhase: 5, cardsPerTouchpoint: 6 };
const BASE = "small";
const MARK = "mark";

interface MergeAmounts {
  readonly laptops: number;
  readonly editsPerLaptop: number;
  readonly seed: number;
}

interface Brought {
  readonly name: string;
  readonly update: Uint8Array;
}

/** What of a merge is looked at: to watch for the longest task costs time of its own. */
type Look = "cpu" | "longest";

export async function mergeFigures(page: TestPage, amounts: MergeAmounts): Promise<Figures> {
  const { laptops, editsPerLaptop } = amounts;
  console.log(
    `\n(c) ${laptops} laptops come back with ${editsPerLaptop} edits each, to a board whose view is followed`,
  );
  const brought = bringBack(page, amounts);
  const whole = { cpu: await mergeWhole(page, brought, "cpu"), longest: await mergeWhole(page, brought, "longest") };
  print("in one go each: main-thread CPU", whole.cpu, "ms");
  print("in one go each: longest task", whole.longest, "ms");
  const sliced = { cpu: await mergeSliced(page, brought, "cpu"), longest: await mergeSliced(page, brought, "longest") };
  print("in slices: main-thread CPU", sliced.cpu, "ms");
  goal("in slices: longest task ≤ 50 ms", sliced.longest, sliced.longest <= 50);
  return {
    "merge whole ms": whole.cpu,
    "merge whole longest ms": whole.longest,
    "merge sliced ms": sliced.cpu,
    "merge sliced longest ms": sliced.longest,
  };
}

function bringBack(page: TestPage, { laptops, editsPerLaptop, seed }: MergeAmounts): readonly Brought[] {
  const contender = openSameside();
  const base = contender.base(SMALL);
  page.put(BASE, base);
  return Array.from({ length: laptops }, (_, index) => {
    const laptop = contender.open(base, `person-${index}`);
    for (const edit of traceOf(SMALL, WORKSHOP, editsPerLaptop, seed + index, `l${index}x`)) laptop.edit(edit);
    const update = laptop.changes();
    page.put(`laptop${index}`, update);
    return { name: `laptop${index}`, update };
  });
}

async function mergeWhole(page: TestPage, brought: readonly Brought[], look: Look): Promise<number> {
  return inFreshBrowser(page, async (tab) => {
    await tab.evaluate((base) => window.bench.openMerge(base), BASE);
    const names = brought.map(({ name }) => name);
    const ms = await measured(tab, look, () => tab.evaluate((all) => window.bench.mergeWhole(all), names));
    await expectOneMerge(tab, names);
    return ms;
  });
}

/** Over a connection, as the app gets it. */
async function mergeSliced(page: TestPage, brought: readonly Brought[], look: Look): Promise<number> {
  const relay = await startScriptedRelay();
  try {
    return await inFreshBrowser(page, async (tab) => {
      const [visit] = await Promise.all([
        greeted(relay),
        tab.evaluate(([base, link]) => window.bench.openMerge(base, link), [BASE, relay.link] as const),
      ]);
      const last = mark();
      page.put(MARK, last);
      const ms = await measured(tab, look, async () => {
        for (const { update } of brought) visit.update(update);
        visit.update(last);
        await tab.evaluate(() => window.bench.merged());
      });
      await expectOneMerge(tab, [...brought.map(({ name }) => name), MARK]);
      return ms;
    });
  } finally {
    await relay.close();
  }
}

/** A figure for anything else than the merge of all would be none. @throws Error when something is missing or differs. */
async function expectOneMerge(tab: Page, names: readonly string[]): Promise<void> {
  const isSame = await tab.evaluate(([base, all]) => window.bench.isAsOneMerge(base, all), [BASE, names] as const);
  if (!isSame) throw new Error("What was merged is not what one merge of the same edits gives.");
}

async function greeted(relay: ScriptedRelay) {
  const visit = await relay.visit();
  visit.say({ say: "hello", now: Date.now(), person: "bench", role: "colleague", table: null });
  visit.say({ say: "rights", right: "write" });
  return visit;
}

/** The last that comes. */
function mark(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("bench").set("done", true);
  return Y.encodeStateAsUpdate(doc);
}

async function measured(tab: Page, look: Look, merge: () => Promise<void>): Promise<number> {
  if (look === "longest") {
    await tab.evaluate(() => window.bench.startWatching());
    await merge();
    return tab.evaluate(() => window.bench.longest());
  }
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await taskTime(devtools);
  await merge();
  return (await taskTime(devtools)) - before;
}

/** What the page’s main thread has worked in all (ms of its own, whatever else the machine does). */
async function taskTime(devtools: Awaited<ReturnType<ReturnType<Page["context"]>["newCDPSession"]>>): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
}
