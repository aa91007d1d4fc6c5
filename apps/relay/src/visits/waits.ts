/**
 * Who was sent away because the disk did not take their edits comes back at once, with the same edits. While it goes on
 * failing they are let in after a wait that doubles; a device that waits holds its edits and says so.
 */
import { setTimeout } from "node:timers/promises";

const FIRST_MS = 1_000;
/** Shorter than devices go without a word of the relay. */
const LONGEST_MS = 8_000;
/** Who has not failed for so long begins anew. */
const FORGOTTEN_AFTER_MS = 60_000;

interface Failing {
  readonly waitMs: number;
  /** On a clock that does not jump. */
  readonly at: number;
}

export class Waits {
  readonly #failingByPerson = new Map<string, Failing>();

  /** The disk did not take what this person sent. */
  note(person: string): void {
    const before = this.#failingByPerson.get(person);
    const waitMs = before ? Math.min(2 * before.waitMs, LONGEST_MS) : FIRST_MS;
    this.#failingByPerson.set(person, { waitMs, at: performance.now() });
  }

  /** Resolves when the person may come in, or `gone` does. */
  async passed(person: string, gone: Promise<void>): Promise<void> {
    const failing = this.#failingByPerson.get(person);
    const left = failing ? failing.at + failing.waitMs - performance.now() : 0;
    if (left <= 0) return;
    const waiting = new AbortController();
    const over = setTimeout(left, undefined, { ref: false, signal: waiting.signal }).catch(() => undefined);
    await Promise.race([over, gone]);
    waiting.abort();
  }

  /** Forgets who has not failed for a while; called at the pace of the heartbeat. */
  tend(): void {
    const now = performance.now();
    for (const [person, { at }] of this.#failingByPerson)
      if (now - at > FORGOTTEN_AFTER_MS) this.#failingByPerson.delete(person);
  }
}
