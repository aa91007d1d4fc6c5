/** Parts of the board's page that are features of their own: the composition root hands them in, the page frames them. */
import type { BoardView, Id, JourneyView } from "@sameside/model";
import { type ComponentType, createContext } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { Run, Selection } from "./canvasSlot.ts";

interface PaperSlotProps {
  readonly journey: JourneyView;
  /** What is selected on the map. */
  readonly selected: ReadonlySet<Id>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

interface HistorySlotProps {
  readonly live: LiveBoard;
  readonly view: BoardView;
  readonly selection: Selection | null;
  readonly run: Run;
  readonly editable: boolean;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: Id) => string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export interface BoardParts {
  /** Printing and pictures. Always there: the browser may print by itself. */
  readonly Paper: ComponentType<PaperSlotProps>;
  /** Versions, what was removed, who changed what. Always there: it keeps versions by itself. */
  readonly History: ComponentType<HistorySlotProps>;
}

export const BoardPartsContext = createContext<BoardParts | null>(null);
