/** A journey becomes rectangles and paths. Positions are derived from phase, lane and order, never stored. */
import type { Id, JourneyView, LaneView, PhaseView } from "@sameside/model";
import { type Block, laneStacks } from "./cards.ts";
import { headerHeightOf, phaseSpan, type Span, spansOf } from "./columns.ts";
import { layoutFeeling } from "./feeling.ts";
import {
  CANVAS_LINES,
  END_WIDTH,
  FEELING_HEIGHT,
  FOOT_HEIGHT,
  LABEL_NOTE_HEIGHT,
  LABEL_PAD_RIGHT,
  LABEL_PAD_TOP,
  LABEL_TEXT_X,
  LABEL_WIDTH,
  LANE_PAD,
  MIN_LANE_HEIGHT,
  type MostLines,
  PHASE_GAP,
  TEXT_LOOKS,
  TOUCHPOINT_NOTE_HEIGHT,
  TOUCHPOINT_PAD_RIGHT,
  TOUCHPOINT_PAD_Y,
  TOUCHPOINT_TEXT_X,
} from "./metrics.ts";
import { differsInCardsOnly, isSameList, kept } from "./sameness.ts";
import type {
  CardBox,
  Cell,
  FeelingInput,
  FeelingLayout,
  JourneyLayout,
  LaneBand,
  MeasureText,
  Rect,
  Stop,
  TouchpointBox,
} from "./shapes.ts";
import { ALL_OPEN, FOLDED_LANE_HEIGHT, isFoldable, type SheetView } from "./sheetView.ts";

/**
 * Lays a journey out. Pure, deterministic and total: whatever the view holds, no two cards overlap, and every card
 * stands inside its lane's row and its phase's span. `curve` has one entry for each touchpoint, in any order; `most`
 * says how many lines of a text and rows of photos are shown, `view` what is folded and what is aligned.
 */
export function layoutJourney(
  journey: JourneyView,
  curve: readonly FeelingInput[],
  measure: MeasureText,
  most: MostLines = CANVAS_LINES,
  view: SheetView = ALL_OPEN,
): JourneyLayout {
  return openLayout(measure, most)(journey, curve, view);
}

/**
 * Lays out one journey as often as it changes, as `layoutJourney` would. What stands where it stood keeps its identity,
 * so that an edit costs what it changed: a card's words one cell, a row that grew what lies below it.
 */
export function openLayout(
  measure: MeasureText,
  most: MostLines = CANVAS_LINES,
): (journey: JourneyView, curve: readonly FeelingInput[], view?: SheetView) => JourneyLayout {
  let last: Laid | undefined;
  return (journey, curve, view = ALL_OPEN) => {
    // What was folded otherwise is laid out afresh: that happens rarely, and moves everything.
    if (last?.view !== view) last = undefined;
    if (last?.journey !== journey || last.curve !== curve) last = layOut({ journey, curve, view }, measure, most, last);
    return last.layout;
  };
}

interface Input {
  readonly journey: JourneyView;
  readonly curve: readonly FeelingInput[];
  readonly view: SheetView;
}

/** A layout with what the next one can keep of it. */
interface Laid extends Input {
  readonly layout: JourneyLayout;
  readonly touchpoints: MeasuredTouchpoints;
  readonly blocksByLane: ReadonlyMap<Id, ReadonlyMap<Id, Block>>;
  readonly stopsByPhase: ReadonlyMap<PhaseView, readonly Stop[]>;
}

const NO_BLOCKS: ReadonlyMap<Id, Block> = new Map();

