/** What a map says of itself: whom it is told of, what they are after, who looks after it; and what is said of it. */
import { describeJourney, GRADES, JOURNEY_STATUSES } from "@sameside/model";
import { Choice } from "../ui/Choice.tsx";
import { CommitField } from "../ui/CommitField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useWords } from "../words/words.ts";
import { CheckedField } from "./inspector/CheckedField.tsx";
import { CommentSection } from "./inspector/CommentSection.tsx";
import type { Desk } from "./inspector/desk.ts";
import { LinesField } from "./inspector/LinesField.tsx";

interface Props {
  readonly desk: Desk;
  readonly onClose: () => void;
}

export function AboutMapDialog({ desk, onClose }: Props) {
  const words = useWords();
  const say = words.aboutMap;
  const { board, by, journey, run, editable } = desk;
  const describe = (change: Omit<Parameters<typeof describeJourney>[2], "journey">) =>
    run(describeJourney(board, by, { journey: journey.id, ...change })).outcome !== "refused";
  const field = { isReadOnly: !editable, onLost: desk.onRescue };
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
      <CommentSection desk={desk} subject={journey} />
    </Dialog>
  );
}
