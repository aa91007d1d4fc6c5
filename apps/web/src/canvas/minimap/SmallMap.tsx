/**
 * The small picture. It is drawn again a moment after the map has changed, never while the map only moves: then the
 * frame alone goes along. It is for the pointer; keys have the arrows, the search, and zooming to a phase.
 */
import type { JourneyLayout } from "@sameside/layout";
import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { hearColours } from "../../ui/theme.ts";
import { type Flow, useViewMoves, type View } from "../flowStore.ts";
import type { Size } from "../view/useCanvasView.ts";
import { drawMinimap, type Scale } from "./drawMinimap.ts";
import { useSize } from "./useSize.ts";

interface Props {
  readonly layout: JourneyLayout;
  readonly flow: Flow;
  readonly root: RefObject<HTMLElement | null>;
}

/** The largest picture, in pixels … */
const MOST = { width: 224, height: 132 };
/** … and the shortest side of one in which something can be seen and held. */
const SHORTEST = 60;
/** Between two drawings while others write (ms). */
const DRAW_EVERY_MS = 250;

export function SmallMap({ layout, flow, root }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = layout;
  const scale = useMemo(() => scaleFor(width, height), [width, height]);
  const size = useSize(root);
  const picture = usePicture(layout, scale);
  useViewMoves(
    useCallback(
      (view: View) => {
        if (frame.current) lay(frame.current, seenPart(view, size.current, scale));
      },
      [size, scale],
    ),
  );
  const drag = useViewDrag(flow, size, scale);
  return (
    <div
      className="canvas-minimap nopan nowheel"
      style={{ width: width * scale.x, height: height * scale.y }}
      aria-hidden
      {...drag}
    >
      <canvas ref={picture} />
      <div ref={frame} className="canvas-minimap-seen" />
    </div>
  );
}

function usePicture(layout: JourneyLayout, scale: Scale): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ layout, scale });
  const waiting = useRef<number | undefined>(undefined);
  const draw = useCallback(() => {
    waiting.current = undefined;
    if (canvas.current) paint(canvas.current, latest.current.layout, latest.current.scale);
  }, []);
  useEffect(() => {
    const isFirst = canvas.current?.dataset["drawn"] === undefined;
    latest.current = { layout, scale };
    if (isFirst) draw();
    else waiting.current ??= window.setTimeout(draw, DRAW_EVERY_MS);
  }, [layout, scale, draw]);
  useEffect(() => {
    const stop = hearColours(draw);
    return () => {
      stop();
      window.clearTimeout(waiting.current);
      waiting.current = undefined;
    };
  }, [draw]);
  return canvas;
}

function paint(canvas: HTMLCanvasElement, layout: JourneyLayout, scale: Scale): void {
  const density = window.devicePixelRatio;
  canvas.width = Math.ceil(layout.width * scale.x * density);
  canvas.height = Math.ceil(layout.height * scale.y * density);
  canvas.dataset["drawn"] = "";
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(canvas);
  const colourByToken = new Map<string, string>();
  context.scale(density, density);
  drawMinimap(context, layout, scale, (token) => {
    const colour = colourByToken.get(token) ?? style.getPropertyValue(token);
    colourByToken.set(token, colour);
    return colour;
  });
}

/** The pointer takes the frame where it holds it; beside the frame, the frame comes under the pointer. */
function useViewDrag(flow: Flow, size: RefObject<Size>, scale: Scale) {
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const go = (event: PointerEvent<HTMLElement>) => {
    if (!held.current) return;
    const at = pointIn(event);
    const { zoom } = flow.view();
    const centre = { x: (at.x - held.current.x) / scale.x, y: (at.y - held.current.y) / scale.y };
    const { width, height } = size.current;
    flow.put({ zoom, x: width / 2 - centre.x * zoom, y: height / 2 - centre.y * zoom });
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // Beneath it a frame would be drawn round cards.
      event.stopPropagation();
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = pointIn(event);
      const seen = seenPart(flow.view(), size.current, scale);
      const isInside = at.x >= seen.x && at.x <= seen.x + seen.width && at.y >= seen.y && at.y <= seen.y + seen.height;
      held.current = isInside
        ? { x: at.x - seen.x - seen.width / 2, y: at.y - seen.y - seen.height / 2 }
        : { x: 0, y: 0 };
      go(event);
    },
    onPointerMove: go,
    onPointerUp() {
      held.current = null;
    },
    onPointerCancel() {
      held.current = null;
    },
  };
}

function pointIn({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>) {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left - currentTarget.clientLeft, y: clientY - top - currentTarget.clientTop };
}

function scaleFor(width: number, height: number): Scale {
  const fitting = Math.min(MOST.width / width, MOST.height / height);
  return { x: Math.max(fitting, SHORTEST / width), y: Math.max(fitting, SHORTEST / height) };
}

/** The part of the map that is on the screen, in pixels of the small picture. */
function seenPart({ x, y, zoom }: View, { width, height }: Size, scale: Scale) {
  const unit = { x: scale.x / zoom, y: scale.y / zoom };
  return { x: -x * unit.x, y: -y * unit.y, width: width * unit.x, height: height * unit.y };
}

function lay(frame: HTMLElement, part: ReturnType<typeof seenPart>): void {
  frame.style.transform = `translate(${part.x.toFixed(1)}px, ${part.y.toFixed(1)}px)`;
  frame.style.width = `${part.width.toFixed(1)}px`;
  frame.style.height = `${part.height.toFixed(1)}px`;
}
