/** One step of the agenda: what it is, when and how long, what each role is asked to do, and what they may do. */
import {
  describeBrief,
  describeStep,
  LANE_KINDS,
  MINUTES,
  ROLES,
  STEP_KINDS,
  type StepFields,
  usualRights,
} from "@sameside/model";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { CheckList } from "../ui/CheckList.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { CountField } from "../ui/CountField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useWords } from "../words/words.ts";
import { clockTime, movedBy, type PlannedTime, startAt } from "./agendaTimes.ts";
import type { KeepTime } from "./keptTime.tsx";
import { StepPrompts } from "./StepPrompts.tsx";
import { StepRightsFields } from "./StepRightsFields.tsx";
import type { PrepareProps } from "./slots.ts";

interface Props extends PrepareProps {
  readonly time: PlannedTime;
  readonly times: readonly PlannedTime[];
  readonly keepTime: KeepTime;
  readonly onClose: () => void;
}

const PROTECTED = "protected";

export function StepDialog({ live, run, editable, time, keepTime, onClose, ...page }: Props) {
  const words = useWords();
  const say = words.prepare.agenda;
  const { step } = time;
  const write = (fields: StepFields) =>
    run(describeStep(live.plan.plan, live.by, { step: step.id, ...fields })).outcome !== "refused";
  return (
    <Dialog
      title={step.title || say.untitled}
      closeLabel={words.app.close}
      onClose={onClose}
      size="wide"
      actions={
        <Button look="primary" onPress={onClose}>
          {say.done}
        </Button>
      }
    >
      <div className="prepare-form">
        <div className="prepare-pair">
          <CommitField
            label={say.name}
            value={step.title}
            onCommit={(title) => write({ title })}
            isReadOnly={!editable}
            serif
            required
          />
          <SelectField
            label={say.kind}
            value={step.kind}
            options={STEP_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
            // What was set for another kind may be what this one does not allow.
            onChange={(kind) => write({ kind, rights: usualRights(kind) })}
            isDisabled={!editable}
          />
        </div>
        <div className="prepare-pair">
          <BeginsField {...{ ...page, live, run, editable, time, keepTime }} />
          <CountField
            label={say.minutesField}
            value={step.minutes}
            range={MINUTES}
            step={5}
            isReadOnly={!editable}
            onChange={(minutes) => keepTime(step, minutes, () => write({ minutes }))}
          />
        </div>
        <CheckList
          label={say.protected}
          items={[{ key: PROTECTED, label: say.protected, note: say.protectedNote }]}
          ticked={new Set(step.isProtected ? [PROTECTED] : [])}
          onChange={(ticked) => editable && write({ isProtected: ticked.has(PROTECTED) })}
        />
        <fieldset className="prepare-group">
          <legend>{say.instructions}</legend>
          <p className="ui-hint">{say.instructionsHint}</p>
          {ROLES.map((role) => (
            <CommitField
              key={role}
              label={say.forRole[role]}
              value={step.instructions[role]}
              onCommit={(text) => write({ instructions: { [role]: text } })}
              isReadOnly={!editable}
              rows={1}
            />
          ))}
        </fieldset>
        <fieldset className="prepare-group">
          <legend>{say.rights}</legend>
          <StepRightsFields step={step} editable={editable} onChange={(rights) => write({ rights })} />
        </fieldset>
        <fieldset className="prepare-group">
          <legend>{say.lanes}</legend>
          <p className="ui-hint">{say.lanesHint}</p>
          <div className="prepare-lanes">
            <CheckList
              label={say.lanes}
              items={LANE_KINDS.map((kind) => ({ key: kind, label: words.journey.laneKinds[kind] }))}
              ticked={new Set(step.lanes)}
              onChange={(ticked) => editable && write({ lanes: LANE_KINDS.filter((kind) => ticked.has(kind)) })}
            />
          </div>
        </fieldset>
        <fieldset className="prepare-group">
          <legend>{say.prompts}</legend>
          <p className="ui-hint">{say.promptsHint}</p>
          <StepPrompts
            step={step}
            editable={editable}
            onChange={(kind, prompt) => write({ prompts: { [kind]: prompt } })}
          />
        </fieldset>
      </div>
    </Dialog>
  );
}

/** When the step begins. The step before gets longer or shorter; what comes behind moves along. */
function BeginsField({ live, plan, run, editable, time, times, keepTime }: Omit<Props, "onClose">) {
  const say = useWords().prepare.agenda;
  const { startsAt } = plan.brief;
  const begins = clockTime(startsAt, time.begins);
  const [typed, setTyped] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const index = times.findIndex(({ step }) => step.id === time.step.id);
  const before = times.slice(0, index).findLast(({ step }) => !step.isSkipped)?.step;
  const commit = () => {
    const by = typed === undefined ? 0 : movedBy(startsAt, time.begins, typed);
    setTyped(undefined);
    setProblem(undefined);
    if (typed === undefined || by === undefined || by === 0) return;
    const minutes = (before?.minutes ?? 0) + by;
    if (!before) run(describeBrief(live.plan.plan, live.by, { startsAt: startAt(startsAt, typed) }));
    else if (minutes < MINUTES.min) setProblem(say.tooEarly(before.title || say.untitled));
    else keepTime(before, minutes, () => run(describeStep(live.plan.plan, live.by, { step: before.id, minutes })));
  };
  return (
    <TextField
      label={say.begins}
      hint={before ? say.beginsHint(before.title || say.untitled) : say.beginsFirst}
      type="time"
      value={typed ?? begins}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === "Enter") commit();
        if (key !== "Escape" || typed === undefined) return false;
        setTyped(undefined);
        return true;
      }}
      error={problem}
      isReadOnly={!editable || (startsAt === "" && !before) || time.step.isSkipped}
    />
  );
}
