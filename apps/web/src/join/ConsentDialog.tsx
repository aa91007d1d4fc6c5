/** What this person agreed to, to be changed. */
import { useState } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import type { Tell } from "../ui/Toast.tsx";
import { useWords } from "../words/words.ts";
import { ConsentTicks } from "./ConsentTicks.tsx";
import { consentIn, consentRows } from "./consent.ts";
import "./join.css";

interface Props {
  readonly live: LiveBoard;
  readonly plan: LivePlan;
  readonly tell: Tell;
  readonly onClose: () => void;
}

export function ConsentDialog({ live, plan, tell, onClose }: Props) {
  const words = useWords();
  const say = words.joining.consent;
  const { person } = useStore(live.seat);
  const { brief } = useStore(plan.view);
  const [choice, setChoice] = useState(() =>
    consentIn([...live.rows("consent").get(), ...live.rows("guardian").get()], person),
  );
  const [problem, setProblem] = useState(false);
  const save = async () => {
    try {
      for (const row of consentRows(choice, person, brief.keepUntil)) await live.answer(row);
      tell({ tone: "news", text: say.saved });
      onClose();
    } catch (error) {
      console.warn("What was agreed to could not be kept", error);
      setProblem(true);
    }
  };
  return (
    <Dialog
      title={say.dialogTitle}
      closeLabel={words.app.close}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.cancel}</Button>
          <Button look="primary" onPress={() => void save()}>
            {say.save}
          </Button>
        </>
      }
    >
      <p>{say.dialogLead}</p>
      {problem ? (
        <p className="join-problem" role="alert">
          {say.notKept}
        </p>
      ) : null}
      <ConsentTicks choice={choice} onChange={setChoice} isSeated={choice.granted.has("words")} />
      {choice.granted.has("words") ? (
        <p className="ui-hint">
          {say.purposes.words.label}. {say.withdrawHint}
        </p>
      ) : null}
    </Dialog>
  );
}
