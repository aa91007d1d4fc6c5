/** What the board page needs of the drawing it frames. The page is handed the component; it does not know it. */
import type { Actor, BoardDocument, Id, JourneyView, Outcome, Role, restore } from "@sameside/model";
import type { ComponentType, Ref } from "react";
import type { Beside } from "./beside.ts";
import type { MapView } from "./chosenView.ts";

/** What is selected. For a moment of truth `id` is its touchpoint's id. */
export interface Selection {
  readonly kind: "card" | "touchpoint" | "phase" | "lane" | "moment";
  readonly id: Id;
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
  readonly run: Run;
  readonly editable: boolean;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly others: readonly {
    readonly client: number;
    readonly person: Id;
    readonly name: string;
    readonly role: Role;
    readonly cursor: { readonly x: number; readonly y: number } | null;
  }[];
  readonly onCursor: (at: { readonly x: number; readonly y: number } | null) => void;
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
