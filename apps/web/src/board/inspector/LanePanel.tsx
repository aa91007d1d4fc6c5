/** One lane: its name in the team's words, its kind, and its place. */
import { type LaneView, moveLane, removeLane, renameLane } from "@sameside/model";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { Button, IconButton } from "../../ui/Button.tsx";
import { CommitField } from "../../ui/CommitField.tsx";
import { useWords } from "../../words/words.ts";
import { countCardsInLane, neighbourPlace } from "../findOnBoard.ts";
import { CommentSection } from "./CommentSection.tsx";
import type { Desk } from "./desk.ts";
import { FeelingLaneSection } from "./FeelingLaneSection.tsx";
import { LaneFacts } from "./LaneFacts.tsx";
import { YoursWas } from "./YoursWas.tsx";

export function LanePanel({ desk, lane }: { readonly desk: Desk; readonly lane: LaneView }) {
  const words = useWords();
  const say = words.inspector;
  const { board, by, run, editable, journey } = desk;
  const up = neighbourPlace(journey.lanes, lane.id, -1);
  const down = neighbourPlace(journey.lanes, lane.id, 1);
  const holdsCards = lane.kind !== "touchpoint" && lane.kind !== "feeling";
  const remove = () => {
    if (run(removeLane(board, by, { lane: lane.id })).outcome !== "done") return;
    desk.onSelect(null);
    desk.onRemoved(lane.name, { collection: "lanes", id: lane.id });
  };
  return (
    <>
      <CommitField
        label={say.name}
        value={lane.name}
        onCommit={(name) => run(renameLane(board, by, { lane: lane.id, name })).outcome !== "refused"}
        onLost={desk.onRescue}
        isReadOnly={!editable}
        required
      />
      <YoursWas desk={desk} ids={[lane.id]} />
      <dl className="board-facts">
        <dt>{say.kind}</dt>
        <dd>{words.journey.laneKinds[lane.kind]}</dd>
      </dl>
      {lane.kind === "feeling" ? <FeelingLaneSection desk={desk} /> : null}
      {holdsCards ? <LaneFacts desk={desk} lane={lane} /> : null}
      {holdsCards ? <p className="board-quiet">{say.cards(countCardsInLane(journey, lane.id))}</p> : null}
      <CommentSection desk={desk} subject={lane} />
      {editable ? (
        <div className="board-row">
          <IconButton
            label={say.moveUp}
            icon={<ArrowUp size={17} aria-hidden />}
            isDisabled={!up}
            onPress={() => up && run(moveLane(board, by, { lane: lane.id, ...up }))}
          />
          <IconButton
            label={say.moveDown}
            icon={<ArrowDown size={17} aria-hidden />}
            isDisabled={!down}
            onPress={() => down && run(moveLane(board, by, { lane: lane.id, ...down }))}
          />
          <span className="board-spring" />
          <Button look="danger" icon={<Trash2 size={15} aria-hidden />} onPress={remove}>
            {say.removeLane}
          </Button>
        </div>
      ) : null}
    </>
  );
}
