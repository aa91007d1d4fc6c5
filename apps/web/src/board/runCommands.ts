/** What happens after a command: it can be undone, it is said aloud, and a refusal is explained. */
import type { Outcome } from "@sameside/model";
import { startTransition, useCallback, useMemo, useReducer, useRef, useState } from "react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { openValue, type Store } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";

export interface Commands {
  /** A command of the page: a control that was pressed shows at once what it was set to. */
  readonly run: Run;
  /** A command of the map, which shows by itself what was done: the page round it follows in frames of its own. */
  readonly runOnMap: Run;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What a screen reader is told last; a store, because the page is not drawn anew for a sentence. */
  readonly said: Store<string>;
  readonly say: (text: string) => void;
  /**
   * Once after each own change what is said before it ("Undone."), often nothing; undefined after a change of others.
   * So the news tell the two apart.
   */
  readonly takeOwnChange: () => string | undefined;
}

export function useCommands(live: LiveBoard, tell: Tell): Commands {
  const words = useWords();
  const [said] = useState(() => openValue(""));
  const say = said.set;
  const changedHere = useRef<string | undefined>(undefined);
  // The page may lag behind others, never behind its own person: what they change next builds on what they changed.
  const [, draw] = useReducer((changes: number) => changes + 1, 0);

  const settle = useCallback(
    (outcome: Outcome<unknown>, doneWords: string, isOnMap = false) => {
      if (outcome.outcome === "refused") tell({ tone: "problem", text: words.journey.refusals[outcome.reason] });
      if (outcome.outcome === "done") {
        changedHere.current = doneWords;
        if (isOnMap) startTransition(draw);
        else draw();
        // Each command is a whole gesture: a drop, a field that was left.
        live.endGesture();
      }
    },
    [live, tell, words],
  );

  const [run, runOnMap] = useMemo(() => {
    const runIn =
      (isOnMap: boolean): Run =>
      (outcome) => {
        if (outcome.outcome === "done") live.history.add(outcome.changes);
        settle(outcome, "", isOnMap);
        return outcome;
      };
    return [runIn(false), runIn(true)];
  }, [live, settle]);
  const undo = useCallback(() => {
    const outcome = live.history.undo();
    if (outcome.outcome === "nothing") say(words.board.news.nothingToUndo);
    settle(outcome, words.board.news.undone);
  }, [live, say, settle, words]);
  const redo = useCallback(() => settle(live.history.redo(), words.board.news.redone), [live, settle, words]);
  const takeOwnChange = useCallback(() => {
    const own = changedHere.current;
    changedHere.current = undefined;
    return own;
  }, []);
  return useMemo(
    () => ({ run, runOnMap, undo, redo, said, say, takeOwnChange }),
    [run, runOnMap, undo, redo, said, say, takeOwnChange],
  );
}
