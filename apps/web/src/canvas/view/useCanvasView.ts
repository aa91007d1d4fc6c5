/** The view of the sheet: where it begins, fitting it, and the strips that stay at the edges of the screen. */
import { type JourneyLayout, type LayoutFrame, type Rect, rectOf } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type RefObject, useCallback, useMemo, useRef } from "react";
import { type Flow, MAX_ZOOM, MIN_ZOOM, useViewMoves, type View } from "../flowStore.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Paper around the sheet, in pixels. */
const MARGIN = 16;
/** What the page's tools cover at the bottom, in pixels. */
const TOOLS_HEIGHT = 76;
/** At least so large is the sheet drawn at first: text of 14 units is then 13 pixels high. */
const MIN_FIRST_ZOOM = 13 / 14;
const MAX_FIT_ZOOM = 1.25;
/** Narrower than this the lanes' names would take too much of the screen: only their icons stay. */
const NARROW = 600;
/** What stays of the lanes' names on a narrow screen, in layout units. */
const NARROW_LABEL_WIDTH = 44;

/** The first view: as wide as the screen if that can be read, else readable from the beginning. */
export function firstView(layout: JourneyLayout, { width }: Size): View {
  const zoom = Math.min(MAX_FIT_ZOOM, Math.max(MIN_FIRST_ZOOM, (width - 2 * MARGIN) / layout.width));
  return { zoom, y: MARGIN, x: Math.max(MARGIN, (width - layout.width * zoom) / 2) };
}

/** The whole sheet, in the middle and from the top. */
function fittingView(layout: JourneyLayout, { width, height }: Size): View {
  const wide = (width - 2 * MARGIN) / layout.width;
  const high = (height - 2 * MARGIN - TOOLS_HEIGHT) / layout.height;
  const zoom = Math.max(MIN_ZOOM, Math.min(MAX_FIT_ZOOM, MAX_ZOOM, wide, high));
  return { zoom, x: (width - layout.width * zoom) / 2, y: MARGIN };
}

/** What buttons and keys do to the view; the same object for the life of the canvas. */
export function useViewActs(flow: Flow, layout: RefObject<JourneyLayout>) {
  return useMemo(() => {
    const { size } = flow;
    const revealRect = (rect: Rect) => flow.reveal(rect, freeInset(layout.current, flow.view().zoom, size()));
    return {
      fit: () => flow.show(fittingView(layout.current, size())),
      fitTo(ids: readonly Id[]) {
        const rect = boundsOf(layout.current, ids);
        if (rect) flow.show(viewOf(rect, layout.current, size()));
      },
      zoomBy: (steps: number) => flow.zoomBy(steps),
      zoomTo: (zoom: number) => flow.zoomTo(zoom),
      /** Brings a card, touchpoint, phase or lane into view. */
      reveal(id: Id) {
        const { phases, lanes } = layout.current;
        const { x, y, zoom } = flow.view();
        const inset = freeInset(layout.current, zoom, size());
        // A title stays at the edge by itself: only the other way the sheet has to move.
        const corner = { x: (inset.left - x) / zoom, y: (inset.top - y) / zoom };
        const rect = rectOf(layout.current, id);
        const phase = phases.find((one) => one.id === id)?.header;
        const lane = lanes.find((one) => one.id === id)?.rect;
        if (rect) revealRect(rect);
        else if (phase) revealRect({ ...phase, y: corner.y, height: 0 });
        else if (lane) revealRect({ ...lane, x: corner.x, width: 0 });
      },
      revealRect,
    };
  }, [flow, layout]);
}

