/** Work that is done in rounds: one at a time, again when something came up meanwhile, and later when it did not succeed. */

export interface Rounds {
  /** There is something to do, or it may succeed now. */
  soon(): void;
  /** Resolves when no round is under way and none is due at once. */
  settled(): Promise<void>;
  close(): void;
}

/** How long after a round that did not succeed the next one begins, in ms; each time twice as long, up to the most. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/** `round` answers whether all was done; otherwise it is tried again. It must not reject. */
export function openRounds(round: () => Promise<boolean>): Rounds {
  let running: Promise<void> | undefined;
  let isDue = false;
  let isClosed = false;
  let pause = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon() {
      pause = FIRST_PAUSE_MS;
      begin();
    },
    async settled() {
      while (running) await running;
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };

  function begin(): void {
    if (isClosed) return;
    isDue = true;
    running ??= run().finally(() => {
      running = undefined;
    });
  }

  async function run(): Promise<void> {
    clearTimeout(timer);
    let isDone = true;
    while (isDue && !isClosed) {
      isDue = false;
      isDone = await round();
    }
    if (isClosed) return;
    if (isDone) {
      pause = FIRST_PAUSE_MS;
      return;
    }
    timer = setTimeout(begin, pause);
    pause = Math.min(LONGEST_PAUSE_MS, 2 * pause);
  }
}
