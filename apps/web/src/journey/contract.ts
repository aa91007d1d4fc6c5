/** What every view of a journey takes and gives: the conversation between a view and the page around it. */
import type { Actor, BoardDocument, Id, JourneyView, Outcome, restore, StepView } from "@sameside/model";
import type { ReactNode, Ref } from "react";
import type { Held, Others, Sight } from "./others.ts";
import type { Showing } from "./showing.ts";

/** What is selected. For a moment of truth `id` is the id of its touchpoint: a touchpoint has at most one. */
export interface Selection {
  readonly kind: "card" | "touchpoint" | "phase" | "lane" | "moment";
  readonly id: Id;
}

/** Every command's outcome passes through here: history, announcements and refusals are the page's. */
export type Run = <T>(outcome: Outcome<T>) => Outcome<T>;

/** What the page's buttons do to a view. A view without a zoom does nothing on the first five, and is at 1. */
export interface ViewHandle {
  /** The whole sheet in view. */
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** 1 is 100 %. */
  zoomTo(zoom: number): void;
  /** The zoom now; 1 is 100 %. */
  zoom(): number;
  /** Brings a card, touchpoint, phase or lane into view. The keyboard stays where it is: somebody may be typing. */
  reveal(id: Id): void;
  /** Where the view stands: the sheet's point in the top left corner, in layout units, and the zoom. */
  place?(): ViewPlace;
  goTo?(place: ViewPlace): void;
  /** Opens an empty card in the selected card's or touchpoint's cell, else in the first cell. */
  addCard(): void;
  /** Opens an empty touchpoint in the selected phase, else in the last one. */
  addTouchpoint(): void;
  /** Shows what somebody else sees. `onLeft` is called when the person moves the view otherwise, at most once. */
  follow(sight: Sight, onLeft: () => void): void;
  /** Gives the keyboard to a thing of the map, and brings it into view. */
  focus(id: Id): void;
  /** Brings all of these into view, as large as that allows; a view without a zoom brings the first into view. */
  fitTo(ids: readonly Id[]): void;
  /** What is chosen, or has the keyboard. */
  chosen(): readonly Selection[];
  /** What can be done with that, and what can be added; without it, only the latter. */
  acts(): readonly ActGroup[];
  /** Shows or hides the small map of everything; absent where there is none. */
  toggleMinimap?(): void;
}

interface ViewPlace {
  readonly x: number;
  readonly y: number;
  /** 1 is 100 %. */
  readonly zoom: number;
}

export interface JourneyProps {
  readonly board: BoardDocument;
  readonly journey: JourneyView;
  /** Every journey of the board, this one among them: things go from one to another. */
  readonly journeys: readonly JourneyView[];
  readonly by: Actor;
  /** The step that is on. */
  readonly step?: StepView | undefined;
  readonly run: Run;
  readonly editable: boolean;
  readonly selection: Selection | null;
  readonly onSelect: (selection: Selection | null) => void;
  readonly others: Others;
  /** What is chosen, typed in or dragged here, for the others to see. */
  readonly onHold: (held: Held | null) => void;
  /** Something else is seen here; `look` says what. About ten times a second while it moves. */
  readonly onSight: (look: () => Sight) => void;
  /** More lines were pasted than anybody means by accident: ask, then call `go`. */
  readonly onAskPaste: (texts: readonly string[], go: () => void) => void;
  /** What was being typed when its card went away: keep it for the person. */
  readonly onRescue: (text: string) => void;
  /** Says something that cannot be seen to a screen reader. */
  readonly onSay: (text: string) => void;
  /** Says that something was removed, `title` or several things, and offers to bring all of it back. */
  readonly onRemoved: (title: string, ...things: readonly Parameters<typeof restore>[2][]) => void;
  /** What of the journey is shown: `journey` is without the rest. Absent where all of it is. */
  readonly showing?: Showing;
  readonly ref?: Ref<ViewHandle>;
}

/** Acts with what they are about. */
export interface ActGroup {
  readonly label: string;
  readonly acts: readonly MapAct[];
}

/** One entry of a list of what can be done. */
export interface MapAct {
  readonly id: string;
  readonly label: string;
  /** The key that does the same, as it is written. */
  readonly keys?: string;
  readonly icon?: ReactNode;
  readonly chosen?: boolean;
  readonly danger?: boolean;
  /** A line above it. */
  readonly parted?: boolean;
  readonly act: () => void;
}
