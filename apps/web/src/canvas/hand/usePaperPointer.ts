/** The pointer over the sheet: told to the others, what is pasted lands there, and the empty cell under it takes a card. */
import { cellAt, type Point, type Stop } from "@sameside/layout";
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { CellPlace } from "../../journey/places.ts";
import type { CanvasProps } from "../contract.ts";
import type { Flow } from "../flowStore.ts";
import type { Mounting } from "../nodes/mounting.ts";
import { type Desk, openAt } from "./gestures.ts";

export function usePaperPointer(
  desk: RefObject<Desk>,
  flow: Flow,
  mounting: Mounting,
  onCursor: CanvasProps["onCursor"],
) {
  const [hovered, setHovered] = useState<CellPlace | null>(null);
  const pointer = useRef<Point | null>(null);
  useEffect(() => {
    // Who goes about with the keys does not look at where the pointer was left.
    const forget = (event: KeyboardEvent) => {
      if (event.key === "Tab" || event.key.startsWith("Arrow")) pointer.current = null;
    };
    document.addEventListener("keydown", forget, true);
    return () => document.removeEventListener("keydown", forget, true);
  }, []);
  const handlers = useMemo(() => {
    const layoutPoint = (event: MouseEvent) => flow.toLayout({ x: event.clientX, y: event.clientY });
    return {
      onPointerMove(event: PointerEvent) {
        const at = layoutPoint(event);
        onCursor(at);
        pointer.current = { x: event.clientX, y: event.clientY };
        // Seen from afar, what the pointer is on becomes an element: it can be pressed and taken.
        if (event.buttons === 0) mounting.hold("pointer", mounting.thingAt(desk.current.layout, at));
        // A finger does not hover; and going onto the "add" button itself keeps it.
        if (event.pointerType === "touch" || isIn(event.target, ".canvas-add-here")) return;
        const cell = isPaper(event.target) ? cellAt(desk.current.layout, at) : undefined;
        const next = cell && cell.cards.length === 0 ? { parent: cell.parent, lane: cell.lane } : null;
        setHovered((now) => (now?.parent === next?.parent && now?.lane === next?.lane ? now : next));
      },
      onPointerLeave() {
        onCursor(null);
        pointer.current = null;
        setHovered(null);
      },
      onDoubleClick(event: MouseEvent) {
        if (!desk.current.props.editable || !isPaper(event.target)) return;
        const at = layoutPoint(event);
        const thing = drawnAt(desk.current, mounting, at);
        if (thing) desk.current.editing.open(thing);
        else openAt(desk.current, at);
      },
    };
  }, [onCursor, desk, flow, mounting]);
  return { hovered, pointer, handlers };
}

/** The card or touchpoint at a point that is drawn, but is no element that a finger could hit. */
export function drawnAt({ layout }: Desk, mounting: Mounting, at: Point): Stop | undefined {
  const id = mounting.thingAt(layout, at);
  return id === undefined ? undefined : { kind: layout.cardsById.has(id) ? "card" : "touchpoint", id };
}

/** Whether an event came from the bare sheet, and not from something that stands on it. */
function isPaper(target: EventTarget | null): boolean {
  return target instanceof Element && target.classList.contains("react-flow__pane");
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
