/** What the page's own buttons can ask of the canvas. */
import { type Rect, rectOf } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type RefObject, useImperativeHandle } from "react";
import type { ViewHandle } from "../journey/contract.ts";
import { type ActDesk, actGroups } from "../journey/mapActs.tsx";
import { aimedAt } from "../journey/usePicked.ts";
import { useWords } from "../words/words.ts";
import type { CanvasProps } from "./contract.ts";
import { type Desk, openNewCard, openNewTouchpoint } from "./hand/gestures.ts";
import type { ViewActs } from "./keys/keyboard.ts";
import { toggleMinimap } from "./minimap/shownMinimap.ts";

/** `openLaneKinds` asks for the kind of a new lane. */
export function useCanvasHandle(
  ref: CanvasProps["ref"],
  desk: RefObject<Desk>,
  view: ViewActs,
  openLaneKinds: (before: Id | undefined, at: HTMLElement | null) => void,
): void {
  const words = useWords();
  useImperativeHandle(ref, (): ViewHandle => {
    const chosen = () => aimedAt(desk.current.picked);
    return {
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
      focus: (id) => desk.current.focus(id),
      fitTo: view.fitTo,
      chosen,
      acts() {
        const { props, editing, focus } = desk.current;
        const acting: ActDesk = { props, editing, focus, openLaneKinds: (before) => openLaneKinds(before, null) };
        return actGroups(acting, chosen(), words);
      },
      toggleMinimap,
      follow({ rect, near }, onLeft) {
        const { flow, layout } = desk.current;
        const thing = near === undefined ? undefined : rectOf(layout, near);
        const part = rect ?? (thing && around(thing, flow.seen()));
        if (part) flow.follow(part, onLeft);
      },
    };
  }, [desk, view, openLaneKinds, words]);
}

/** As much of the sheet as is seen, with the thing in its middle. */
function around(thing: Rect, { width, height }: Rect): Rect {
  return { x: thing.x + (thing.width - width) / 2, y: thing.y + (thing.height - height) / 2, width, height };
}
