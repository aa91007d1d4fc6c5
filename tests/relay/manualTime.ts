/** Time between a room's batches that passes when a test says so. */
import type { RoomClock } from "@sameside/relay";

export interface ManualTime extends RoomClock {
  /** Lets so many milliseconds pass, and everything happen that was to happen in them. */
  pass(ms: number): void;
}

export function manualTime(): ManualTime {
  let now = 0;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    later: (ms, run) => void waiting.push({ at: now + ms, run }),
    pass(ms) {
      now += ms;
      for (
        let due = waiting.filter(({ at }) => at <= now);
        due.length > 0;
        due = waiting.filter(({ at }) => at <= now)
      ) {
        waiting = waiting.filter(({ at }) => at > now);
        for (const { run } of due) run();
      }
    },
  };
}
