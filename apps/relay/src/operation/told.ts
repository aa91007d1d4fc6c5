/** What happens to devices, as the operator is told of it: counted, and in the log. */
import type { CloseReason } from "@sameside/protocol";
import type { RelayLog } from "./logs.ts";
import { type CloseName, closeName, type RelayMetrics } from "./metrics.ts";

/** What somebody has to look after; the rest are devices that are told what to do themselves. */
const TROUBLE: ReadonlySet<CloseName> = new Set<CloseName>([
  "behind",
  "roomFull",
  "tooManyBoards",
  "workshopFull",
  "unreadable",
]);
/** What the log tells once for the whole relay, and not for each of two thousand devices. */
const TOLD_ONCE: ReadonlySet<CloseName> = new Set<CloseName>(["draining", "cannotStore", "engineAway"]);

/** The listeners of a relay's parts. */
export function told(metrics: RelayMetrics, log: RelayLog) {
  return {
    joined: () => metrics.joined(),
    closed(reason: CloseReason): void {
      metrics.closed(reason);
      const name = closeName(reason);
      if (!TOLD_ONCE.has(name)) log.event(TROUBLE.has(name) ? "warn" : "info", "closed", { reason: name });
    },
    refused(status: number): void {
      metrics.requestRefused(status);
      log.event("info", "request-refused", { status });
    },
  };
}
