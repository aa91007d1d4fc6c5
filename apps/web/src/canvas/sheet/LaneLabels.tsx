/** The lanes' names down the left. They stay at the left of the screen when the sheet is moved. */
import type { LaneBand, LayoutFrame } from "@sameside/layout";
import type { Id, JourneyView, LaneKind, LaneView } from "@sameside/model";
import { Lock, Plus } from "lucide-react";
import { type DOMAttributes, memo, type Ref } from "react";
import { openComments } from "../../journey/commentCount.ts";
import type { Selection } from "../../journey/contract.ts";
import { ICON_BY_LANE_KIND } from "../../journey/kindLook.ts";
import { useGuide } from "../../journey/LaneGuide.tsx";
import type { Showing } from "../../journey/showing.ts";
import type { EditingControls } from "../../journey/useEditing.ts";
import { Menu } from "../../ui/Menu.tsx";
import { useWords } from "../../words/words.ts";
import type { CanvasProps } from "../contract.ts";
import { SeriesNote } from "../curve/SeriesNote.tsx";
import { CommentMark } from "../nodes/CommentMark.tsx";
import { FoldedLabel } from "./Folded.tsx";

interface Props {
  readonly layout: LayoutFrame;
  readonly journey: JourneyView;
  readonly selection: Selection | null;
  /** Whether lanes may be added and moved. */
  readonly editable: boolean;
  /** The one that is in the hand. */
  readonly dragging: Id | undefined;
  readonly handlers: DOMAttributes<HTMLElement>;
  readonly onAddLaneBefore: (lane: Id, at: HTMLElement) => void;
  readonly onSelect: CanvasProps["onSelect"];
  readonly onAddLane: (kind: LaneKind) => void;
  readonly showing?: Showing | undefined;
  readonly open: EditingControls["open"];
  readonly ref: Ref<HTMLDivElement>;
}

/** The kinds that can be added; a map has one touchpoint lane and one feeling lane at most. */
const KINDS_ONCE: readonly LaneKind[] = ["touchpoint", "feeling"];

export const LaneLabels = memo(function LaneLabels(props: Props) {
  const { layout, journey, editable, handlers, onAddLane, showing, ref } = props;
  const words = useWords();
  const bandsById = new Map(layout.lanes.map((band) => [band.id, band]));
  const kinds = (Object.keys(ICON_BY_LANE_KIND) as LaneKind[]).filter(
    (kind) => !KINDS_ONCE.includes(kind) || !(showing?.whole ?? journey).lanes.some((lane) => lane.kind === kind),
  );
  return (
    <div ref={ref} className="canvas-labels" style={{ width: layout.labelWidth, height: layout.height }} {...handlers}>
      {journey.lanes.map((lane) => {
        const band = bandsById.get(lane.id);
        return band ? <LaneLabel key={lane.id} lane={lane} band={band} {...props} /> : null;
      })}
      {editable ? (
        <div className="canvas-add-lane nopan" style={{ top: layout.addLane.y, height: layout.addLane.height }}>
          <Menu
            label={words.canvas.addLane}
            actions={kinds.map((kind) => {
              const Icon = ICON_BY_LANE_KIND[kind];
              return {
                id: kind,
                label: words.journey.laneKinds[kind],
                icon: <Icon size={16} strokeWidth={1.75} aria-hidden />,
                act: () => onAddLane(kind),
              };
            })}
          >
            <Plus size={16} aria-hidden />
          </Menu>
        </div>
      ) : null}
      <div className="canvas-corner" style={{ height: layout.headerHeight }} />
    </div>
  );
});

function LaneLabel(props: Props & { readonly lane: LaneView; readonly band: LaneBand }) {
  const { lane, band, layout, journey, selection, editable, dragging, onSelect, onAddLaneBefore, open } = props;
  const words = useWords();
  const { id, kind, owner } = lane;
  const name = lane.name || words.journey.laneKinds[kind];
  const Icon = ICON_BY_LANE_KIND[kind];
  const isSelected = selection?.kind === "lane" && selection.id === id;
  const { isAside, promptOf } = useGuide();
  const aside = isAside(kind);
  const prompt = promptOf(kind);
  if (band.folded) return <FoldedLabel lane={lane} band={band} showing={props.showing} />;
  const note =
    kind === "feeling" && layout.feeling?.lane === id ? (
      <SeriesNote journey={journey} feeling={layout.feeling} />
    ) : (
      owner
    );
  const commented = openComments(lane);
  const said = [
    aside ? words.guide.aside : "",
    lane.locked ? words.editing.isLocked : "",
    commented > 0 ? words.comments.count(commented) : "",
  ];
  return (
    <div
      className="canvas-label"
      data-dragging={dragging === id ? "" : undefined}
      data-aside={aside ? "" : undefined}
      style={{ top: band.label.y, height: band.label.height }}
    >
      <h3>
        <button
          type="button"
          data-lane-id={id}
          data-selected={isSelected ? "" : undefined}
          aria-label={words.canvas.laneName(name)}
          aria-description={said.filter((part) => part !== "").join(". ") || undefined}
          title={name}
          onClick={() => onSelect({ kind: "lane", id })}
          onDoubleClick={() => open({ kind: "lane", id })}
        >
          <Icon className="canvas-label-icon" size={16} strokeWidth={1.75} aria-hidden />
          <span className="canvas-label-name">{name}</span>
          {lane.locked ? <Lock className="canvas-lock" size={13} aria-hidden /> : null}
        </button>
      </h3>
      <CommentMark threads={lane.threads} />
      {editable ? (
        <button
          type="button"
          // With the keyboard it is in the list of what can be done.
          tabIndex={-1}
          className="canvas-add canvas-add-between nopan"
          aria-label={words.editing.addLaneBefore(name)}
          title={words.editing.addLaneBefore(name)}
          onClick={(event) => onAddLaneBefore(id, event.currentTarget)}
        >
          <Plus size={14} aria-hidden />
        </button>
      ) : null}
      {note ? <p className="canvas-label-note">{note}</p> : null}
      {prompt ? <p className="canvas-label-prompt">{prompt}</p> : null}
      {aside ? (
        <p className="canvas-label-prompt" aria-hidden>
          {words.guide.aside}
        </p>
      ) : null}
    </div>
  );
}
