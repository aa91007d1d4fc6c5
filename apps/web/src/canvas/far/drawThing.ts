/** One card or touchpoint on a 2D canvas, in layout units: what its element looks like from afar. */
import {
  CARD_PHOTO_GAP,
  CARD_PHOTO_HEIGHT,
  type CardBox,
  cardStyle,
  photosOn,
  shownText,
  TEXT_LOOKS,
  type TextStyle,
  type TouchpointBox,
} from "@sameside/layout";
import type { CardView, TouchpointView } from "@sameside/model";
import type { Palette } from "./palette.ts";

export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  /** Whether words can be read at this size; else bars stand for them. */
  readonly isReadable: boolean;
  /** The lines of a text in this width; asked for every card of every bitmap. */
  readonly linesOf: (text: string, style: TextStyle, width: number) => readonly string[];
  /** What stands on a card whose words were taken back. */
  readonly emptied: string;
}

/** From a thing's edge to its words. */
const PAD_X = 11;
const PAD_Y = 9;
const TOUCHPOINT_PAD_X = 36;
const RADIUS = 3;
/** The baseline of a line, as a part of its height. */
const BASELINE = 0.74;
const BAR_HEIGHT = 7;
/** The last bar of a text is shorter, as last lines are. */
const LAST_BAR = 0.6;
const DASH = [4, 3];
const NO_DASH: number[] = [];

export function drawThing(
  pen: Pen,
  thing: CardView | TouchpointView,
  box: CardBox | TouchpointBox,
  isPicked: boolean,
): void {
  const isCard = "parent" in thing;
  const { context, palette } = pen;
  const { x, y, width, height } = box.rect;
  const { fill, edge, isDashed } = isCard ? palette.card(thing) : palette.touchpoint;
  context.fillStyle = fill;
  context.strokeStyle = isPicked ? palette.focus : edge;
  context.lineWidth = isPicked ? 6 : 1.5;
  context.setLineDash(isDashed && !isPicked ? DASH : NO_DASH);
  context.beginPath();
  context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, RADIUS);
  context.fill();
  context.stroke();
  const left = x + (isCard ? PAD_X : TOUCHPOINT_PAD_X);
  const room = { x: left, y: y + PAD_Y, width: x + width - PAD_X - left };
  const style = isCard ? cardStyle(thing.kind) : "touchpoint";
  if (pen.isReadable) drawWords(pen, isCard ? wordsOf(thing, pen) : thing.title, style, box.lines, room);
  else drawBars(pen, TEXT_LOOKS[style].lineHeight, box.lines, room);
  if (isCard && photosOn(thing).length > 0) {
    // That there is one; which one it is cannot be seen from afar.
    const { lineHeight } = TEXT_LOOKS[style];
    context.fillStyle = palette.quiet;
    context.fillRect(room.x, room.y + box.lines * lineHeight + CARD_PHOTO_GAP, room.width, CARD_PHOTO_HEIGHT);
  }
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function wordsOf(card: CardView, { emptied }: Pen): string {
  return card.withdrawn ? emptied : shownText(card);
}

function drawWords({ context, palette, linesOf }: Pen, text: string, style: TextStyle, most: number, room: Room): void {
  const { lineHeight } = TEXT_LOOKS[style];
  const lines = linesOf(text, style, room.width);
  context.fillStyle = palette.ink;
  context.font = palette.font(style);
  for (const [index, line] of lines.slice(0, most).entries()) {
    const isCut = index === most - 1 && lines.length > most;
    context.fillText(isCut ? `${line.trimEnd()}…` : line, room.x, room.y + (index + BASELINE) * lineHeight);
  }
}

function drawBars({ context, palette }: Pen, lineHeight: number, lines: number, { x, y, width }: Room): void {
  context.fillStyle = palette.quiet;
  for (let line = 0; line < lines; line += 1) {
    const share = line === lines - 1 ? LAST_BAR : 1;
    context.fillRect(x, y + line * lineHeight + (lineHeight - BAR_HEIGHT) / 2, width * share, BAR_HEIGHT);
  }
}
