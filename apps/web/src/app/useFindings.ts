/** The findings of the workshop that is open, as long as its page is there and somebody wants them. */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect, useRef, useState } from "react";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveFindings, openLiveFindings } from "../live/liveFindings.ts";
import type { Boards } from "./openBoards.ts";

interface Parts {
  readonly boards: Boards;
  readonly as: AsDocuments;
}

/** `undefined` while nobody wants them, and until they are read from the disk. */
export function useFindings(known: KnownWorkshop, { boards, as }: Parts, isWanted: boolean): LiveFindings | undefined {
  const [live, setLive] = useState<LiveFindings>();
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
    live?.connect(known);
  }, [live, known]);
  useEffect(() => {
    if (!isWanted) return;
    const opening = openLiveFindings(latest.current, as.findings);
    opening.then(setLive, (error: unknown) => console.warn("The findings could not be opened", error));
    return () => {
      setLive(undefined);
      boards.puttingAway(opening.then((opened) => opened.close()));
    };
  }, [isWanted, boards, as]);
  return live;
}
