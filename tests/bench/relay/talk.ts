/** People talk: everybody joins, some edit and move cursors for a while, and then it is counted who heard what. */
import { lastEditIn } from "./generator/editChain.ts";
import { Generator } from "./generator/generator.ts";
import type { Load, LoadReport } from "./generator/orders.ts";
import { closesOf, type TallySum } from "./generator/tally.ts";
import type { TargetData } from "./generator/target.ts";
import { type Layout, now } from "./layout.ts";
import { type Cost, measureCost, rssMb } from "./machine.ts";
import { Reader } from "./reader.ts";
import {
  ACK_P50,
  BUSIEST_CPU,
  CONVERGED,
  CPU_PER_DELIVERY,
  DELIVERED,
  DELIVERIES,
  EDIT_P50,
  EDIT_P99,
  type Figures,
  FOREIGN_CPU,
  SERVER_CPU,
} from "./scenario.ts";

/** How long to wait for what is late. */
const PATIENCE_MS = 15_000;
const JOIN_PATIENCE_MS = 40_000;
/** A server that does not tell newcomers who is there is waited for until it has been quiet for so long. */
const QUIET_MS = 1_000;

export interface TalkPlan {
  readonly target: TargetData;
  readonly pids: readonly number[];
  readonly layout: Layout;
  readonly joinSeconds: number;
  readonly load: Omit<Load, "startsAt">;
  /** Rooms in which a client with a document sits from the beginning; one more comes in at the end. */
  readonly readIn: readonly number[];
  /** A newcomer at the end is answered with what was edited. */
  readonly knowsDocuments: boolean;
}

export async function talk(plan: TalkPlan): Promise<Figures> {
  const { target, layout, pids } = plan;
  const generator = new Generator(target, layout);
  const readers = plan.readIn.map((room) => ({ room, reader: new Reader(target, room) }));
  try {
    const joining = await letIn(generator, plan);
    const talking = await carry(generator, plan.load, layout, pids);
    const rss = rssMb(pids);
    const newcomers = plan.knowsDocuments
      ? plan.readIn.map((room) => ({ room, reader: new Reader(target, room) }))
      : [];
    readers.push(...newcomers);
    const converged = await Promise.all(readers.map(({ room, reader }) => isWhole(reader, room, layout, generator)));
    return {
      ...talking.figures,
      "RSS MB": rss,
      [CONVERGED]: (100 * converged.filter(Boolean).length) / converged.length,
      ...joining,
    };
  } finally {
    for (const { reader } of readers) reader.leave();
    await generator.end();
  }
}

/** Everybody joins, and every editor makes the card that is moved later. */
export async function letIn(
  generator: Generator,
  { pids, joinSeconds, knowsDocuments }: Pick<TalkPlan, "pids" | "joinSeconds" | "knowsDocuments">,
): Promise<Figures> {
  const cost = measureCost(pids);
  const began = now();
  const { failed, lastSyncedAt } = await generator.join(joinSeconds);
  if (failed > 0) {
    const { "closed with": codes = "no word" } = closesOf(await generator.tally());
    throw new Error(`${failed} clients were not answered (closed with ${codes}).`);
  }
  const { presences } = await generator.heardAll(JOIN_PATIENCE_MS, knowsDocuments ? undefined : QUIET_MS);
  const { serverCpu } = cost();
  await generator.all("clear", null);
  await generator.all("begin", null);
  await generator.heardAll(PATIENCE_MS);
  return {
    "joining: CPU s": sum(serverCpu),
    "joining: all joined after ms": lastSyncedAt - began,
    "joining: presences not told": presences,
  };
}

export interface Talking {
  readonly figures: Figures;
  readonly sent: LoadReport;
  readonly tally: TallySum;
  /** Of the time in which the load was made. */
  readonly cost: Cost;
}

/** Makes the load and waits until it has arrived. */
export async function carry(
  generator: Generator,
  load: Omit<Load, "startsAt">,
  layout: Layout,
  pids: readonly number[],
): Promise<Talking> {
  await generator.all("clear", null);
  const untilQuiet = measureCost(pids);
  const whileLoaded = measureCost(pids);
  const sent = await generator.load(load);
  const cost = whileLoaded();
  const missing = await generator.heardAll(PATIENCE_MS);
  const { serverCpu } = untilQuiet();
  const tally = await generator.tally();
  const others = layout.people - 1;
  const { editMs, presenceMs, ackMs } = tally;
  const figures = {
    [SERVER_CPU]: percent(sum(cost.serverCpu), cost.seconds),
    ...(pids.length > 1 && { [BUSIEST_CPU]: percent(Math.max(...cost.serverCpu), cost.seconds) }),
    [CPU_PER_DELIVERY]: (1e6 * sum(serverCpu)) / ((sent.edits + sent.presences) * others),
    [DELIVERIES]: ((sent.edits + sent.presences) * others) / load.seconds,
    ...(sent.edits > 0 && {
      [EDIT_P50]: editMs.quantile(0.5),
      [EDIT_P99]: editMs.quantile(0.99),
      "edit max ms": editMs.max,
      [DELIVERED]: (100 * tally.edits) / (sent.edits * others),
      "edits passed over or repeated": tally.gaps + tally.repeats,
    }),
    ...(ackMs.total > 0 && { [ACK_P50]: ackMs.quantile(0.5) }),
    ...(sent.presences > 0 && {
      "cursor p99 ms": presenceMs.quantile(0.99),
      "last cursors not arrived": missing.presences,
    }),
    "connections lost": sum([...tally.closes.values()]),
    ...closesOf(tally),
    "generator CPU, % of a core": percent(cost.generatorCpu, cost.seconds),
    "generator late by ms": sent.lateMs,
    [FOREIGN_CPU]: cost.foreignPercent,
  };
  return { figures, sent, tally, cost };
}

function isWhole(reader: Reader, room: number, layout: Layout, { boards }: Generator): Promise<boolean> {
  const editors = Array.from({ length: layout.editors }, (_, slot) => slot);
  return reader.holds((doc) =>
    editors.every(
      (slot) => lastEditIn(doc, room * layout.people + slot) === boards.lastEdit[room * layout.editors + slot],
    ),
  );
}

export function percent(part: number, whole: number): number {
  return (100 * part) / whole;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