/** Round everything that these ids stand for; undefined when none of them stands on the sheet. */
function boundsOf(layout: JourneyLayout, ids: readonly Id[]): Rect | undefined {
  const rects = ids.flatMap((id) => {
    const phase = layout.phases.find((one) => one.id === id);
    const column = phase && { x: phase.x, y: layout.headerHeight, width: phase.width, height: layout.addLane.y };
    const rect = rectOf(layout, id) ?? column ?? layout.lanes.find((one) => one.id === id)?.rect;
    return rect ? [rect] : [];
  });
  if (rects.length === 0) return undefined;
  const [x, y] = [Math.min(...rects.map((it) => it.x)), Math.min(...rects.map((it) => it.y))];
  const right = Math.max(...rects.map((it) => it.x + it.width));
  const bottom = Math.max(...rects.map((it) => it.y + it.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** A part of the sheet in the middle of what is free beside the strips and above the tools. */
function viewOf(rect: Rect, layout: JourneyLayout, size: Size): View {
  // The strips grow with the zoom: they are part of what has to fit.
  const label = size.width < NARROW ? NARROW_LABEL_WIDTH : layout.labelWidth;
  const wide = (size.width - 3 * MARGIN) / (rect.width + label);
  const high = (size.height - 2 * MARGIN - TOOLS_HEIGHT) / (rect.height + layout.headerHeight);
  const zoom = Math.max(MIN_ZOOM, Math.min(MAX_FIT_ZOOM, MAX_ZOOM, wide, high));
  const free = freeInset(layout, zoom, size);
  const middle = (from: number, to: number, start: number, length: number) =>
    (from + to) / 2 - (start + length / 2) * zoom;
  return {
    zoom,
    x: middle(free.left, size.width - free.right, rect.x, rect.width),
    y: middle(free.top, size.height - free.bottom, rect.y, rect.height),
  };
}

/** Where a thing must be to be seen: beside the strips and above the tools. */
export function freeInset(layout: JourneyLayout, zoom: number, { width }: Size) {
  const label = width < NARROW ? NARROW_LABEL_WIDTH : layout.labelWidth;
  return { left: label * zoom + 8, top: layout.headerHeight * zoom + 8, right: MARGIN, bottom: TOOLS_HEIGHT };
}

/** How far the strips stand from their own places, in layout units. */
export function stripPlace(
  { labelWidth }: Pick<JourneyLayout, "labelWidth">,
  { x, y, zoom }: View,
  clientWidth: number,
) {
  const freed = clientWidth < NARROW ? labelWidth - NARROW_LABEL_WIDTH : 0;
  return { right: Math.max(0, -x / zoom - freed), down: Math.max(0, -y / zoom) };
}

/** Keeps the strips at the edges, frame by frame and without React. */
export function useStickyStrips({ labelWidth }: LayoutFrame) {
  const headers = useRef<HTMLDivElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const stick = useCallback(
    ({ x, y, zoom }: View, { width }: Size) => {
      const isNarrow = width < NARROW;
      const freed = isNarrow ? labelWidth - NARROW_LABEL_WIDTH : 0;
      const right = Math.max(0, -x / zoom - freed);
      const down = Math.max(0, -y / zoom);
      move(headers.current, `translateY(${down}px)`);
      setState(headers.current, down > 0 ? "stuck" : "");
      move(axis.current, `translateX(${right}px)`);
      move(labels.current, `translateX(${right}px)`);
      setState(labels.current, right > 0 ? (isNarrow ? "narrow" : "stuck") : "");
      const corner = labels.current?.querySelector<HTMLElement>(".canvas-corner") ?? null;
      move(corner, `translateY(${down}px)`);
      setState(corner, down > 0 ? "stuck" : "");
    },
    [labelWidth],
  );
  useViewMoves(stick);
  return { headers, labels, axis };
}

/** Written only when it changes: the page would recalculate styles for nothing. */
function move(element: HTMLElement | null, transform: string): void {
  if (element && element.style.transform !== transform) element.style.transform = transform;
}

/** Written only when it changes: an attribute costs a recalculation of styles. */
function setState(element: HTMLElement | null, state: string): void {
  if (element && (element.dataset["state"] ?? "") !== state) element.dataset["state"] = state;
}
