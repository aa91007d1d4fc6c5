/** The headings across: the phases, and under each its touchpoints. */
import type { JourneyView } from "@sameside/model";
import { DRAFT_ID } from "../journey/editing.ts";
import { useWords } from "../words/words.ts";
import { AddButton } from "./AddButton.tsx";
import type { Column, Folded } from "./columns.ts";
import { FoldedThing } from "./FoldedThing.tsx";
import { PhaseThing, standingOf, TouchpointThing } from "./things.tsx";

interface Props {
  readonly journey: JourneyView;
  readonly columns: readonly Column[];
  readonly folded: Folded;
  readonly selected: string | undefined;
  readonly edited: string | undefined;
  readonly editable: boolean;
}

export function TableHead({ journey, columns, folded, selected, edited, editable }: Props) {
  const words = useWords();
  // A heading is said again at each cell: its name is the title alone, without the buttons that stand in it.
  const heading = (title: string) => words.table.heading(title || words.canvas.noName);
  return (
    <thead>
      <tr>
        <td rowSpan={2} className="table-corner" />
        {journey.phases.map((phase) => (
          <th
            key={phase.id}
            data-first
            data-folded={folded.has(phase.id) || undefined}
            scope="colgroup"
            aria-label={heading(phase.title)}
            colSpan={columns.filter((column) => column.phase === phase).length}
          >
            <div className="table-head">
              {folded.has(phase.id) ? (
                <FoldedThing
                  kind="phase"
                  id={phase.id}
                  title={phase.title || words.canvas.noName}
                  count={folded.get(phase.id) ?? 0}
                />
              ) : (
                <PhaseThing phase={phase} standing={standingOf(phase.id, selected, edited)} />
              )}
              {editable && phase.id !== DRAFT_ID && !folded.has(phase.id) ? (
                <AddButton
                  add="touchpoint"
                  parent={phase.id}
                  label={words.canvas.addTouchpoint(phase.title || words.canvas.noName)}
                  short
                />
              ) : null}
            </div>
          </th>
        ))}
      </tr>
      <tr>
        {columns.map(({ phase, touchpoint, holder, isFirst, isFolded }) => (
          <th
            key={holder.id}
            scope="col"
            data-first={isFirst || undefined}
            data-folded={isFolded || undefined}
            aria-label={touchpoint ? heading(touchpoint.title) : words.table.wholePhase}
          >
            <div className="table-head">
              {touchpoint ? (
                <TouchpointThing
                  touchpoint={touchpoint}
                  phase={phase.title}
                  standing={standingOf(touchpoint.id, selected, edited)}
                  editable={editable}
                />
              ) : (
                <span className="table-whole">{isFolded ? null : words.table.wholePhase}</span>
              )}
            </div>
          </th>
        ))}
      </tr>
    </thead>
  );
}
