/** Runs in a worker: makes one update of many through a real document, which also collects what was deleted. */
import { parentPort } from "node:worker_threads";
import * as Y from "yjs";
import { Guard } from "../guard/guard.ts";
import type { Compacted, Packed } from "./compaction.ts";

parentPort?.on("message", (packed: Packed) => {
  const answer = compacted(unpacked(packed));
  parentPort?.postMessage(answer, "error" in answer ? [] : [answer.snapshot.state.buffer as ArrayBuffer]);
});

function* unpacked({ bytes, lengths }: Packed): Generator<Uint8Array> {
  let at = 0;
  for (const length of lengths) {
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

function compacted(updates: Iterable<Uint8Array>): Compacted {
  try {
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    // A snapshot of a half-read log would erase what is not in it.
    if (doc.store.pendingStructs || doc.store.pendingDs) return { error: "The log has a gap." };
    const state = new Uint8Array(Y.encodeStateAsUpdate(doc));
    return { snapshot: { state, facts: factsOf(state) } };
  } catch (error) {
    return { error: error instanceof Error ? error.message : "unknown reason" };
  }
}

/** Absent when the state is none that a guard lets in: then whoever writes is told so, and readers lose nothing. */
function factsOf(state: Uint8Array): Uint8Array | undefined {
  try {
    const guard = new Guard();
    return guard.believe(state) ? guard.facts() : undefined;
  } catch {
    return undefined;
  }
}
