/** The three ways to see and edit one journey, equal in power, behind the one slot of the board's page. */
import type { ComponentProps } from "react";
import type { CanvasSlot } from "./board/canvasSlot.ts";
import { Canvas } from "./canvas/Canvas.tsx";
import { OutlineView } from "./table/OutlineView.tsx";
import { TableView } from "./table/TableView.tsx";
import { useShowing } from "./views/useShowing.ts";

export function JourneyViews({ shown, others, onCursor, onZoom, ...page }: ComponentProps<CanvasSlot>) {
  const { journey, showing } = useShowing(page.journey, page.selection?.id);
  const view = { ...page, journey, showing };
  switch (shown) {
    case "canvas":
      return <Canvas {...view} others={others} onCursor={onCursor} {...(onZoom ? { onZoom } : {})} />;
    case "table":
      return <TableView {...view} />;
    case "outline":
      return <OutlineView {...view} />;
  }
}
