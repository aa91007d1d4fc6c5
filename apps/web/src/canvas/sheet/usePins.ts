/** Pinned lanes and phases on the canvas: which stand at the edge in this frame, and what the pointer means over them. */
import {
  beneath,
  heldBy,
  type JourneyLayout,
  type PinnedPane,
  pinnedPanes,
  type Rect,
  type StuckPane,
  stuckPanes,
} from "@sameside/layout";
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CanvasProps } from "../contract.ts";
import { type Flow, useViewMoves, type View } from "../flowStore.ts";
import { areaOf, FAR_BELOW } from "../nodes/mounting.ts";
import { stripPlace } from "../view/useCanvasView.ts";

export interface Pins {
  /** The flow as it is seen: a point on a pinned lane is a point of that lane, and nothing is revealed under one. */
  readonly flow: Flow;
  /** Those at the edge in this frame. */
  readonly stuck: RefObject<readonly StuckPane[]>;
}

export function usePins(flow: Flow): Pins {
  const stuck = useRef<readonly StuckPane[]>([]);
  return useMemo(
    () => ({
      stuck,
      flow: {
        ...flow,
        toLayout: (client) => beneath(stuck.current, flow.toLayout(client)),
        reveal(rect, inset) {
          const { width, height } = heldBy(stuck.current);
          const { zoom } = flow.view();
          const isOn = (kind: PinnedPane["kind"]) =>
            stuck.current.some(({ pane }) => pane.kind === kind && isWithin(rect, pane.rect));
          flow.reveal(rect, {
            ...inset,
            left: inset.left + (isOn("phase") ? 0 : width * zoom),
            top: inset.top + (isOn("lane") ? 0 : height * zoom),
          });
        },
      },
    }),
    [flow],
  );
}

/** A pane is drawn about the view only, in steps of this length (layout units). */
const STEP = 512;

interface Held {
  readonly panes: readonly PinnedPane[];
  /** What of each pane is to be drawn, in the places of the sheet; undefined for nothing. */
  readonly windows: readonly (Rect | undefined)[];
  /** Takes a pane's element, to be moved frame by frame. */
  readonly elementOf: (index: number) => (element: HTMLElement | null) => void;
}

/** Moves the panes, frame by frame and without React, which hears only of what has to be drawn besides. */
export function useHeldPanes(
  layout: JourneyLayout,
  showing: CanvasProps["showing"],
  { stuck }: Pins,
  root: RefObject<HTMLElement | null>,
): Held {
  const pinned = showing?.choice.pinned;
  const panes = useMemo(() => pinnedPanes(layout, new Set(pinned)), [layout, pinned]);
  const elements = useRef(new Map<number, HTMLElement>());
  const last = useRef<View>({ x: 0, y: 0, zoom: 1 });
  const [windows, setWindows] = useState<Held["windows"]>([]);
  const hold = useCallback(
    (view: View) => {
      last.current = view;
      if (panes.length === 0) {
        stuck.current = [];
        return;
      }
      const { clientWidth = 0, clientHeight = 0 } = root.current ?? {};
      const seen = { width: clientWidth / view.zoom, height: clientHeight / view.zoom };
      stuck.current = stuckPanes(layout, panes, { ...stripPlace(layout, view, clientWidth), ...seen });
      const byPane = new Map(stuck.current.map(({ pane, by }) => [pane, by]));
      panes.forEach((pane, index) => {
        const by = byPane.get(pane);
        const element = elements.current.get(index);
        if (!element) return;
        if (element.hidden === (by !== undefined)) element.hidden = by === undefined;
        if (by) element.style.transform = `translate(${by.x}px, ${by.y}px)`;
      });
      const area = stepped(areaOf(view, { width: clientWidth, height: clientHeight }, STEP / 2));
      // Seen from afar a pane may hold very much: then only what is held fast is drawn.
      const next = panes.map((pane) => (view.zoom < FAR_BELOW && !byPane.has(pane) ? undefined : windowOf(pane, area)));
      setWindows((now) => (next.every((one, index) => isSame(one, now[index])) ? now : next));
    },
    [layout, panes, root, stuck],
  );
  useViewMoves(hold);
  // Also when the map changed under a view that stands still.
  useLayoutEffect(() => hold(last.current), [hold]);
  const elementOf = useCallback(
    (index: number) => (element: HTMLElement | null) => {
      if (element) elements.current.set(index, element);
      else elements.current.delete(index);
    },
    [],
  );
  return { panes, windows, elementOf };
}

/** A lane moves sideways with the sheet, a phase up and down; where they meet, and their names, are small. */
function windowOf({ kind, rect }: PinnedPane, area: Rect): Rect {
  if (kind === "lane") return { ...rect, x: area.x, width: area.width };
  if (kind === "phase") return { ...rect, y: area.y, height: area.height };
  return rect;
}

/** As large as whole steps make it. */
function stepped({ x, y, width, height }: Rect): Rect {
  const [left, top] = [Math.floor(x / STEP) * STEP, Math.floor(y / STEP) * STEP];
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width - left) / STEP) * STEP,
    height: Math.ceil((y + height - top) / STEP) * STEP,
  };
}

function isSame(a: Rect | undefined, b: Rect | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y && a?.width === b?.width && a?.height === b?.height;
}

function isWithin(
  rect: { readonly x: number; readonly y: number },
  pane: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): boolean {
  const isAcross = rect.x >= pane.x && rect.x < pane.x + pane.width;
  return isAcross && rect.y >= pane.y && rect.y < pane.y + pane.height;
}
