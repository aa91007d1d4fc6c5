/** What happens after a command on the plan: it can be undone, it is made safe on the disk, and a refusal is explained. */
import type { Outcome } from "@sameside/model";
import { useCallback, useState } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { RunPlan } from "./slots.ts";

interface PlanCommands {
  readonly run: RunPlan;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What a screen reader is told last. */
  readonly said: string;
}

export function usePlanCommands({ history, plan }: LiveWorkshop, tell: Tell): PlanCommands {
  const words = useWords();
  const [said, say] = useState("");
  const canUndo = useStore({ get: () => history.canUndo(), subscribe: history.subscribe });
  const canRedo = useStore({ get: () => history.canRedo(), subscribe: history.subscribe });
  const settle = useCallback(
    (outcome: Outcome<unknown>, doneWords: string) => {
      if (outcome.outcome === "refused") tell({ tone: "problem", text: words.prepare.refusals[outcome.reason] });
      if (outcome.outcome !== "done") return;
      say(doneWords);
      // Each command is a whole gesture: a drop, a field that was left.
      plan.endGesture();
    },
    [plan, tell, words],
  );
  const run = useCallback<RunPlan>(
    (outcome) => {
      if (outcome.outcome === "done") history.add(outcome.changes);
      settle(outcome, "");
      return outcome;
    },
    [history, settle],
  );
  const { undone, redone } = words.board.news;
  const undo = useCallback(() => settle(history.undo(), undone), [history, settle, undone]);
  const redo = useCallback(() => settle(history.redo(), redone), [history, settle, redone]);
  return { run, undo, redo, canUndo, canRedo, said };
}
