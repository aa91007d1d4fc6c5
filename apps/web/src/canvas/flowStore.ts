/** The one file that touches React Flow's own state, so that its next major version is a small port. */

import type { Point, Rect } from "@sameside/layout";
import { useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo } from "react";

export interface View {
  readonly x: number;
  readonly y: number;
  /** 1 is 100 %. */
  readonly zoom: number;
}

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 3;
/** One press of "zoom in". */
const ZOOM_STEP = 1.2;
/** A view change that somebody asked for by a button takes this long (ms). */
const VIEW_CHANGE_MS = 160;
/** Going along with somebody: from one of their reports to about the next one (ms). */
const FOLLOW_MS = 120;

export interface Flow {
  /** From the screen (client pixels) to layout units. */
  toLayout(client: Point): Point;
  view(): View;
  show(view: View): void;
  /** At once, and without a movement. */
  put(view: View): void;
  zoomBy(steps: number): void;
  zoomTo(zoom: number): void;
  /** Moves the view as little as possible so that `rect` (layout units) is inside, `inset` pixels from the edges. */
  reveal(rect: Rect, inset: Inset): void;
  /** The part of the sheet that is seen, in layout units. */
  seen(): Rect;
  /** Of the canvas, in pixels; the page's layout is not asked. */
  size(): { readonly width: number; readonly height: number };
  /** Shows this part of the sheet (layout units), as large as it fits. `onLeft` is called once, when the view is moved otherwise. */
  follow(part: Rect, onLeft: () => void): void;
  /** A hand moved the view. */
  leave(): void;
  /** Pixels that the pointer which comes down may tremble before a thing is dragged. */
  setDeadZone(pixels: number): void;
}
/** Pixels that something else covers at the edges of the canvas. */
interface Inset {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the canvas asks of React Flow; the same object for the life of the canvas. */
export function useFlow(): Flow {
  const { screenToFlowPosition, getViewport, setViewport } = useReactFlow();
  const store = useStoreApi();
  return useMemo(() => {
    let goal: { readonly view: View; readonly until: number } | undefined;
    // Asked for while the view is on its way, the next change starts from where it is going, not from halfway.
    const settled = (): View => (goal && performance.now() < goal.until ? goal.view : getViewport());
    let onFollowLeft: (() => void) | undefined;
    const leave = () => {
      const tell = onFollowLeft;
      onFollowLeft = undefined;
      tell?.();
    };
    const move = (view: View, ms: number) => {
      const duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : ms;
      goal = { view, until: performance.now() + duration };
      // Smooth interpolation would zoom out and in again on the way.
      void setViewport(view, { duration, interpolate: "linear" });
    };
    const show = (view: View) => {
      leave();
      move(view, VIEW_CHANGE_MS);
    };
    const zoomTo = (wish: number) => {
      const { width, height } = store.getState();
      const { x, y, zoom } = settled();
      const next = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, wish));
      const about = (centre: number, offset: number) => centre - ((centre - offset) * next) / zoom;
      show({ zoom: next, x: about(width / 2, x), y: about(height / 2, y) });
    };
    return {
      toLayout: (client) => screenToFlowPosition(client),
      view: settled,
      show,
      put(view) {
        goal = undefined;
        void setViewport(view);
      },
      zoomBy: (steps) => zoomTo(settled().zoom * ZOOM_STEP ** steps),
      zoomTo,
      reveal(rect, inset) {
        const { width, height } = store.getState();
        const { x, y, zoom } = settled();
        const next = {
          zoom,
          x: shifted(x, rect.x * zoom, rect.width * zoom, inset.left, width - inset.right),
          y: shifted(y, rect.y * zoom, rect.height * zoom, inset.top, height - inset.bottom),
        };
        if (next.x !== x || next.y !== y) show(next);
      },
      seen() {
        const { width, height } = store.getState();
        const { x, y, zoom } = settled();
        return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      },
      size() {
        const { width, height } = store.getState();
        return { width, height };
      },
      follow(part, onLeft) {
        onFollowLeft = onLeft;
        const { width, height } = store.getState();
        const zoom = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, width / part.width, height / part.height));
        const x = width / 2 - (part.x + part.width / 2) * zoom;
        const y = height / 2 - (part.y + part.height / 2) * zoom;
        move({ zoom, x, y }, FOLLOW_MS);
      },
      leave,
      setDeadZone(pixels) {
        if (store.getState().nodeDragThreshold !== pixels) store.setState({ nodeDragThreshold: pixels });
      },
    };
  }, [screenToFlowPosition, getViewport, setViewport, store]);
}

/**
 * Calls `listener` with the view and the canvas's size (pixels) now, and in every frame in which one of them changed; no
 * React state is involved, and the page's layout is not asked.
 */
export function useViewMoves(
  listener: (view: View, size: { readonly width: number; readonly height: number }) => void,
) {
  const store = useStoreApi();
  useEffect(() => {
    let last = store.getState();
    const tell = () => {
      const { transform, width, height } = last;
      listener({ x: transform[0], y: transform[1], zoom: transform[2] }, { width, height });
    };
    tell();
    return store.subscribe((state) => {
      const { transform, width, height } = last;
      last = state;
      if (state.transform !== transform || state.width !== width || state.height !== height) tell();
    });
  }, [store, listener]);
}

/** The offset that brings a stretch of the sheet between `from` and `to` on the screen; too long, its start. */
function shifted(offset: number, start: number, length: number, from: number, to: number): number {
  const begin = offset + start;
  if (begin < from - TREMOR) return from - start;
  if (begin + length <= to || (length > to - from && begin < to - MIN_SHOWN)) return offset;
  return Math.max(from - start, to - start - length);
}
/** Rounding is no reason to move the sheet (pixels). */
const TREMOR = 0.5;
/** Of something longer than the screen, so much of its start has to show (pixels). */
const MIN_SHOWN = 40;
