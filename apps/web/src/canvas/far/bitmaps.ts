/** The bitmaps of a sheet that is seen from afar: one for each large square, drawn once and then only moved. */
import { TILE, type TileRange } from "@sameside/layout";

/** Squares of the grid along the side of a bitmap. */
const TILES_A_SIDE = 8;
const BITMAP = TILE * TILES_A_SIDE;
/** A bitmap is drawn in one of these sizes, the smallest that the zoom does not enlarge. */
const SCALES = [0.125, 0.25, 0.5, 1];
/** What is seen for a moment only is not drawn larger. */
const LARGEST_IN_PASSING = 0.25;
/** Milliseconds that a frame may spend on drawing; at least one bitmap is drawn in each. */
const BUDGET_MS = 4;

/** Draws what stands in a range of squares. Answers what was drawn: as long as that is the same, so is the bitmap. */
export interface Draw {
  sources(range: TileRange): readonly unknown[];
  paint(context: CanvasRenderingContext2D, range: TileRange, scale: number): void;
}

interface Bitmap {
  readonly canvas: HTMLCanvasElement;
  /** Whose sources these are: asked again they would be the same. */
  readonly draw: Draw;
  readonly scale: number;
  readonly sources: readonly unknown[];
}

export interface Bitmaps {
  /**
   * Makes the bitmaps of a part of the sheet, as many as a frame has time for. False when some are still to be made.
   * @param zoom device pixels for one layout unit
   * @param isToStay false while the view zooms, and where elements are about to take their place
   */
  show(range: TileRange, zoom: number, draw: Draw, isToStay: boolean): boolean;
  clear(): void;
}

export function openBitmaps(layer: HTMLElement): Bitmaps {
  const bitmaps = new Map<string, Bitmap>();
  const drop = (key: string) => {
    bitmaps.get(key)?.canvas.remove();
    bitmaps.delete(key);
  };
  return {
    show(range, zoom, draw, isToStay) {
      const until = performance.now() + BUDGET_MS;
      const wanted = new Set<string>();
      let isDone = true;
      const sharp = SCALES.find((one) => one >= zoom) ?? 1;
      const scale = isToStay ? sharp : Math.min(sharp, LARGEST_IN_PASSING);
      for (const square of squaresIn(range)) {
        const key = `${square.left},${square.top}`;
        wanted.add(key);
        const known = bitmaps.get(key);
        const sources = known?.draw === draw ? known.sources : draw.sources(square);
        const isSharp = !isToStay || known?.scale === scale;
        if (known && isSharp && isSameList(known.sources, sources)) {
          bitmaps.set(key, { ...known, draw });
          continue;
        }
        if (performance.now() > until) {
          isDone = false;
          continue;
        }
        const canvas = known?.canvas ?? layer.appendChild(newCanvas(square));
        paint(canvas, square, scale, draw);
        bitmaps.set(key, { canvas, draw, scale, sources });
      }
      for (const key of bitmaps.keys()) if (!wanted.has(key)) drop(key);
      return isDone;
    },
    clear() {
      for (const key of bitmaps.keys()) drop(key);
    },
  };
}

function paint(canvas: HTMLCanvasElement, square: TileRange, scale: number, draw: Draw): void {
  // Setting a size clears it.
  canvas.width = BITMAP * scale;
  canvas.height = BITMAP * scale;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.setTransform(scale, 0, 0, scale, -square.left * TILE * scale, -square.top * TILE * scale);
  draw.paint(context, square, scale);
}

function newCanvas({ left, top }: TileRange): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = `left:${left * TILE}px;top:${top * TILE}px;width:${BITMAP}px;height:${BITMAP}px`;
  return canvas;
}

/** The large squares that a range touches. */
function* squaresIn({ left, top, right, bottom }: TileRange): Generator<TileRange> {
  const first = (tile: number) => Math.floor(tile / TILES_A_SIDE) * TILES_A_SIDE;
  for (let row = first(top); row <= bottom; row += TILES_A_SIDE)
    for (let column = first(left); column <= right; column += TILES_A_SIDE)
      yield { left: column, top: row, right: column + TILES_A_SIDE - 1, bottom: row + TILES_A_SIDE - 1 };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}
