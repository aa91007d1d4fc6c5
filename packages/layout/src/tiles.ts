/** Which things of a sheet lie where: a grid of squares, each knowing what touches it. */
import type { Id } from "@sameside/model";
import type { JourneyLayout, Rect } from "./shapes.ts";

/** The side of a square, in layout units. */
export const TILE = 128;

/** A range of squares: columns and rows, the last ones included. */
export interface TileRange {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Tiles {
  /** Takes over where everything stands. */
  follow(layout: Pick<JourneyLayout, "cardsById" | "touchpointsById">): void;
  /** The cards and touchpoints that touch any of these squares, each once, in no order. */
  idsIn(range: TileRange): ReadonlySet<Id>;
}

/** An empty grid. Following a layout costs what moved in it, and one look at everything else. */
export function openTiles(): Tiles {
  const idsByTile = new Map<string, Set<Id>>();
  let cards: Places = NOTHING;
  let touchpoints: Places = NOTHING;

  const put = (id: Id, rect: Rect) => {
    for (const tile of tilesOf(tileRange(rect))) {
      const ids = idsByTile.get(tile);
      if (ids) ids.add(id);
      else idsByTile.set(tile, new Set([id]));
    }
  };
  const take = (id: Id, rect: Rect) => {
    for (const tile of tilesOf(tileRange(rect))) {
      const ids = idsByTile.get(tile);
      ids?.delete(id);
      if (ids?.size === 0) idsByTile.delete(tile);
    }
  };
  const move = (before: Places, next: Places) => {
    if (before === next) return;
    // First all that left: a thing may have come to a square that it had before.
    for (const [id, { rect }] of before) if (next.get(id)?.rect !== rect) take(id, rect);
    for (const [id, { rect }] of next) if (before.get(id)?.rect !== rect) put(id, rect);
  };

  return {
    follow({ cardsById, touchpointsById }) {
      move(cards, cardsById);
      move(touchpoints, touchpointsById);
      cards = cardsById;
      touchpoints = touchpointsById;
    },
    idsIn(range) {
      const found = new Set<Id>();
      for (const tile of tilesOf(range)) for (const id of idsByTile.get(tile) ?? []) found.add(id);
      return found;
    },
  };
}

/** The squares that a rectangle touches; for a point the one that it lies in. */
export function tileRange({ x, y, width, height }: Rect): TileRange {
  const [left, top] = [Math.floor(x / TILE), Math.floor(y / TILE)];
  return {
    left,
    top,
    right: Math.max(left, Math.ceil((x + width) / TILE) - 1),
    bottom: Math.max(top, Math.ceil((y + height) / TILE) - 1),
  };
}

/** Whether the one range has all squares of the other. */
export function covers(range: TileRange, { left, top, right, bottom }: TileRange): boolean {
  return range.left <= left && range.top <= top && range.right >= right && range.bottom >= bottom;
}

/**
 * One step from the squares that are shown to those that are wanted, which adds a row or a column; what lies far
 * outside is let go with it. It begins in the middle. The very same range when all that is wanted is there.
 */
export function nearerTo(wanted: TileRange, shown: TileRange | undefined): TileRange {
  if (!shown || isApart(wanted, shown)) return middleOf(wanted);
  if (covers(shown, wanted)) return isFarBeyond(shown, wanted) ? cut(shown, wanted) : shown;
  return cut(grown(shown, wanted), wanted);
}

/** How many squares a range has. */
export function tileCount({ left, top, right, bottom }: TileRange): number {
  return (right - left + 1) * (bottom - top + 1);
}

/** So many rows and columns more than wanted stay, so that going to and fro mounts nothing anew. */
const SLACK = 1;

function isApart(a: TileRange, b: TileRange): boolean {
  return a.left > b.right || b.left > a.right || a.top > b.bottom || b.top > a.bottom;
}

function isFarBeyond(range: TileRange, { left, top, right, bottom }: TileRange): boolean {
  return (
    left - range.left > SLACK || top - range.top > SLACK || range.right - right > SLACK || range.bottom - bottom > SLACK
  );
}

function middleOf({ left, top, right, bottom }: TileRange): TileRange {
  const [column, row] = [Math.floor((left + right) / 2), Math.floor((top + bottom) / 2)];
  return { left: column, top: row, right: column, bottom: row };
}

/** By one row or column, on the side where most is missing. */
function grown(range: TileRange, wanted: TileRange): TileRange {
  const missing = {
    left: range.left - wanted.left,
    top: range.top - wanted.top,
    right: wanted.right - range.right,
    bottom: wanted.bottom - range.bottom,
  };
  const most = Math.max(...Object.values(missing));
  if (missing.left === most) return { ...range, left: range.left - 1 };
  if (missing.right === most) return { ...range, right: range.right + 1 };
  if (missing.top === most) return { ...range, top: range.top - 1 };
  return { ...range, bottom: range.bottom + 1 };
}

function cut(range: TileRange, { left, top, right, bottom }: TileRange): TileRange {
  return {
    left: Math.max(range.left, left - SLACK),
    top: Math.max(range.top, top - SLACK),
    right: Math.min(range.right, right + SLACK),
    bottom: Math.min(range.bottom, bottom + SLACK),
  };
}

type Places = ReadonlyMap<Id, { readonly rect: Rect }>;

const NOTHING: Places = new Map();

function* tilesOf({ left, top, right, bottom }: TileRange): Generator<string> {
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) yield `${column},${row}`;
}
