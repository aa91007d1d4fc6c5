/** When the relay ends the connection for good: says why, in the catalogue's words, and what is safe. */
import { CLOSE } from "@sameside/protocol";
import { useEffect } from "react";
import type { ReplicaStatus } from "../live/device.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords, type Words } from "../words/words.ts";

export function useClosedNews(status: ReplicaStatus, tell: Tell): void {
  const words = useWords();
  const sentence = closedSentence(status, words);
  useEffect(() => {
    if (sentence !== undefined) tell({ tone: "problem", text: sentence });
  }, [sentence, tell]);
}

/** Why the connection ended for good; `undefined` while it has not. */
export function closedSentence(status: ReplicaStatus, words: Words): string | undefined {
  if (status.wire !== "refused") return undefined;
  const name = status.refusal && closeNameOf(status.refusal.code);
  return name ? words.board.closed[name] : words.board.closedOtherwise;
}

function closeNameOf(code: number): keyof typeof CLOSE | undefined {
  const names = Object.keys(CLOSE) as (keyof typeof CLOSE)[];
  return names.find((name) => CLOSE[name].code === code);
}
