/** Compaction away from the main thread: a large room takes long to go through a real document. */
import { Worker } from "node:worker_threads";

/** Everything a room has, as one update; rejects when the updates do not make one whole document. */
export type Compact = (updates: readonly Uint8Array[]) => Promise<Uint8Array<ArrayBuffer>>;

/** What the worker answers. */
export type Compacted = { readonly snapshot: Uint8Array<ArrayBuffer> } | { readonly error: string };

/** Compacts rooms one after the other, each in a worker of its own. */
export class Compactor {
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  readonly compact: Compact = (updates) => {
    const result = this.#last.then(() => {
      if (this.#isClosed) throw new Error("The relay is stopping.");
      return inWorker(updates);
    });
    this.#last = result.catch(() => undefined);
    return result;
  };

  /** Resolves when the compaction under way has ended; starts none after it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }
}

function inWorker(updates: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./compactionWorker.ts", import.meta.url), { workerData: updates });
    worker.once("message", (answer: Compacted) => {
      if ("error" in answer) reject(new Error(answer.error));
      else resolve(answer.snapshot);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The worker ended without an answer.")));
  });
}
