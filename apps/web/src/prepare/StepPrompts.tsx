/** What a step asks in each kind of lane in play, as who lives it would say it (S4-7). */
import { LANE_KINDS, type LaneKind, type StepView } from "@sameside/model";
import { CommitField } from "../ui/CommitField.tsx";
import { useWords } from "../words/words.ts";

interface Props {
  readonly step: StepView;
  readonly editable: boolean;
  readonly onChange: (kind: LaneKind, prompt: string) => boolean;
}

/** Nothing is written in the lane of feelings: it is rated. */
const ASKED = LANE_KINDS.filter((kind) => kind !== "feeling");

export function StepPrompts({ step, editable, onChange }: Props) {
  const words = useWords();
  const inPlay = ASKED.filter((kind) => step.lanes.length === 0 || step.lanes.includes(kind));
  return (
    <div className="prepare-prompts">
      {inPlay.map((kind) => (
        <CommitField
          key={kind}
          label={words.journey.laneKinds[kind]}
          value={step.prompts[kind] ?? ""}
          placeholder={words.guide.prompts[kind]}
          onCommit={(prompt) => onChange(kind, prompt.trim())}
          isReadOnly={!editable}
        />
      ))}
    </div>
  );
}
