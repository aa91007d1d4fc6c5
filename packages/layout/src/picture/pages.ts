/** From a picture to sheets of paper: one page, tiles that overlap, or one true-size poster. Millimetres on paper. */
import type { Rect } from "../shapes.ts";

export const PAPERS = { A4: { width: 210, height: 297 }, A3: { width: 297, height: 420 } } as const;
export type PaperName = keyof typeof PAPERS;
export type Orientation = "landscape" | "portrait";
/** `page`: all of it on one sheet, never larger than true size. `tiles` and `poster`: true size. */
export type PrintSize = "page" | "tiles" | "poster";

export interface PrintChoice {
  readonly size: PrintSize;
  readonly paper: PaperName;
  readonly orientation: Orientation;
}

export interface PrintedPage {
  /** Width and height of the sheet. */
  readonly paper: { readonly width: number; readonly height: number };
  /** Which part of the picture, in the picture's units. */
  readonly part: Rect;
  /** Where that part stands on the sheet. */
  readonly at: Rect;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Where the next sheet is laid on: short lines in the margin. */
  readonly marks: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
}

/** One layout unit is one CSS pixel. */
export const UNIT_IN_MM = 25.4 / 96;
/** What printers leave white. */
const MARGIN = 10;
/** How much of its neighbour each tile repeats. */
export const TILE_OVERLAP = 12;
const MARK_LENGTH = 5;
/** PDF knows no longer side; a larger poster is made smaller. */
export const LONGEST_SIDE = 5080;

/** The sheets of a picture (its size in layout units), row by row. At least one. */
export function pagesOf(picture: { width: number; height: number }, choice: PrintChoice): readonly PrintedPage[] {
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  if (choice.size === "poster") return [poster(whole)];
  const paper = turned(PAPERS[choice.paper], choice.orientation);
  const room = { width: paper.width - 2 * MARGIN, height: paper.height - 2 * MARGIN };
  return choice.size === "page" ? [fitted(whole, paper, room)] : tiles(whole, paper, room);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function turned({ width, height }: Size, orientation: Orientation): Size {
  return orientation === "landscape" ? { width: height, height: width } : { width, height };
}

function fitted(whole: Rect, paper: Size, room: Size): PrintedPage {
  const scale = Math.min(UNIT_IN_MM, room.width / whole.width, room.height / whole.height);
  return { paper, part: whole, at: placed(whole, scale), ...ALONE };
}

function poster(whole: Rect): PrintedPage {
  const most = LONGEST_SIDE - 2 * MARGIN;
  const scale = Math.min(UNIT_IN_MM, most / whole.width, most / whole.height);
  const at = placed(whole, scale);
  return { paper: { width: at.width + 2 * MARGIN, height: at.height + 2 * MARGIN }, part: whole, at, ...ALONE };
}

const ALONE = { row: 0, column: 0, rows: 1, columns: 1, marks: [] } as const;

function placed({ width, height }: Size, scale: number): Rect {
  return { x: MARGIN, y: MARGIN, width: width * scale, height: height * scale };
}

function tiles(whole: Rect, paper: Size, room: Size): readonly PrintedPage[] {
  const overlap = TILE_OVERLAP / UNIT_IN_MM;
  const tile = { width: room.width / UNIT_IN_MM, height: room.height / UNIT_IN_MM };
  const columns = countOf(whole.width, tile.width, overlap);
  const rows = countOf(whole.height, tile.height, overlap);
  return Array.from({ length: rows * columns }, (_, index): PrintedPage => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const x = column * (tile.width - overlap);
    const y = row * (tile.height - overlap);
    const part = {
      x,
      y,
      width: Math.min(tile.width, whole.width - x),
      height: Math.min(tile.height, whole.height - y),
    };
    const at = placed(part, UNIT_IN_MM);
    return { paper, part, at, row, column, rows, columns, marks: marksOf({ row, column, rows, columns }, paper, room) };
  });
}

function countOf(length: number, tile: number, overlap: number): number {
  return Math.max(1, Math.ceil((length - overlap) / (tile - overlap)));
}

/** At each inner edge: where this sheet's part of its own ends and the shared strip begins. */
function marksOf(
  { row, column, rows, columns }: Pick<PrintedPage, "row" | "column" | "rows" | "columns">,
  paper: Size,
  room: Size,
): PrintedPage["marks"] {
  const xs = [
    ...(column > 0 ? [MARGIN + TILE_OVERLAP] : []),
    ...(column < columns - 1 ? [MARGIN + room.width - TILE_OVERLAP] : []),
  ];
  const ys = [
    ...(row > 0 ? [MARGIN + TILE_OVERLAP] : []),
    ...(row < rows - 1 ? [MARGIN + room.height - TILE_OVERLAP] : []),
  ];
  const from = MARGIN - MARK_LENGTH - 1;
  return [
    ...xs.flatMap((x) => [
      { x1: x, x2: x, y1: from, y2: from + MARK_LENGTH },
      { x1: x, x2: x, y1: paper.height - from - MARK_LENGTH, y2: paper.height - from },
    ]),
    ...ys.flatMap((y) => [
      { y1: y, y2: y, x1: from, x2: from + MARK_LENGTH },
      { y1: y, y2: y, x1: paper.width - from - MARK_LENGTH, x2: paper.width - from },
    ]),
  ];
}
