/** What a map says of itself: whom it is told of, what they are after, and who looks after it. */
import { describeJourney, GRADES, JOURNEY_STATUSES, type JourneyView } from "@sameside/model";
import type { Run } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import { Choice } from "../ui/Choice.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { CheckedField } from "./inspector/CheckedField.tsx";
import { LinesField } from "./inspector/LinesField.tsx";

interface Props {
  readonly live: LiveBoard;
  readonly journey: JourneyView;
  readonly run: Run;
  readonly editable: boolean;
  readonly onRescue: (text: string) => void;
  readonly onClose: () => void;
}

export function AboutMapDialog({ live, journey, run, editable, onRescue, onClose }: Props) {
  const words = useWords();
  const say = words.aboutMap;
  const describe = (change: Omit<Parameters<typeof describeJourney>[2], "journey">) =>
    run(describeJourney(live.board, live.by, { journey: journey.id, ...change })).outcome !== "refused";
  const field = { isReadOnly: !editable, onLost: onRescue };
  return (
    <Dialog title={say.title} closeLabel={words.app.close} onClose={onClose}>
      <CommitField
        {...field}
        label={say.persona}
        placeholder={say.personaPlaceholder}
        value={journey.persona}
        onCommit={(persona) => describe({ persona })}
      />
      <CommitField
        {...field}
        label={say.scenario}
        placeholder={say.scenarioPlaceholder}
        value={journey.scenario}
        onCommit={(scenario) => describe({ scenario })}
        rows={2}
      />
      <CommitField
        {...field}
        label={say.goal}
        placeholder={say.goalPlaceholder}
        value={journey.goal}
        onCommit={(goal) => describe({ goal })}
        rows={2}
      />
      <LinesField
        {...field}
        label={say.conditions}
        placeholder={words.inspector.onePerLine}
        items={journey.conditionsOfSatisfaction}
        onItems={(conditionsOfSatisfaction) => describe({ conditionsOfSatisfaction })}
      />
      <CommitField
        {...field}
        label={say.context}
        value={journey.context}
        onCommit={(context) => describe({ context })}
        rows={2}
      />
      <Choice
        label={words.inspector.grade}
        isDisabled={!editable}
        value={journey.grade}
        onChange={(grade) => describe({ grade })}
        options={GRADES.map((value) => ({ value, label: words.journey.grades[value] }))}
      />
      <Choice
        label={say.status}
        isDisabled={!editable}
        value={journey.status}
        onChange={(status) => describe({ status })}
        options={JOURNEY_STATUSES.map((value) => ({ value, label: say.statuses[value] }))}
      />
      <div className="board-pair">
        <CommitField {...field} label={say.owner} value={journey.owner} onCommit={(owner) => describe({ owner })} />
        <CheckedField
          {...field}
          label={say.nextReview}
          placeholder={say.dayPlaceholder}
          value={journey.nextReview}
          check={(text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : say.dayWrong)}
          onCommit={(nextReview) => describe({ nextReview })}
        />
      </div>
    </Dialog>
  );
}
