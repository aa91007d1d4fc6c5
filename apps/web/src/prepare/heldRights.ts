/** Who may write in the step that is on: changed in the agenda, it holds at the relay at once. */
import type { StepRights } from "@sameside/model";
import { useEffect, useRef } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";

export function useHeldRights({ plan: { view, status, setStep } }: LiveWorkshop, tell: Tell): void {
  const say = useWords().prepare.agenda;
  const { step } = useStore(status);
  const planned = useStore(view).steps.find(({ id }) => id === step?.id)?.rights;
  const last = useRef<{ readonly step: string; readonly planned: StepRights } | undefined>(undefined);
  useEffect(() => {
    const before = last.current;
    last.current = step && planned && { step: step.id, planned };
    // Only what was changed while this page is open: another device may know less of the agenda.
    if (!step || !planned || before?.step !== step.id || isSame(before.planned, planned)) return;
    if (isSame(step.rights, planned)) return;
    setStep({ id: step.id, rights: planned, ...(step.staying && { staying: step.staying }) }).catch(() =>
      tell({ tone: "problem", text: say.rightsNotHeld }),
    );
  }, [step, planned, setStep, tell, say]);
}

function isSame(one: StepRights, other: StepRights): boolean {
  return one.customer === other.customer && one.colleague === other.colleague && one.moderator === other.moderator;
}
