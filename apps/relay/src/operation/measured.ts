/** Writes and compactions that are counted: who does them need not know that somebody measures. */
import type { Compact } from "../room/compaction.ts";
import type { RoomStore } from "../roomStore/roomStore.ts";
import type { RelayMetrics } from "./metrics.ts";

/** The `commit` of `store`, told to `metrics` with its duration and outcome. */
export function measuredCommits(store: Pick<RoomStore, "commit">, metrics: RelayMetrics): Pick<RoomStore, "commit"> {
  return {
    async commit(writes) {
      const begun = performance.now();
      const edits = writes.reduce((count, { to }) => count + (to === "log" ? 1 : 0), 0);
      const answers = writes.length - edits;
      try {
        const rows = await store.commit(writes);
        metrics.committed({ edits, answers, ms: performance.now() - begun });
        return rows;
      } catch (error) {
        metrics.committed({ edits, answers, ms: performance.now() - begun, failed: true });
        throw error;
      }
    },
  };
}

/** The same compaction, told to `metrics` with its duration and outcome. */
export function measuredCompact(compact: Compact, metrics: RelayMetrics): Compact {
  return async (updates) => {
    const begun = performance.now();
    try {
      const snapshot = await compact(updates);
      metrics.compacted({ ms: performance.now() - begun });
      return snapshot;
    } catch (error) {
      metrics.compacted({ ms: performance.now() - begun, failed: true });
      throw error;
    }
  };
}
