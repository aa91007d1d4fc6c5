/** One task of one contender, in a process of its own, so that heaps and warmed-up code do not mix. */
import { openAutomerge } from "./automerge.ts";
import type { Contender } from "./contender.ts";
import { openLoro } from "./loro.ts";
import { openSameside } from "./sameside.ts";
import { type Figures, FULL, QUICK, TASKS, type TaskName } from "./tasks.ts";

export const CONTENDERS: Readonly<Record<string, () => Contender>> = {
  sameside: openSameside,
  loro: openLoro,
  automerge: openAutomerge,
};

export interface Report {
  readonly name: string;
  readonly version: string;
  readonly figures: Figures;
}

/** Runs the task and writes a `Report` as JSON to standard output. */
export async function runChild(contender: string, task: string, quick: boolean): Promise<void> {
  const open = CONTENDERS[contender];
  const run = Object.hasOwn(TASKS, task) ? TASKS[task as TaskName] : undefined;
  if (!open || !run) throw new Error(`There is no task ${task} for ${contender}; start this by \`pnpm bench data\`.`);
  const { name, version, ...rest } = open();
  const figures = await run({ name, version, ...rest }, quick ? QUICK : FULL);
  const report: Report = { name, version, figures };
  process.stdout.write(JSON.stringify(report));
}
