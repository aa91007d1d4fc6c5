/** What stands beside the map and is none of the board's business. The page is handed it; it does not know it. */
import type { Id, JourneyView } from "@sameside/model";
import type { ComponentType } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Tell } from "../ui/Toast.tsx";
import type { Run, Selection } from "./canvasSlot.ts";

export interface BesideProps {
  readonly live: LiveBoard;
  readonly journey: JourneyView | undefined;
  readonly selection: Selection | null;
  readonly run: Run;
  readonly editable: boolean;
  readonly nameOf: (person: Id) => string;
  readonly tell: Tell;
}

export interface BesideSlot {
  /** Lines between the bar and the map; nothing when there is nothing to say. */
  readonly Lines: ComponentType<BesideProps>;
  /** A panel in the inspector's place, while it is open. */
  readonly Notes: ComponentType<BesideProps & { readonly onClose: () => void }>;
}