function layOut(input: Input, measure: MeasureText, most: MostLines, last: Laid | undefined): Laid {
  const { journey, curve, view } = input;
  const isSameFrame = last !== undefined && differsInCardsOnly(last.journey, journey);
  const spans = spansOf(journey, view);
  const width = widthOf(spans);
  const headerHeight = isSameFrame ? last.layout.headerHeight : headerHeightOf(spans, measure, most.phase);
  const touchpoints = isSameFrame ? last.touchpoints : measureTouchpoints(spans, measure, most.touchpoint);

  const lanes: LaneBand[] = [];
  const blocksByLane = new Map<Id, ReadonlyMap<Id, Block>>();
  let touchpointRow: Rect | undefined;
  let feeling: FeelingLayout | undefined;
  let y = headerHeight;
  const row = (height: number): Rect => {
    const rect = { x: 0, y, width, height };
    y += height;
    return rect;
  };

  if (!journey.lanes.some((lane) => lane.kind === "touchpoint")) touchpointRow = row(touchpoints.height);
  for (const lane of journey.lanes) {
    const labelHeight = labelHeightOf(lane, measure);
    if (view.folded.has(lane.id) && isFoldable(lane)) {
      lanes.push({ ...bandOf(lane, row(FOLDED_LANE_HEIGHT)), folded: true });
    } else if (lane.kind === "touchpoint") {
      const rect = row(Math.max(labelHeight, touchpointRow ? 0 : touchpoints.height));
      touchpointRow ??= rect;
      lanes.push(bandOf(lane, rect));
    } else if (lane.kind === "feeling") {
      const rect = row(Math.max(labelHeight, feeling ? 0 : FEELING_HEIGHT));
      const isSame = isSameFrame && last.curve === curve && standsThere(last.layout, lane.id, rect);
      feeling ??= isSame ? last.layout.feeling : layoutFeeling(lane.id, feelingRow(rect, spans), journey, spans, curve);
      lanes.push(bandOf(lane, rect));
    } else {
      const stacks = laneStacks(lane, spans, measure, most, last?.blocksByLane.get(lane.id) ?? NO_BLOCKS);
      const rect = row(Math.max(MIN_LANE_HEIGHT, labelHeight, stacks.height));
      // Nothing stands in a folded phase, and nothing can be put there.
      const blocks = stacks
        .place(rect.y, rect.y + rect.height)
        .map((block) => (view.folded.has(block.phase.id) ? { ...block, cells: [] } : block));
      blocksByLane.set(lane.id, new Map(blocks.map((block) => [block.phase.id, block])));
      lanes.push(bandOf(lane, rect));
    }
  }

  const placedRow = kept(last?.layout.touchpointRow, touchpointRow ?? row(touchpoints.height));
  const isSameRow = isSameFrame && last.layout.touchpointRow === placedRow;
  const stopsByPhase = stopsOf(input, last);
  const layout: JourneyLayout = {
    width,
    height: y + FOOT_HEIGHT,
    headerHeight,
    labelWidth: LABEL_WIDTH,
    phases: isSameRow
      ? last.layout.phases
      : kept(
          last?.layout.phases,
          spans.map((span) => phaseSpan(span, headerHeight, placedRow, measure)),
        ),
    lanes: kept(last?.layout.lanes, lanes),
    touchpointRow: placedRow,
    touchpointsById: isSameRow
      ? last.layout.touchpointsById
      : kept(last?.layout.touchpointsById, touchpoints.place(placedRow)),
    cardsById: cardsOf(blocksByLane, last),
    cellsByLane: cellsOf(blocksByLane, last),
    ...(feeling && { feeling }),
    addPhase: kept(last?.layout.addPhase, { x: width - END_WIDTH, y: 0, width: END_WIDTH, height: headerHeight }),
    addLane: kept(last?.layout.addLane, { x: 0, y, width: LABEL_WIDTH, height: FOOT_HEIGHT }),
    stops: listedStops(stopsByPhase, last),
  };
  return { ...input, layout: sameOr(last?.layout, layout), touchpoints, blocksByLane, stopsByPhase };
}

/** The last layout itself when every part of it is the same. */
function sameOr(last: JourneyLayout | undefined, next: JourneyLayout): JourneyLayout {
  if (!last) return next;
  const keys = new Set([...Object.keys(last), ...Object.keys(next)]) as Set<keyof JourneyLayout>;
  return [...keys].every((key) => last[key] === next[key]) ? last : next;
}

/** Whether the feelings were laid out into this very row. */
function standsThere({ lanes, feeling }: JourneyLayout, lane: Id, { y, width, height }: Rect): boolean {
  const before = lanes.find(({ id }) => id === lane)?.rect;
  return feeling?.lane === lane && before?.y === y && before.width === width && before.height === height;
}

type BlocksByLane = Laid["blocksByLane"];

/** A copy of the last map with what other blocks hold, or the last one itself. */
function cardsOf(blocksByLane: BlocksByLane, last: Laid | undefined): ReadonlyMap<Id, CardBox> {
  const gone = last ? otherBoxes(last.blocksByLane, blocksByLane) : [];
  const come = otherBoxes(blocksByLane, last?.blocksByLane);
  if (last && gone.length === 0 && come.length === 0) return last.layout.cardsById;
  const cardsById = new Map(last?.layout.cardsById);
  for (const boxes of gone) for (const [id] of boxes) cardsById.delete(id);
  for (const boxes of come) for (const [id, box] of boxes) cardsById.set(id, box);
  return cardsById;
}

/** The boxes of the blocks that are not the same in `others`. */
function otherBoxes(blocksByLane: BlocksByLane, others: BlocksByLane | undefined): readonly Block["boxes"][] {
  return [...blocksByLane].flatMap(([lane, blocks]) => {
    const inOthers = others?.get(lane);
    return [...blocks].flatMap(([phase, { boxes }]) => (inOthers?.get(phase)?.boxes === boxes ? [] : [boxes]));
  });
}

function cellsOf(blocksByLane: BlocksByLane, last: Laid | undefined): ReadonlyMap<Id, readonly Cell[]> {
  const before = last?.layout.cellsByLane;
  let isSame = before?.size === blocksByLane.size;
  const cellsByLane = new Map<Id, readonly Cell[]>();
  for (const [lane, blocks] of blocksByLane) {
    const cells = [...blocks.values()].flatMap((block) => block.cells);
    const old = before?.get(lane);
    const isOld = old !== undefined && isSameList(old, cells);
    if (!isOld) isSame = false;
    cellsByLane.set(lane, isOld ? old : cells);
  }
  return before && isSame ? before : cellsByLane;
}

