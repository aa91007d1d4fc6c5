/**
 * When a room's log is folded: in a pause of writing, since building a snapshot takes a processor away from it; and
 * however long nobody pauses, before the log is so long that the next visit would feel it.
 */

export interface FoldTimer {
  /** How many updates the log holds. */
  held(): number;
  /** The log was read, and holds so many. */
  counted(updates: number): void;
  /** So many were written to it. */
  logged(updates: number): void;
  /** The fold that was asked for begins: whatever comes of it, the next one is a log's length away. */
  begun(): void;
  /** A fold has left so many of those that the log held when it began. */
  folded(left: number, of: number): void;
  /** Asks for no more. */
  close(): void;
}

/** The log is folded when it holds this many updates: replaying them takes about 25 ms. */
export const FOLD_AT_UPDATES = 500;
/** … and without a pause when it holds this many more: replaying those takes half a second. */
const FOLD_UNPAUSED_UPDATES = 10_000;
/** People pause for as long many times a minute, also where many of them write. */
const PAUSE_MS = 200;

/** `fold` is called once, and not again before `begun`. */
export function openFoldTimer(fold: () => void): FoldTimer {
  let held = 0;
  let due = FOLD_AT_UPDATES;
  let isAsked = false;
  let isClosed = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  return {
    held: () => held,
    counted(updates) {
      held = updates;
    },
    logged(updates) {
      held += updates;
      clearTimeout(pause);
      if (isClosed || isAsked || held < due) return;
      if (held >= due + FOLD_UNPAUSED_UPDATES) ask();
      else pause = setTimeout(ask, PAUSE_MS);
    },
    begun() {
      clearTimeout(pause);
      isAsked = false;
      due = held + FOLD_AT_UPDATES;
    },
    folded(left, of) {
      held += left - of;
      due = held + FOLD_AT_UPDATES;
    },
    close() {
      // A write that is under way may still be logged.
      isClosed = true;
      clearTimeout(pause);
    },
  };

  function ask(): void {
    isAsked = true;
    fold();
  }
}
