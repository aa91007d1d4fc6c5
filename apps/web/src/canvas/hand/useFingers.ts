/** A mouse and fingers on the same screen: what a press may do is decided by its pointer, not by the device. */
import { type RefObject, useEffect } from "react";
import { selectionAt } from "../../journey/elements.ts";
import type { Flow } from "../flowStore.ts";
import { deadZoneOf, isFinger } from "./deadZone.ts";
import type { Desk } from "./gestures.ts";

/** How React Flow is told, as it asks the classes when a finger comes down: dragged things do not move the sheet. */
const DRAGGED = "nopan";
const NOT_DRAGGED = "nodrag";

/** A finger moves the sheet, also from a card, until that was chosen; a second finger zooms wherever it is. */
export function useFingers(root: RefObject<HTMLElement | null>, desk: RefObject<Desk>, flow: Flow): void {
  useEffect(() => {
    const place = root.current;
    if (!place) return;
    const nodesByPointer = new Map<number, Element>();
    const onDown = (event: PointerEvent) => {
      flow.setDeadZone(deadZoneOf(event));
      const node = event.target instanceof Element ? event.target.closest(".react-flow__node") : null;
      if (!isFinger(event) || !node?.classList.contains(DRAGGED)) return;
      const thing = selectionAt(node);
      if (event.isPrimary && desk.current.picked.some(({ id }) => id === thing?.id)) return;
      node.classList.replace(DRAGGED, NOT_DRAGGED);
      nodesByPointer.set(event.pointerId, node);
    };
    const onUp = ({ pointerId }: PointerEvent) => {
      nodesByPointer.get(pointerId)?.classList.replace(NOT_DRAGGED, DRAGGED);
      nodesByPointer.delete(pointerId);
    };
    place.addEventListener("pointerdown", onDown, true);
    addEventListener("pointerup", onUp);
    addEventListener("pointercancel", onUp);
    return () => {
      place.removeEventListener("pointerdown", onDown, true);
      removeEventListener("pointerup", onUp);
      removeEventListener("pointercancel", onUp);
    };
  }, [root, desk, flow]);
}
