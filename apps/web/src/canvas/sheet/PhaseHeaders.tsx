/** The phases' titles along the top. They stay at the top of the screen when the sheet is moved up. */
import type { LayoutFrame } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { Lock, Plus } from "lucide-react";
import { type DOMAttributes, memo, type Ref } from "react";
import { openComments } from "../../journey/commentCount.ts";
import type { Selection } from "../../journey/contract.ts";
import { DRAFT_ID } from "../../journey/editing.ts";
import type { Showing } from "../../journey/showing.ts";
import type { EditingControls } from "../../journey/useEditing.ts";
import { useWords } from "../../words/words.ts";
import type { CanvasProps } from "../contract.ts";
import { CommentMark } from "../nodes/CommentMark.tsx";
import { FoldedHeader } from "./Folded.tsx";

interface Props {
  readonly layout: LayoutFrame;
  readonly journey: JourneyView;
  readonly selection: Selection | null;
  /** Whether phases may be added and moved. */
  readonly editable: boolean;
  /** The one that is in the hand. */
  readonly dragging: Id | undefined;
  readonly handlers: DOMAttributes<HTMLElement>;
  readonly onSelect: CanvasProps["onSelect"];
  readonly open: EditingControls["open"];
  readonly showing?: Showing | undefined;
  readonly ref: Ref<HTMLDivElement>;
}

export const PhaseHeaders = memo(function PhaseHeaders(props: Props) {
  const { layout, journey, selection, editable, dragging, handlers, onSelect, open, ref } = props;
  const { canvas: words, editing, comments } = useWords();
  const phasesById = new Map(journey.phases.map((phase) => [phase.id, phase]));
  return (
    <div
      ref={ref}
      className="canvas-headers"
      style={{ width: layout.width, height: layout.headerHeight }}
      {...handlers}
    >
      {layout.phases.map(({ id, header, countFits, folded }) => {
        const phase = phasesById.get(id);
        if (!phase || id === DRAFT_ID) return null;
        if (folded) return <FoldedHeader key={id} phase={phase} header={header} showing={props.showing} />;
        const commented = openComments(phase);
        const said = [phase.locked ? editing.isLocked : "", commented > 0 ? comments.count(commented) : ""];
        const isSelected = selection?.kind === "phase" && selection.id === id;
        return (
          <h2
            key={id}
            className="canvas-phase"
            data-dragging={dragging === id ? "" : undefined}
            style={{ left: header.x, width: header.width, height: header.height }}
          >
            <button
              type="button"
              data-phase-id={id}
              data-selected={isSelected ? "" : undefined}
              aria-label={words.phaseName(phase.title || words.noName)}
              aria-description={said.filter((part) => part !== "").join(". ") || undefined}
              onClick={() => onSelect({ kind: "phase", id })}
              onDoubleClick={() => open({ kind: "phase", id })}
            >
              {phase.locked ? <Lock className="canvas-lock" size={13} aria-hidden /> : null}
              <span className="canvas-phase-title" data-short={countFits ? "" : undefined}>
                {phase.title || words.noName}
              </span>
            </button>
            {editable ? (
              <button
                type="button"
                // With the keyboard it is in the list of what can be done.
                tabIndex={-1}
                className="canvas-add canvas-add-between nopan"
                aria-label={editing.addPhaseBefore(phase.title || words.noName)}
                title={editing.addPhaseBefore(phase.title || words.noName)}
                onClick={() => open({ kind: "new-phase", before: id })}
              >
                <Plus size={14} aria-hidden />
              </button>
            ) : null}
            <CommentMark threads={phase.threads} />
            {countFits ? (
              <span className="canvas-phase-count">{words.touchpointCount(phase.touchpoints.length)}</span>
            ) : null}
          </h2>
        );
      })}
      {editable ? (
        <button
          type="button"
          className="canvas-add nopan"
          style={{ left: layout.addPhase.x, top: (layout.headerHeight - 32) / 2 }}
          aria-label={words.addPhase}
          title={words.addPhase}
          onClick={() => open({ kind: "new-phase" })}
        >
          <Plus size={16} aria-hidden />
        </button>
      ) : null}
    </div>
  );
});
