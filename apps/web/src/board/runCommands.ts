/** What happens after a command: it can be undone, it is said aloud, and a refusal is explained. */
import type { Outcome } from "@sameside/model";
import { useCallback, useRef, useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { Run } from "./canvasSlot.ts";

export interface Commands {
  readonly run: Run;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What a screen reader is told last. */
  readonly said: string;
  readonly say: (text: string) => void;
  /** `true` once after each own change, so that the news tell only what others did. */
  readonly takeOwnChange: () => boolean;
}

export function useCommands(live: LiveBoard, tell: Tell): Commands {
  const words = useWords();
  const [said, say] = useState("");
  const changedHere = useRef(false);

  const settle = useCallback(
    (outcome: Outcome<unknown>, doneWords: string) => {
      if (outcome.outcome === "refused") tell({ tone: "problem", text: words.journey.refusals[outcome.reason] });
      if (outcome.outcome === "done") {
        changedHere.current = true;
        // Each command is a whole gesture: a drop, a field that was left.
        live.endGesture();
        say(doneWords);
      }
    },
    [live, tell, words],
  );

  const run = useCallback(
    <T>(outcome: Outcome<T>): Outcome<T> => {
      if (outcome.outcome === "done") live.history.add(outcome.changes);
      settle(outcome, words.board.news.done);
      return outcome;
    },
    [live, settle, words],
  );
  const undo = useCallback(() => {
    const outcome = live.history.undo();
    if (outcome.outcome === "nothing") say(words.board.news.nothingToUndo);
    settle(outcome, words.board.news.undone);
  }, [live, settle, words]);
  const redo = useCallback(() => settle(live.history.redo(), words.board.news.redone), [live, settle, words]);
  const takeOwnChange = useCallback(() => {
    const own = changedHere.current;
    changedHere.current = false;
    return own;
  }, []);
  return { run, undo, redo, said, say, takeOwnChange };
}
