/** The goals of our canvas, each on one figure of one size of board, beside those of others in the same run. */
import { digits } from "../relay/table.ts";
import {
  DRAG_MANY,
  DRAG_ONE,
  DROPPED,
  DROPPED_SHARE,
  type Figures,
  FRAME_P95,
  HOVER,
  OVERVIEW,
  OWN,
  PAINT_P95,
  PAN,
  PER_EDIT,
  REMOTE,
  SLOW_DRAG,
  SLOW_PAN,
  TASK,
  ZOOM,
} from "./act.ts";
import { ACTS } from "./acts.ts";
import type { ContenderName } from "./contender.ts";

export const READY = "ready ms";
export const LOAD = "load main thread ms";
export const HEAP = "heap MB";

/** Contender → figures, of one size. */
export type Results = ReadonlyMap<ContenderName, Figures>;

interface Goal {
  readonly figure: string;
  readonly most: number;
  /** Compared with this contender's figure instead of with a number; "floor" is the cheaper of the two. */
  readonly timesThatOf?: ContenderName | "floor";
}

/** What the goals were set for. */
const LARGE = 5_000;
const SMALL = 300;
/** A frame and a quarter. */
const PAINT_MS = 20.8;
const FRAME_MS = 17;
/** A cost per edit does not grow with the board. */
const GROWTH = 1.1;

const task = (act: string) => `${act}: ${TASK}`;
const times = (figure: string, of: Partial<Record<ContenderName | "floor", number>>): Goal[] =>
  Object.entries(of).map(([name, most]) => ({ figure, most, timesThatOf: name as ContenderName | "floor" }));

const LARGE_GOALS: readonly Goal[] = [
  ...ACTS.filter(
    ({ name, slowedBy, isOursOnly }) => name !== OWN && slowedBy === undefined && isOursOnly === undefined,
  ).flatMap(({ name }): Goal[] => [
    { figure: `${name}: ${DROPPED}`, most: 0 },
    { figure: `${name}: ${FRAME_P95}`, most: FRAME_MS },
  ]),
  ...[SLOW_PAN, SLOW_DRAG].map((act): Goal => ({ figure: `${act}: ${DROPPED_SHARE}`, most: 5 })),
  ...times(task(PAN), { floor: 1.5, tldraw: 0.4, dom: 0.35 }),
  ...times(task(ZOOM), { floor: 1.2, tldraw: 0.3 }),
  ...times(task(OVERVIEW), { floor: 1.1, tldraw: 0.15 }),
  ...times(task(DRAG_ONE), { floor: 1.7, tldraw: 0.15 }),
  ...times(task(DRAG_MANY), { floor: 1.4, tldraw: 0.35 }),
  { figure: `${REMOTE}: ${PER_EDIT}`, most: 1.5 },
  ...times(`${REMOTE}: ${PER_EDIT}`, { tldraw: 0.08 }),
  { figure: `${REMOTE}: ${PAINT_P95}`, most: PAINT_MS },
  { figure: `${OWN}: ${PAINT_P95}`, most: PAINT_MS },
  ...times(READY, { "floor-dom": 3, tldraw: 0.2, dom: 0.35 }),
  { figure: LOAD, most: 150 },
  ...times(LOAD, { dom: 0.25, tldraw: 0.17 }),
  { figure: HEAP, most: 12 },
  ...times(HEAP, { tldraw: 0.17 }),
];
/** Windowing must not cost small maps. */
const SMALL_GOALS: readonly Goal[] = [PAN, ZOOM, OVERVIEW, DRAG_ONE, HOVER, REMOTE].flatMap((act) =>
  times(task(act), { dom: 1.2 }),
);

/** One line for each goal of the sizes that were measured. */
export function goalLines(resultsBySize: ReadonlyMap<number, Results>): string[] {
  const lines = [...resultsBySize].flatMap(([size, results]) => {
    const goals = size === LARGE ? LARGE_GOALS : size === SMALL ? SMALL_GOALS : [];
    return results.has("ours") ? goals.map((goal) => goalLine(size, goal, results)) : [];
  });
  const [large, small] = [LARGE, SMALL].map((size) =>
    figureOf(resultsBySize.get(size), "ours", `${REMOTE}: ${PER_EDIT}`),
  );
  if (large === undefined || small === undefined || Number.isNaN(large) || Number.isNaN(small)) return lines;
  return [...lines, line(`${REMOTE}: ${PER_EDIT}, ${LARGE} : ${SMALL} cards`, GROWTH, large / small)];
}

function goalLine(size: number, { figure, most, timesThatOf }: Goal, results: Results): string {
  const own = figureOf(results, "ours", figure);
  const measured = timesThatOf ? own / figureOf(results, timesThatOf, figure) : own;
  return line(`${size} cards, ${figure}${timesThatOf ? ` ÷ ${timesThatOf}'s` : ""}`, most, measured);
}

function line(what: string, most: number, measured: number): string {
  const verdict = Number.isNaN(measured)
    ? "not measured"
    : `${digits(measured)}, ${measured <= most ? "met" : "NOT met"}`;
  return `  ${what} ≤ ${digits(most)}: ${verdict}`;
}

function figureOf(results: Results | undefined, name: ContenderName | "floor", figure: string): number {
  if (name !== "floor") return Number(results?.get(name)?.[figure] ?? Number.NaN);
  const floors = (["floor-dom", "floor-canvas"] as const).map((floor) => figureOf(results, floor, figure));
  return Math.min(...floors);
}
