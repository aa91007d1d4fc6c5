/** One touchpoint: what it is, how it feels, and whether they are won or lost here. */
import { describeTouchpoint, type PhaseView, removeTouchpoint, type TouchpointView } from "@sameside/model";
import { Trash2 } from "lucide-react";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { countCardsOn } from "../findOnBoard.ts";
import { ChangesSection } from "./ChangesSection.tsx";
import { ClaimSection } from "./ClaimSection.tsx";
import { CommentSection } from "./CommentSection.tsx";
import type { Desk } from "./desk.ts";
import { EvidenceSection } from "./EvidenceSection.tsx";
import { FeelingSection } from "./FeelingSection.tsx";
import { Later } from "./Later.tsx";
import { MomentSection } from "./MomentSection.tsx";
import { TouchpointFacts } from "./TouchpointFacts.tsx";
import { YoursWas } from "./YoursWas.tsx";

interface Props {
  readonly desk: Desk;
  readonly touchpoint: TouchpointView;
  readonly phase: PhaseView;
  /** `true` right after it was marked: the question why is asked first. */
  readonly askMoment: boolean;
}

export function TouchpointPanel({ desk, touchpoint, phase, askMoment }: Props) {
  const words = useWords();
  const say = words.inspector;
  const { board, by, run, editable } = desk;
  const describe = (change: { title?: string; channel?: string; owner?: string; stage?: "front" | "back" }) =>
    run(describeTouchpoint(board, by, { touchpoint: touchpoint.id, ...change })).outcome !== "refused";
  const remove = () => {
    if (run(removeTouchpoint(board, by, { touchpoint: touchpoint.id })).outcome !== "done") return;
    desk.onSelect(null);
    desk.onRemoved(touchpoint.title, { collection: "touchpoints", id: touchpoint.id });
  };
  const field = { isReadOnly: !editable, onLost: desk.onRescue };
  return (
    <>
      <CommitField
        {...field}
        label={say.title}
        value={touchpoint.title}
        onCommit={(title) => describe({ title })}
        required
        serif
        rows={1}
      />
      <YoursWas desk={desk} ids={touchpoint.moment ? [touchpoint.id, touchpoint.moment.id] : [touchpoint.id]} />
      <MomentSection desk={desk} touchpoint={touchpoint} ask={askMoment} />
      <Later>
        <FeelingSection desk={desk} touchpoint={touchpoint} />
        <EvidenceSection desk={desk} subject={touchpoint} />
        <ClaimSection desk={desk} touchpoint={touchpoint} />
        <div className="board-pair">
          <CommitField
            {...field}
            label={say.channel}
            placeholder={say.channelPlaceholder}
            value={touchpoint.channel}
            onCommit={(channel) => describe({ channel })}
          />
          <CommitField
            {...field}
            label={say.owner}
            placeholder={say.ownerPlaceholder}
            value={touchpoint.owner}
            onCommit={(owner) => describe({ owner })}
          />
        </div>
        {editable ? (
          <Choice
            label={say.stage}
            value={touchpoint.stage}
            onChange={(stage) => describe({ stage })}
            options={(["front", "back"] as const).map((value) => ({ value, label: say.stages[value] }))}
          />
        ) : null}
        <TouchpointFacts desk={desk} touchpoint={touchpoint} />
        {desk.filesOf(touchpoint.id, touchpoint.evidence)}
        <CommentSection desk={desk} subject={touchpoint} />
        <dl className="board-facts">
          <dt>{say.phase}</dt>
          <dd>{phase.title}</dd>
          {editable ? null : (
            <>
              <dt>{say.stage}</dt>
              <dd>{say.stages[touchpoint.stage]}</dd>
            </>
          )}
          <dt aria-hidden />
          <dd>{say.cards(countCardsOn(touchpoint))}</dd>
        </dl>
        <ChangesSection desk={desk} subject={touchpoint} />
        {editable ? (
          <Button look="danger" icon={<Trash2 size={15} aria-hidden />} onPress={remove}>
            {say.removeTouchpoint}
          </Button>
        ) : null}
      </Later>
    </>
  );
}
