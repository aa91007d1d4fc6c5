/** The three ways to see and edit one journey, equal in power, behind the one slot of the board's page. */
import type { ComponentProps } from "react";
import type { CanvasSlot } from "./board/canvasSlot.ts";
import { Canvas } from "./canvas/Canvas.tsx";
import { OutlineView } from "./table/OutlineView.tsx";
import { TableView } from "./table/TableView.tsx";

export function JourneyViews({ shown, onCursor, onZoom, ...view }: ComponentProps<CanvasSlot>) {
  switch (shown) {
    case "canvas":
      return <Canvas {...view} onCursor={onCursor} {...(onZoom ? { onZoom } : {})} />;
    case "table":
      return <TableView {...view} />;
    case "outline":
      return <OutlineView {...view} />;
  }
}
