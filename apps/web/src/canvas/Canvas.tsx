/** The board's canvas: one journey as a sheet of phases and lanes that several people edit together. */
import { TEXT_LOOKS, type TextStyle } from "@sameside/layout";
import { ReactFlowProvider } from "@xyflow/react";
import { type CSSProperties, useLayoutEffect, useRef, useState } from "react";
import "@xyflow/react/dist/base.css";
import "./look/sheet.css";
import "./look/things.css";
import "../journey/cardLook.css";
import "./look/feeling.css";
import "./look/adding.css";
import "./look/pointers.css";
import "./look/fingers.css";
import type { CanvasProps } from "./contract.ts";
import { Stage } from "./Stage.tsx";
import type { Size } from "./view/useCanvasView.ts";

/**
 * Draws `journey` and turns gestures into commands on `board`; every outcome passes through `run`. Fills its parent,
 * which must have a size. Another journey opens a fresh canvas with its own view.
 */
export function Canvas(stage: CanvasProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  // The size is known before the first paint, so that the sheet never jumps into its first view.
  useLayoutEffect(() => {
    const { clientWidth, clientHeight } = frame.current ?? document.documentElement;
    setSize({ width: clientWidth, height: clientHeight });
  }, []);
  return (
    <div ref={frame} className="canvas" style={TEXT_STYLE}>
      {size ? (
        <ReactFlowProvider key={stage.journey.id}>
          <Stage {...stage} size={size} />
        </ReactFlowProvider>
      ) : null}
    </div>
  );
}

/** What is measured is what is drawn: the style sheet takes sizes and line heights from the layout's table. */
const TEXT_STYLE = Object.fromEntries(
  (Object.keys(TEXT_LOOKS) as TextStyle[]).map((style) => {
    const { family, size, weight, lineHeight } = TEXT_LOOKS[style];
    return [`--text-${style}`, `${weight} ${size}px/${lineHeight}px var(--${family})`];
  }),
) as CSSProperties;
