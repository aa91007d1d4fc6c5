/** When stored pieces cannot be read: says so, and offers a copy of what can, with the last good view beside it. */
import { useEffect, useEffectEvent } from "react";
import type { ReplicaStatus } from "../live/device.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";

export function useDamagedNews({ damaged }: Pick<ReplicaStatus, "damaged">, tell: Tell, saveCopy: () => void): void {
  const words = useWords();
  const news = useEffectEvent(() =>
    tell({
      tone: "problem",
      text: words.board.damaged(damaged),
      action: { label: words.app.broken.copy, act: saveCopy },
    }),
  );
  useEffect(() => {
    if (damaged > 0) news();
  }, [damaged]);
}
