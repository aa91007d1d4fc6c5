/** The goals of our relay, each on one figure of one scenario. */
import {
  ACK_P50,
  CONVERGED,
  CPU_PER_DELIVERY,
  DELIVERED,
  EDIT_P50,
  EDIT_P99,
  type Figures,
  FOREIGN_CPU,
  SERVER_CPU,
} from "./scenario.ts";
import { crash, MISSING_OF_ACKNOWLEDGED, MISSING_OF_SEEN } from "./scenarios/crash.ts";
import { idleHall, RSS_PER_CONNECTION } from "./scenarios/idleHall.ts";
import { plenaryOf } from "./scenarios/plenary.ts";
import { CPU_LOOKED_AT, LAST_GOOD, P99_LOOKED_AT, saturation } from "./scenarios/saturation.ts";
import { CAPACITY, FARTHER, scaleOut } from "./scenarios/scaleOut.ts";
import { KEPT_FOR_STALLED, slowConsumer } from "./scenarios/slowConsumer.ts";
import { SLOPE, soak } from "./scenarios/soak.ts";
import { CPU_PER_JOIN, EMPTY_ANSWERS, LAST_SYNCED, STORM_RSS, SYNCED_P99, storm } from "./scenarios/storm.ts";
import { tables } from "./scenarios/tables.ts";
import type { ContenderName } from "./servers/contenders.ts";
import { digits } from "./table.ts";

interface Goal {
  readonly target: string;
  /** Title of the scenario. */
  readonly scenario: string;
  readonly figure: string;
  readonly most?: number;
  readonly least?: number;
  /** Compared with this server's figure instead of with a number. */
  readonly timesThatOf?: ContenderName;
  /** `most` comes on top of the time in which the disk confirms. */
  readonly beyondFsync?: true;
}

const hall = plenaryOf(2000, false).title;
const hallWithRenewals = plenaryOf(2000, true).title;
const cold = (figure: string) => `cold: ${figure}`;

const GOALS: readonly Goal[] = [
  { target: "T1", scenario: hallWithRenewals, figure: EDIT_P99, most: 100 },
  { target: "T1", scenario: hallWithRenewals, figure: SERVER_CPU, most: 50 },
  { target: "T1", scenario: hallWithRenewals, figure: DELIVERED, least: 100 },
  { target: "T1", scenario: hallWithRenewals, figure: CONVERGED, least: 100 },
  { target: "T2", scenario: hall, figure: CPU_PER_DELIVERY, most: 1 },
  { target: "T3", scenario: tables.title, figure: SERVER_CPU, most: 35 },
  { target: "T3", scenario: tables.title, figure: SERVER_CPU, most: 1.15, timesThatOf: "floor" },
  { target: "T3", scenario: tables.title, figure: SERVER_CPU, most: 0.7, timesThatOf: "yws" },
  { target: "T3", scenario: tables.title, figure: SERVER_CPU, most: 0.43, timesThatOf: "hocus" },
  { target: "T3", scenario: tables.title, figure: EDIT_P50, most: 2, beyondFsync: true },
  { target: "T3", scenario: tables.title, figure: EDIT_P99, most: 10 },
  { target: "T4", scenario: storm.title, figure: LAST_SYNCED, most: 250 },
  { target: "T4", scenario: storm.title, figure: SYNCED_P99, most: 500 },
  { target: "T4", scenario: storm.title, figure: CPU_PER_JOIN, most: 0.8 },
  { target: "T4", scenario: storm.title, figure: CPU_PER_JOIN, most: 1.3, timesThatOf: "floor" },
  { target: "T4", scenario: storm.title, figure: CPU_PER_JOIN, most: 0.02, timesThatOf: "yws" },
  { target: "T4", scenario: storm.title, figure: CPU_PER_JOIN, most: 0.02, timesThatOf: "hocus" },
  { target: "T4", scenario: storm.title, figure: STORM_RSS, most: 300 },
  { target: "T5", scenario: storm.title, figure: cold(LAST_SYNCED), most: 3000 },
  { target: "T5", scenario: storm.title, figure: cold(EMPTY_ANSWERS), most: 0 },
  { target: "T6", scenario: saturation.title, figure: LAST_GOOD, least: 50_000 },
  { target: "T6", scenario: saturation.title, figure: P99_LOOKED_AT, most: 50 },
  { target: "T6", scenario: saturation.title, figure: CPU_LOOKED_AT, most: 1 },
  { target: "T7", scenario: crash.title, figure: MISSING_OF_ACKNOWLEDGED, most: 0 },
  { target: "T7", scenario: crash.title, figure: MISSING_OF_SEEN, most: 0 },
  { target: "T8", scenario: tables.title, figure: ACK_P50, most: 5 },
  { target: "T9", scenario: slowConsumer.title, figure: KEPT_FOR_STALLED, most: 4 },
  { target: "T10", scenario: idleHall.title, figure: SERVER_CPU, most: 5 },
  { target: "T10", scenario: idleHall.title, figure: RSS_PER_CONNECTION, most: 40 },
  { target: "T11", scenario: scaleOut.title, figure: CAPACITY, least: 1.8 },
  { target: "T11", scenario: scaleOut.title, figure: FARTHER, most: 20 },
  // The collector leaves the end of a line a little higher or lower; what is kept for each edit would be far more.
  { target: "soak", scenario: soak.title, figure: SLOPE, most: 2 },
  { target: "soak", scenario: soak.title, figure: DELIVERED, least: 100 },
];

