/** Things in the hand follow the pointer as elements, frame by frame: nothing is rendered for it. */
import type { Point } from "@sameside/layout";
import type { Id } from "@sameside/model";

/** Over the strips at the edges. */
const IN_HAND = "10";

export interface InHand {
  /** Whether all of them are elements. Of many chosen things on a large map only those about the view are. */
  readonly isWhole: boolean;
  /** Where the things are: so far from their places (layout units). */
  move(by: Point): void;
  /** After a rendering, which may have put them where they stand. */
  renew(): void;
  /** Lets them go back to their places; where they land comes from the document. */
  release(): void;
}

/** Takes what of `ids` is an element below `root`, and what becomes one meanwhile. */
export function takeInHand(root: HTMLElement, ids: ReadonlySet<Id>): InHand {
  const elements = new Set<HTMLElement>();
  let moved: Point = { x: 0, y: 0 };
  const place = ({ style }: HTMLElement) => {
    style.transition = "none";
    style.zIndex = IN_HAND;
    style.transform = `translate(${moved.x}px,${moved.y}px)`;
  };
  const placeAll = () => {
    for (const element of elements) place(element);
  };
  const take = (nodes: Iterable<Node>) => {
    for (const node of nodes) {
      if (!(node instanceof HTMLElement) || !ids.has(node.dataset["id"] ?? "")) continue;
      elements.add(node);
      place(node);
    }
  };
  take(root.querySelectorAll(".react-flow__node"));
  const isWhole = elements.size === ids.size;
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      for (const node of removedNodes) if (node instanceof HTMLElement) elements.delete(node);
      take(addedNodes);
    }
  });
  const layer = root.querySelector(".react-flow__nodes");
  if (layer) observer.observe(layer, { childList: true });
  return {
    isWhole,
    move(by) {
      moved = by;
      placeAll();
    },
    renew: placeAll,
    release() {
      observer.disconnect();
      for (const { style } of elements) {
        // As they are given to React Flow.
        style.transition = "";
        style.zIndex = "auto";
        style.transform = "none";
      }
    },
  };
}
