/** `pnpm bench data --store`: our store beside y-indexeddb and y-dexie, in one run of a real browser. */
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { cpus, release, tmpdir } from "node:os";
import { join } from "node:path";
import { serveTestPage, type TestPage } from "../../support/testPage.ts";
import type { BoardPlan } from "../documents/contender.ts";
import { installPeers, peerFolder, peerVersion } from "../documents/peers.ts";
import { openSameside } from "../documents/sameside.ts";
import { traceOf, WORKSHOP } from "../documents/trace.ts";
import { browserVersion, inBrowser, inFreshBrowser } from "./browser.ts";
import { type Figures, goal, print, quantile } from "./figures.ts";
import { mergeFigures } from "./merge.ts";
import type {} from "./page.ts";

const LARGE: BoardPlan = { phases: 10, touchpointsPerPhase: 83, cardsPerTouchpoint: 6 };
const ROOM = `${"P".repeat(22)}.board.table1`;
const SEED = 20_261_122;

interface StoreAmounts {
  readonly history: number;
  readonly edits: Readonly<Record<"ours" | "yIndexeddb" | "yDexie", number>>;
  readonly paints: number;
  readonly loads: number;
  readonly laptops: number;
  readonly editsPerLaptop: number;
}
/** The peers get fewer edits: as many as ours would take them minutes. */
const FULL: StoreAmounts = {
  history: 100_000,
  edits: { ours: 20_000, yIndexeddb: 3_000, yDexie: 1_000 },
  paints: 20,
  loads: 5,
  laptops: 20,
  editsPerLaptop: 5_000,
};
const QUICK: StoreAmounts = {
  history: 2_000,
  edits: { ours: 2_000, yIndexeddb: 500, yDexie: 200 },
  paints: 3,
  loads: 2,
  laptops: 4,
  editsPerLaptop: 200,
};

export interface StoreBenchOptions {
  readonly quick?: boolean | undefined;
  readonly json?: string | undefined;
  /** Names of tasks, with commas between. */
  readonly only?: string | undefined;
}

/** Prints the figures with their goals. @throws Error when a store fails: figures with a gap would look like figures. */
export async function benchStore(options: StoreBenchOptions): Promise<void> {
  installPeers();
  const amounts = options.quick ? QUICK : FULL;
  console.log(
    `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${process.platform} ${release()}, ${browserVersion()}`,
  );
  if (options.quick) console.log("QUICK: a smoke run, its figures mean nothing");
  const page = await serveTestPage(join(import.meta.dirname, "page.ts"), {
    "y-indexeddb": peerFolder("y-indexeddb"),
    "y-dexie": peerFolder("y-dexie"),
    dexie: peerFolder("dexie"),
  });
  try {
    const tasks: Readonly<Record<string, () => Promise<Figures>>> = {
      burst: () => burstFigures(page, amounts),
      paint: () => paintFigures(page, amounts),
      merge: () => mergeFigures(page, { ...amounts, seed: SEED }),
    };
    let figures: Figures = {};
    for (const name of options.only?.split(",") ?? Object.keys(tasks)) {
      const task = tasks[name];
      if (!task) throw new Error(`There is no task “${name}”: use ${Object.keys(tasks).join(", ")}.`);
      figures = { ...figures, ...(await task()) };
    }
    if (options.json)
      await writeFile(options.json, `${JSON.stringify({ quick: options.quick ?? false, figures }, null, 2)}\n`);
  } finally {
    page.close();
  }
}

async function burstFigures(page: TestPage, { edits }: StoreAmounts): Promise<Figures> {
  page.put("large", openSameside().base(LARGE));
  console.log("\n(a) edits per second, from the first edit until the last is on disk, 4,980 cards");
  const perSecond: Record<string, number> = {};
  for (const store of ["ours", "yIndexeddb", "yDexie"] as const) {
    const { edits: made, ms } = await inFreshBrowser(page, (tab) =>
      tab.evaluate(([name, count]) => window.bench[name]("large", count), [store, edits[store]] as const),
    );
    perSecond[store] = (made / ms) * 1_000;
    print(`${nameOf(store)}, ${made} edits`, perSecond[store], "/s");
  }
  const { ours = 0, yIndexeddb = 0, yDexie = 0 } = perSecond;
  goal("edits/s ≥ 20000", ours, ours >= 20_000);
  goal("times y-indexeddb ≥ 25", ours / yIndexeddb, ours / yIndexeddb >= 25);
  print("times y-dexie", ours / yDexie, "×");
  return { "edits/s": ours, "y-indexeddb edits/s": yIndexeddb, "y-dexie edits/s": yDexie };
}

async function paintFigures(page: TestPage, { history, paints, loads }: StoreAmounts): Promise<Figures> {
  const { base, log } = largeHistory(history);
  page.put("base", base);
  page.put("log", log);
  const folder = mkdtempSync(join(tmpdir(), "sameside-profile-"));
  console.log(`\n(b) a fresh browser process, 4,980 cards after ${history} edits`);
  try {
    await inBrowser(folder, page, (tab) => tab.evaluate((room) => window.bench.prepare(room, "base", "log"), ROOM));
    const folded = await inBrowser(folder, page, (tab) => tab.evaluate((room) => window.bench.storedBytes(room), ROOM));
    const paint = await repeated(paints, () =>
      inBrowser(folder, page, (tab) => tab.evaluate((room) => window.bench.paint(room), ROOM)),
    );
    const load = await repeated(loads, () =>
      inBrowser(folder, page, (tab) => tab.evaluate((room) => window.bench.loadDocument(room), ROOM)),
    );
    const read = await inBrowser(folder, page, (tab) => tab.evaluate((room) => window.bench.storedBytes(room), ROOM));
    const p95 = quantile(paint, 0.95);
    const ratio = quantile(load, 0.5) / quantile(paint, 0.5);
    print("plain view, median", quantile(paint, 0.5), "ms");
    print("document, median", quantile(load, 0.5), "ms");
    goal("plain view p95 ≤ 40 ms", p95, p95 <= 40);
    goal("times faster than the document ≥ 50", ratio, ratio >= 50);
    print("stored, with the snapshot before", folded / 1_000, "kB");
    goal("stored, once read back ≤ 1000 kB", read / 1_000, read <= 1_000_000);
    return {
      "paint p95 ms": p95,
      "document ms": quantile(load, 0.5),
      "times faster": ratio,
      "stored kB": read / 1_000,
      "stored with previous kB": folded / 1_000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The base, and every update of the trace with its length before it. */
function largeHistory(edits: number): { readonly base: Uint8Array; readonly log: Uint8Array } {
  const contender = openSameside();
  const base = contender.base(LARGE);
  const laptop = contender.open(base, "person-at-laptop");
  const parts: Uint8Array[] = [];
  const stop = laptop.onUpdate?.((update) => {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, update.length);
    parts.push(length, update);
  });
  for (const edit of traceOf(LARGE, WORKSHOP, edits, SEED)) laptop.edit(edit);
  stop?.();
  return { base, log: Buffer.concat(parts) };
}

async function repeated(times: number, measure: () => Promise<{ readonly ms: number; readonly cards: number }>) {
  const all: number[] = [];
  while (all.length < times) {
    const { ms, cards } = await measure();
    if (cards < 4_000) throw new Error(`Only ${cards} cards came from the disk.`);
    all.push(ms);
  }
  return all;
}

function nameOf(store: "ours" | "yIndexeddb" | "yDexie"): string {
  if (store === "ours") return "Sameside";
  const name = store === "yDexie" ? "y-dexie" : "y-indexeddb";
  return `${name} ${peerVersion(name)}`;
}
