/** Folds in a worker, so that nobody who is typing waits for it; beside the page's own work where there are no workers. */
import { buildCompacted, type Compacted, type CompactionAnswer, type CompactionJob } from "./compaction.ts";

/** Rejects when a piece is no Yjs update. */
export async function compactAside(job: CompactionJob): Promise<Compacted> {
  const worker = startWorker();
  if (!worker) return buildCompacted(job);
  try {
    const answer = await askWorker(worker, job);
    // A worker whose file cannot be had (a reload without the relay) says nothing of the job.
    if (answer === "no worker") return await buildCompacted(job);
    if ("problem" in answer) throw new Error(answer.problem);
    return answer.done;
  } finally {
    worker.terminate();
  }
}

function startWorker(): Worker | undefined {
  if (typeof Worker === "undefined") return undefined;
  try {
    return new Worker(new URL("./compactionWorker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
}

function askWorker(worker: Worker, job: CompactionJob): Promise<CompactionAnswer | "no worker"> {
  return new Promise((resolve) => {
    worker.addEventListener("message", (event: MessageEvent<CompactionAnswer>) => resolve(event.data));
    worker.addEventListener("error", () => resolve("no worker"));
    worker.addEventListener("messageerror", () => resolve("no worker"));
    worker.postMessage(job);
  });
}
