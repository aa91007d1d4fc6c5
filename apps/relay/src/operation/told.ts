/** What happens to devices, as the operator is told of it: counted, and in the log. */
import type { CloseReason } from "@sameside/protocol";
import type { RelayLog } from "./logs.ts";
import { type CloseName, closeName, type RelayMetrics } from "./metrics.ts";

/** What somebody has to look after; the rest are devices that are told what to do themselves. */
const TROUBLE: ReadonlySet<CloseName> = new Set<CloseName>(["behind", "roomFull", "unreadable"]);

/** The listeners of a relay's parts. */
export function told(metrics: RelayMetrics, log: RelayLog) {
  return {
    joined: () => metrics.joined(),
    closed(reason: CloseReason): void {
      metrics.closed(reason);
      const name = closeName(reason);
      // A relay that stops says so once, and not for each of two thousand devices.
      if (name !== "draining") log.event(TROUBLE.has(name) ? "warn" : "info", "closed", { reason: name });
    },
    refused(status: number): void {
      metrics.requestRefused(status);
      log.event("info", "request-refused", { status });
    },
  };
}
