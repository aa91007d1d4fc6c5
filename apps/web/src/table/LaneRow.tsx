/** One lane: its name, and what it holds at each touchpoint. */
import type { CardView, LaneView } from "@sameside/model";
import type { NamedScale } from "../journey/feelingWords.ts";
import { useGuide } from "../journey/LaneGuide.tsx";
import type { CellPlace } from "../journey/places.ts";
import { useWords } from "../words/words.ts";
import { Cell } from "./Cell.tsx";
import type { Column } from "./columns.ts";
import { FactsCell } from "./FactsCell.tsx";
import { FeelingCell } from "./FeelingCell.tsx";
import { FoldedThing } from "./FoldedThing.tsx";
import { LaneThing, standingOf } from "./things.tsx";

interface Props {
  readonly lane: LaneView;
  readonly columns: readonly Column[];
  /** How many cards it holds, when it is folded. */
  readonly folded: number | undefined;
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
  const { lane, columns, folded, selected, edited } = props;
  const { isAside, promptOf } = useGuide();
  if (folded !== undefined) return <FoldedRow {...props} count={folded} />;
  const name = lane.name || words.journey.laneKinds[lane.kind];
  const aside = isAside(lane.kind);
  const prompt = promptOf(lane.kind);
  return (
    <tr data-aside={aside ? "" : undefined}>
      <th scope="row" aria-label={words.table.heading(aside ? words.guide.asideName(name) : name)}>
        <div className="table-head">
          <LaneThing lane={lane} standing={standingOf(lane.id, selected, edited)} />
          {aside || prompt ? <p className="table-note table-prompt">{aside ? words.guide.aside : prompt}</p> : null}
        </div>
      </th>
      {columns.map((column) => (
        <td key={column.holder.id} data-first={column.isFirst || undefined}>
          <Content {...props} prompt={prompt} column={column} />
        </td>
      ))}
    </tr>
  );
}

/** One thin row: nothing of the lane is in it but its name. */
function FoldedRow({ lane, columns, count }: Props & { readonly count: number }) {
  const words = useWords();
  const name = lane.name || words.journey.laneKinds[lane.kind];
  return (
    <tr className="table-folded-row">
      <th scope="row" aria-label={words.table.heading(name)}>
        <div className="table-head">
          <FoldedThing kind="lane" id={lane.id} title={name} count={count} />
        </div>
      </th>
      <td colSpan={columns.length} />
    </tr>
  );
}

function Content(props: Props & { readonly column: Column; readonly prompt: string | undefined }) {
  const words = useWords();
  const { lane, column, selected, edited, selectedCell, editedCell, editable } = props;
  const { phase, touchpoint, holder } = column;
  if (column.isFolded) return null;
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
      prompt={props.prompt}
      cards={holder.cardsByLane[lane.id] ?? NO_CARDS}
      selected={isAt(selectedCell) ? selected : undefined}
      edited={isAt(editedCell) ? edited : undefined}
      editable={editable}
    />
  );
}
