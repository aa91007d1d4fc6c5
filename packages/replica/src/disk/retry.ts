/** Tries again what failed, by itself: soon at first, then less and less often. */

export interface Retry {
  /** It failed. */
  later(): void;
  /** It went through, or is no longer wanted now: the next failure is the first again. */
  reset(): void;
  /** No more attempts. */
  close(): void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

export function openRetry(attempt: () => void): Retry {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_RETRY_MS;
  let isClosed = false;
  return {
    later() {
      clearTimeout(timer);
      if (isClosed) return;
      timer = setTimeout(attempt, delay);
      delay = Math.min(delay * 2, LONGEST_RETRY_MS);
    },
    reset() {
      clearTimeout(timer);
      delay = FIRST_RETRY_MS;
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}
