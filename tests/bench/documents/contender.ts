/** What every model under test must be able to do: the same work, each in the way its own manual tells. */
import type { Edit } from "./trace.ts";

/** A board before anybody edits it: `phases` × `touchpointsPerPhase` × `cardsPerTouchpoint`, in one journey. */
export interface BoardPlan {
  readonly phases: number;
  readonly touchpointsPerPhase: number;
  readonly cardsPerTouchpoint: number;
}

export interface Contender {
  readonly name: string;
  readonly version: string;
  /** The planned board, as one state without history. */
  base(plan: BoardPlan): Uint8Array;
  /** Brings a state into memory, ready to be edited, and nothing more. */
  load(state: Uint8Array): unknown;
  /** Opens a state as the device of `person`, ready to edit and to hear others. */
  open(state: Uint8Array, person: string): Device;
}

export interface Device {
  /** Makes one edit as one transaction; when it returns, the update for others is at hand. */
  edit(edit: Edit): void;
  /** All that was edited since `open`, for others. */
  changes(): Uint8Array;
  merge(changes: Uint8Array): void;
  /** The whole document, as it would lie on disk. */
  save(): Uint8Array;
  /** Reads everything into plain values; how many living cards there are. */
  readAll(): number;
  /** Brings a view that is already there up to date; absent where the library leaves that to the application. */
  followView?(): void;
  /** Hears each update for others; ours only, for the bench of the stores. Returns the way to stop. */
  onUpdate?(hear: (update: Uint8Array) => void): () => void;
  /** Bytes of updates handed to others so far. */
  sentBytes(): number;
}
