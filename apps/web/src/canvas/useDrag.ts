/** A card or a touchpoint in the hand: it moves on this screen only, and the drop is one command. */
import { dropTarget, type JourneyLayout, type Point, type Rect, touchpointDropTarget } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type RefObject, useCallback, useMemo, useState } from "react";
import type { Flow } from "./flowStore.ts";
import { type Desk, dropCard, dropTouchpoint } from "./gestures.ts";
import type { CanvasNode } from "./projection.ts";

interface Drag {
  readonly id: Id;
  /** Where its top left corner is, in layout units. */
  readonly at: Point;
  /** Where it would land: a line, and for a card the cell round it. */
  readonly mark: Rect | undefined;
  readonly cell: Rect | undefined;
}

export function useDrag(desk: RefObject<Desk>, flow: Flow) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const onDrag = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode | undefined) => {
      if (!node) return;
      const pointer = flow.toLayout(clientPoint(event));
      setDrag({ id: node.id, at: node.position, ...markAt(desk.current.layout, node, pointer) });
    },
    [desk, flow],
  );
  const onDrop = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode | undefined) => {
      setDrag(null);
      if (!node) return;
      const pointer = flow.toLayout(clientPoint(event));
      if (node.type === "card") dropCard(desk.current, node.id, pointer);
      else dropTouchpoint(desk.current, node.id, pointer);
    },
    [desk, flow],
  );
  return useMemo(() => ({ drag, onDrag, onDrop }), [drag, onDrag, onDrop]);
}

function markAt(layout: JourneyLayout, node: CanvasNode, pointer: Point): Pick<Drag, "mark" | "cell"> {
  if (node.type !== "card") return { mark: touchpointDropTarget(layout, pointer, node.id)?.mark, cell: undefined };
  const target = dropTarget(layout, pointer, node.id);
  return { mark: target?.mark, cell: target?.cell };
}

function clientPoint(event: MouseEvent | TouchEvent): Point {
  const touch = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
