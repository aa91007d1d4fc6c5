/**
 * What an operator may count. Numbers only: no room, workshop or person is ever a label. Hot paths add to a counter once
 * per write or tick; everything that can be looked up is looked up when somebody asks.
 */
import type { Duplex } from "node:stream";
import { CLOSE, type CloseReason, type Right } from "@sameside/protocol";

/** Why the relay ended a connection: the names of `CLOSE`. */
export type CloseName = keyof typeof CLOSE;

export interface RelayMetrics {
  /** A write to the store has ended. `failed`: nothing of it is on disk. */
  committed(write: { readonly edits: number; readonly answers: number; readonly ms: number; failed?: boolean }): void;
  /** A compaction has ended. `failed`: the room stays as it was. */
  compacted(run: { readonly ms: number; readonly failed?: boolean }): void;
  /** A device has taken a seat in a room. */
  joined(): void;
  /** Frames with edits that were dropped, because their connection may not write. */
  framesDenied(count: number): void;
  /** The relay has ended a connection, or not let it in. */
  closed(reason: CloseReason): void;
  /** A request to the API was refused with this HTTP status. */
  requestRefused(status: number): void;
  /** Counts the bytes of one TCP or TLS connection until it ends. */
  countBytes(stream: Duplex & { readonly bytesRead: number; readonly bytesWritten: number }): void;
  /** Hands in what is looked up when somebody asks. */
  look(now: () => RelayNow): void;
}

/** What the relay has at this moment. */
export interface RelayNow {
  readonly rooms: number;
  readonly connections: number;
  /** Members of all rooms by what they may do. */
  readonly membersByRight: Readonly<Record<Exclude<Right, "none">, number>>;
  /** Entries that wait for the next write to the store. */
  readonly waiting: number;
}

/** Counts nothing: for rooms without an operator. */
export const NO_METRICS: RelayMetrics = {
  committed: () => undefined,
  compacted: () => undefined,
  joined: () => undefined,
  framesDenied: () => undefined,
  closed: () => undefined,
  requestRefused: () => undefined,
  countBytes: () => undefined,
  look: () => undefined,
};

const NAMES_BY_REASON = new Map<CloseReason, CloseName>(
  (Object.keys(CLOSE) as CloseName[]).map((name) => [CLOSE[name], name]),
);

/** The name of a reason: the only form in which it is counted or logged. */
export function closeName(reason: CloseReason): CloseName {
  return NAMES_BY_REASON.get(reason) ?? "draining";
}
