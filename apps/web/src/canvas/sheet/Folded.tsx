/** Lanes and phases that are folded to a strip: their name, how many cards they hold, and one click opens them. */
import { type LaneBand, type LayoutFrame, type Rect, withPart } from "@sameside/layout";
import type { Id, JourneyView, LaneView, PhaseView } from "@sameside/model";
import { ChevronsUpDown } from "lucide-react";
import { type KeyboardEvent, memo } from "react";
import { ICON_BY_LANE_KIND } from "../../journey/kindLook.ts";
import { foldedCounts, type Showing } from "../../journey/showing.ts";
import { useWords } from "../../words/words.ts";
import "../look/showing.css";

interface LabelProps {
  readonly lane: LaneView;
  readonly band: LaneBand;
  readonly showing: Showing | undefined;
}

/** In the strip of the lanes' names, which stays in view. */
export function FoldedLabel({ lane, band, showing }: LabelProps) {
  const words = useWords();
  const Icon = ICON_BY_LANE_KIND[lane.kind];
  const name = lane.name || words.journey.laneKinds[lane.kind];
  const count = foldedCounts(showing).get(lane.id) ?? 0;
  return (
    <div className="canvas-label canvas-label-folded" style={{ top: band.label.y, height: band.label.height }}>
      <h3>
        <button
          type="button"
          data-lane-id={lane.id}
          aria-label={words.views.foldedName(words.canvas.laneName(name), count)}
          aria-expanded={false}
          title={words.views.open(name)}
          {...opening(showing, lane.id)}
        >
          <Icon className="canvas-label-icon" size={16} strokeWidth={1.75} aria-hidden />
          <span className="canvas-label-name">{name}</span>
          <span className="canvas-folded-count">{count}</span>
        </button>
      </h3>
    </div>
  );
}

interface HeaderProps {
  readonly phase: PhaseView;
  readonly header: Rect;
  readonly showing: Showing | undefined;
}

/** In the row of the phases' titles, which stays in view. */
export function FoldedHeader({ phase, header, showing }: HeaderProps) {
  const words = useWords();
  const name = phase.title || words.canvas.noName;
  const count = foldedCounts(showing).get(phase.id) ?? 0;
  return (
    <h2
      className="canvas-phase canvas-phase-folded"
      style={{ left: header.x, width: header.width, height: header.height }}
    >
      <button
        type="button"
        data-phase-id={phase.id}
        aria-label={words.views.foldedName(words.canvas.phaseName(name), count)}
        aria-expanded={false}
        title={words.views.open(name)}
        {...opening(showing, phase.id)}
      >
        <ChevronsUpDown className="canvas-folded-sign" size={15} aria-hidden />
      </button>
    </h2>
  );
}

interface StripsProps {
  readonly layout: LayoutFrame;
  readonly journey: JourneyView;
  readonly showing: Showing | undefined;
}

/** What is seen of them on the sheet. The same as their names, for the mouse and the finger only. */
export const FoldedStrips = memo(function FoldedStrips({ layout, journey, showing }: StripsProps) {
  const words = useWords();
  const counts = foldedCounts(showing);
  if (counts.size === 0) return null;
  const open = (id: Id) => showing?.change(withPart(showing.choice, "folded", id, false));
  const titleById = new Map(journey.phases.map(({ id, title }) => [id, title || words.canvas.noName]));
  return (
    <div className="canvas-folded" aria-hidden>
      {layout.lanes.map(({ id, folded, rect }) =>
        folded ? (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            className="canvas-folded-lane"
            style={{ left: layout.labelWidth, top: rect.y, width: rect.width - layout.labelWidth, height: rect.height }}
            onClick={() => open(id)}
          >
            {words.views.cards(counts.get(id) ?? 0)}
          </button>
        ) : null,
      )}
      {layout.phases.map(({ id, folded, x, width }) =>
        folded ? (
          <button
            key={id}
            type="button"
            tabIndex={-1}
            className="canvas-folded-phase"
            style={{ left: x, top: layout.headerHeight, width, height: layout.addLane.y - layout.headerHeight }}
            onClick={() => open(id)}
          >
            <span>{titleById.get(id)}</span>
            <span className="canvas-folded-count">{counts.get(id)}</span>
          </button>
        ) : null,
      )}
    </div>
  );
});

/** A click opens it, and so do the keys that press a button: on an open lane they would rename it. */
function opening(showing: Showing | undefined, id: Id) {
  const open = () => showing?.change(withPart(showing.choice, "folded", id, false));
  return {
    onClick: open,
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      open();
    },
  };
}
