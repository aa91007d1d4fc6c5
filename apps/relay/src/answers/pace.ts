/** Tells the first news at once, and what comes after it together, never faster than a given pace. */

/** The time, and a way to be called later; handed in, so that tests need not wait. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` once after `ms` milliseconds. Answers how to prevent it. */
  after(ms: number, run: () => void): () => void;
}

export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};

export class Pace {
  readonly #clock: Clock;
  readonly #everyMs: number;
  readonly #tell: () => void;
  #hasNews = false;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, everyMs: number, tell: () => void) {
    this.#clock = clock;
    this.#everyMs = everyMs;
    this.#tell = tell;
  }

  /** There is something to tell. */
  news(): void {
    this.#hasNews = true;
    if (!this.#cancel) this.#turn();
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#hasNews = false;
  }

  #turn(): void {
    this.#cancel = undefined;
    if (!this.#hasNews) return;
    this.#hasNews = false;
    this.#cancel = this.#clock.after(this.#everyMs, () => this.#turn());
    this.#tell();
  }
}
