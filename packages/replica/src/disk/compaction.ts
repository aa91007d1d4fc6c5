/** Makes few bytes of many, bytes in and bytes out, so that it runs in a worker as it does beside the page. */
import * as Y from "yjs";
import { gzip } from "./gzip.ts";
import { applyStoredUpdate, type StoredUpdate } from "./storedUpdate.ts";

export interface CompactionJob {
  /** A V2 state. */
  readonly snapshot: Uint8Array | undefined;
  /** What came from others, and own edits the relay has. */
  readonly settled: readonly StoredUpdate[];
  /** Own edits the relay has not. */
  readonly unsettled: readonly StoredUpdate[];
}

/** Bytes as they are stored. */
interface StoredBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: boolean;
}

export interface Compacted {
  /** The V2 state of everything settled. */
  readonly snapshot: Uint8Array<ArrayBuffer>;
  readonly gzipped: boolean;
  /** One V2 update with all own edits the relay has not; absent when there are none. */
  readonly unsettled?: StoredBytes;
}

/** "begun": the worker's program is there and has the job; one of the others follows. */
export type CompactionAnswer = "begun" | { readonly done: Compacted } | { readonly problem: string };

/**
 * Folds updates into a snapshot. Own edits the relay may still refuse stay apart from it, so that a board can be rebuilt
 * without them. Applying both afterwards gives the same document as applying all that went in.
 * Rejects when a piece is no Yjs update.
 */
export async function buildCompacted({ snapshot, settled, unsettled }: CompactionJob): Promise<Compacted> {
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdateV2(doc, snapshot);
  applyAll(doc, settled);
  const state = await smaller(Y.encodeStateAsUpdateV2(doc));
  const compacted = { snapshot: state.bytes, gzipped: state.gzipped };
  if (unsettled.length === 0) return compacted;

  const settledVector = Y.encodeStateVector(doc);
  applyAll(doc, unsettled);
  return { ...compacted, unsettled: await smaller(Y.encodeStateAsUpdateV2(doc, settledVector)) };
}

function applyAll(doc: Y.Doc, updates: readonly StoredUpdate[]): void {
  // One transaction, so that the clean-up after it runs once and not per update.
  doc.transact(() => {
    for (const update of updates) applyStoredUpdate(doc, update);
  });
}

async function smaller(bytes: Uint8Array): Promise<StoredBytes> {
  const gzipped = await gzip(bytes);
  return gzipped ? { bytes: gzipped, gzipped: true } : { bytes: new Uint8Array(bytes), gzipped: false };
}
