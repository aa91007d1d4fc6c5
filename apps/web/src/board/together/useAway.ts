/** Whether the person is at this page: away while it is hidden, and after a while without any sign of them. */
import { useEffect } from "react";
import type { LiveBoard } from "../../live/liveBoard.ts";

/** Reading and thinking take their time (ms). */
const AWAY_AFTER_MS = 3 * 60 * 1000;
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

export function useAway(live: LiveBoard): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => live.tell({ away: true });
    const look = () => {
      clearTimeout(timer);
      if (document.hidden) leave();
      else {
        live.tell({ away: false });
        timer = setTimeout(leave, AWAY_AFTER_MS);
      }
    };
    look();
    document.addEventListener("visibilitychange", look);
    for (const sign of SIGNS) document.addEventListener(sign, look, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      for (const sign of SIGNS) document.removeEventListener(sign, look, { capture: true });
    };
  }, [live]);
}
