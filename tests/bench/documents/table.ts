/** Figures as a table: one line for each figure, one column for each contender, and the ratio of the first to each. */
import type { Report } from "./child.ts";
import type { TaskName } from "./tasks.ts";

const TITLES: Readonly<Record<TaskName, string>> = {
  edit: "(a) one edit on 5,000 cards: moves, rewords and rates, with its update for others",
  disk: "(b) on disk after two days of edits (Yjs V2 as a device stores it; Loro snapshot; Automerge save)",
  merge: "(c) laptops that come back with their edits on a base of 300 cards (ours: with the board's index kept)",
  load: "(d) a board of 300 cards without history, warm (ours read all: the finished view)",
  view: "(e) the view after each edit, on 300 and on 5,000 cards (others leave views to the application)",
};

interface Goal {
  readonly task: TaskName;
  readonly figure: string;
  readonly most: number;
  /** Compared with another contender's figure instead of with a number. */
  readonly timesThatOf?: { readonly contender: string; readonly figure: string };
}
const GOALS: readonly Goal[] = [
  { task: "edit", figure: "median µs", most: 15 },
  { task: "edit", figure: "median µs", most: 1, timesThatOf: { contender: "Loro", figure: "median µs" } },
  ...[300, 5_000].map(
    (cards): Goal => ({
      task: "disk",
      figure: `${cards} cards, gzip kB`,
      most: 0.4,
      timesThatOf: { contender: "Loro", figure: `${cards} cards, kB` },
    }),
  ),
  { task: "merge", figure: "merged kB", most: 630 },
  { task: "load", figure: "load ms", most: 2 },
  { task: "view", figure: "same edits, 5,000 : 300", most: 1.2 },
];

const NAME_WIDTH = 32;
const COLUMN_WIDTH = 20;

export function printTask(task: TaskName, reports: readonly Report[]): void {
  const [ours] = reports;
  if (!ours) return;
  console.log(TITLES[task]);
  console.log(
    line(
      "",
      reports.map((report) => `${report.name} ${report.version.split(" ")[0]}`),
    ),
  );
  for (const [figure, own] of Object.entries(ours.figures))
    console.log(
      line(
        figure,
        reports.map((report) => cell(own, report.figures[figure], report === ours)),
      ),
    );
  for (const goal of GOALS) if (goal.task === task) console.log(verdict(goal, ours, reports));
  for (const note of shorterRuns(reports)) console.log(`  note: ${note}`);
  console.log("");
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(NAME_WIDTH)}${cells.map((text) => text.padStart(COLUMN_WIDTH)).join("")}`;
}

/** A figure, and in brackets how many times ours it is. */
function cell(own: number, figure: number | undefined, isOurs: boolean): string {
  if (figure === undefined) return "–";
  return isOurs ? digits(figure) : `${digits(figure)} (${digits(figure / own)}×)`;
}

function verdict({ figure, most, timesThatOf }: Goal, ours: Report, reports: readonly Report[]): string {
  const own = ours.figures[figure] ?? Number.NaN;
  const other = timesThatOf && reports.find((report) => report.name === timesThatOf.contender);
  const measured = timesThatOf ? own / (other?.figures[timesThatOf.figure] ?? Number.NaN) : own;
  const goal = timesThatOf ? `${most} × ${timesThatOf.contender}'s ${timesThatOf.figure}` : String(most);
  return `  goal: ${figure} ≤ ${goal}: ${digits(measured)}, ${measured <= most ? "met" : "NOT met"}`;
}

/** A contender that did not finish in its time was weighed with fewer edits: its other figures are for those. */
function shorterRuns(reports: readonly Report[]): string[] {
  return reports.flatMap((report) =>
    Object.entries(report.figures).flatMap(([figure, edits]) => {
      const asked = reports[0]?.figures[figure] ?? 0;
      return figure.endsWith("edits") && edits < asked
        ? [`${report.name} made ${edits} of ${asked} edits (${figure}) before its time was up`]
        : [];
    }),
  );
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
