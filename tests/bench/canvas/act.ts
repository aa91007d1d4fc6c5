/** What an act is, and what it tells. */
import type { Board, Stage } from "./contender.ts";
import type { Scene } from "./scene.ts";

export type Figures = Record<string, number | string>;

export interface Amounts {
  /** Events of a pan, a zoom and a drag. */
  readonly events: number;
  readonly hovers: number;
  readonly outsideEdits: number;
  readonly ownEdits: number;
}

export interface Act {
  readonly name: string;
  /** How many times slower the processor is made; as it is when absent. */
  readonly slowedBy?: number;
  /** Only what `finish` tells is a figure: the hands of the contenders differ in it. */
  readonly isToldByFinish?: true;
  /** The others are not asked. */
  readonly isOursOnly?: true;
  /** Brings the page to where the act begins; the answer is the act, or why it cannot be done. */
  prepare(board: Board, stage: Stage, scene: Scene, amounts: Amounts): Promise<Play | string>;
}
export interface Play {
  /** What is measured. */
  run(): Promise<void>;
  /** Further figures. @throws Error when the act did not do what it should have done */
  finish?(): Promise<Figures>;
}

/** Names of acts. */
export const PAN = "pan";
export const ZOOM = "zoom";
export const OVERVIEW = "overview pan";
export const DRAG_ONE = "drag 1";
export const DRAG_MANY = "drag 50";
export const SLOW_PAN = "slow pan";
export const SLOW_DRAG = "slow drag 1";
export const HOVER = "hover";
export const REMOTE = "remote";
export const OWN = "own edits";

/** Names of figures; those of an act have its name before them. */
export const TASK = "main thread ms";
export const DROPPED = "frames dropped";
export const DROPPED_SHARE = "frames dropped %";
export const FRAME_P95 = "frame p95 ms";
export const PER_EDIT = "main thread ms per edit";
export const PAINT_P95 = "edit → paint p95 ms";

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
