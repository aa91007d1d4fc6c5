/** Following a small document: each change re-reads the changed entities and builds the view anew from the records. */
import { docOf, isWritable, type SharedDocument } from "./document.ts";
import { buildIndex, type DocumentShape, type EntityIndex, liveIndexOf } from "./entityIndex.ts";
import { keepIdentity } from "./journey/identity.ts";

/** Builds a view from checked records; pure and total. */
type Build<R, View> = (index: EntityIndex<R>, writable: boolean) => View;

export interface DocumentReader<View> {
  /** The document as it is now. Objects that did not change since the last call are the same objects. */
  view(): View;
  /** Called after every change of the document, own or remote. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Reads a document once. Never throws. */
export function readOnce<R, View>(document: SharedDocument, shape: DocumentShape<R>, build: Build<R, View>): View {
  const doc = docOf(document);
  return build(buildIndex(doc, shape), isWritable(doc));
}

/** Follows a document until it is closed. */
export function openReader<R, View>(
  document: SharedDocument,
  shape: DocumentShape<R>,
  build: Build<R, View>,
): DocumentReader<View> {
  const doc = docOf(document);
  const { index } = liveIndexOf(doc, shape);
  const listeners = new Set<() => void>();
  let view: View | undefined;
  let isCurrent = false;

  const onUpdate = () => {
    isCurrent = false;
    for (const listener of listeners) listener();
  };
  doc.on("update", onUpdate);

  return {
    view() {
      if (view === undefined || !isCurrent) {
        const next = build(index, isWritable(doc));
        view = view === undefined ? next : keepIdentity(view, next);
        isCurrent = true;
      }
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      doc.off("update", onUpdate);
      listeners.clear();
    },
  };
}
