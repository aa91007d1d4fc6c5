/**
 * Which other relays are there. One that ended without a word may have stored what it could not tell any more: then
 * what must be known has to be read from the store again.
 */

export interface LifeTimes {
  /** A sign of life is given so often, in milliseconds. */
  readonly everyMs: number;
  /** Who has given none for so long is gone. */
  readonly goneAfterMs: number;
}

/** Three signs may be lost before a relay counts as gone. */
export const LIFE_TIMES: LifeTimes = { everyMs: 3_000, goneAfterMs: 10_000 };

interface Parts {
  readonly times: LifeTimes;
  /** Tells the others that this relay is there. */
  readonly tell: () => void;
  /** One of the others is gone without a word. */
  readonly gone: () => void;
}

export class SignsOfLife {
  readonly #parts: Parts;
  readonly #heardAt = new Map<string, number>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#look(), parts.times.everyMs);
    this.#timer.unref();
    parts.tell();
  }

  hear(relay: string): void {
    this.#heardAt.set(relay, performance.now());
  }

  /** It has said that it goes: everything it stored is told. */
  leave(relay: string): void {
    this.#heardAt.delete(relay);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#parts.tell();
    const earliest = performance.now() - this.#parts.times.goneAfterMs;
    const gone = [...this.#heardAt].filter(([, at]) => at < earliest);
    for (const [relay] of gone) this.#heardAt.delete(relay);
    if (gone.length > 0) this.#parts.gone();
  }
}
