/** One lane of cards: a stack on the whole phase, and below it a stack in each touchpoint's column. */
import type { CardView, EvidenceView, Id, LaneView, PhaseView, TouchpointView } from "@sameside/model";
import type { Span } from "./columns.ts";
import {
  CARD_GAP,
  CARD_NOTE_HEIGHT,
  CARD_PAD_X,
  CARD_PAD_Y,
  CARD_PHOTO_GAP,
  CARD_PHOTO_HEIGHT,
  LANE_PAD,
  type MostLines,
  TEXT_LOOKS,
  type TextStyle,
} from "./metrics.ts";
import { isSameList, kept } from "./sameness.ts";
import type { CardBox, Cell, MeasureText } from "./shapes.ts";

/** A lane's cards before its row is known: heights are all that is asked of a row. */
export interface LaneStacks {
  readonly height: number;
  /** A block for each phase, from left to right. */
  place(top: number, bottom: number): readonly Block[];
}

/** One lane's cards in one phase, where they were placed. Laid out again unchanged, it keeps its cells and boxes. */
export interface Block {
  readonly phase: PhaseView;
  readonly x: number;
  readonly stacks: PhaseStacks;
  readonly top: number;
  readonly bottom: number;
  readonly cells: readonly Cell[];
  readonly boxes: readonly (readonly [Id, CardBox])[];
}

/**
 * Measures the cards of a lane. Cards on the whole phase span the phase and stand above the columns, so that one sees
 * what they belong to. `height` includes the room above and below. `before` are the lane's blocks by phase, as they were
 * laid out the last time.
 */
export function laneStacks(
  lane: LaneView,
  spans: readonly Span[],
  measure: MeasureText,
  most: MostLines,
  before: ReadonlyMap<Id, Block>,
): LaneStacks {
  const stacksBySpan = spans.map((span) => {
    const block = before.get(span.phase.id);
    const isSame = block !== undefined && block.phase === span.phase && block.x === span.x;
    return isSame ? block.stacks : phaseStacks(lane, span, measure, most, block?.stacks);
  });
  return {
    height: 2 * LANE_PAD + Math.max(0, ...stacksBySpan.map((stacks) => stacks.height)),
    place: (top, bottom) =>
      spans.map(({ phase, x }, index): Block => {
        const stacks = stacksBySpan[index] ?? NO_STACKS;
        const block = before.get(phase.id);
        if (!block || block.stacks !== stacks || block.top !== top || block.bottom !== bottom)
          return { phase, x, stacks, top, bottom, ...placed(stacks, lane.id, top, bottom, block) };
        return block.phase === phase ? block : { ...block, phase };
      }),
  };
}

/** What a card shows: people's words in quotation marks, unless they brought their own. */
export function shownText(card: Pick<CardView, "kind" | "text">): string {
  return card.kind === "thinking" && card.text !== "" && !QUOTED.test(card.text) ? `“${card.text}”` : card.text;
}
const QUOTED = /^["“”„«»‘'‹›「].*["“”«»’'‹›」][.!?…]?$/s;

/** A photo that hangs on a card. */
export type PhotoView = EvidenceView & { readonly file: string };

/** The photos that hang on a card, oldest first. */
export function photosOn({ evidence }: Pick<CardView, "evidence">): readonly PhotoView[] {
  // Most cards have nothing, and cost nothing.
  return evidence.length === 0 ? NO_PHOTOS : evidence.filter(isPhoto);
}
const NO_PHOTOS: readonly PhotoView[] = [];

function isPhoto(evidence: EvidenceView): evidence is PhotoView {
  return evidence.kind === "photo" && evidence.file !== undefined;
}

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
  readonly source: readonly CardView[];
  readonly cards: readonly Measured[];
  readonly height: number;
}
interface PhaseStacks {
  readonly whole: Stack;
  readonly columns: readonly Stack[];
  readonly height: number;
}

const NO_CARDS: readonly CardView[] = [];
const NO_STACK: Stack = { parent: "", x: 0, width: 0, source: NO_CARDS, cards: [], height: 0 };
const NO_STACKS: PhaseStacks = { whole: NO_STACK, columns: [], height: 0 };

/** The very same as `before` when no card of it changed. */
function phaseStacks(
  lane: LaneView,
  span: Span,
  measure: MeasureText,
  most: MostLines,
  before: PhaseStacks = NO_STACKS,
): PhaseStacks {
  const stack = (
    { id, cardsByLane }: Pick<PhaseView | TouchpointView, "id" | "cardsByLane">,
    x: number,
    width: number,
    last: Stack | undefined,
  ): Stack => {
    const source = cardsByLane[lane.id] ?? NO_CARDS;
    const isSame = last?.parent === id && last.source === source && last.x === x && last.width === width;
    if (isSame) return last;
    const cards = source.map((card) => measured(card, width, measure, most));
    return { parent: id, x, width, source, cards, height: heightOf(cards) };
  };
  const whole = stack(span.phase, span.x, span.width, before.whole);
  const columns = span.phase.touchpoints.map((touchpoint, index) => {
    const column = span.columns[index];
    return stack(touchpoint, column?.x ?? span.x, column?.width ?? span.width, before.columns[index]);
  });
  if (whole === before.whole && isSameList(columns, before.columns)) return before;
  return { whole, columns, height: heightOfPhase(whole, columns) };
}

function measured(card: CardView, width: number, measure: MeasureText, most: MostLines): Measured {
  const style = cardStyle(card.kind);
  const lines = Math.min(most.card, Math.max(1, measure(shownText(card), style, width - 2 * CARD_PAD_X)));
  const note = card.writtenBy === undefined ? 0 : CARD_NOTE_HEIGHT;
  const photos = photosOn(card).length === 0 ? 0 : most.photos * (CARD_PHOTO_GAP + CARD_PHOTO_HEIGHT);
  return { id: card.id, lines, style, height: 2 * CARD_PAD_Y + lines * TEXT_LOOKS[style].lineHeight + photos + note };
}

function heightOf(cards: readonly Measured[]): number {
  return cards.reduce((sum, card) => sum + card.height + CARD_GAP, 0) - (cards.length > 0 ? CARD_GAP : 0);
}

function heightOfPhase(whole: Stack, columns: readonly Stack[]): number {
  const below = Math.max(0, ...columns.map(({ height }) => height));
  const above = whole.height;
  return above + (above > 0 && below > 0 ? CARD_GAP : 0) + below;
}

/** A card that stays where it was keeps its box. */
function placed(
  stacks: PhaseStacks,
  lane: Id,
  top: number,
  bottom: number,
  before: Block | undefined,
): Pick<Block, "cells" | "boxes"> {
  const boxesById = new Map<Id, CardBox>();
  const cells = placePhase(stacks, lane, top, bottom, boxesById);
  const lastById = new Map(before?.boxes);
  const boxes = [...boxesById].map(([id, box]) => [id, kept(lastById.get(id), box)] as const);
  const isSame =
    before?.boxes.length === boxes.length &&
    boxes.every(([id, box], index) => before.boxes[index]?.[0] === id && before.boxes[index]?.[1] === box);
  return { cells: kept(before?.cells, cells), boxes: isSame ? before.boxes : boxes };
}

function placePhase(
  { whole, columns }: PhaseStacks,
  lane: Id,
  top: number,
  bottom: number,
  boxes: Map<Id, CardBox>,
): readonly Cell[] {
  if (columns.length === 0) return [placeStack(whole, lane, top, top + LANE_PAD, bottom, boxes)];
  const above = whole.height;
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
