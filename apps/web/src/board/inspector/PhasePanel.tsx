/** One phase: its title and its place. */
import { movePhase, type PhaseView, removePhase, renamePhase } from "@sameside/model";
import { ArrowLeft, ArrowRight, Trash2 } from "lucide-react";
import { Button, IconButton } from "../../ui/Button.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { countCardsOn, neighbourPlace } from "../findOnBoard.ts";
import { CommentSection } from "./CommentSection.tsx";
import type { Desk } from "./desk.ts";
import { YoursWas } from "./YoursWas.tsx";

export function PhasePanel({ desk, phase }: { readonly desk: Desk; readonly phase: PhaseView }) {
  const say = useWords().inspector;
  const { board, by, run, editable, journey } = desk;
  const left = neighbourPlace(journey.phases, phase.id, -1);
  const right = neighbourPlace(journey.phases, phase.id, 1);
  const cards = phase.touchpoints.reduce((sum, touchpoint) => sum + countCardsOn(touchpoint), countCardsOn(phase));
  const remove = () => {
    if (run(removePhase(board, by, { phase: phase.id })).outcome !== "done") return;
    desk.onSelect(null);
    desk.onRemoved(phase.title, { collection: "phases", id: phase.id });
  };
  return (
    <>
      <CommitField
        label={say.title}
        value={phase.title}
        onCommit={(title) => run(renamePhase(board, by, { phase: phase.id, title })).outcome !== "refused"}
        onLost={desk.onRescue}
        isReadOnly={!editable}
        required
        serif
      />
      <YoursWas desk={desk} ids={[phase.id]} />
      <p className="board-quiet">
        {say.touchpoints(phase.touchpoints.length)} · {say.cards(cards)}
      </p>
      <CommentSection desk={desk} subject={phase} />
      {editable ? (
        <div className="board-row">
          <IconButton
            label={say.moveLeft}
            icon={<ArrowLeft size={17} aria-hidden />}
            isDisabled={!left}
            onPress={() => left && run(movePhase(board, by, { phase: phase.id, ...left }))}
          />
          <IconButton
            label={say.moveRight}
            icon={<ArrowRight size={17} aria-hidden />}
            isDisabled={!right}
            onPress={() => right && run(movePhase(board, by, { phase: phase.id, ...right }))}
          />
          <span className="board-spring" />
          <Button look="danger" icon={<Trash2 size={15} aria-hidden />} onPress={remove}>
            {say.removePhase}
          </Button>
        </div>
      ) : null}
    </>
  );
}
