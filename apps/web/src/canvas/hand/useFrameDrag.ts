/** A phase's header or a lane's name in the hand: a line shows where it would stand, and the drop is one command. */
import { laneDropTarget, phaseDropTarget, type Rect } from "@sameside/layout";
import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Selection } from "../../journey/contract.ts";
import { selectionAt } from "../../journey/elements.ts";
import { isFrameShut, isLocked } from "../../journey/locked.ts";
import { isFinger } from "./deadZone.ts";
import { type Desk, dropFrame } from "./gestures.ts";
import { followPress } from "./press.ts";

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
      const title = event.target instanceof Element ? event.target.closest("button") : null;
      const thing = selectionAt(title);
      const isPrimary = event.button === 0 && event.isPrimary;
      if (!isOn || !isPrimary || !title || !thing || !mayMove(desk.current, thing)) return;
      // As with cards: a finger moves the sheet, until the phase or the lane was chosen.
      if (isFinger(event) && !desk.current.picked.some(({ id }) => id === thing.id)) return;
      stop.current = followPress(title, event.nativeEvent, {
        onDrag(at) {
          hasDragged.current = true;
          setDrag({ thing, mark: markAt(desk.current, thing, at) });
        },
        onDrop(at) {
          dropFrame(desk.current, thing, desk.current.flow.toLayout({ x: at.clientX, y: at.clientY }));
        },
        onEnd: () => setDrag(null),
      });
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
