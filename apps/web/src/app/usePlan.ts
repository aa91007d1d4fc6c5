/** The plan of the workshop whose board is open, as long as its page is there. */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect, useRef, useState } from "react";
import type { AsDocuments } from "../live/documents.ts";
import { type LivePlan, openLivePlan } from "../live/livePlan.ts";
import type { Boards } from "./openBoards.ts";

/** `undefined` until it is read from the disk. */
export function usePlan(known: KnownWorkshop, boards: Boards, asPlan: AsDocuments["plan"]): LivePlan | undefined {
  const [plan, setPlan] = useState<LivePlan>();
  const atOpening = useRef(known);
  useEffect(() => {
    const opening = openLivePlan(atOpening.current, asPlan);
    opening.then(setPlan, (error: unknown) => console.warn("The plan could not be opened", error));
    return () => {
      setPlan(undefined);
      boards.puttingAway(opening.then((opened) => opened.close()));
    };
  }, [boards, asPlan]);
  useEffect(() => plan?.connect(known), [plan, known]);
  return plan;
}
