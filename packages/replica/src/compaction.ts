/** Makes few bytes of many, bytes in and bytes out, so that it can move into a worker as it is. */
import * as Y from "yjs";

export interface Compacted {
  /** A V2 state of everything settled: what came from others, and own edits the relay has. */
  readonly snapshot: Uint8Array;
  /** One V1 update with all own edits the relay has not; absent when there are none. */
  readonly unsettled?: Uint8Array;
}

/**
 * Folds updates into a snapshot. Own edits the relay may still refuse stay apart from it, so that a board can be rebuilt
 * without them. Applying both afterwards gives the same document as applying all that went in.
 * Throws when a piece is no Yjs update.
 */
export function compactUpdates(
  snapshot: Uint8Array | undefined,
  settled: readonly Uint8Array[],
  unsettled: readonly Uint8Array[],
): Compacted {
  const doc = new Y.Doc();
  if (snapshot) Y.applyUpdateV2(doc, snapshot);
  applyAll(doc, settled);
  const compacted = { snapshot: Y.encodeStateAsUpdateV2(doc) };
  if (unsettled.length === 0) return compacted;

  const settledVector = Y.encodeStateVector(doc);
  applyAll(doc, unsettled);
  return { ...compacted, unsettled: Y.encodeStateAsUpdate(doc, settledVector) };
}

function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  // One transaction, so that the clean-up after it runs once and not per update.
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
}
