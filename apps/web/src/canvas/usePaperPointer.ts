/** The pointer over the sheet: told to the others, and the empty cell under it offers to take a card. */
import { cellAt } from "@sameside/layout";
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useMemo, useState } from "react";
import type { CellPlace } from "../journey/places.ts";
import type { CanvasProps } from "./contract.ts";
import { throttleCursor } from "./cursorThrottle.ts";
import type { Flow } from "./flowStore.ts";
import { type Desk, openAt } from "./gestures.ts";

export function usePaperPointer(desk: RefObject<Desk>, flow: Flow, onCursor: CanvasProps["onCursor"]) {
  const [hovered, setHovered] = useState<CellPlace | null>(null);
  const cursor = useMemo(() => throttleCursor(onCursor), [onCursor]);
  useEffect(() => cursor.close, [cursor]);
  const handlers = useMemo(() => {
    const layoutPoint = (event: MouseEvent) => flow.toLayout({ x: event.clientX, y: event.clientY });
    return {
      onPointerMove(event: PointerEvent) {
        const at = layoutPoint(event);
        cursor.report(at);
        // A finger does not hover; and going onto the "add" button itself keeps it.
        if (event.pointerType === "touch" || isIn(event.target, ".canvas-add-here")) return;
        const cell = isPaper(event.target) ? cellAt(desk.current.layout, at) : undefined;
        const next = cell && cell.cards.length === 0 ? { parent: cell.parent, lane: cell.lane } : null;
        setHovered((now) => (now?.parent === next?.parent && now?.lane === next?.lane ? now : next));
      },
      onPointerLeave() {
        cursor.report(null);
        setHovered(null);
      },
      onDoubleClick(event: MouseEvent) {
        if (desk.current.props.editable && isPaper(event.target)) openAt(desk.current, layoutPoint(event));
      },
    };
  }, [cursor, desk, flow]);
  return { hovered, handlers };
}

/** Whether an event came from the bare sheet, and not from something that stands on it. */
function isPaper(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains("react-flow__pane");
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
