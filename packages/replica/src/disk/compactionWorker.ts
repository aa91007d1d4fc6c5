/** The worker's side of compactor.ts: one job; that it has begun, and one answer. */
import { buildCompacted, type CompactionAnswer, type CompactionJob } from "./compaction.ts";

self.addEventListener("message", (event: MessageEvent<CompactionJob>) => {
  answer("begun", []);
  buildCompacted(event.data).then(
    (done) => answer({ done }, [done.snapshot.buffer, ...(done.unsettled ? [done.unsettled.bytes.buffer] : [])]),
    (error: unknown) => answer({ problem: String(error) }, []),
  );
});

function answer(message: CompactionAnswer, transfer: Transferable[]): void {
  self.postMessage(message, { transfer });
}
