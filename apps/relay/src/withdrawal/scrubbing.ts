/**
 * Writes what is stored of a workshop anew, without what was emptied in it: after somebody has withdrawn what they said,
 * and their device has emptied it in the documents.
 */
import { setTimeout } from "node:timers/promises";
import { limits, type Seat, WITHDRAWAL } from "@sameside/protocol";
import { Buckets } from "../access/joinLimits.ts";
import { Refused } from "../access/refused.ts";
import type { Rooms } from "../room/rooms.ts";
import type { RoomStore } from "../roomStore/roomStore.ts";

/** So often at most for each person, in milliseconds. */
const EVERY_MS = 10_000;

interface ScrubbingParts {
  readonly store: Pick<RoomStore, "answers" | "scrub">;
  readonly rooms: Pick<Rooms, "compactAll">;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

/** One run for everybody who asked before it began. */
interface Run {
  readonly workshops: Set<string>;
  /** Why it was not possible for some of them. */
  readonly done: Promise<ReadonlyMap<string, unknown>>;
}

export class Scrubbing {
  readonly #parts: ScrubbingParts;
  readonly #asksByAddress: Buckets;
  /** Has not begun, so it will see what was emptied until now. */
  #next: Run | undefined;
  #last: Promise<void> = Promise.resolve();
  /** When people asked last, by workshop and person. */
  readonly #askedAt = new Map<string, number>();

  constructor(parts: ScrubbingParts) {
    this.#parts = parts;
    this.#asksByAddress = new Buckets(
      { burst: limits.MAX_SCRUBS_BURST, perMinute: limits.MAX_SCRUBS_MINUTE },
      parts.now,
    );
  }

  /**
   * Resolves when it is done. One run after the other with a rest between them, and one for all who ask while it waits:
   * it takes long, and the relay has other things to do.
   * @throws Refused 403 for who has withdrawn nothing and is no facilitator, 429 for who asks again too soon
   */
  async scrub(seat: Seat, address: string): Promise<void> {
    this.#noteAsking(seat, address);
    if (seat.role !== "facilitator" && !(await this.#hasWithdrawn(seat)))
      throw new Refused(403, "There is nothing to remove for you. Withdraw your words first.");
    const run = this.#next ?? this.#begin();
    run.workshops.add(seat.workshop);
    const failed = await run.done;
    if (failed.has(seat.workshop)) throw failed.get(seat.workshop);
  }

  #begin(): Run {
    const workshops = new Set<string>();
    let begin = 0;
    const done = this.#last.then(() => {
      this.#next = undefined;
      begin = this.#parts.now();
      return this.#scrubAll(workshops);
    });
    // As long as the run took: whoever asks, the relay has time for other things. One that stops does not wait for it.
    const rest = () => setTimeout(this.#parts.now() - begin, undefined, { ref: false });
    this.#last = done.then(rest, rest);
    this.#next = { workshops, done };
    return this.#next;
  }

  async #scrubAll(workshops: ReadonlySet<string>): Promise<ReadonlyMap<string, unknown>> {
    const failed = new Map<string, unknown>();
    for (const workshop of workshops)
      await this.#parts.rooms.compactAll(workshop).catch((error: unknown) => failed.set(workshop, error));
    await this.#parts.store.scrub();
    return failed;
  }

  #noteAsking({ workshop, person }: Seat, address: string): void {
    const now = this.#parts.now();
    for (const [asker, time] of this.#askedAt) if (now - time >= EVERY_MS) this.#askedAt.delete(asker);
    const key = `${workshop}/${person}`;
    if (this.#askedAt.has(key))
      throw new Refused(429, "This was asked for just now. Try again in a while.", EVERY_MS / 1000);
    this.#asksByAddress.take(address, "This was asked for from here often. Try again in a minute.");
    this.#askedAt.set(key, now);
  }

  async #hasWithdrawn({ workshop, person }: Seat): Promise<boolean> {
    const rows = await this.#parts.store.answers(workshop);
    return rows.some((row) => row.topic === WITHDRAWAL.topic && row.person === person);
  }
}