/** More than this and others have had a say in the figures. */
const MOST_FOREIGN_PERCENT = 10;

const MET = "met";

/** Scenario's title → server → figures. */
export type Results = Readonly<Record<string, Readonly<Record<string, Figures>>>>;

/** One line for each goal whose scenario was measured, then how many were met, and which ones nobody looked at. */
export function goalLines(results: Results, fsyncMs: number): string[] {
  const looked = GOALS.filter(({ scenario }) => results[scenario]?.["ours"]);
  if (looked.length === 0) return [];
  const lines = looked.map((goal) => goalLine(goal, results[goal.scenario] ?? {}, fsyncMs));
  const missed = looked.filter((_, index) => !lines[index]?.endsWith(`, ${MET}`)).map(({ target }) => target);
  const others = new Set(GOALS.filter((goal) => !looked.includes(goal)).map(({ target }) => target));
  const sum = `  ${looked.length - missed.length} of ${looked.length} met${missed.length > 0 ? `; missed: ${missed.join(", ")}` : ""}`;
  const notRun = others.size > 0 ? [`  not run: ${[...others].join(", ")}`] : [];
  return [...lines, sum, ...notRun, ...disturbed(results)];
}

function goalLine(goal: Goal, figuresByServer: Readonly<Record<string, Figures>>, fsyncMs: number): string {
  const { target, figure, scenario, most, least, timesThatOf, beyondFsync } = goal;
  const own = figuresByServer["ours"]?.[figure];
  const other = timesThatOf && figuresByServer[timesThatOf]?.[figure];
  const base = beyondFsync ? fsyncMs : 0;
  const measured = timesThatOf ? Number(own) / Number(other) : Number(own ?? Number.NaN);
  // A difference of two measurements may be below nothing.
  const isMet =
    measured <= (most === undefined ? Number.POSITIVE_INFINITY : most + base) &&
    measured >= (least ?? Number.NEGATIVE_INFINITY);
  const bound = most === undefined ? `≥ ${digits(least ?? 0)}` : `≤ ${digits(most + base)}`;
  const what = `${target}  ${scenario.split(":")[0]}: ${figure}${timesThatOf ? ` ÷ ${timesThatOf}'s` : ""}`;
  const verdict = Number.isNaN(measured) ? "not measured" : `${digits(measured)}, ${isMet ? MET : "NOT met"}`;
  return `  ${what} ${bound}: ${verdict}`;
}

function disturbed(results: Results): string[] {
  return Object.entries(results).flatMap(([title, figuresByServer]) =>
    Object.entries(figuresByServer).flatMap(([server, figures]) => {
      const foreign = Number(figures[FOREIGN_CPU] ?? 0);
      if (foreign <= MOST_FOREIGN_PERCENT) return [];
      return [`  note: others took ${digits(foreign)} % of the machine during ${title.split(":")[0]} of ${server}`];
    }),
  );
}
