/** What the page's own buttons can ask of the canvas. */
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
      place() {
        const { x, y, zoom } = desk.current.flow.view();
        return { x: -x / zoom, y: -y / zoom, zoom };
      },
      goTo: ({ x, y, zoom }) => desk.current.flow.show({ x: -x * zoom, y: -y * zoom, zoom }),
      addCard: () => openNewCard(desk.current),
      addTouchpoint: () => openNewTouchpoint(desk.current),
    }),
    [desk, view],
  );
}
