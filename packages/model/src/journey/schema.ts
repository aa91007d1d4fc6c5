/**
 * What a board's journeys are, as plain data. Readers get these types and nothing else: no shared type of a
 * document ever leaves the model. Every object is frozen in meaning: an unchanged object keeps its identity from one
 * view to the next, so that `===` answers "did this change?".
 */

/** 16 characters made from random bits on the device, or derived (template skeletons). Never shown to people. */
export type Id = string;

/** Kinds of lane; a lane's name is apart from its kind, because every company has its own words. */
export const LANE_KINDS = [
  "touchpoint",
  "feeling",
  "doing",
  "thinking",
  "pain",
  "strength",
  "opportunity",
  "metric",
  "evidence",
  "what-if",
  "action",
  "support",
  "free",
] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** The lanes that hold cards: a touchpoint lane holds the touchpoints, a feeling lane the curve. */
export type CardKind = Exclude<LaneKind, "touchpoint" | "feeling">;

export const VARIANTS = ["actual", "ideal", "planned", "what-if"] as const;
export type Variant = (typeof VARIANTS)[number];

export const GRADES = ["assumed", "heard", "researched"] as const;
/** How well a card is backed: assumed by a colleague, heard from a customer, researched in a study. */
export type Grade = (typeof GRADES)[number];

export const ROLES = ["customer", "colleague", "moderator", "facilitator"] as const;
export type Role = (typeof ROLES)[number];

export const MOMENT_KINDS = ["impression", "show-stopper"] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** Value a moment of truth creates (+) or destroys (−). */
export const MOMENT_VALUE = { min: -3, max: 3 } as const;

/** The scale people rate on. Ratings are stored as −1…+1; a scale only says how they are asked for and shown. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}
/** Five levels, −2…+2, word first ("let down" … "delighted"). */
export const DEFAULT_SCALE: Scale = { min: -2, max: 2 };

/** Who wrote a stamped value, and when (milliseconds since 1970, the writer's clock). */
export interface Stamp {
  readonly person: Id;
  readonly time: number;
}

export interface SuggestionView {
  readonly id: Id;
  readonly text: string;
  readonly author: Id;
  readonly time: number;
}

export interface CardView {
  readonly id: Id;
  /** The lane's kind; in a lane of kind `free` the kind the card was made with. */
  readonly kind: CardKind;
  readonly text: string;
  /** Long text; empty when there is none. */
  readonly body: string;
  readonly author: Id;
  readonly authorRole: Role;
  readonly grade: Grade;
  /** A phase id or a touchpoint id. */
  readonly parent: Id;
  readonly lane: Id;
  /** Who wrote `text` last. Another person than the author only when an edit came round the interface (S0-26). */
  readonly textBy: Stamp;
  /** The author's own words where somebody else overwrote them; otherwise absent. */
  readonly authorsText?: string;
  /** Wordings that others offer; the author takes one or leaves them. */
  readonly suggestions: readonly SuggestionView[];
}

/** One person's rating of one touchpoint. `value` is −1…+1. */
export interface RatingView {
  readonly id: Id;
  readonly person: Id;
  readonly role: Role;
  readonly value: number;
  /** The number as a file gave it, kept when it came from an import and nobody changed it. */
  readonly raw?: number;
}

export interface MomentView {
  readonly id: Id;
  readonly author: Id;
  readonly kind: MomentKind;
  /** −3…+3, whole numbers. */
  readonly value: number;
  readonly reason: string;
}

/** Cards by lane id, each list in order. A lane without cards has no entry. */
export type CardsByLane = Readonly<Record<Id, readonly CardView[]>>;

export interface TouchpointView {
  readonly id: Id;
  readonly phase: Id;
  readonly title: string;
  readonly channel: string;
  /** The department that owns it; empty when nobody does yet. */
  readonly owner: string;
  readonly stage: "front" | "back";
  /** Who takes part, as a file named them ("Customer", "System"). */
  readonly actors: readonly string[];
  readonly ratings: readonly RatingView[];
  /** The moment-of-truth mark, if any: the first one made. */
  readonly moment?: MomentView;
  /** Marks that others set at the same time without seeing each other; nothing is lost, people settle it. */
  readonly otherMoments: readonly MomentView[];
  readonly cardsByLane: CardsByLane;
}

export interface PhaseView {
  readonly id: Id;
  /** The template's id; phases of boards made from one template share it. */
  readonly origin?: Id;
  readonly title: string;
  readonly touchpoints: readonly TouchpointView[];
  /** Cards on the phase as a whole, not on one touchpoint. */
  readonly cardsByLane: CardsByLane;
}

export interface LaneView {
  readonly id: Id;
  readonly origin?: Id;
  readonly kind: LaneKind;
  readonly name: string;
  /** For support lanes: the department that owns the lane. */
  readonly owner: string;
}

export interface JourneyView {
  readonly id: Id;
  readonly origin?: Id;
  readonly title: string;
  readonly customerType: string;
  readonly variant: Variant;
  readonly scale: Scale;
  readonly phases: readonly PhaseView[];
  readonly lanes: readonly LaneView[];
}

/** Something that lost its place: its phase, touchpoint or lane is gone. It comes home when that is restored. */
export interface UnplacedView {
  readonly card: CardView;
  /** The removed thing that would bring it home, when there is one. */
  readonly lost?: { readonly collection: "phases" | "lanes" | "touchpoints"; readonly id: Id; readonly title: string };
}

/** A touchpoint whose phase is gone. */
export interface UnplacedTouchpointView {
  readonly touchpoint: TouchpointView;
  readonly lost?: { readonly collection: "phases"; readonly id: Id; readonly title: string };
}

export interface BoardView {
  readonly journeys: readonly JourneyView[];
  readonly unplaced: readonly UnplacedView[];
  readonly unplacedTouchpoints: readonly UnplacedTouchpointView[];
  /** Entries that lack what makes them a card, phase … and are hidden (SPEC R3). */
  readonly ghosts: number;
  /** `false` when this document needs a newer reader than this one: show what is there, allow no edit. */
  readonly writable: boolean;
}

/** A journey as plain data on its way in: what an importer reads and `importJourney` writes in one transaction. */
export interface JourneyDraft {
  readonly title: string;
  readonly customerType: string;
  readonly variant: Variant;
  /** The scale that the scores of this draft are on; required when any touchpoint has a score. */
  readonly scale?: Scale;
  readonly lanes: readonly LaneDraft[];
  readonly phases: readonly PhaseDraft[];
}
export interface LaneDraft {
  readonly kind: LaneKind;
  readonly name: string;
  readonly owner?: string;
}
export interface PhaseDraft {
  readonly title: string;
  readonly touchpoints: readonly TouchpointDraft[];
  readonly cards: readonly CardDraft[];
}
export interface TouchpointDraft {
  readonly title: string;
  readonly channel?: string;
  readonly owner?: string;
  readonly stage?: "front" | "back";
  readonly actors?: readonly string[];
  /** As written in the file, on the draft's scale; kept even when outside it. */
  readonly score?: number;
  /** Whose feeling the score is; `customer` when the file does not say. */
  readonly scoreRole?: Role;
  readonly moment?: { readonly kind: MomentKind; readonly value: number; readonly reason: string };
  readonly cards: readonly CardDraft[];
}
export interface CardDraft {
  /** Index into the draft's lanes; never a touchpoint or feeling lane. */
  readonly lane: number;
  readonly text: string;
  readonly body?: string;
  readonly grade?: Grade;
}
