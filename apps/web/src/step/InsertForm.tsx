/** A step that nobody had planned. */
import {
  type Actor,
  addStep,
  type Outcome,
  type PlanDocument,
  STEP_KINDS,
  type StepKind,
  type StepView,
} from "@sameside/model";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  /** Absent: at the end. */
  readonly before: StepView | undefined;
  /** Hands in what makes the step, and its name. */
  readonly onInsert: (make: (plan: PlanDocument, by: Actor) => Outcome, title: string) => void;
  readonly onClose: () => void;
}

const USUAL_MINUTES = "10";
const MOST_MINUTES = 1_440;

export function InsertForm({ before, onInsert, onClose }: Props) {
  const words = useWords();
  const say = words.step.agenda.form;
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<StepKind>("map");
  const [minutes, setMinutes] = useState(USUAL_MINUTES);
  const number = /^\d{1,4}$/.test(minutes.trim()) ? Number(minutes) : 0;
  const isGood = number >= 1 && number <= MOST_MINUTES;
  const insert = () => {
    const name = title.trim() || words.step.kinds[kind];
    const fields = { title: name, kind, minutes: number };
    onInsert((plan, by) => addStep(plan, by, { ...fields, ...(before && { before: before.id }) }), name);
    onClose();
  };
  return (
    <form
      className="step-insert"
      aria-label={say.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) insert();
      }}
    >
      <p className="step-quiet">{before ? say.before(before.title) : say.atEnd}</p>
      <TextField label={say.name} value={title} onChange={setTitle} placeholder={words.step.kinds[kind]} autoFocus />
      <Choice
        label={say.kind}
        look="grid"
        value={kind}
        options={STEP_KINDS.map((value) => ({ value, label: words.step.kinds[value] }))}
        onChange={setKind}
      />
      <TextField
        label={say.minutes}
        value={minutes}
        onChange={setMinutes}
        error={isGood ? undefined : say.badMinutes}
      />
      <div className="step-insert-acts">
        <Button onPress={onClose}>{words.app.cancel}</Button>
        <Button look="primary" type="submit" isDisabled={!isGood}>
          {say.add}
        </Button>
      </div>
    </form>
  );
}
