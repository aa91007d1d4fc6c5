/** What the board page needs of the drawing it frames. The page is handed the component; it does not know it. */
import type { Id, StepView } from "@sameside/model";
import type { ComponentType } from "react";
import type { JourneyProps } from "../journey/contract.ts";
import type { Beside } from "./beside.ts";
import type { MapView } from "./chosenView.ts";

interface CanvasSlotProps extends Omit<JourneyProps, "showing"> {
  /** Which way the journey is shown. */
  readonly shown: MapView;
  /** The maps beside it. */
  readonly beside: Beside;
  /** Another map is the one to work on. */
  readonly onJourney: (id: Id) => void;
  /** `undefined` on a day without steps. */
  readonly step: StepView | undefined;
  /** Where the pointer is on the sheet; `null` when it has left. */
  readonly onCursor: (at: { readonly x: number; readonly y: number } | null) => void;
  readonly onZoom?: (zoom: number) => void;
}
export type CanvasSlot = ComponentType<CanvasSlotProps>;
