/** One lane of cards: a stack on the whole phase, and below it a stack in each touchpoint's column. */
import type { CardView, Id, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import type { Span } from "./columns.ts";
import { CARD_GAP, CARD_PAD_X, CARD_PAD_Y, LANE_PAD, TEXT_LOOKS, type TextStyle } from "./metrics.ts";
import type { CardBox, Cell, MeasureText } from "./shapes.ts";

/** A lane's cards before its row is known: heights are all that is asked of a row. */
export interface LaneStacks {
  readonly height: number;
  place(top: number, bottom: number): { readonly cells: readonly Cell[]; readonly boxes: ReadonlyMap<Id, CardBox> };
}

/**
 * Measures the cards of a lane. Cards on the whole phase span the phase and stand above the columns, so that one sees
 * what they belong to. `height` includes the room above and below.
 */
export function laneStacks(
  lane: LaneView,
  spans: readonly Span[],
  measure: MeasureText,
  mostLines: number,
): LaneStacks {
  const stacksBySpan = spans.map((span) => phaseStacks(lane, span, measure, mostLines));
  return {
    height: 2 * LANE_PAD + Math.max(0, ...stacksBySpan.map(heightOfPhase)),
    place(top, bottom) {
      const boxes = new Map<Id, CardBox>();
      const cells = stacksBySpan.flatMap((stacks) => placePhase(stacks, lane.id, top, bottom, boxes));
      return { cells, boxes };
    },
  };
}

/** What a card shows: people's words in quotation marks, unless they brought their own. */
export function shownText(card: Pick<CardView, "kind" | "text">): string {
  return card.kind === "thinking" && card.text !== "" && !QUOTED.test(card.text) ? `“${card.text}”` : card.text;
}
const QUOTED = /^["“”„«»‘'‹›「].*["“”«»’'‹›」][.!?…]?$/s;

/** Which voice a card is set in: what people said in the serif, everything else in the sans. */
export function cardStyle(kind: CardView["kind"]): TextStyle {
  return kind === "thinking" || kind === "evidence" ? "quote" : "card";
}

interface Measured {
  readonly id: Id;
  readonly lines: number;
  readonly style: TextStyle;
  readonly height: number;
}
interface Stack {
  readonly parent: Id;
  readonly x: number;
  readonly width: number;
  readonly cards: readonly Measured[];
}
interface PhaseStacks {
  readonly whole: Stack;
  readonly columns: readonly Stack[];
}

function phaseStacks(lane: LaneView, span: Span, measure: MeasureText, mostLines: number): PhaseStacks {
  const stack = (of: Pick<PhaseView | TouchpointView, "id" | "cardsByLane">, x: number, width: number): Stack => ({
    parent: of.id,
    x,
    width,
    cards: (of.cardsByLane[lane.id] ?? []).map((card) => measured(card, width, measure, mostLines)),
  });
  return {
    whole: stack(span.phase, span.x, span.width),
    columns: span.phase.touchpoints.map((touchpoint, index) => {
      const column = span.columns[index];
      return stack(touchpoint, column?.x ?? span.x, column?.width ?? span.width);
    }),
  };
}

function measured(card: CardView, width: number, measure: MeasureText, mostLines: number): Measured {
  const style = cardStyle(card.kind);
  const lines = Math.min(mostLines, Math.max(1, measure(shownText(card), style, width - 2 * CARD_PAD_X)));
  return { id: card.id, lines, style, height: 2 * CARD_PAD_Y + lines * TEXT_LOOKS[style].lineHeight };
}

function heightOf(stack: Stack): number {
  return stack.cards.reduce((sum, card) => sum + card.height + CARD_GAP, 0) - (stack.cards.length > 0 ? CARD_GAP : 0);
}

function heightOfPhase({ whole, columns }: PhaseStacks): number {
  const below = Math.max(0, ...columns.map(heightOf));
  const above = heightOf(whole);
  return above + (above > 0 && below > 0 ? CARD_GAP : 0) + below;
}

function placePhase(
  { whole, columns }: PhaseStacks,
  lane: Id,
  top: number,
  bottom: number,
  boxes: Map<Id, CardBox>,
): readonly Cell[] {
  if (columns.length === 0) return [placeStack(whole, lane, top, top + LANE_PAD, bottom, boxes)];
  const above = heightOf(whole);
  const split = top + LANE_PAD + (above > 0 ? above + CARD_GAP / 2 : 0);
  const first = above > 0 ? split + CARD_GAP / 2 : split;
  return [
    placeStack(whole, lane, top, top + LANE_PAD, split, boxes),
    ...columns.map((column) => placeStack(column, lane, split, first, bottom, boxes)),
  ];
}

/** Puts a stack's cards from `first` down into the cell that reaches from `top` to `bottom`. */
function placeStack(stack: Stack, lane: Id, top: number, first: number, bottom: number, boxes: Map<Id, CardBox>): Cell {
  const { parent, x, width } = stack;
  let y = first;
  for (const { id, lines, style, height } of stack.cards) {
    boxes.set(id, { rect: { x, y, width, height }, lines, style, parent, lane });
    y += height + CARD_GAP;
  }
  return {
    parent,
    lane,
    rect: { x, y: top, width, height: bottom - top },
    cards: stack.cards.map((card) => card.id),
    next: { x, y, width, height: Math.max(0, bottom - LANE_PAD - y) },
  };
}
