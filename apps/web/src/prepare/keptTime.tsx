/** Minutes that are promised are taken away while the day runs only when somebody says so, and everybody is told (S2-15). */
import { keepsItsTime, type PlanView, type StepView } from "@sameside/model";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";

/** Does `go`, which leaves a step so many minutes (0: none of it), at once or after it was asked. */
export type KeepTime = (step: StepView, minutes: number, go: () => void) => void;

interface Asked {
  readonly step: StepView;
  readonly minutes: number;
  readonly go: () => void;
}

/** `question` stands on the page while it is asked. */
export function useKeptTime(plan: PlanView): { readonly keepTime: KeepTime; readonly question: ReactNode } {
  const [asked, setAsked] = useState<Asked | null>(null);
  const keepTime: KeepTime = (step, minutes, go) => {
    if (minutes < step.minutes && keepsItsTime(plan, step)) setAsked({ step, minutes, go });
    else go();
  };
  return { keepTime, question: asked ? <Question {...asked} onClose={() => setAsked(null)} /> : null };
}

function Question({ step, minutes, go, onClose }: Asked & { readonly onClose: () => void }) {
  const words = useWords();
  const say = words.step.agenda;
  return (
    <Dialog
      title={words.prepare.agenda.keptTitle}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button
            look="danger"
            onPress={() => {
              onClose();
              go();
            }}
          >
            {minutes > 0 ? say.shorten : say.leaveOut}
          </Button>
        </>
      }
    >
      <p>{minutes > 0 ? say.protect(step.title, minutes) : say.protectOut(step.title, step.minutes)}</p>
    </Dialog>
  );
}
