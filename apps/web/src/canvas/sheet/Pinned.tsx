/**
 * Pinned lanes and phases, drawn once more at the edges while their own place is out of view. For the eye and the
 * pointer: the keyboard and a screen reader meet each thing once, in its own place.
 */
import {
  type CardBox,
  type JourneyLayout,
  type LayoutFrame,
  type PinnedPane,
  type Rect,
  shownText,
  type TouchpointBox,
} from "@sameside/layout";
import type { CardView, Id, JourneyView, TouchpointView } from "@sameside/model";
import { memo, type RefObject, useMemo } from "react";
import { CardPhotos } from "../../journey/CardPhotos.tsx";
import type { Selection } from "../../journey/contract.ts";
import { cardLook, channelIcon, ICON_BY_LANE_KIND } from "../../journey/kindLook.ts";
import { useWords } from "../../words/words.ts";
import type { CanvasProps } from "../contract.ts";
import { FeelingBand } from "../curve/FeelingBand.tsx";
import { CardText } from "../nodes/CardNode.tsx";
import { boxOf, openHolders, thingIn } from "../nodes/things.ts";
import { type Pins, useHeldPanes } from "./usePins.ts";
import "../look/showing.css";

interface Props {
  readonly layout: JourneyLayout;
  readonly journey: JourneyView;
  /** The journey without its cards. */
  readonly frame: JourneyView;
  readonly showing: CanvasProps["showing"];
  readonly selection: Selection | null;
  readonly onSelect: CanvasProps["onSelect"];
  readonly pins: Pins;
  readonly root: RefObject<HTMLElement | null>;
}

export const Pinned = memo(function Pinned(props: Props) {
  const { layout, journey, frame, showing, selection, onSelect, pins, root } = props;
  const { panes, windows, elementOf } = useHeldPanes(layout, showing, pins, root);
  const press = (event: React.MouseEvent) => {
    const face = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-pinned]") : null;
    const { pinned: id, kind } = face?.dataset ?? {};
    if (id !== undefined && (kind === "card" || kind === "touchpoint" || kind === "lane" || kind === "phase"))
      onSelect({ kind, id });
    event.stopPropagation();
  };
  return panes.map((pane, index) => {
    const { kind, rect } = pane;
    const shown = windows[index];
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
          {shown ? <Content {...{ pane, window: shown, layout, journey, frame }} selected={selection?.id} /> : null}
        </div>
      </div>
    );
  });
});

interface ContentProps {
  readonly pane: PinnedPane;
  /** What of the pane is drawn. */
  readonly window: Rect;
  readonly layout: JourneyLayout;
  readonly journey: JourneyView;
  readonly frame: JourneyView;
  readonly selected: Id | undefined;
}

/** What of the sheet lies in the pane, in the sheet's own places. */
function Content({ pane, window, layout, journey, frame, selected }: ContentProps) {
  const { kind, rect } = pane;
  const holders = useMemo(openHolders, []);
  if (kind === "label") return <Name journey={frame} lane={pane.lane} rect={rect} />;
  if (kind === "header") return <Title journey={frame} phase={pane.phase} layout={layout} />;
  const { feeling } = layout;
  const placeOf = holders(journey);
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
      {feeling && isBeside(feeling.band, rect) ? <FeelingBand feeling={feeling} journey={frame} /> : null}
      {idsIn(layout, pane, window).map((id) => {
        const box = boxOf(layout, id);
        const place = box && placeOf(id, box);
        const thing = place && thingIn(place, id, box);
        return thing ? <Face key={id} thing={thing} box={box} isSelected={id === selected} /> : null;
      })}
    </>
  );
}

/** The touchpoints and cards of a pane that lie in its window. */
function idsIn(layout: JourneyLayout, pane: PinnedPane, window: Rect): readonly Id[] {
  const isIn = (at: Rect) => touch(at, pane.rect) && touch(at, window);
  const touchpoints = isBeside(layout.touchpointRow, window)
    ? [...layout.touchpointsById].flatMap(([id, { rect }]) => (isIn(rect) ? [id] : []))
    : [];
  const lanes = pane.lane === undefined ? [...layout.cellsByLane.keys()] : [pane.lane];
  const cards = lanes
    .flatMap((lane) => layout.cellsByLane.get(lane) ?? [])
    .flatMap((cell) => (isIn(cell.rect) ? cell.cards : []))
    .filter((id) => {
      const box = layout.cardsById.get(id);
      return box && isIn(box.rect);
    });
  return [...touchpoints, ...cards];
}

interface FaceProps {
  readonly thing: CardView | TouchpointView;
  readonly box: CardBox | TouchpointBox;
  readonly isSelected: boolean;
}

/** Drawn anew only when it changed itself. */
const Face = memo(function Face({ thing, box, isSelected }: FaceProps) {
  const isCard = "parent" in thing;
  return (
    <div
      className="canvas-pinned-face"
      data-pinned={thing.id}
      data-kind={isCard ? "card" : "touchpoint"}
      style={boxStyle(box.rect)}
    >
      {isCard ? (
        <CardFace card={thing} lines={box.lines} isSelected={isSelected} />
      ) : (
        <TouchpointFace touchpoint={thing} lines={box.lines} isSelected={isSelected} />
      )}
    </div>
  );
});

interface LookProps {
  readonly lines: number;
  readonly isSelected: boolean;
}

function CardFace({ card, lines, isSelected }: LookProps & { readonly card: CardView }) {
  const words = useWords();
  return (
    <div className={`canvas-card ${cardLook(card)}`} data-selected={isSelected ? "" : undefined}>
      <CardText lines={lines}>{card.withdrawn ? <em>{words.withdrawal.emptied}</em> : shownText(card)}</CardText>
      <CardPhotos card={card} isReached={false} />
    </div>
  );
}

function TouchpointFace({ touchpoint, lines, isSelected }: LookProps & { readonly touchpoint: TouchpointView }) {
  const words = useWords();
  const { title, channel, owner, stage } = touchpoint;
  const Icon = channelIcon(channel);
  const note = [channel, owner].filter((part) => part !== "").join(" · ");
  return (
    <div className={`canvas-touchpoint stage-${stage}`} data-selected={isSelected ? "" : undefined}>
      <Icon className="canvas-touchpoint-icon" size={16} strokeWidth={1.75} />
      <span className="canvas-touchpoint-title" style={{ WebkitLineClamp: lines }}>
        {title || words.canvas.noName}
      </span>
      <span className="canvas-touchpoint-note">{note || words.canvas.noChannel}</span>
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
  readonly layout: LayoutFrame;
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

function touch(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && isBeside(a, b);
}

/** Whether both share a height of the sheet. */
function isBeside(a: Stretch, b: Stretch): boolean {
  return a.y < b.y + b.height && b.y < a.y + a.height;
}

interface Stretch {
  readonly y: number;
  readonly height: number;
}

function boxStyle({ x, y, width, height }: Rect) {
  return { left: x, top: y, width, height };
}
