/** The questions of the workshop whose board is open, from when somebody first wants them as long as its page is there. */
import type { KnownWorkshop } from "@sameside/replica";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { QuestionsDoor } from "../board/slots.ts";
import type { AsDocuments } from "../live/documents.ts";
import { type LiveQuestions, openLiveQuestions } from "../live/liveQuestions.ts";
import type { Boards } from "./openBoards.ts";

export function useQuestions(
  known: KnownWorkshop,
  boards: Boards,
  asQuestions: AsDocuments["questions"],
): QuestionsDoor {
  const [live, setLive] = useState<LiveQuestions>();
  const [isWanted, setWanted] = useState(false);
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
    live?.connect(known);
  }, [live, known]);
  useEffect(() => {
    if (!isWanted) return;
    const opening = openLiveQuestions(latest.current, asQuestions);
    opening.then(setLive, (error: unknown) => console.warn("The questions could not be opened", error));
    return () => {
      setLive(undefined);
      boards.puttingAway(opening.then((opened) => opened.close()));
    };
  }, [isWanted, boards, asQuestions]);
  const open = useCallback(() => setWanted(true), []);
  return useMemo(() => ({ live, open }), [live, open]);
}
