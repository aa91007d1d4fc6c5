/** What the canvas takes besides what every view of a journey takes. */
import type { JourneyProps } from "../journey/contract.ts";

export interface CanvasProps extends JourneyProps {
  /** The own pointer in layout units of this journey; null when it left. */
  readonly onCursor: (at: { readonly x: number; readonly y: number } | null) => void;
  /** The zoom after each gesture; 1 is 100 %. */
  readonly onZoom?: (zoom: number) => void;
}
