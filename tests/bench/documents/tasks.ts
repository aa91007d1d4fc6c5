/** What is measured: each task runs in a process of its own and answers figures by name. */
import type { BoardPlan, Contender, Device } from "./contender.ts";
import { type Edit, GESTURES, traceOf, WORKSHOP } from "./trace.ts";

/** Figures by name; the unit is the last part of the name. */
export type Figures = Readonly<Record<string, number>>;
export type TaskName = "edit" | "disk" | "merge" | "load" | "view";

export interface Amounts {
  /** Single edits that are timed. */
  readonly edits: number;
  /** Edits before the document is weighed. */
  readonly history: number;
  readonly laptops: number;
  readonly editsPerLaptop: number;
  readonly loads: number;
  /** Milliseconds after which a run of edits is given up, and the figure is that of the edits made. */
  readonly bound: number;
}
export const FULL: Amounts = {
  edits: 20_000,
  history: 100_000,
  laptops: 20,
  editsPerLaptop: 5_000,
  loads: 200,
  bound: 6_000,
};
export const QUICK: Amounts = {
  edits: 1_000,
  history: 2_000,
  laptops: 4,
  editsPerLaptop: 200,
  loads: 20,
  bound: 2_000,
};

/** 300 and 4,980 cards, in one journey of ten phases: each phase of the large one holds 17 times as much. */
const SMALL: BoardPlan = { phases: 10, touchpointsPerPhase: 5, cardsPerTouchpoint: 6 };
const LARGE: BoardPlan = { phases: 10, touchpointsPerPhase: 83, cardsPerTouchpoint: 6 };

const SEED = 20_261_122;
const PERSON = "person-at-laptop";
const KB = 1_000;

export const TASKS: Readonly<Record<TaskName, (contender: Contender, amounts: Amounts) => Promise<Figures>>> = {
  /** (a) One edit, one transaction, its update at hand: moves, rewords and rates on 5,000 cards. */
  async edit(contender, { edits, bound }) {
    const device = contender.open(contender.base(LARGE), PERSON);
    const times = timed(device, traceOf(LARGE, GESTURES, edits, SEED), bound);
    return { "median µs": quantile(times, 0.5), "p99 µs": quantile(times, 0.99), edits: times.length };
  },

  /** (b) Two days of edits, weighed as they lie on disk. */
  async disk(contender, { history, bound }) {
    const figures: Record<string, number> = {};
    for (const [cards, plan] of [
      [300, SMALL],
      [5_000, LARGE],
    ] as const) {
      const device = contender.open(contender.base(plan), PERSON);
      const times = timed(device, traceOf(plan, WORKSHOP, history, SEED), bound);
      const bytes = device.save();
      figures[`${cards} cards, edits`] = times.length;
      figures[`${cards} cards, kB`] = bytes.length / KB;
      figures[`${cards} cards, gzip kB`] = (await gzip(bytes)) / KB;
      figures[`${cards} cards, sent kB`] = device.sentBytes() / KB;
    }
    return figures;
  },

  /** (c) Twenty laptops come back from two days without a network; one device merges them all. */
  async merge(contender, { laptops, editsPerLaptop, bound }) {
    const base = contender.base(SMALL);
    const updates: Uint8Array[] = [];
    let edits = 0;
    for (let laptop = 0; laptop < laptops; laptop++) {
      const device = contender.open(base, `${PERSON}-${laptop}`);
      const trace = traceOf(SMALL, WORKSHOP, editsPerLaptop, SEED + laptop, `n${laptop}-`);
      edits += timed(device, trace, (2 * bound) / laptops).length;
      updates.push(device.changes());
    }
    const meeting = contender.open(base, PERSON);
    meeting.followView?.();
    const calls: number[] = [];
    const cpuBefore = process.cpuUsage();
    for (const update of updates) calls.push(milliseconds(() => meeting.merge(update)));
    const view = milliseconds(() => meeting.followView?.());
    const { user, system } = process.cpuUsage(cpuBefore);
    return {
      edits,
      "CPU ms": (user + system) / 1_000,
      "longest call ms": Math.max(...calls),
      "view after it ms": view,
      "merged kB": meeting.save().length / KB,
      "up per laptop kB": updates.reduce((sum, update) => sum + update.length, 0) / laptops / KB,
    };
  },

  /** (d) A board of 300 cards without history, from its bytes. */
  async load(contender, { loads }) {
    const state = contender.base(SMALL);
    const load = Array.from({ length: loads }, () => milliseconds(() => contender.load(state)));
    const read = Array.from({ length: loads }, () =>
      milliseconds(() => {
        const cards = contender.open(state, PERSON).readAll();
        if (cards !== 300) throw new Error(`${contender.name} reads ${cards} cards of 300`);
      }),
    );
    // The later half: warm, as in an app that has been open for a minute.
    return {
      "load ms": quantile(load.slice(loads / 2), 0.5),
      "load and read all ms": quantile(read.slice(loads / 2), 0.5),
      "first load ms": load[0] ?? 0,
      kB: state.length / KB,
    };
  },

  /**
   * (e) What a screen pays after each edit, in turns: the small board, the large board with the very same edits, and
   * the large board with edits all over it, where the processor must also fetch what it has not touched for long.
   */
  async view(contender, { edits }) {
    const runs = [
      { board: SMALL, edited: SMALL },
      { board: LARGE, edited: SMALL },
      { board: LARGE, edited: LARGE },
    ].map(({ board, edited }) => ({
      device: contender.open(contender.base(board), PERSON),
      trace: traceOf(edited, GESTURES, edits, SEED),
      views: [] as number[],
      both: [] as number[],
    }));
    if (runs.some(({ device }) => !device.followView)) return {};
    for (const { device } of runs) device.followView?.();
    for (let turn = 0; turn < edits; turn++)
      for (const { device, trace, views, both } of runs) {
        const edit = microseconds(() => device.edit(trace[turn] as Edit));
        const view = microseconds(() => device.followView?.());
        views.push(view);
        both.push(edit + view);
      }
    const medians = (of: "views" | "both") => runs.map((run) => quantile(run[of].slice(edits / 4), 0.5));
    const [view300 = 0, view5000 = 0, viewSpread = 0] = medians("views");
    const [both300 = 0, both5000 = 0, bothSpread = 0] = medians("both");
    return {
      "300 cards, view µs": view300,
      "5,000 cards, view µs": view5000,
      "5,000 cards all over, view µs": viewSpread,
      "same edits, 5,000 : 300": view5000 / view300,
      "edits all over, 5,000 : 300": viewSpread / view300,
      "300 cards, edit + view µs": both300,
      "5,000 cards, edit + view µs": both5000,
      "5,000 all over, edit + view µs": bothSpread,
    };
  },
};

/** Makes the edits until the bound is reached. @returns microseconds of each. */
function timed(device: Device, trace: readonly Edit[], bound: number): number[] {
  const times: number[] = [];
  const end = performance.now() + bound;
  for (const edit of trace) {
    times.push(microseconds(() => device.edit(edit)));
    if (performance.now() > end) break;
  }
  return times;
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
function microseconds(work: () => unknown): number {
  return milliseconds(work) * 1_000;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function gzip(bytes: Uint8Array): Promise<number> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
