/** Beside a board: next steps that follow from it are taken into the findings, which are opened as soon as there is one. */
import { type BoardView, claimsToChange } from "@sameside/model";
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect } from "react";
import type { AsDocuments } from "../live/documents.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { mayTakeNextSteps, takeNextSteps } from "../live/nextSteps.ts";
import { useReadOff, useStore } from "../live/store.ts";
import type { Boards } from "./openBoards.ts";
import { useFindings } from "./useFindings.ts";

interface Props {
  readonly known: KnownWorkshop;
  readonly live: LiveBoard;
  readonly boards: Boards;
  readonly as: AsDocuments;
}

export function NextStepsTaken({ known, live, boards, as }: Props) {
  const leads = mayTakeNextSteps(useStore(live.seat), live.workshop);
  const hasWork = useReadOff(live.view, hasClaimsToChange) && leads;
  const findings = useFindings(known, { boards, as }, hasWork);
  useEffect(() => (findings ? takeNextSteps(findings, live.by, live.view) : undefined), [findings, live]);
  return null;
}

function hasClaimsToChange(view: BoardView): boolean {
  return claimsToChange(view).length > 0;
}
