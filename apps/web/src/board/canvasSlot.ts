/** What the board page needs of the drawing it frames. The page is handed the component; it does not know it. */
import type { Actor, BoardDocument, Id, JourneyView, Outcome, restore, StepView } from "@sameside/model";
import type { ComponentType, Ref } from "react";
import type { Held, Others, Sight } from "../journey/others.ts";
import type { MenuAction } from "../ui/Menu.tsx";
import type { Beside } from "./beside.ts";
import type { MapView } from "./chosenView.ts";

/** What is selected. For a moment of truth `id` is its touchpoint's id. */
export interface Selection {
  readonly kind: "card" | "touchpoint" | "phase" | "lane" | "moment";
  readonly id: Id;
}

/** Acts with what they are about. */
export interface ActGroup {
  readonly label: string;
  readonly acts: readonly MenuAction[];
}

/** The sheet's point in the top left corner, in layout units, and the zoom (1 is 100 %). */
interface ViewPlace {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface CanvasHandle {
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** 1 is 100 %. */
  zoomTo(zoom: number): void;
  zoom(): number;
  /** Brings a thing into view; the keyboard stays where it is. */
  reveal(id: Id): void;
  /** Where the view stands; absent where it has no place. */
  place?(): ViewPlace;
  goTo?(place: ViewPlace): void;
  addCard(): void;
  addTouchpoint(): void;
  /** Shows what somebody else sees; `onLeft`: the person moved the view otherwise. */
  follow(sight: Sight, onLeft: () => void): void;
  /** Gives the keyboard to a thing of the map, and brings it into view. */
  focus(id: Id): void;
  /** Brings all of these into view. */
  fitTo(ids: readonly Id[]): void;
  /** What is chosen, or has the keyboard. */
  chosen(): readonly Selection[];
  /** What can be done with that, and what can be added. */
  acts(): readonly ActGroup[];
  /** Shows or hides the small map of everything; absent where there is none. */
  toggleMinimap?(): void;
}

export type Run = <T>(outcome: Outcome<T>) => Outcome<T>;

interface CanvasSlotProps {
  /** Which way the journey is shown. */
  readonly shown: MapView;
  readonly board: BoardDocument;
  readonly journey: JourneyView;
  readonly journeys: readonly JourneyView[];
  /** The maps beside it. */
  readonly beside: Beside;
  /** Another map is the one to work on. */
  readonly onJourney: (id: Id) => void;
  readonly by: Actor;
  /** The step that is on; `undefined` on a day without steps. */
  readonly step: StepView | undefined;
  readonly run: Run;
  readonly editable: boolean;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly others: Others;
  readonly onCursor: (at: { readonly x: number; readonly y: number } | null) => void;
  /** What is chosen, typed in or dragged. */
  readonly onHold: (held: Held | null) => void;
  /** Something else is seen of the journey; `look` says what. */
  readonly onSight: (look: () => Sight) => void;
  readonly onAskPaste: (texts: readonly string[], go: () => void) => void;
  readonly onRescue: (text: string) => void;
  /** Says something that cannot be seen to a screen reader. */
  readonly onSay: (text: string) => void;
  readonly onZoom?: (zoom: number) => void;
  /** Says that something was removed, and offers to bring it back. */
  readonly onRemoved: (title: string, what: Parameters<typeof restore>[2]) => void;
  readonly ref?: Ref<CanvasHandle>;
}
export type CanvasSlot = ComponentType<CanvasSlotProps>;
