import { type Actor, type Changes, NOTHING, type Outcome, revert } from "./changes.ts";
import type { BoardDocument } from "./document.ts";

/** How many gestures can be taken back. */
const MAX_HISTORY = 200;

/** Undo and redo of one person's own gestures on one board, kept in memory. */
export interface History {
  /** Notes a command's changes; what was undone can no longer be redone. */
  add(changes: Changes): void;
  /** Puts back the last gesture, where its results still stand as this person left them. */
  undo(): Outcome;
  redo(): Outcome;
  canUndo(): boolean;
  canRedo(): boolean;
  subscribe(listener: () => void): () => void;
}

export function openHistory(board: BoardDocument, by: Actor): History {
  const done: Changes[] = [];
  const undone: Changes[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  function step(from: Changes[], to: Changes[]): Outcome {
    let outcome: Outcome = NOTHING;
    // A gesture that others have overwritten since has nothing left to take back: go on to the one before it.
    while (outcome.outcome === "nothing") {
      const changes = from.pop();
      if (!changes) break;
      outcome = revert(board, by, changes);
    }
    if (outcome.outcome === "done") to.push(outcome.changes);
    tell();
    return outcome;
  }

  return {
    add(changes) {
      done.push(changes);
      if (done.length > MAX_HISTORY) done.shift();
      undone.length = 0;
      tell();
    },
    undo: () => step(done, undone),
    redo: () => step(undone, done),
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
