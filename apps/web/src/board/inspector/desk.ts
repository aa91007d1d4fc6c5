/** What every panel needs to read, to write, and to say who somebody is. */
import type {
  Actor,
  BoardDocument,
  CardView,
  EvidenceView,
  giveBack,
  History,
  JourneyView,
  restore,
  SubjectId,
  TouchpointView,
} from "@sameside/model";
import type { ReactNode } from "react";
import type { Run, Selection } from "../../journey/contract.ts";
import type { Mentionable } from "./mentionDraft.ts";

export interface Desk {
  readonly board: BoardDocument;
  readonly by: Actor;
  readonly journey: JourneyView;
  /** Every journey of the board, this one among them. */
  readonly journeys: readonly JourneyView[];
  /** What of one's own an older value took the place of, and the way to put it back. */
  readonly history: Pick<History, "overwritten" | "putBack">;
  readonly run: Run;
  readonly editable: boolean;
  readonly nameOf: (person: string) => string;
  /** Who can be named in a comment: everybody who gave a name for today. */
  readonly people: readonly Mentionable[];
  /** Keeps words whose place went away while they were typed. */
  readonly onRescue: (text: string) => void;
  readonly onSelect: (selection: Selection | null) => void;
  /** The photos and sounds of a card or a touchpoint. */
  readonly filesOf: (subject: SubjectId, evidence: readonly EvidenceView[]) => ReactNode;
  /** Who changed what of a card or a touchpoint. */
  readonly changesOf: (subject: CardView | TouchpointView) => ReactNode;
  /** Says that something was taken away because it hurts, and offers to put it back. */
  readonly onTakenAway: (what: Parameters<typeof giveBack>[2]) => void;
  /** Says that something was removed, `title` or several things, and offers to bring all of it back. */
  readonly onRemoved: (title: string, ...things: readonly Parameters<typeof restore>[2][]) => void;
}
