/** Phases become spans of x, with one column for each touchpoint. */
import type { JourneyView, PhaseView } from "@sameside/model";
import {
  COLUMN_GAP,
  COLUMN_WIDTH,
  HEADER_PAD_BOTTOM,
  HEADER_PAD_TOP,
  LABEL_WIDTH,
  PHASE_COUNT_WIDTH,
  PHASE_GAP,
  TEXT_LOOKS,
} from "./metrics.ts";
import type { Column, MeasureText, PhaseSpan, Rect } from "./shapes.ts";
import { FOLDED_PHASE_WIDTH, type SheetView } from "./sheetView.ts";

/** A span before its rows are known. */
export interface Span {
  readonly phase: PhaseView;
  readonly x: number;
  readonly width: number;
  readonly columns: readonly Column[];
  readonly folded?: true;
}

/** The spans of a journey's phases, from left to right. */
export function spansOf(journey: JourneyView, view: SheetView): readonly Span[] {
  let x = LABEL_WIDTH;
  return journey.phases.map((phase) => {
    const span = view.folded.has(phase.id) ? foldedAt(phase, x) : spanAt(phase, x, view.widths?.get(phase.id));
    x += span.width + PHASE_GAP;
    return span;
  });
}

/** Height of the row of phase titles. */
export function headerHeightOf(spans: readonly Span[], measure: MeasureText, mostLines: number): number {
  const open = spans.filter(({ folded }) => !folded);
  const lines = open.map(({ phase, width }) => Math.min(mostLines, measure(phase.title, "phase", width)));
  return HEADER_PAD_TOP + Math.max(1, ...lines) * TEXT_LOOKS.phase.lineHeight + HEADER_PAD_BOTTOM;
}

/** A span with its header and the place where a touchpoint is added in `touchpointRow`. */
export function phaseSpan(span: Span, headerHeight: number, touchpointRow: Rect, measure: MeasureText): PhaseSpan {
  const { phase, x, width, columns, folded } = span;
  const empty = phase.touchpoints.length === 0;
  return {
    id: phase.id,
    x,
    width,
    columns,
    header: { x, y: 0, width, height: headerHeight },
    countFits: !empty && measure(phase.title, "phase", width - PHASE_COUNT_WIDTH) === 1,
    addTouchpoint: {
      x: empty ? x : x + width,
      y: touchpointRow.y,
      width: empty ? width : PHASE_GAP,
      height: touchpointRow.height,
    },
    ...(folded && { folded }),
  };
}

/** @param least At least so wide; the columns stay as wide as they are. */
function spanAt(phase: PhaseView, x: number, least = 0): Span {
  const columnX = (index: number) => x + index * (COLUMN_WIDTH + COLUMN_GAP);
  const columns: Column[] = phase.touchpoints.map((touchpoint, index) => ({
    touchpoint: touchpoint.id,
    x: columnX(index),
    width: COLUMN_WIDTH,
  }));
  if (columns.length === 0) columns.push({ x, width: COLUMN_WIDTH });
  return { phase, x, columns, width: Math.max(least, columns.length * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP) };
}

/** A strip: what it holds is not laid out. */
function foldedAt(phase: PhaseView, x: number): Span {
  const empty = { ...phase, touchpoints: [], cardsByLane: {} };
  const width = FOLDED_PHASE_WIDTH;
  return { phase: empty, x, width, columns: [{ x, width }], folded: true };
}
