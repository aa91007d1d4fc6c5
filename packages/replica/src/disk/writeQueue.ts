/**
 * The way from memory to disk: what is queued goes out in one batch per write, a batch that fails goes back to the head
 * of the queue and is tried again. Nothing leaves the queue before it is on disk.
 */

import { openRetry } from "./retry.ts";

/** "typing": queued or being written; "kept": all on disk; "failed": the last write failed, all of it is still queued. */
export type DiskState = "typing" | "kept" | "failed";

export interface WriteQueue<T> {
  push(item: T): void;
  /**
   * Writes what is queued now, in a way that survives a power cut, without waiting for a write that is under way; rejects
   * when one of them fails.
   */
  flush(): Promise<void>;
  /** Tells the queue that the disk failed elsewhere; it tries again by itself, with nothing queued, too. */
  fail(error: unknown): void;
  state(): DiskState;
  /** Why the last write failed; `undefined` when it did not. */
  failure(): unknown;
  /** What is not on disk. */
  unwritten(): readonly T[];
  /** Some of that is what is looked for. */
  holds(isIt: (item: T) => boolean): boolean;
  /** No more attempts of its own. */
  close(): void;
}

/** `write` resolves when the batch is on disk (an empty batch asks whether writing is possible); `changed` hears of new states. */
export function openWriteQueue<T>(
  write: (batch: readonly T[], durability: IDBTransactionDurability) => Promise<void>,
  changed: () => void,
): WriteQueue<T> {
  let queued: T[] = [];
  const writing = new Set<readonly T[]>();
  const running = new Set<Promise<boolean>>();
  let failure: { error: unknown } | undefined;
  let scheduled = false;
  const retry = openRetry(() => writeQueued("relaxed"));
  let closed = false;

  return {
    push(item) {
      queued.push(item);
      schedule();
      changed();
    },
    async flush() {
      if (queued.length > 0 || failure) writeQueued("strict");
      const results = await Promise.all(running);
      if (results.includes(false)) throw new Error(NOT_KEPT, { cause: failure?.error });
    },
    fail(error) {
      failure = { error };
      retry.later();
      changed();
    },
    state() {
      if (failure) return "failed";
      return queued.length > 0 || running.size > 0 ? "typing" : "kept";
    },
    failure: () => failure?.error,
    unwritten: () => [...[...writing].flat(), ...queued],
    holds: (isIt) => queued.some(isIt) || [...writing].some((batch) => batch.some(isIt)),
    close() {
      closed = true;
      retry.close();
    },
  };

  /** One write at a time by itself, after the current task: the edits of one gesture, and of a busy disk, share a write. */
  function schedule(): void {
    if (scheduled || failure || running.size > 0 || queued.length === 0 || closed) return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      if (queued.length > 0 && !failure) writeQueued("relaxed");
    });
  }

  function writeQueued(durability: IDBTransactionDurability): void {
    const batch = queued;
    queued = [];
    writing.add(batch);
    const attempt = tryWrite(batch, durability);
    running.add(attempt);
    void attempt.finally(() => {
      running.delete(attempt);
      schedule();
      changed();
    });
  }

  async function tryWrite(batch: readonly T[], durability: IDBTransactionDurability): Promise<boolean> {
    try {
      await write(batch, durability);
      failure = undefined;
      retry.reset();
      return true;
    } catch (error) {
      queued = [...batch, ...queued];
      failure = { error };
      retry.later();
      return false;
    } finally {
      writing.delete(batch);
    }
  }
}

const NOT_KEPT = "This device could not store the changes. Keep this tab open, and download a copy.";
