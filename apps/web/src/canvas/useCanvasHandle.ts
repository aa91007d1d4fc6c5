/** What the page's own buttons can ask of the canvas. */
import { type Rect, rectOf } from "@sameside/layout";
import { type RefObject, useImperativeHandle } from "react";
import type { ViewHandle } from "../journey/contract.ts";
import type { CanvasProps } from "./contract.ts";
import { type Desk, openNewCard, openNewTouchpoint } from "./gestures.ts";
import type { ViewActs } from "./keyboard.ts";

export function useCanvasHandle(ref: CanvasProps["ref"], desk: RefObject<Desk>, view: ViewActs): void {
  useImperativeHandle(
    ref,
    (): ViewHandle => ({
      fit: view.fit,
      zoomIn: () => view.zoomBy(1),
      zoomOut: () => view.zoomBy(-1),
      zoomTo: view.zoomTo,
      zoom: () => desk.current.flow.view().zoom,
      reveal: view.reveal,
      addCard: () => openNewCard(desk.current),
      addTouchpoint: () => openNewTouchpoint(desk.current),
      follow({ rect, near }, onLeft) {
        const { flow, layout } = desk.current;
        const thing = near === undefined ? undefined : rectOf(layout, near);
        const part = rect ?? (thing && around(thing, flow.seen()));
        if (part) flow.follow(part, onLeft);
      },
    }),
    [desk, view],
  );
}

/** As much of the sheet as is seen, with the thing in its middle. */
function around(thing: Rect, { width, height }: Rect): Rect {
  return { x: thing.x + (thing.width - width) / 2, y: thing.y + (thing.height - height) / 2, width, height };
}
