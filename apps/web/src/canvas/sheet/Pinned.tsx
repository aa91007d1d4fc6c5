/**
 * Pinned lanes and phases, drawn once more at the edges while their own place is out of view. For the eye and the
 * pointer: the keyboard and a screen reader meet each thing once, in its own place.
 */
import { type JourneyLayout, type PinnedPane, type Rect, rectOf, shownText } from "@sameside/layout";
import type { CardView, Id, JourneyView, TouchpointView } from "@sameside/model";
import { memo, type RefObject } from "react";
import { CardPhotos } from "../../journey/CardPhotos.tsx";
import type { Selection } from "../../journey/contract.ts";
import { cardLook, channelIcon, ICON_BY_LANE_KIND } from "../../journey/kindLook.ts";
import { useWords } from "../../words/words.ts";
import type { CanvasProps } from "../contract.ts";
import { FeelingBand } from "../curve/FeelingBand.tsx";
import { CardText } from "../nodes/CardNode.tsx";
import { type Pins, useHeldPanes } from "./usePins.ts";
import "../look/showing.css";

interface Props {
  readonly layout: JourneyLayout;
  readonly journey: JourneyView;
  readonly showing: CanvasProps["showing"];
  readonly selection: Selection | null;
  readonly onSelect: CanvasProps["onSelect"];
  readonly pins: Pins;
  readonly root: RefObject<HTMLElement | null>;
}

export const Pinned = memo(function Pinned({ layout, journey, showing, selection, onSelect, pins, root }: Props) {
  const { panes, elementOf } = useHeldPanes(layout, showing, pins, root);
  const press = (event: React.MouseEvent) => {
    const face = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-pinned]") : null;
    const { pinned: id, kind } = face?.dataset ?? {};
    if (id !== undefined && (kind === "card" || kind === "touchpoint" || kind === "lane" || kind === "phase"))
      onSelect({ kind, id });
    event.stopPropagation();
  };
  return panes.map((pane, index) => {
    const { kind, rect } = pane;
    return (
      <div
        key={`${kind} ${pane.lane} ${pane.phase}`}
        ref={elementOf(index)}
        className={`canvas-pinned canvas-pinned-${kind}`}
        style={boxStyle(rect)}
        aria-hidden
        hidden
        onClick={press}
      >
        <div className="canvas-pinned-sheet" style={{ left: -rect.x, top: -rect.y }}>
          <Content pane={pane} layout={layout} journey={journey} selected={selection?.id} />
        </div>
      </div>
    );
  });
});

interface ContentProps {
  readonly pane: PinnedPane;
  readonly layout: JourneyLayout;
  readonly journey: JourneyView;
  readonly selected: Id | undefined;
}

/** What of the sheet lies in the pane, in the sheet's own places. */
const Content = memo(function Content({ pane, layout, journey, selected }: ContentProps) {
  const { kind, rect } = pane;
  if (kind === "label") return <Name journey={journey} lane={pane.lane} rect={rect} />;
  if (kind === "header") return <Title journey={journey} phase={pane.phase} layout={layout} />;
  const { feeling } = layout;
  const isIn = (id: Id) => {
    const at = rectOf(layout, id);
    return at !== undefined && at.x < rect.x + rect.width && rect.x < at.x + at.width && isBeside(at, rect);
  };
  const cards = journey.phases.flatMap((phase) =>
    [phase, ...phase.touchpoints].flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat()),
  );
  return (
    <>
      {kind === "phase"
        ? layout.lanes.map((lane) => (
            <div
              key={lane.id}
              className={lane.folded ? "canvas-row canvas-row-folded" : "canvas-row"}
              style={{ top: lane.rect.y, width: layout.width, height: lane.rect.height }}
            />
          ))
        : null}
      {feeling && isBeside(feeling.band, rect) ? <FeelingBand feeling={feeling} journey={journey} /> : null}
      {journey.phases
        .flatMap(({ touchpoints }) => touchpoints)
        .filter(({ id }) => isIn(id))
        .map((touchpoint) => (
          <TouchpointFace key={touchpoint.id} touchpoint={touchpoint} layout={layout} selected={selected} />
        ))}
      {cards
        .filter(({ id }) => isIn(id))
        .map((card) => (
          <CardFace key={card.id} card={card} layout={layout} selected={selected} />
        ))}
    </>
  );
});

interface FaceProps {
  readonly layout: JourneyLayout;
  readonly selected: Id | undefined;
}

function CardFace({ card, layout, selected }: FaceProps & { readonly card: CardView }) {
  const words = useWords();
  const box = layout.cardsById.get(card.id);
  if (!box) return null;
  return (
    <div className="canvas-pinned-face" data-pinned={card.id} data-kind="card" style={boxStyle(box.rect)}>
      <div className={`canvas-card ${cardLook(card)}`} data-selected={selected === card.id ? "" : undefined}>
        <CardText lines={box.lines}>{card.withdrawn ? <em>{words.withdrawal.emptied}</em> : shownText(card)}</CardText>
        <CardPhotos card={card} isReached={false} />
      </div>
    </div>
  );
}

function TouchpointFace({ touchpoint, layout, selected }: FaceProps & { readonly touchpoint: TouchpointView }) {
  const words = useWords();
  const { id, title, channel, owner, stage } = touchpoint;
  const box = layout.touchpointsById.get(id);
  const Icon = channelIcon(channel);
  const note = [channel, owner].filter((part) => part !== "").join(" · ");
  if (!box) return null;
  return (
    <div className="canvas-pinned-face" data-pinned={id} data-kind="touchpoint" style={boxStyle(box.rect)}>
      <div className={`canvas-touchpoint stage-${stage}`} data-selected={selected === id ? "" : undefined}>
        <Icon className="canvas-touchpoint-icon" size={16} strokeWidth={1.75} />
        <span className="canvas-touchpoint-title" style={{ WebkitLineClamp: box.lines }}>
          {title || words.canvas.noName}
        </span>
        <span className="canvas-touchpoint-note">{note || words.canvas.noChannel}</span>
      </div>
    </div>
  );
}

function Name({ journey, lane, rect }: { journey: JourneyView; lane: Id | undefined; rect: Rect }) {
  const words = useWords();
  const found = journey.lanes.find(({ id }) => id === lane);
  if (!found) return null;
  const Icon = ICON_BY_LANE_KIND[found.kind];
  return (
    <div className="canvas-pinned-name" data-pinned={found.id} data-kind="lane" style={boxStyle(rect)}>
      <Icon className="canvas-label-icon" size={16} strokeWidth={1.75} />
      <span className="canvas-label-name">{found.name || words.journey.laneKinds[found.kind]}</span>
    </div>
  );
}

interface TitleProps {
  readonly journey: JourneyView;
  readonly phase: Id | undefined;
  readonly layout: JourneyLayout;
}

function Title({ journey, phase, layout }: TitleProps) {
  const words = useWords();
  const header = layout.phases.find(({ id }) => id === phase)?.header;
  const title = journey.phases.find(({ id }) => id === phase)?.title;
  if (!header) return null;
  return (
    <div className="canvas-phase" data-pinned={phase} data-kind="phase" style={boxStyle(header)}>
      <div className="canvas-pinned-title">
        <span className="canvas-phase-title">{title || words.canvas.noName}</span>
      </div>
    </div>
  );
}

function isBeside(at: { readonly y: number; readonly height: number }, rect: Rect): boolean {
  return at.y < rect.y + rect.height && rect.y < at.y + at.height;
}

function boxStyle({ x, y, width, height }: Rect) {
  return { left: x, top: y, width, height };
}
