/**
 * Writes what is stored of a workshop anew, without what was emptied in it: after somebody has withdrawn what they said,
 * and their device has emptied it in the documents.
 */
import { type Seat, WITHDRAWAL } from "@sameside/protocol";
import { Refused } from "../access/refused.ts";
import type { Rooms } from "../room/rooms.ts";
import type { RoomStore } from "../roomStore/roomStore.ts";

/** It is slow, and others wait meanwhile: so often at most for each person, in milliseconds. */
const EVERY_MS = 10_000;

interface ScrubbingParts {
  readonly store: Pick<RoomStore, "answers" | "scrub">;
  readonly rooms: Pick<Rooms, "compactAll">;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

export class Scrubbing {
  readonly #parts: ScrubbingParts;
  #last: Promise<void> = Promise.resolve();
  /** Has not begun, so it will see what was emptied until now. */
  readonly #nextByWorkshop = new Map<string, Promise<void>>();
  /** When people asked last, by workshop and person. */
  readonly #askedAt = new Map<string, number>();

  constructor(parts: ScrubbingParts) {
    this.#parts = parts;
  }

  /**
   * Resolves when it is done. One after the other, and once for all who ask while one is waiting: it is slow.
   * @throws Refused 403 for who has withdrawn nothing and is no facilitator, 429 for who asks again too soon
   */
  async scrub(seat: Seat): Promise<void> {
    if (seat.role !== "facilitator" && !(await this.#hasWithdrawn(seat)))
      throw new Refused(403, "There is nothing to remove for you. Withdraw your words first.");
    this.#noteAsking(seat);
    const { workshop } = seat;
    const waiting = this.#nextByWorkshop.get(workshop);
    if (waiting) return waiting;
    const next = this.#last.then(() => {
      this.#nextByWorkshop.delete(workshop);
      return this.#run(workshop);
    });
    this.#nextByWorkshop.set(workshop, next);
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #run(workshop: string): Promise<void> {
    await this.#parts.rooms.compactAll(workshop);
    await this.#parts.store.scrub();
  }

  #noteAsking({ workshop, person }: Seat): void {
    const now = this.#parts.now();
    for (const [asker, time] of this.#askedAt) if (now - time >= EVERY_MS) this.#askedAt.delete(asker);
    const key = `${workshop}/${person}`;
    if (this.#askedAt.has(key))
      throw new Refused(429, "This was asked for just now. Try again in a while.", EVERY_MS / 1000);
    this.#askedAt.set(key, now);
  }

  async #hasWithdrawn({ workshop, person }: Seat): Promise<boolean> {
    const rows = await this.#parts.store.answers(workshop);
    return rows.some((row) => row.topic === WITHDRAWAL.topic && row.person === person);
  }
}
