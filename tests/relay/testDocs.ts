/** Small documents and hand-made updates for the relay's tests. */
import * as Y from "yjs";

/** A document of a given client id, and every update it makes from then on. */
export function recordedDoc(clientId: number): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

/** The one update that `change` makes in a fresh document of that client, after it has read `known`. */
export function updateOf(clientId: number, change: (doc: Y.Doc) => void, ...known: Uint8Array[]): Uint8Array {
  const { doc, updates } = recordedDoc(clientId);
  for (const update of known) Y.applyUpdate(doc, update);
  updates.length = 0;
  doc.transact(() => change(doc));
  return Y.mergeUpdates(updates);
}

/** Maps in maps, `depth` of them, under one key of a root. */
export function nestedMaps(clientId: number, depth: number): Uint8Array {
  return updateOf(clientId, (doc) => {
    let map = doc.getMap<unknown>("cards");
    for (let level = 0; level < depth; level += 1) {
      const inner = new Y.Map<unknown>();
      map.set("k", inner);
      map = inner;
    }
  });
}

/** A plain value put over the outermost map of `nestedMaps(clientId, …)`: made by a reader of its beginning alone. */
export function overwriteOfOutermost(clientId: number, by: number): Uint8Array {
  return updateOf(by, (doc) => doc.getMap("cards").set("k", 1), nestedMaps(clientId, 1));
}
