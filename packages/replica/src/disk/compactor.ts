/** Folds in a worker, so that nobody who is typing waits for it; beside the page's own work where there are no workers. */
import { buildCompacted, type Compacted, type CompactionAnswer, type CompactionJob } from "./compaction.ts";

/**
 * How long a worker may take to begin (ms). Its program comes over the network at plain http addresses, and over a Wi-Fi
 * that has quietly died it never comes and nothing says so; meanwhile everything that waits for the fold waits as well.
 */
const WORKER_BEGINS_MS = 3_000;
/** How long the largest room on a slow, busy device may take to be folded (ms): a worker that takes longer was lost. */
const WORKER_ENDS_MS = 60_000;

type WorkerAnswer = Exclude<CompactionAnswer, "begun">;

/** Rejects when a piece is no Yjs update. */
export async function compactAside(job: CompactionJob): Promise<Compacted> {
  const worker = startWorker();
  if (!worker) return buildCompacted(job);
  try {
    const answer = await askWorker(worker, job);
    // A worker whose file cannot be had (a reload without the relay), or that was lost, says nothing of the job.
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

function askWorker(worker: Worker, job: CompactionJob): Promise<WorkerAnswer | "no worker"> {
  return new Promise((resolve) => {
    let patience = setTimeout(() => settle("no worker"), WORKER_BEGINS_MS);
    const settle = (answer: WorkerAnswer | "no worker") => {
      clearTimeout(patience);
      resolve(answer);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<CompactionAnswer>) => {
      if (data !== "begun") {
        settle(data);
        return;
      }
      clearTimeout(patience);
      patience = setTimeout(() => settle("no worker"), WORKER_ENDS_MS);
    });
    worker.addEventListener("error", () => settle("no worker"));
    worker.addEventListener("messageerror", () => settle("no worker"));
    worker.postMessage(job);
  });
}
