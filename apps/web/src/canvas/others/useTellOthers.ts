/** Tells the page what is chosen, typed, dragged and seen on this canvas, for the others to see. */
import { type JourneyLayout, type Point, type Rect, rectOf } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import type { Selection } from "../../journey/contract.ts";
import type { Editing } from "../../journey/editing.ts";
import { heldOf, type Sight } from "../../journey/others.ts";
import type { CanvasProps } from "../contract.ts";
import { type Flow, useViewMoves } from "../flowStore.ts";

/** Between two reports of what is seen, in milliseconds. */
const SIGHT_EVERY_MS = 100;

interface Doing {
  readonly picked: readonly Selection[];
  readonly editing: Editing | null;
}

interface Drag {
  readonly ids: readonly Id[];
  readonly by: Point;
}

interface Stage {
  readonly flow: Flow;
  readonly layout: RefObject<JourneyLayout>;
  readonly root: RefObject<HTMLElement | null>;
}

/** Answers with what is to be called in each frame of a drag, and with `null` at its end. */
export function useTellOthers(
  { onHold, onSight }: Pick<CanvasProps, "onHold" | "onSight">,
  { picked, editing }: Doing,
  { flow, layout, root }: Stage,
): (drag: Drag | null) => void {
  const atRest = useMemo(() => heldOf(picked, editing), [picked, editing]);
  const rest = useRef(atRest);
  const isDragging = useRef(false);
  useEffect(() => {
    rest.current = atRest;
    if (!isDragging.current) onHold(atRest);
  }, [onHold, atRest]);
  const tellDrag = useCallback(
    (drag: Drag | null) => {
      isDragging.current = drag !== null;
      onHold(drag ? { things: drag.ids, as: "dragged", by: drag.by } : rest.current);
    },
    [onHold],
  );
  useEffect(() => () => onHold(null), [onHold]);

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const look = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      onSight(() => sightOn(flow.seen(), layout.current));
    }, SIGHT_EVERY_MS);
  }, [flow, layout, onSight]);
  useViewMoves(look);
  useEffect(() => {
    const size = new ResizeObserver(look);
    if (root.current) size.observe(root.current);
    return () => {
      size.disconnect();
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [look, root]);
  return tellDrag;
}

function sightOn(rect: Rect, layout: JourneyLayout): Sight {
  return { rect, near: nearestTo(rect, layout) };
}

/** What stands nearest to the middle of what is seen. */
function nearestTo({ x, y, width, height }: Rect, layout: JourneyLayout): Id | undefined {
  const middle = { x: x + width / 2, y: y + height / 2 };
  let nearest: { readonly id: Id; readonly far: number } | undefined;
  for (const { id } of layout.stops) {
    const rect = rectOf(layout, id);
    if (!rect) continue;
    const far = Math.hypot(rect.x + rect.width / 2 - middle.x, rect.y + rect.height / 2 - middle.y);
    if (!nearest || far < nearest.far) nearest = { id, far };
  }
  return nearest?.id;
}
