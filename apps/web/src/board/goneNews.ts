/** Says what this person took off the map, with the way to bring it back. */
import { giveBack, restore, restoreAll } from "@sameside/model";
import { useMemo } from "react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { Desk } from "./inspector/desk.ts";
import { countWaitingFor } from "./waiting.ts";

type Removed = Parameters<Desk["onRemoved"]> extends [string, ...infer Things] ? Things : never;

export interface GoneNews extends Pick<Desk, "onRemoved" | "onTakenAway"> {
  /** As `onRemoved`, and calls `onBack` when it was brought back from the news. */
  readonly onRemovedWith: (onBack: () => void, title: string, ...things: Removed) => void;
}

export function useGoneNews(live: LiveBoard, run: Run, tell: Tell): GoneNews {
  const { canvas, inspector, takenAway } = useWords();
  return useMemo(() => {
    const offerBack: GoneNews["onRemovedWith"] = (onBack, title, ...things) => {
      const [only, ...more] = things;
      const isOne = only !== undefined && more.length === 0;
      const said = isOne ? inspector.removed(title || canvas.noName) : inspector.removedSeveral(things.length);
      const waiting = countWaitingFor(live.view.get(), things);
      const bringBack = () =>
        isOne ? restore(live.board, live.by, only) : restoreAll(live.board, live.by, { things });
      tell({
        tone: "news",
        text: waiting > 0 ? `${said} ${inspector.waiting(waiting)}` : said,
        action: {
          label: isOne ? inspector.bringBack : inspector.bringAllBack,
          act: () => {
            if (run(bringBack()).outcome === "done") onBack();
          },
        },
      });
    };
    return {
      onRemoved: (title, ...things) => offerBack(() => {}, title, ...things),
      onRemovedWith: offerBack,
      onTakenAway(what) {
        const act = () => run(giveBack(live.board, live.by, what));
        tell({ tone: "news", text: takenAway.done, action: { label: takenAway.undo, act } });
      },
    };
  }, [live, run, tell, canvas, inspector, takenAway]);
}
