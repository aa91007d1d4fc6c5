/**
 * Long news in portions: a connection for which too much waits is ended, so a newcomer to a workshop of 20,000 rows is
 * not told all of them at once.
 */
import type { DeskMember } from "../room/desk.ts";
import { tell } from "./listeners.ts";
import type { Clock } from "./pace.ts";

/** One portion for one connection, in bytes, and the time between two of them, in milliseconds. */
const PORTION_BYTES = 256 * 1024;
export const PORTION_EVERY_MS = 100;
/** One portion for all connections together, in bytes: what one core gets out in that time beside all else. */
const PORTION_FOR_ALL_BYTES = 64 * 1024 * 1024;

/** Bytes of one portion that so many connections are told. */
export function portionFor(connections: number): number {
  return Math.min(PORTION_BYTES, Math.ceil(PORTION_FOR_ALL_BYTES / Math.max(1, connections)));
}

export class Portions {
  readonly #clock: Clock;
  readonly #cancelByMember = new Map<DeskMember, () => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Tells the frames in order; those of an earlier call that were not told yet are left out. */
  tell(member: DeskMember, frames: readonly Uint8Array[]): void {
    this.stop(member);
    let bytes = 0;
    const end = frames.findIndex((frame) => {
      bytes += frame.length;
      return bytes > PORTION_BYTES;
    });
    // A frame that is a portion by itself is told all the same.
    const count = end === -1 ? frames.length : Math.max(1, end);
    tell(member, frames.slice(0, count));
    if (count === frames.length) return;
    const next = () => {
      this.#cancelByMember.delete(member);
      this.tell(member, frames.slice(count));
    };
    this.#cancelByMember.set(member, this.#clock.after(PORTION_EVERY_MS, next));
  }

  /** Tells this connection no more. */
  stop(member: DeskMember): void {
    this.#cancelByMember.get(member)?.();
    this.#cancelByMember.delete(member);
  }

  close(): void {
    for (const cancel of this.#cancelByMember.values()) cancel();
    this.#cancelByMember.clear();
  }
}
