/** What the canvas takes besides what every view of a journey takes. */
import type { Id } from "@sameside/model";
import type { JourneyProps } from "../journey/contract.ts";
import type { ViewLink } from "./view/useLinkedView.ts";

export interface CanvasProps extends JourneyProps {
  /** The own pointer in layout units of this journey; null when it left. */
  readonly onCursor: (at: { readonly x: number; readonly y: number } | null) => void;
  /** The zoom after each gesture; 1 is 100 %. */
  readonly onZoom?: (zoom: number) => void;
  /** Keys and the clipboard are for another map beside this one. */
  readonly isAside?: boolean;
  /** Each phase is at least so wide, so that it stands under its like on the map above (layout units). */
  readonly widths?: ReadonlyMap<Id, number>;
  /** The maps that move sideways and zoom together with this one. */
  readonly link?: ViewLink;
}
