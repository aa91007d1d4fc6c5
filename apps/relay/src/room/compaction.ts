/** Compaction away from the main thread: a large room takes long to go through a real document. */
import { Worker } from "node:worker_threads";
import type { Snapshot } from "../roomStore/roomStore.ts";

/** Everything a room has, as one update with its facts; rejects when the updates do not make one whole document. */
export type Compact = (updates: readonly Uint8Array[]) => Promise<Snapshot>;

/** What the worker is given: all updates, one after the other, and how long each is. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
}

/** What the worker answers. */
export type Compacted = { readonly snapshot: Snapshot } | { readonly error: string };

/** Compacts rooms one after the other, in a worker that lives as long as there is something to do. */
export class Compactor {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #worker: Worker | undefined;
  #isClosed = false;

  readonly compact: Compact = (updates) => {
    this.#waiting += 1;
    const result = this.#last.then(() => this.#run(updates)).finally(() => this.#ended());
    this.#last = result.catch(() => undefined);
    return result;
  };

  /** Resolves when the compaction under way has ended; starts none after it. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#last;
  }

  async #run(updates: readonly Uint8Array[]): Promise<Snapshot> {
    if (this.#isClosed) throw new Error("The relay is stopping.");
    this.#worker ??= openWorker();
    try {
      return await answerOf(this.#worker, updates);
    } catch (error) {
      // It may have died of it; the next room gets another one.
      this.#dismiss();
      throw error;
    }
  }

  #ended(): void {
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#dismiss();
  }

  #dismiss(): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function openWorker(): Worker {
  const worker = new Worker(new URL("./compactionWorker.ts", import.meta.url));
  // Heard of by who waits for its answer; without a listener of its own it would end the process.
  worker.on("error", () => undefined);
  return worker;
}

function answerOf(worker: Worker, updates: readonly Uint8Array[]): Promise<Snapshot> {
  return new Promise((resolve, reject) => {
    const listeners = {
      message: (answer: Compacted) =>
        settle(() => ("error" in answer ? reject(new Error(answer.error)) : resolve(answer.snapshot))),
      error: (error: Error) => settle(() => reject(error)),
      exit: () => settle(() => reject(new Error("The worker ended without an answer."))),
    };
    const settle = (end: () => void): void => {
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      end();
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    const packed = pack(updates);
    worker.postMessage(packed, [packed.bytes.buffer, packed.lengths.buffer]);
  });
}

/** A copy of its own, which is given away: an update is part of a larger buffer, and would take all of that along. */
function pack(updates: readonly Uint8Array[]): Packed {
  const lengths = Uint32Array.from(updates, ({ length }) => length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const update of updates) {
    bytes.set(update, at);
    at += update.length;
  }
  return { bytes, lengths };
}
