/** Says what this person took off the map, with the way to bring it back. */
import { giveBack, restore } from "@sameside/model";
import { useMemo } from "react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { Desk } from "./inspector/desk.ts";

export interface GoneNews extends Pick<Desk, "onTakenAway"> {
  /** `onBack` is called when it was brought back from the news. */
  readonly onRemoved: (...removed: [...Parameters<Desk["onRemoved"]>, onBack?: () => void]) => void;
}

export function useGoneNews(live: LiveBoard, run: Run, tell: Tell): GoneNews {
  const { inspector, takenAway } = useWords();
  return useMemo(
    () => ({
      onRemoved(title, what, onBack) {
        const act = () => {
          if (run(restore(live.board, live.by, what)).outcome === "done") onBack?.();
        };
        tell({ tone: "news", text: inspector.removed(title), action: { label: inspector.bringBack, act } });
      },
      onTakenAway(what) {
        const act = () => run(giveBack(live.board, live.by, what));
        tell({ tone: "news", text: takenAway.done, action: { label: takenAway.undo, act } });
      },
    }),
    [live, run, tell, inspector, takenAway],
  );
}
