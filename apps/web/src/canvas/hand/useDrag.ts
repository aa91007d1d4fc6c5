/** Cards and touchpoints in the hand: they move on this screen only, and the drop is one command. */
import { dropTarget, type JourneyLayout, type Point, type Rect, touchpointDropTarget } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../../words/words.ts";
import { putCaretAway } from "../caret.ts";
import type { Flow } from "../flowStore.ts";
import type { Mounting } from "../nodes/mounting.ts";
import type { CanvasNode } from "../nodes/projection.ts";
import { type Desk, dropCards, dropTouchpoints, inHand } from "./gestures.ts";
import { type InHand, takeInHand } from "./inHand.ts";

/** A drag from its first to its last frame. */
interface Drag {
  readonly held: Id;
  /** The one under the pointer first. */
  readonly ids: ReadonlySet<Id>;
  readonly told: readonly Id[];
  readonly things: InHand;
}

/** How much is in the hand. */
interface Load {
  readonly count: number;
  /** Whether all of it is seen to move. */
  readonly isWhole: boolean;
}

interface Parts {
  readonly flow: Flow;
  readonly root: RefObject<HTMLElement | null>;
  readonly mounting: Mounting;
  /** What is in the hand and how far from its place, for the others to see; `null` once it is let go. */
  readonly tell: (drag: { readonly ids: readonly Id[]; readonly by: Point } | null) => void;
}

export function useDrag(desk: RefObject<Desk>, { flow, root, mounting, tell }: Parts) {
  const [load, setLoad] = useState<Load | null>(null);
  const drag = useRef<Drag>(undefined);
  // Where it would land: a line, and for a card the cell round it.
  const mark = useRef<HTMLDivElement>(null);
  const cell = useRef<HTMLDivElement>(null);
  // Round the one under the pointer: how many there are.
  const count = useRef<HTMLDivElement>(null);
  const { dragCancelled } = useWords().together;

  const end = useCallback(() => {
    drag.current?.things.release();
    drag.current = undefined;
    mounting.hold("hand", undefined);
    root.current?.removeAttribute("data-copying");
    tell(null);
    setLoad(null);
  }, [mounting, root, tell]);
  useEffect(() => {
    // A second finger zooms: what is in the hand goes back, and nobody tells of a drop.
    const onDown = ({ isPrimary }: PointerEvent) => {
      if (!isPrimary && drag.current) end();
    };
    addEventListener("pointerdown", onDown, true);
    return () => removeEventListener("pointerdown", onDown, true);
  }, [end]);
  const onDrag = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode | undefined) => {
      if (!node || !root.current) return;
      const { layout } = desk.current;
      if (drag.current?.held !== node.id) {
        drag.current?.things.release();
        putCaretAway();
        const ids = inHand(desk.current, { kind: node.type, id: node.id });
        const taken = takeInHand(root.current, ids);
        drag.current = { held: node.id, ids, told: [...ids], things: taken };
        mounting.hold("hand", node.id);
        setLoad({ count: ids.size, isWhole: taken.isWhole });
      }
      const { ids, told, things } = drag.current;
      // Before anything is moved: the page would have to be laid out in between.
      const pointer = flow.toLayout(clientPoint(event));
      const home = homeOf(layout, node);
      if (home) {
        const by = { x: node.position.x - home.x, y: node.position.y - home.y };
        things.move(by);
        tell({ ids: told, by });
        put(count.current, { ...home, x: node.position.x, y: node.position.y });
      }
      const isCopy = event.altKey;
      root.current.toggleAttribute("data-copying", isCopy);
      const target = markAt(layout, node, pointer, isCopy ? NONE : ids);
      put(mark.current, target.mark);
      put(cell.current, target.cell);
    },
    [desk, flow, root, mounting, tell],
  );
  const onDrop = useCallback(
    (event: MouseEvent | TouchEvent, node: CanvasNode | undefined) => {
      // Let go by the page already, when somebody else removed it.
      const isHeld = drag.current !== undefined;
      end();
      if (!node || !isHeld) return;
      const pointer = flow.toLayout(clientPoint(event));
      const drop = node.type === "card" ? dropCards : dropTouchpoints;
      drop(desk.current, node.id, pointer, event.altKey);
    },
    [desk, flow, end],
  );
  /** To be called after every rendering of the things. */
  const renew = useCallback(
    (layout: JourneyLayout) => {
      if (!drag.current) return;
      const { held, things } = drag.current;
      if (layout.cardsById.has(held) || layout.touchpointsById.has(held)) things.renew();
      else {
        // Somebody else removed it: its element is gone, so nobody will tell of its drop.
        end();
        desk.current.props.onSay(dragCancelled);
      }
    },
    [end, desk, dragCancelled],
  );
  return useMemo(() => ({ load, mark, cell, count, onDrag, onDrop, renew }), [load, onDrag, onDrop, renew]);
}

const NONE: ReadonlySet<Id> = new Set();

function homeOf(layout: JourneyLayout, node: CanvasNode): Rect | undefined {
  return (node.type === "card" ? layout.cardsById : layout.touchpointsById).get(node.id)?.rect;
}

function markAt(
  layout: JourneyLayout,
  node: CanvasNode,
  pointer: Point,
  moving: ReadonlySet<Id>,
): { readonly mark: Rect | undefined; readonly cell: Rect | undefined } {
  if (node.type !== "card") return { mark: touchpointDropTarget(layout, pointer, moving)?.mark, cell: undefined };
  const target = dropTarget(layout, pointer, moving);
  return { mark: target?.mark, cell: target?.cell };
}

/** Shows an element there, or not at all. */
function put(element: HTMLElement | null, place: Rect | undefined): void {
  if (!element) return;
  element.hidden = place === undefined;
  if (!place) return;
  element.style.transform = `translate(${place.x}px,${place.y}px)`;
  element.style.width = `${place.width}px`;
  element.style.height = `${place.height}px`;
}

function clientPoint(event: MouseEvent | TouchEvent): Point {
  const touch = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
}
