/**
 * The journey as a table: phases and their touchpoints across, lanes down, cards as lists in the cells.
 *
 * It is the browser's own <table> with headings, not an ARIA grid. NVDA and JAWS read a table with their table keys
 * (Ctrl+Alt+arrows) and VoiceOver with its own, and say the headings of each cell that is entered; in a grid these keys
 * are taken away and a cell that holds a list is read as one lump. Each thing is a button, so it is also in the list of
 * buttons, and Enter on it works without leaving the reading mode. For everybody else the arrow keys go from cell to
 * cell, and the whole table is one stop of the Tab key (stops.ts).
 */
import { useMemo } from "react";
import type { JourneyProps } from "../journey/contract.ts";
import "../journey/cardLook.css";
import "./things.css";
import "./table.css";
import { editedId, previewed } from "../journey/editing.ts";
import { useNamedScale } from "../journey/feelingView.ts";
import { isFrameShut } from "../journey/locked.ts";
import { foldedCounts } from "../journey/showing.ts";
import { useWords } from "../words/words.ts";
import { AddButton } from "./AddButton.tsx";
import { cellOfCard, columnsOf } from "./columns.ts";
import { DeskContext } from "./desk.ts";
import { EmptyMap } from "./EmptyMap.tsx";
import { LaneRow } from "./LaneRow.tsx";
import { OthersSigns } from "./OthersSigns.tsx";
import { Overlays } from "./Overlays.tsx";
import { TableHead } from "./TableHead.tsx";
import { TABLE_WAYS } from "./tableWays.ts";
import { useMapView } from "./useMapView.ts";

/** Shows and edits `journey`; every change passes through `run`. Fills its parent, which must have a size. */
export function TableView(props: JourneyProps) {
  const words = useWords();
  const { by, editable, selection } = props;
  const { root, handlers, access, desk, overlays } = useMapView(props, TABLE_WAYS);
  const { editing } = desk.editing;
  const journey = useMemo(() => previewed(props.journey, editing, by), [props.journey, editing, by]);
  const scale = useNamedScale(journey);
  const folded = useMemo(() => foldedCounts(props.showing), [props.showing]);
  const columns = useMemo(() => columnsOf(journey, folded), [journey, folded]);
  const marks = { selected: selection?.id, edited: editedId(editing), editable };
  const selectedCell = cellOfCard(journey, marks.selected);
  const editedCell = cellOfCard(journey, marks.edited);
  return (
    <DeskContext value={access}>
      <div ref={root} className="table-view" {...handlers}>
        {journey.phases.length === 0 ? (
          <EmptyMap editable={editable} />
        ) : (
          <>
            <p className="ui-only-heard" id="table-help">
              {words.table.tableHelp}
            </p>
            <table
              className="table"
              aria-describedby={editable ? "table-help" : undefined}
              style={{
                minWidth: `calc(var(--table-label) + ${columns.filter(({ isFolded }) => !isFolded).length} * var(--table-column))`,
              }}
            >
              <caption className="ui-only-heard">{words.table.caption(journey.title, journey.customerType)}</caption>
              <TableHead journey={journey} columns={columns} folded={folded} {...marks} />
              <tbody>
                {journey.lanes.map((lane) => (
                  <LaneRow
                    key={lane.id}
                    lane={lane}
                    columns={columns}
                    folded={folded.get(lane.id)}
                    scale={scale}
                    person={by.person}
                    selectedCell={selectedCell}
                    editedCell={editedCell}
                    {...marks}
                  />
                ))}
              </tbody>
            </table>
            {editable && !isFrameShut(journey, by) ? (
              <div className="table-adds">
                <AddButton add="lane" label={words.canvas.addLane} />
                <AddButton add="phase" label={words.canvas.addPhase} />
              </div>
            ) : null}
          </>
        )}
      </div>
      <Overlays desk={desk} {...overlays} />
      <OthersSigns others={props.others} root={root} />
    </DeskContext>
  );
}
