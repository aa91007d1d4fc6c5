/** When the relay ends the connection for good: says why, in the catalogue's words, and what is safe. */
import { CLOSE } from "@sameside/protocol";
import { useEffect, useRef } from "react";
import type { ReplicaStatus } from "../live/device.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { useReadOff, useStore } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords, type Words } from "../words/words.ts";

export function useClosedNews(live: LiveBoard, tell: Tell): void {
  const words = useWords();
  const status = useReadOff(live.status, closingSaid);
  const shut = useStore(live.entrance.shut);
  const told = useRef<string>(undefined);
  const sentence = shut === "unknown" ? words.board.closed.unknownWorkshop : newsOf(status, words);
  const isOnline = status.wire === "online";
  useEffect(() => {
    if (isOnline) told.current = undefined;
    // It is tried again, and refused again, by itself: once is enough.
    if (sentence === undefined || sentence === told.current) return;
    told.current = sentence;
    tell({ tone: "problem", text: sentence });
  }, [sentence, isOnline, tell]);
}

type Closing = Pick<ReplicaStatus, "wire" | "refusal">;

function closingSaid({ wire, refusal }: ReplicaStatus): Closing {
  return { wire, ...(refusal && { refusal }) };
}

/** Why the connection ended for good; `undefined` while it has not. */
export function closedSentence(status: Closing, words: Words): string | undefined {
  if (status.wire !== "refused") return undefined;
  const name = status.refusal && closeNameOf(status.refusal);
  return name ? words.board.closed[name] : words.board.closedOtherwise;
}

/** Closings that the entrance answers by itself; what comes of it is shown in the map's place. */
const ANSWERED: readonly number[] = [CLOSE.badToken.code, CLOSE.unknownWorkshop.code, CLOSE.notForYou.code];

function newsOf(status: Closing, words: Words): string | undefined {
  const code = status.refusal?.code;
  return code !== undefined && ANSWERED.includes(code) ? undefined : closedSentence(status, words);
}

/** Some share their code; then the reason tells which it is. */
function closeNameOf({ code, reason }: NonNullable<ReplicaStatus["refusal"]>): keyof typeof CLOSE | undefined {
  const names = (Object.keys(CLOSE) as (keyof typeof CLOSE)[]).filter((name) => CLOSE[name].code === code);
  return names.find((name) => CLOSE[name].reason === reason) ?? names[0];
}
