/** The acts of the bench: what people do on a board, and how it is measured. */
import { setTimeout as pause } from "node:timers/promises";
import {
  type Act,
  type Amounts,
  DRAG_MANY,
  DRAG_ONE,
  DROPPED,
  DROPPED_SHARE,
  type Figures,
  FRAME_P95,
  HOVER,
  OVERVIEW,
  OWN,
  PAN,
  PER_EDIT,
  quantile,
  REMOTE,
  SLOW_DRAG,
  SLOW_PAN,
  TASK,
  ZOOM,
} from "./act.ts";
import type { Board, Stage } from "./contender.ts";
import { settle, taskMs } from "./cost.ts";
import { editFromOutside, editHere } from "./edits.ts";
import { dragMany, dragOne, hover, panAt, zoomThere } from "./gestures.ts";
import { FRAME_MS } from "./hand.ts";
import { OUR_ACTS } from "./ourActs.ts";
import { type Profile, profiled } from "./profile.ts";
import type { Scene } from "./scene.ts";

const OVERVIEW_ZOOM = 0.2;
/** What comes after the last event belongs to the act. */
const AFTERMATH_MS = 250;
/** A cheap laptop. */
const SLOWED_BY = 4;

export const ACTS: readonly Act[] = [
  { name: PAN, prepare: (...all) => panAt(1, ...all) },
  { name: ZOOM, prepare: zoomThere },
  { name: OVERVIEW, prepare: (...all) => panAt(OVERVIEW_ZOOM, ...all) },
  { name: HOVER, prepare: hover },
  { name: REMOTE, prepare: editFromOutside },
  { name: OWN, isToldByFinish: true, prepare: editHere },
  { name: DRAG_ONE, prepare: dragOne },
  { name: DRAG_MANY, prepare: dragMany },
  { name: SLOW_PAN, slowedBy: SLOWED_BY, prepare: (...all) => panAt(1, ...all) },
  { name: SLOW_DRAG, slowedBy: SLOWED_BY, prepare: dragOne },
  ...OUR_ACTS,
];

/** Plays one act and measures it, under the profiler when its answer is asked for. Figures have the act's name before. */
export async function playAct(
  act: Act,
  board: Board,
  stage: Stage,
  scene: Scene,
  amounts: Amounts,
  onProfile?: (act: string, profile: Profile) => void,
): Promise<Figures> {
  const play = await act.prepare(board, stage, scene, amounts);
  if (typeof play === "string") return { [`${act.name}: ${TASK}`]: play };
  await settle(stage.cdp);
  await stage.cdp.send("Emulation.setCPUThrottlingRate", { rate: act.slowedBy ?? 1 });
  const before = await taskMs(stage.cdp);
  const began = performance.now();
  await stage.page.evaluate(() => window.recorder.startFrames());
  try {
    if (onProfile) onProfile(act.name, await profiled(stage.cdp, () => play.run()));
    else await play.run();
  } finally {
    await stage.cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  }
  const took = performance.now() - began;
  await pause(AFTERMATH_MS);
  const gaps = await stage.page.evaluate(() => window.recorder.stopFrames());
  const cost = (await taskMs(stage.cdp)) - before;
  const own = await play.finish?.();
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
  const costs: Figures = {
    [TASK]: cost,
    [FRAME_P95]: quantile(gaps, 0.95),
    [DROPPED]: dropped,
    ...(act.slowedBy === undefined ? {} : { [DROPPED_SHARE]: (100 * dropped) / (dropped + gaps.length) }),
    "took s": took / 1000,
    ...(act.name === REMOTE ? { [PER_EDIT]: cost / amounts.outsideEdits } : {}),
  };
  const figures = { ...(act.isToldByFinish ? {} : costs), ...own };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${act.name}: ${name}`, value]));
}
