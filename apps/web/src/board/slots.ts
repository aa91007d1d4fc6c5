/** What other features put on the board's page. The composition root hands them in; the page does not know them. */
import type { BoardView, CardView, EvidenceView, Id, JourneyView, SubjectId, TouchpointView } from "@sameside/model";
import type { ComponentType, RefObject } from "react";
import type { ActGroup, Run, Selection, ViewHandle } from "../journey/contract.ts";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import type { LiveQuestions } from "../live/liveQuestions.ts";
import type { Tell } from "../ui/Toast.tsx";
import type { Beside } from "./beside.ts";
import type { CanvasSlot } from "./canvasSlot.ts";
import type { MapView } from "./chosenView.ts";
import type { Goal } from "./useFinding.ts";
import type { Panels } from "./usePanel.ts";

/** The board as every slot works on it. */
interface SlotDesk {
  readonly live: LiveBoard;
  readonly run: Run;
  readonly editable: boolean;
  /** The name for today, or a word for somebody who gave none. */
  readonly nameOf: (person: Id) => string;
}

/** The workshop's questions, which are opened once somebody wants them. */
export interface QuestionsDoor {
  /** `undefined` until they are wanted and read from the disk. */
  readonly live: LiveQuestions | undefined;
  readonly open: () => void;
}

export interface BesideProps extends SlotDesk {
  /** The workshop's plan; `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly questions: QuestionsDoor;
  readonly journey: JourneyView | undefined;
  readonly selection: Selection | null;
  readonly tell: Tell;
}

export interface LinesProps extends BesideProps {
  readonly panels: Panels;
}

interface Closable {
  readonly onClose: () => void;
}

interface PaperProps extends Closable {
  readonly journey: JourneyView;
  /** What is chosen on the map; empty for nothing. */
  readonly selected: ReadonlySet<Id>;
  readonly isOpen: boolean;
}

interface HistoryProps extends SlotDesk, Closable {
  readonly view: BoardView;
  readonly selection: Selection | null;
  /** "before": how the board was before something stored of it was damaged. */
  readonly open: "history" | "before" | null;
}

interface FindProps {
  readonly live: LiveBoard;
  readonly view: BoardView;
  readonly journey: JourneyView;
  /** What was typed last. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Grows each time that somebody asks for the field. */
  readonly asked: number;
  readonly onJump: (goal: Goal) => void;
  readonly onSay: (text: string) => void;
  /** `last`: what was found last. */
  readonly onClose: (last?: Id) => void;
}

interface PresentProps extends Closable {
  readonly journey: JourneyView;
  /** What is chosen: it begins there. */
  readonly selection: Selection | null;
}

interface ArrivalProps extends Closable {
  readonly live: LiveBoard;
  /** `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  readonly journey: JourneyView | undefined;
  readonly tell: Tell;
  /** What the person asked for. */
  readonly open: "consent" | "roleCard" | null;
  readonly onOpen: (what: "roleCard") => void;
}

interface FilesProps extends SlotDesk {
  readonly subject: SubjectId;
  readonly evidence: readonly EvidenceView[];
}

interface ChangesProps extends Pick<SlotDesk, "live" | "nameOf"> {
  readonly subject: CardView | TouchpointView;
}

interface ViewsProps extends Closable {
  readonly live: LiveBoard;
  /** With all that is on it. */
  readonly journey: JourneyView;
  readonly journeys: readonly JourneyView[];
  readonly selection: Selection | null;
  readonly shown: MapView;
  readonly addressOf: (view: MapView) => string;
  readonly canvas: RefObject<ViewHandle | null>;
  readonly beside: Beside;
  readonly onJourney: (id: Id) => void;
  readonly open: "shown" | "views" | null;
  readonly onOpen: (dialog: "shown" | "views") => void;
  readonly tell: Tell;
  readonly onSay: (text: string) => void;
}

interface LeaveProps extends SlotDesk, Closable {
  /** `undefined` until it is read from the disk. */
  readonly plan: LivePlan | undefined;
  /** Asks for a code that makes another device this person's. */
  readonly onCode: () => void;
}

interface StepProps extends BesideProps, Closable {
  /** Goes to the board of another table. */
  readonly onTable: (group: string) => void;
  /** The agenda is asked for. */
  readonly isAgendaOpen: boolean;
  readonly onAgenda: () => void;
}

export interface BoardSlots {
  readonly Canvas: CanvasSlot;
  /** The step of the day, above everything between the bar and the map; nothing on a day without steps. */
  readonly Step: ComponentType<StepProps>;
  /** Lines between the bar and the map; nothing when there is nothing to say. */
  readonly Lines: ComponentType<LinesProps>;
  /** What a person meets on the way to the map. Always there: the step may ask for it. */
  readonly Arrival: ComponentType<ArrivalProps>;
  /** The private notes, in the inspector's place while they are open. */
  readonly Notes: ComponentType<BesideProps & Closable>;
  /** The questions, in the same place. */
  readonly Questions: ComponentType<BesideProps & Closable>;
  /** What the customers want to talk about, in the same place. */
  readonly Topics: ComponentType<BesideProps & Closable>;
  /** What was said, word for word, in the same place. */
  readonly Quotes: ComponentType<BesideProps & Closable>;
  /** The notes that were prepared for this table, in the same place; for who helps at it. */
  readonly Tray: ComponentType<BesideProps & Closable>;
  /** Who has spoken, in the same place; for who leads the table. */
  readonly Balance: ComponentType<BesideProps & Closable>;
  /** Photos and sounds of one card or touchpoint, for the inspector. */
  readonly Files: ComponentType<FilesProps>;
  /** What is asked and followed for the photos and sounds of the board as a whole. */
  readonly BoardFiles: ComponentType<SlotDesk>;
  /** Printing and pictures. Always there: the browser may print by itself. */
  readonly Paper: ComponentType<PaperProps>;
  /** What of the map this person has before them, and their views of it. Always there: it says what is out of sight. */
  readonly Views: ComponentType<ViewsProps>;
  /** Versions, what was removed, who changed what. Always there: it keeps versions by itself. */
  readonly History: ComponentType<HistoryProps>;
  /** Who changed what of one card or touchpoint, for the inspector. */
  readonly Changes: ComponentType<ChangesProps>;
  /** The search, in the inspector's place while it is open. */
  readonly Find: ComponentType<FindProps>;
  /** Every command, by its words. */
  readonly Palette: ComponentType<Closable & { readonly commands: readonly ActGroup[] }>;
  /** The map phase by phase, over the whole screen. */
  readonly Present: ComponentType<PresentProps>;
  /** Chooses who writes down what this person says. */
  readonly Helper: ComponentType<Closable & Pick<SlotDesk, "live" | "nameOf">>;
  /** Reads back what stands under this person's name, and says goodbye for them. */
  readonly Leave: ComponentType<LeaveProps>;
  /** Asks before all that this person said is withdrawn. */
  readonly Withdraw: ComponentType<Closable & { readonly live: LiveBoard }>;
}
