/**
 * Which cards and touchpoints of a large journey are elements of the page: those about the view, those somebody holds,
 * and no others. What is not mounted is drawn by `far/`. A journey that is not large is mounted whole.
 */
import {
  covers,
  type JourneyLayout,
  nearerTo,
  openTiles,
  type Point,
  type Rect,
  TILE,
  type TileRange,
  type Tiles,
  tileCount,
  tileRange,
} from "@sameside/layout";
import type { Id } from "@sameside/model";
import type { View } from "../flowStore.ts";
import type { Size } from "../view/useCanvasView.ts";

/** A journey of no more things than this is mounted whole: it costs little, and everything is in reach of a reader. */
const MOST_MOUNTED_WHOLE = 400;
/** Below this zoom nobody can read a card, and none is an element … */
export const FAR_BELOW = 0.38;
/** … until it is above this one. */
const NEAR_ABOVE = 0.42;
/** A view has stopped zooming after this time without a change (ms). */
const CALM_MS = 100;
/** Squares that may be mounted in one frame; on a full sheet there is about one card for each. */
const TILES_A_FRAME = 20;
/** More chosen things than this are mounted only where the view is. */
const MOST_HELD = 100;

/** Why a thing stays mounted wherever the view is. */
type Hold = "pointer" | "focus" | "hand";

/** What is mounted, as a value: another one when it changes. */
interface Mounted {
  /** Whose things are elements; undefined when only those that are held are. */
  readonly range: TileRange | undefined;
  readonly held: ReadonlyMap<Hold, Id>;
}

export interface Mounting {
  get(): Mounted;
  subscribe(hear: () => void): () => void;
  /** Called with every view, and when the canvas got another size. */
  look(view: View, size: Size): void;
  /** Keeps one thing mounted for this reason, in place of the one before. */
  hold(why: Hold, id: Id | undefined): void;
  /** The things to mount of this layout. */
  idsOf(layout: JourneyLayout, mounted: Mounted, picked: ReadonlySet<Id>): Iterable<Id>;
  /** The card or touchpoint of a large journey at a point. */
  thingAt(layout: JourneyLayout, at: Point): Id | undefined;
  /** Where things lie, of the layout that `idsOf` was asked for last. */
  readonly tiles: Tiles;
  /** Whether something in view is not mounted: then it has to be drawn. */
  isShort(): boolean;
  isZooming(): boolean;
  /** Whether the view is so far that nothing but what is held is mounted. */
  isFar(): boolean;
  /** Whether the journey is so large that not all of it is mounted. */
  isLarge(): boolean;
  close(): void;
}

export function openMounting(first: View, firstSize: Size): Mounting {
  const tiles = openTiles();
  const listeners = new Set<() => void>();
  let view = first;
  let size = firstSize;
  let isLarge = false;
  let isFar = first.zoom < FAR_BELOW;
  let isZooming = false;
  let calm: ReturnType<typeof setTimeout> | undefined;
  let request = 0;
  let mounted: Mounted = { range: isFar ? undefined : wantedAt(first, firstSize), held: new Map() };

  const change = (next: Mounted) => {
    mounted = next;
    for (const hear of listeners) hear();
  };
  const step = () => {
    request = 0;
    if (isZooming) return;
    const range = isFar ? undefined : stepped(mounted.range, wantedAt(view, size));
    if (range !== mounted.range) change({ ...mounted, range });
    goOn();
  };
  const goOn = () => {
    const { range } = mounted;
    const isThere = isFar ? range === undefined : range && nearerTo(wantedAt(view, size), range) === range;
    if (isLarge && !isZooming && !isThere && request === 0) request = requestAnimationFrame(step);
  };
  const settle = () => {
    isZooming = false;
    isFar = view.zoom < (isFar ? NEAR_ABOVE : FAR_BELOW);
    goOn();
    // What is drawn may be drawn sharper.
    for (const hear of listeners) hear();
  };

  return {
    tiles,
    get: () => mounted,
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    look(next, nextSize) {
      const hasZoomed = next.zoom !== view.zoom;
      view = next;
      size = nextSize;
      if (hasZoomed) {
        isZooming = true;
        clearTimeout(calm);
        calm = setTimeout(settle, CALM_MS);
      } else goOn();
    },
    hold(why, id) {
      if (mounted.held.get(why) === id) return;
      const held = new Map(mounted.held);
      if (id === undefined) held.delete(why);
      else held.set(why, id);
      change({ ...mounted, held });
    },
    idsOf(layout, { range, held }, picked) {
      const { stops } = layout;
      isLarge = stops.length > MOST_MOUNTED_WHOLE;
      if (!isLarge) return stops.map(({ id }) => id);
      tiles.follow(layout);
      goOn();
      const ids = new Set(range ? tiles.idsIn(range) : []);
      for (const id of held.values()) ids.add(id);
      if (picked.size <= MOST_HELD) for (const id of picked) ids.add(id);
      // The keyboard goes on to the neighbours of what it has, and from outside of the canvas to its beginning.
      const focused = stops.findIndex(({ id }) => id === held.get("focus"));
      for (const index of range && focused < 0 ? [] : [focused - 1, focused, focused + 1]) {
        const stop = stops[index];
        if (stop) ids.add(stop.id);
      }
      return ids;
    },
    thingAt(layout, at) {
      if (!isLarge) return undefined;
      return [...tiles.idsIn(tileRange({ ...at, width: 0, height: 0 }))].find((id) => {
        const rect = layout.cardsById.get(id)?.rect ?? layout.touchpointsById.get(id)?.rect;
        return rect && isIn(at, rect);
      });
    },
    isShort: () => isLarge && (isZooming || !mounted.range || !covers(mounted.range, tileRange(areaOf(view, size, 0)))),
    isZooming: () => isZooming,
    isFar: () => isFar,
    isLarge: () => isLarge,
    close() {
      clearTimeout(calm);
      cancelAnimationFrame(request);
      request = 0;
    },
  };
}

/** What the screen shows of the sheet, with so much around it (layout units). */
export function areaOf({ x, y, zoom }: View, { width, height }: Size, around: number): Rect {
  return {
    x: -x / zoom - around,
    y: -y / zoom - around,
    width: width / zoom + 2 * around,
    height: height / zoom + 2 * around,
  };
}

function wantedAt(view: View, size: Size): TileRange {
  return tileRange(areaOf(view, size, TILE / 2));
}

/** As near to what is wanted as one frame may bring it. */
function stepped(shown: TileRange | undefined, wanted: TileRange): TileRange {
  let next = nearerTo(wanted, shown);
  const most = (shown ? tileCount(shown) : 0) + TILES_A_FRAME;
  while (!covers(next, wanted) && tileCount(next) < most) next = nearerTo(wanted, next);
  return next;
}

function isIn({ x, y }: Point, rect: Rect): boolean {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}
