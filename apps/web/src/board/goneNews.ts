/** Says what this person took off the map, with the way to bring it back. */
import { giveBack, restore, restoreAll } from "@sameside/model";
import { useMemo } from "react";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import type { Desk } from "./inspector/desk.ts";
import { countWaitingFor } from "./waiting.ts";

export function useGoneNews(live: LiveBoard, run: Run, tell: Tell): Pick<Desk, "onRemoved" | "onTakenAway"> {
  const { canvas, inspector, takenAway } = useWords();
  return useMemo(
    () => ({
      onRemoved(title, ...things) {
        const [only, ...more] = things;
        const isOne = only !== undefined && more.length === 0;
        const said = isOne ? inspector.removed(title || canvas.noName) : inspector.removedSeveral(things.length);
        const waiting = countWaitingFor(live.view.get(), things);
        tell({
          tone: "news",
          text: waiting > 0 ? `${said} ${inspector.waiting(waiting)}` : said,
          action: {
            label: isOne ? inspector.bringBack : inspector.bringAllBack,
            act: () => run(isOne ? restore(live.board, live.by, only) : restoreAll(live.board, live.by, { things })),
          },
        });
      },
      onTakenAway(what) {
        const act = () => run(giveBack(live.board, live.by, what));
        tell({ tone: "news", text: takenAway.done, action: { label: takenAway.undo, act } });
      },
    }),
    [live, run, tell, canvas, inspector, takenAway],
  );
}
