/** One lane: its name, and what it holds at each touchpoint. */
import type { CardView, LaneView } from "@sameside/model";
import type { NamedScale } from "../journey/feelingWords.ts";
import type { CellPlace } from "../journey/places.ts";
import { useWords } from "../words/words.ts";
import { Cell } from "./Cell.tsx";
import type { Column } from "./columns.ts";
import { FactsCell } from "./FactsCell.tsx";
import { FeelingCell } from "./FeelingCell.tsx";
import { LaneThing, standingOf } from "./things.tsx";

interface Props {
  readonly lane: LaneView;
  readonly columns: readonly Column[];
  readonly scale: NamedScale;
  readonly person: string;
  readonly selected: string | undefined;
  readonly edited: string | undefined;
  readonly selectedCell: CellPlace | undefined;
  readonly editedCell: CellPlace | undefined;
  readonly editable: boolean;
}

/** One object, so that an empty cell is the same from drawing to drawing. */
const NO_CARDS: readonly CardView[] = [];

export function LaneRow(props: Props) {
  const words = useWords();
  const { lane, columns, selected, edited, editable } = props;
  return (
    <tr>
      <th scope="row" aria-label={words.table.heading(lane.name || words.journey.laneKinds[lane.kind])}>
        <div className="table-head">
          <LaneThing lane={lane} standing={standingOf(lane.id, selected, edited)} editable={editable} />
        </div>
      </th>
      {columns.map((column) => (
        <td key={column.holder.id} data-first={column.isFirst || undefined}>
          <Content {...props} column={column} />
        </td>
      ))}
    </tr>
  );
}

function Content(props: Props & { readonly column: Column }) {
  const words = useWords();
  const { lane, column, selected, edited, selectedCell, editedCell, editable } = props;
  const { phase, touchpoint, holder } = column;
  if (lane.kind === "touchpoint") return touchpoint ? <FactsCell touchpoint={touchpoint} /> : null;
  if (lane.kind === "feeling") {
    if (!touchpoint) return null;
    return <FeelingCell touchpoint={touchpoint} scale={props.scale} person={props.person} editable={editable} />;
  }
  const isAt = (cell: CellPlace | undefined) => cell?.parent === holder.id && cell.lane === lane.id;
  return (
    <Cell
      parent={holder.id}
      lane={lane.id}
      kind={words.journey.cardKinds[lane.kind]}
      phase={phase.title}
      touchpoint={touchpoint?.title ?? ""}
      cards={holder.cardsByLane[lane.id] ?? NO_CARDS}
      selected={isAt(selectedCell) ? selected : undefined}
      edited={isAt(editedCell) ? edited : undefined}
      editable={editable}
    />
  );
}