function widthOf(spans: readonly Span[]): number {
  const last = spans.at(-1);
  return (last ? last.x + last.width + PHASE_GAP : LABEL_WIDTH) + END_WIDTH;
}

function bandOf(lane: LaneView, rect: Rect): LaneBand {
  return { id: lane.id, kind: lane.kind, rect, label: { ...rect, width: LABEL_WIDTH } };
}

function labelHeightOf(lane: LaneView, measure: MeasureText): number {
  const lines = Math.max(1, measure(lane.name, "lane", LABEL_WIDTH - LABEL_TEXT_X - LABEL_PAD_RIGHT));
  return 2 * LABEL_PAD_TOP + lines * TEXT_LOOKS.lane.lineHeight + (lane.owner === "" ? 0 : LABEL_NOTE_HEIGHT);
}

function feelingRow(rect: Rect, spans: readonly Span[]): Rect {
  const last = spans.at(-1);
  return { ...rect, x: LABEL_WIDTH, width: last ? last.x + last.width - LABEL_WIDTH : 0 };
}

/** All touchpoints of a journey are equally high: the row reads as a row. */
interface MeasuredTouchpoints {
  readonly height: number;
  place(row: Rect): ReadonlyMap<Id, TouchpointBox>;
}

function measureTouchpoints(spans: readonly Span[], measure: MeasureText, mostLines: number): MeasuredTouchpoints {
  const linesById = new Map<Id, number>();
  for (const { phase, columns } of spans)
    phase.touchpoints.forEach((touchpoint, index) => {
      const width = (columns[index]?.width ?? 0) - TOUCHPOINT_TEXT_X - TOUCHPOINT_PAD_RIGHT;
      linesById.set(touchpoint.id, Math.min(mostLines, measure(touchpoint.title, "touchpoint", width)));
    });
  const lines = Math.max(1, ...linesById.values());
  const boxHeight = 2 * TOUCHPOINT_PAD_Y + lines * TEXT_LOOKS.touchpoint.lineHeight + TOUCHPOINT_NOTE_HEIGHT;
  return {
    height: boxHeight + 2 * LANE_PAD,
    place(row) {
      const boxes = new Map<Id, TouchpointBox>();
      for (const { phase, columns } of spans)
        phase.touchpoints.forEach((touchpoint, index) => {
          const column = columns[index];
          if (!column) return;
          const rect = { x: column.x, y: row.y + LANE_PAD, width: column.width, height: boxHeight };
          boxes.set(touchpoint.id, { rect, lines: linesById.get(touchpoint.id) ?? 1, phase: phase.id });
        });
      return boxes;
    },
  };
}

const NO_STOPS: readonly Stop[] = [];

/** Each phase's stops, of what is laid out; an unchanged phase's are the last ones. */
function stopsOf({ journey, view }: Input, last: Laid | undefined): ReadonlyMap<PhaseView, readonly Stop[]> {
  const cardLanes = journey.lanes.filter(
    (lane) => lane.kind !== "touchpoint" && lane.kind !== "feeling" && !view.folded.has(lane.id),
  );
  const isSameLanes = last?.journey.lanes === journey.lanes;
  const lastById = new Map([...(last?.stopsByPhase ?? [])].map(([phase, stops]) => [phase.id, stops]));
  const cards = (cardsByLane: PhaseView["cardsByLane"]): Stop[] =>
    cardLanes.flatMap((lane) => (cardsByLane[lane.id] ?? []).map(({ id }): Stop => ({ kind: "card", id })));
  return new Map(
    journey.phases.map((phase) => {
      const known = isSameLanes ? last?.stopsByPhase.get(phase) : undefined;
      if (known) return [phase, known];
      if (view.folded.has(phase.id)) return [phase, NO_STOPS];
      const stops = [
        ...cards(phase.cardsByLane),
        ...phase.touchpoints.flatMap((touchpoint): Stop[] => [
          { kind: "touchpoint", id: touchpoint.id },
          ...cards(touchpoint.cardsByLane),
        ]),
      ];
      const before = lastById.get(phase.id);
      return [phase, before && isSameWay(before, stops) ? before : stops];
    }),
  );
}

function isSameWay(a: readonly Stop[], b: readonly Stop[]): boolean {
  return a.length === b.length && a.every(({ kind, id }, index) => kind === b[index]?.kind && id === b[index]?.id);
}

function listedStops(stopsByPhase: Laid["stopsByPhase"], last: Laid | undefined): readonly Stop[] {
  const lists = [...stopsByPhase.values()];
  if (last && isSameList(lists, [...last.stopsByPhase.values()])) return last.layout.stops;
  return lists.flat();
}
