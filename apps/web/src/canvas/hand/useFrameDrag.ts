/** A phase's header or a lane's name in the hand: a line shows where it would stand, and the drop is one command. */
import { laneDropTarget, phaseDropTarget, type Rect } from "@sameside/layout";
import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Selection } from "../../journey/contract.ts";
import { selectionAt } from "../../journey/elements.ts";
import { isFrameShut, isLocked } from "../../journey/locked.ts";
import { DEAD_ZONE } from "./deadZone.ts";
import { type Desk, dropFrame } from "./gestures.ts";

interface FrameDrag {
  readonly thing: Selection;
  readonly mark: Rect;
}

/** The handler stands on the strips; `isOn` is false while a drag moves the sheet. */
export function useFrameDrag(desk: RefObject<Desk>, isOn: boolean) {
  const [drag, setDrag] = useState<FrameDrag | null>(null);
  const stop = useRef<() => void>(() => {});
  // The click that ends a drag is no click on the header.
  const hasDragged = useRef(false);
  useEffect(() => () => stop.current(), []);

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      hasDragged.current = false;
      const thing = event.target instanceof Element ? selectionAt(event.target.closest("button")) : null;
      if (!isOn || event.button !== 0 || !thing || !mayMove(desk.current, thing)) return;
      const start = { x: event.clientX, y: event.clientY };
      const zone = event.pointerType === "touch" ? DEAD_ZONE.touch : DEAD_ZONE.mouse;
      const move = (at: globalThis.PointerEvent) => {
        if (!hasDragged.current && Math.hypot(at.clientX - start.x, at.clientY - start.y) < zone) return;
        hasDragged.current = true;
        setDrag({ thing, mark: markAt(desk.current, thing, at) });
      };
      const end = (at: globalThis.PointerEvent) => {
        stop.current();
        if (hasDragged.current && at.type === "pointerup")
          dropFrame(desk.current, thing, desk.current.flow.toLayout({ x: at.clientX, y: at.clientY }));
      };
      stop.current = () => {
        removeEventListener("pointermove", move);
        removeEventListener("pointerup", end);
        removeEventListener("pointercancel", end);
        setDrag(null);
      };
      addEventListener("pointermove", move);
      addEventListener("pointerup", end);
      addEventListener("pointercancel", end);
    },
    [desk, isOn],
  );
  const onClickCapture = useCallback((event: React.MouseEvent) => {
    if (hasDragged.current) event.stopPropagation();
    hasDragged.current = false;
  }, []);
  return useMemo(() => ({ drag, strip: { onPointerDown, onClickCapture } }), [drag, onPointerDown, onClickCapture]);
}

function mayMove({ props }: Desk, thing: Selection): boolean {
  const isFrame = thing.kind === "phase" || thing.kind === "lane";
  return isFrame && props.editable && !isLocked(props.journey, thing) && !isFrameShut(props.journey, props.by);
}

function markAt({ layout, flow }: Desk, { kind, id }: Selection, at: globalThis.PointerEvent): Rect {
  const { x, y } = flow.toLayout({ x: at.clientX, y: at.clientY });
  return (kind === "phase" ? phaseDropTarget(layout, x, id) : laneDropTarget(layout, y, id)).mark;
}
