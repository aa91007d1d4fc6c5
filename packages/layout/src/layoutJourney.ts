/** A journey becomes rectangles and paths. Positions are derived from phase, lane and order, never stored. */
import type { Id, JourneyView, LaneView } from "@sameside/model";
import { laneStacks } from "./cards.ts";
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
 * says how many lines of a text are shown, `view` what is folded and what is aligned.
 */
export function layoutJourney(
  journey: JourneyView,
  curve: readonly FeelingInput[],
  measure: MeasureText,
  most: MostLines = CANVAS_LINES,
  view: SheetView = ALL_OPEN,
): JourneyLayout {
  const spans = spansOf(journey, view);
  const width = widthOf(spans);
  const headerHeight = headerHeightOf(spans, measure, most.phase);
  const touchpoints = measureTouchpoints(spans, measure, most.touchpoint);

  const lanes: LaneBand[] = [];
  const cellsByLane = new Map<Id, readonly Cell[]>();
  const cardsById = new Map<Id, CardBox>();
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
      feeling ??= layoutFeeling(lane.id, feelingRow(rect, spans), journey, spans, curve);
      lanes.push(bandOf(lane, rect));
    } else {
      const stacks = laneStacks(lane, spans, measure, most.card);
      const rect = row(Math.max(MIN_LANE_HEIGHT, labelHeight, stacks.height));
      const { cells, boxes } = stacks.place(rect.y, rect.y + rect.height);
      // Nothing stands in a folded phase, and nothing can be put there.
      cellsByLane.set(
        lane.id,
        cells.filter((cell) => !view.folded.has(cell.parent)),
      );
      for (const [id, box] of boxes) cardsById.set(id, box);
      lanes.push(bandOf(lane, rect));
    }
  }

  const placedRow = touchpointRow ?? row(touchpoints.height);
  return {
    width,
    height: y + FOOT_HEIGHT,
    headerHeight,
    labelWidth: LABEL_WIDTH,
    phases: spans.map((span) => phaseSpan(span, headerHeight, placedRow, measure)),
    lanes,
    touchpointRow: placedRow,
    touchpointsById: touchpoints.place(placedRow),
    cardsById,
    cellsByLane,
    ...(feeling && { feeling }),
    addPhase: { x: width - END_WIDTH, y: 0, width: END_WIDTH, height: headerHeight },
    addLane: { x: 0, y, width: LABEL_WIDTH, height: FOOT_HEIGHT },
    stops: stopsOf(
      spans,
      journey.lanes.filter(({ id }) => cellsByLane.has(id)),
    ),
  };
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
function measureTouchpoints(spans: readonly Span[], measure: MeasureText, mostLines: number) {
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
    place(row: Rect): ReadonlyMap<Id, TouchpointBox> {
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

/** `lanes` are those whose cards are laid out. */
function stopsOf(spans: readonly Span[], lanes: readonly LaneView[]): readonly Stop[] {
  const cards = (cardsByLane: Span["phase"]["cardsByLane"]): Stop[] =>
    lanes.flatMap((lane) => (cardsByLane[lane.id] ?? []).map(({ id }): Stop => ({ kind: "card", id })));
  return spans.flatMap(({ phase }) => [
    ...cards(phase.cardsByLane),
    ...phase.touchpoints.flatMap((touchpoint): Stop[] => [
      { kind: "touchpoint", id: touchpoint.id },
      ...cards(touchpoint.cardsByLane),
    ]),
  ]);
}
