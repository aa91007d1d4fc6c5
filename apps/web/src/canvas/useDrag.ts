/** Cards and touchpoints in the hand: they move on this screen only, and the drop is one command. */
import { dropTarget, type JourneyLayout, type Point, type Rect, touchpointDropTarget } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { useWords } from "../words/words.ts";
import type { Flow } from "./flowStore.ts";
import { type Desk, dropCards, dropTouchpoints, inHand } from "./gestures.ts";
import type { CanvasNode } from "./projection.ts";

interface Drag {
  /** The one under the pointer first. */
  readonly ids: ReadonlySet<Id>;
  /** How far from their places, in layout units. */
  readonly by: Point;
  /** Alt is held: copies are let go, the things stay. */
  readonly isCopy: boolean;
  /** Where it would land: a line, and for a card the cell round it. */
  readonly mark: Rect | undefined;
  readonly cell: Rect | undefined;
}

export function useDrag(desk: RefObject<Desk>, flow: Flow, layout: JourneyLayout) {
  const [held, setDrag] = useState<Drag | null>(null);
  const drag = held && isThere(layout, held) ? held : null;
  // What is in the hand is looked up when the drag begins, not in each frame of it.
  const hand = useRef<ReadonlySet<Id>>(NONE);
  const onDrag = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode | undefined) => {
      if (!node) return;
      const { layout } = desk.current;
      if (!hand.current.has(node.id)) hand.current = inHand(desk.current, { kind: node.type, id: node.id });
      const ids = hand.current;
      const home = (node.type === "card" ? layout.cardsById : layout.touchpointsById).get(node.id)?.rect;
      const by = { x: node.position.x - (home?.x ?? 0), y: node.position.y - (home?.y ?? 0) };
      const isCopy = event.altKey;
      const pointer = flow.toLayout(clientPoint(event));
      setDrag({ ids, by, isCopy, ...markAt(layout, node, pointer, isCopy ? NONE : ids) });
    },
    [desk, flow],
  );
  const onDrop = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode | undefined) => {
      setDrag(null);
      hand.current = NONE;
      if (!node) return;
      const pointer = flow.toLayout(clientPoint(event));
      const drop = node.type === "card" ? dropCards : dropTouchpoints;
      drop(desk.current, node.id, pointer, event.altKey);
    },
    [desk, flow],
  );
  const letGo = () => {
    setDrag(null);
    hand.current = NONE;
  };
  useCancelled(held !== null && drag === null, letGo, desk);
  return useMemo(() => ({ drag, onDrag, onDrop }), [drag, onDrag, onDrop]);
}

/** Somebody else removed what was under the pointer: its element is gone, so nobody will tell of its drop. */
function useCancelled(isGone: boolean, letGo: () => void, desk: RefObject<Desk>): void {
  const { dragCancelled } = useWords().together;
  const cancel = useEffectEvent(() => {
    letGo();
    desk.current.props.onSay(dragCancelled);
  });
  useEffect(() => {
    if (isGone) cancel();
  }, [isGone]);
}

function isThere({ cardsById, touchpointsById }: JourneyLayout, { ids }: Drag): boolean {
  const [first] = ids;
  return first !== undefined && (cardsById.has(first) || touchpointsById.has(first));
}

const NONE: ReadonlySet<Id> = new Set();

function markAt(
  layout: JourneyLayout,
  node: CanvasNode,
  pointer: Point,
  moving: ReadonlySet<Id>,
): Pick<Drag, "mark" | "cell"> {
  if (node.type !== "card") return { mark: touchpointDropTarget(layout, pointer, moving)?.mark, cell: undefined };
  const target = dropTarget(layout, pointer, moving);
  return { mark: target?.mark, cell: target?.cell };
}

function clientPoint(event: MouseEvent | TouchEvent): Point {
  const touch = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
