/**
 * Reads a board. The read is pure, total and the same on every device that holds the same document; it repairs what it
 * shows and writes nothing (SPEC R1–R9): twenty devices that wrote their repairs would fight each other for ever.
 */
import { type BoardDocument, docOf, isWritable } from "../document.ts";
import { buildIndex, liveIndexOf } from "../entityIndex.ts";
import { openAssembly } from "./assembly.ts";
import { BOARD } from "./records.ts";
import type { BoardView } from "./schema.ts";

export interface BoardReader {
  /** The board as it is now. Objects that did not change since the last call are the same objects. */
  view(): BoardView;
  /** Called after every change of the document, own or remote. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Reads a board once. Never throws. */
export function readBoard(board: BoardDocument): BoardView {
  const doc = docOf(board);
  return openAssembly(buildIndex(doc, BOARD)).view(isWritable(doc));
}

/** Follows a board: each change re-reads the changed entities only. */
export function openBoardReader(board: BoardDocument): BoardReader {
  const doc = docOf(board);
  const { index, notes } = liveIndexOf(doc, BOARD);
  const assembly = openAssembly(index);
  const listeners = new Set<() => void>();
  let view: BoardView | undefined;

  notes.add(assembly.note);
  const onUpdate = () => {
    view = undefined;
    for (const listener of listeners) listener();
  };
  doc.on("update", onUpdate);

  return {
    view() {
      view ??= assembly.view(isWritable(doc));
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      notes.delete(assembly.note);
      doc.off("update", onUpdate);
      listeners.clear();
    },
  };
}
