/** The agenda as it is planned: when it starts, its steps with their clock times, and how long it is. */
import { addStep, describeBrief, moveStep } from "@sameside/model";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useStore } from "../live/store.ts";
import { Button } from "../ui/Button.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { useWords } from "../words/words.ts";
import { clockTime, plannedTimes } from "./agendaTimes.ts";
import { useHeldRights } from "./heldRights.ts";
import { useKeptTime } from "./keptTime.tsx";
import { StepDialog } from "./StepDialog.tsx";
import { StepList } from "./StepList.tsx";
import type { PrepareProps } from "./slots.ts";

export function AgendaSection(page: PrepareProps) {
  const { live, plan, run, editable, tell } = page;
  useHeldRights(live, tell);
  const { startsAt } = plan.brief;
  const say = useWords().prepare.agenda;
  const [opened, setOpened] = useState<string | null>(null);
  const times = plannedTimes(plan.steps);
  const length = times.at(-1)?.ends ?? 0;
  const pauses = plan.steps.filter(({ kind, isSkipped }) => kind === "break" && !isSkipped);
  const add = () => {
    const added = run(addStep(live.plan.plan, live.by, { title: say.newStep, kind: "map" }));
    if (added.outcome === "done") setOpened(added.value);
  };
  const { keepTime, question } = useKeptTime(plan);
  const taken = useStore(live.plan.status).step?.id ?? plan.runs.at(-1)?.step;
  /** A step that comes to stand before the one that is on is passed over. */
  const move = (id: string, before: string | undefined) => {
    const go = () => run(moveStep(live.plan.plan, live.by, { step: id, ...(before === undefined ? {} : { before }) }));
    const place = (of: string | undefined) => plan.steps.findIndex((each) => each.id === of);
    const moved = plan.steps[place(id)];
    const isPassed = before !== undefined && place(before) <= place(taken) && place(id) > place(taken);
    if (moved && isPassed) keepTime(moved, 0, go);
    else go();
  };
  const step = times.find((time) => time.step.id === opened);
  return (
    <div className="prepare-form">
      <div className="prepare-agenda-head">
        <CommitField
          label={say.startsAt}
          type="datetime-local"
          value={startsAt}
          isReadOnly={!editable}
          onCommit={(text) => run(describeBrief(live.plan.plan, live.by, { startsAt: text })).outcome !== "refused"}
        />
        <p className="prepare-total" role="status">
          {say.total(
            say.length(length),
            startsAt === "" ? "" : clockTime(startsAt, length),
            say.length(pauses.reduce((sum, { minutes }) => sum + minutes, 0)),
          )}
        </p>
      </div>
      {times.length === 0 ? <p className="prepare-lead">{say.none}</p> : null}
      <StepList {...{ ...page, times, keepTime }} onOpen={setOpened} onMove={move} />
      {editable ? (
        <div className="prepare-add">
          <Button icon={<Plus size={16} aria-hidden />} onPress={add}>
            {say.add}
          </Button>
        </div>
      ) : null}
      {step ? <StepDialog {...{ ...page, times, keepTime }} time={step} onClose={() => setOpened(null)} /> : null}
      {question}
    </div>
  );
}
