/** Things in the hand follow the pointer as elements, frame by frame: nothing is rendered for it. */
import type { JourneyLayout, Point } from "@sameside/layout";
import type { Id } from "@sameside/model";

/** Over the strips at the edges. */
const IN_HAND = "10";

export interface InHand {
  /** Where the things are: so far from their places (layout units). */
  move(by: Point): void;
  /** After a rendering, which may have put them where they stand or made their elements anew. */
  renew(layout: JourneyLayout): void;
  /** Lets them go back to their places; where they land comes from the document. */
  release(): void;
}

export function takeInHand(root: HTMLElement, ids: Iterable<Id>, first: JourneyLayout): InHand {
  let layout = first;
  let moved: Point = { x: 0, y: 0 };
  const elementsById = new Map<Id, HTMLElement | undefined>([...ids].map((id) => [id, undefined]));
  const place = () => {
    for (const [id, known] of elementsById) {
      const home = layout.cardsById.get(id)?.rect ?? layout.touchpointsById.get(id)?.rect;
      const element = known?.isConnected ? known : elementIn(root, id);
      if (element !== known) elementsById.set(id, element);
      if (!home || !element) continue;
      element.style.transition = "none";
      element.style.zIndex = IN_HAND;
      element.style.transform = `translate(${moved.x}px,${moved.y}px)`;
    }
  };
  return {
    move(by) {
      moved = by;
      place();
    },
    renew(next) {
      layout = next;
      place();
    },
    release() {
      for (const element of elementsById.values()) {
        if (!element) continue;
        // As they are given to React Flow.
        element.style.transition = "";
        element.style.zIndex = "auto";
        element.style.transform = "none";
      }
    },
  };
}

function elementIn(root: HTMLElement, id: Id): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`) ?? undefined;
}
