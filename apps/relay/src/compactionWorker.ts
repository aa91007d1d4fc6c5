/** Runs in a worker: makes one update of many through a real document, which also collects what was deleted. */
import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";
import type { Compacted } from "./compaction.ts";

const answer = compacted(workerData as readonly Uint8Array[]);
parentPort?.postMessage(answer);

function compacted(updates: readonly Uint8Array[]): Compacted {
  try {
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    // A snapshot of a half-read log would erase what is not in it.
    if (doc.store.pendingStructs || doc.store.pendingDs) return { error: "The log has a gap." };
    return { snapshot: new Uint8Array(Y.encodeStateAsUpdate(doc)) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : "unknown reason" };
  }
}
