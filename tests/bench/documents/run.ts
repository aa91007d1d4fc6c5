/** Runs every task for every contender, each in its own process, and prints the medians side by side. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { CONTENDERS, type Report } from "./child.ts";
import { installPeers } from "./peers.ts";
import { printTask } from "./table.ts";
import { type Figures, TASKS, type TaskName } from "./tasks.ts";

const MAIN = join(import.meta.dirname, "../main.ts");
const REPEATS = 3;
/** Weights and counts hardly change from run to run, and these runs are long. */
const REPEATS_OF_DISK = 1;
const MAX_OUTPUT = 1_000_000;
const GB = 1e9;

export interface BenchOptions {
  readonly quick?: boolean | undefined;
  readonly json?: string | undefined;
  /** Tasks, with commas between them; all when absent. */
  readonly only?: string | undefined;
  readonly repeats?: string | undefined;
}

/** @throws Error when a contender fails: figures with a gap would look like figures. */
export async function benchData(options: BenchOptions): Promise<void> {
  installPeers();
  const quick = options.quick ?? false;
  const tasks = tasksOf(options.only);
  const repeats = options.repeats === undefined ? REPEATS : Number(options.repeats);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, ${(totalmem() / GB).toFixed(1)} GB, ${process.platform} ${release()}, Node ${process.version}`;
  console.log(`${machine}\n${quick ? "QUICK: a smoke run, its figures mean nothing\n" : ""}`);
  const all: Record<string, Report[]> = {};
  for (const task of tasks) {
    const reports: Report[] = [];
    for (const contender of Object.keys(CONTENDERS)) {
      const runs: Report[] = [];
      const times = quick ? 1 : Math.min(repeats, task === "disk" ? REPEATS_OF_DISK : repeats);
      while (runs.length < times) runs.push(await runOnce(contender, task, quick));
      reports.push(medianOf(runs));
    }
    all[task] = reports;
    printTask(task, reports);
  }
  if (options.json) await writeFile(options.json, `${JSON.stringify({ machine, quick, tasks: all }, null, 2)}\n`);
}

function tasksOf(only: string | undefined): TaskName[] {
  const names = Object.keys(TASKS) as TaskName[];
  if (only === undefined) return names;
  const wanted = only.split(",");
  const unknown = wanted.find((name) => !(names as string[]).includes(name));
  if (unknown !== undefined) throw new Error(`There is no task “${unknown}”: use ${names.join(", ")}.`);
  return names.filter((name) => wanted.includes(name));
}

async function runOnce(contender: string, task: TaskName, quick: boolean): Promise<Report> {
  const args = [MAIN, "data-child", contender, task, ...(quick ? ["--quick"] : [])];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: MAX_OUTPUT });
  return JSON.parse(stdout) as Report;
}

/** Figure by figure. */
function medianOf(runs: readonly Report[]): Report {
  const [first] = runs;
  if (!first) throw new Error("A benchmark needs at least one run: give --repeats 1 or more.");
  const figures: Record<string, number> = {};
  for (const name of Object.keys(first.figures)) {
    const values = runs.map((run) => (run.figures as Figures)[name] ?? Number.NaN).sort((a, b) => a - b);
    figures[name] = values[Math.floor(values.length / 2)] ?? Number.NaN;
  }
  return { ...first, figures };
}
