/**
 * What a board's journeys are, as plain data. Readers get these types and nothing else: no shared type of a
 * document ever leaves the model. Every object is frozen in meaning: an unchanged object keeps its identity from one
 * view to the next, so that `===` answers "did this change?".
 */

import type {
  ClaimView,
  ConnectorView,
  EvidenceView,
  LostView,
  QuoteView,
  ThreadView,
  TopicView,
} from "./attachments.ts";
import type {
  CardId,
  JourneyId,
  LaneId,
  MomentId,
  PersonId,
  PhaseId,
  RatingId,
  SuggestionId,
  TouchpointId,
} from "./ids.ts";
import type { Metric } from "./metric.ts";

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

export const JOURNEY_STATUSES = ["draft", "in review", "agreed", "outdated"] as const;
export type JourneyStatus = (typeof JOURNEY_STATUSES)[number];

/** How bad a card's matter is: 0 not said, 1 a nuisance, 2 hurts, 3 stops people. */
export const SEVERITY = { min: 0, max: 3 } as const;

/** Whether a card answers the workshop's brief; empty while nobody said. */
export const BRIEF_ANSWERS = ["", "yes", "partly", "no"] as const;
export type BriefAnswer = (typeof BRIEF_ANSWERS)[number];

export const DURATION_UNITS = ["s", "min", "h", "day", "week", "month"] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];
/** How long something takes: a number, 0 or more, and its unit as people said it ("3 day" is not turned into hours). */
export interface Duration {
  readonly value: number;
  readonly unit: DurationUnit;
}

/** The scale people rate on. Ratings are stored as −1…+1; a scale only says how they are asked for and shown. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}
/** Five levels, −2…+2, word first ("let down" … "delighted"). */
export const DEFAULT_SCALE: Scale = { min: -2, max: 2 };

/** Who wrote a stamped value, and when (milliseconds since 1970, the writer's clock). */
export interface Stamp {
  readonly person: PersonId;
  readonly time: number;
}

export interface SuggestionView {
  readonly id: SuggestionId;
  readonly text: string;
  readonly author: PersonId;
  readonly time: number;
}

export interface CardView {
  readonly id: CardId;
  /** In a copy of a journey: the card it was copied from, at first hand. */
  readonly origin?: CardId;
  /** The lane's kind; in a lane of kind `free` the kind the card was made with. */
  readonly kind: CardKind;
  readonly text: string;
  /** Long text; empty when there is none. */
  readonly body: string;
  readonly author: PersonId;
  readonly authorRole: Role;
  readonly grade: Grade;
  /** Who wrote it down for its author, who has not yet agreed to it: until then it is assumed. Otherwise absent. */
  readonly writtenBy?: PersonId;
  /** 0…3, whole numbers; see SEVERITY. Default 0. */
  readonly severity: number;
  /** How it felt, in words ("fobbed off"). */
  readonly emotionWords: readonly string[];
  /** The text is verbatim what somebody said. Default false. */
  readonly quote: boolean;
  readonly tags: readonly string[];
  /** http(s) addresses. */
  readonly links: readonly string[];
  readonly answersBrief: BriefAnswer;
  /** Held fast: neither moved nor reworded nor removed until somebody unlocks it. Absent while it is not. */
  readonly locked?: true;
  /** A phase id or a touchpoint id. */
  readonly parent: PhaseId | TouchpointId;
  readonly lane: LaneId;
  /** Who wrote `text` last. Another person than the author only when an edit came round the interface (S0-26). */
  readonly textBy: Stamp;
  /** The author's own words where somebody else overwrote them; otherwise absent. */
  readonly authorsText?: string;
  /** `true`: the author has withdrawn what they wrote here, and `text` and `body` are empty. Otherwise absent. */
  readonly withdrawn?: true;
  /** Wordings that others offer; the author takes one or leaves them. */
  readonly suggestions: readonly SuggestionView[];
  readonly evidence: readonly EvidenceView[];
  /** Comments and answers, oldest thread first. */
  readonly threads: readonly ThreadView[];
}

/** One person's rating of one touchpoint. `value` is −1…+1. */
export interface RatingView {
  readonly id: RatingId;
  readonly person: PersonId;
  readonly role: Role;
  /** The customer type of the person, as the plan names it; absent when it is not known. */
  readonly customerType?: Id;
  readonly value: number;
  /** How strongly it was felt, 0…1; absent when nobody asked. */
  readonly intensity?: number;
  /** How it feels in the person's own words; absent when they chose a level only. */
  readonly words?: string;
  /** The number as a file gave it, kept when it came from an import and nobody changed it. */
  readonly raw?: number;
}

export interface MomentView {
  readonly id: MomentId;
  readonly author: PersonId;
  readonly kind: MomentKind;
  /** −3…+3, whole numbers. */
  readonly value: number;
  readonly reason: string;
  /** What must hold for customers to be content. */
  readonly conditions: readonly string[];
  /** How customers would measure it, as people typed it ("under 5 min"). */
  readonly metricsText: string;
  /** The same, read; empty when the text is no metric. */
  readonly metrics: readonly Metric[];
  /** What customers feel when it fails and when it is met, −1…+1; absent while nobody said. */
  readonly emotionIfFailed?: number;
  readonly emotionIfMet?: number;
  /** What follows for the company. */
  readonly consequenceIfFailed: string;
  readonly consequenceIfMet: string;
}

/** Cards by lane id, each list in order. A lane without cards has no entry. */
export type CardsByLane = Readonly<Record<Id, readonly CardView[]>>;

export interface TouchpointView {
  readonly id: TouchpointId;
  /** In a copy of a journey: the touchpoint it was copied from, at first hand. */
  readonly origin?: TouchpointId;
  readonly phase: PhaseId;
  readonly title: string;
  readonly channel: string;
  /** The department that owns it; empty when nobody does yet. */
  readonly owner: string;
  readonly stage: "front" | "back";
  /** How long it takes the customer; absent while nobody said. */
  readonly duration?: Duration;
  /** Who takes part, as people named them ("Customer", "System"). */
  readonly actors: readonly string[];
  /** Held fast: neither moved nor reworded nor removed until somebody unlocks it. Absent while it is not. */
  readonly locked?: true;
  readonly ratings: readonly RatingView[];
  /** The moment-of-truth mark, if any: the first one made. */
  readonly moment?: MomentView;
  /** Marks that others set at the same time without seeing each other; nothing is lost, people settle it. */
  readonly otherMoments: readonly MomentView[];
  /** Beliefs and what customers tell about them, oldest first. */
  readonly claims: readonly ClaimView[];
  readonly evidence: readonly EvidenceView[];
  /** Comments, oldest thread first. */
  readonly threads: readonly ThreadView[];
  readonly cardsByLane: CardsByLane;
}

export interface PhaseView {
  readonly id: PhaseId;
  /** The template's id; phases of boards made from one template share it. */
  readonly origin?: Id;
  readonly title: string;
  /** Held fast: neither moved nor reworded nor removed until somebody unlocks it. Absent while it is not. */
  readonly locked?: true;
  readonly touchpoints: readonly TouchpointView[];
  /** Comments on the phase as a whole, oldest thread first. */
  readonly threads: readonly ThreadView[];
  /** Cards on the phase as a whole, not on one touchpoint. */
  readonly cardsByLane: CardsByLane;
}

export interface LaneView {
  readonly id: LaneId;
  readonly origin?: Id;
  readonly kind: LaneKind;
  readonly name: string;
  /** Held fast: neither moved nor reworded nor removed until somebody unlocks it. Absent while it is not. */
  readonly locked?: true;
  /** For support lanes: the department that owns the lane. */
  readonly owner: string;
  /** How the department measures its support, as people typed it; empty while nobody said. */
  readonly metricsText: string;
  /** The same, read; empty when the text is no metric. */
  readonly metrics: readonly Metric[];
  /** What the department gets out of it. */
  readonly returns: string;
  /** Comments on the lane as a whole, oldest thread first. */
  readonly threads: readonly ThreadView[];
}

export interface JourneyView {
  readonly id: JourneyId;
  readonly origin?: Id;
  readonly title: string;
  readonly customerType: string;
  /** The person it is told of ("Mia, runs two shops"). */
  readonly persona: string;
  readonly scenario: string;
  /** The outcome that the customer wants. */
  readonly goal: string;
  readonly conditionsOfSatisfaction: readonly string[];
  readonly context: string;
  /** Who looks after this map. */
  readonly owner: string;
  readonly status: JourneyStatus;
  /** The day it is looked at again, `YYYY-MM-DD`; empty while none is set. */
  readonly nextReview: string;
  /** How well the map as a whole is backed. */
  readonly grade: Grade;
  readonly variant: Variant;
  readonly scale: Scale;
  /** The board's own names for the levels of its scale, worst first; they count when there is one for each level. */
  readonly levelWords: readonly string[];
  /** Only those who lead the table change phases and lanes. Absent while everybody may. */
  readonly frameLocked?: true;
  /** Comments on the map as a whole, oldest thread first. */
  readonly threads: readonly ThreadView[];
  readonly phases: readonly PhaseView[];
  readonly lanes: readonly LaneView[];
  /** Oldest first. Those with an end that is not shown in this journey are left out until it is. */
  readonly connectors: readonly ConnectorView[];
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
  /** Evidence, comments, claims and accounts whose subject is gone: their card, touchpoint, claim, phase or lane (SPEC R6). */
  readonly lost: readonly LostView[];
  /** What the customers of the table want to talk about, in their order; absent while there is nothing. */
  readonly topics?: readonly TopicView[];
  /** What was said at the table, word for word, oldest first; absent while nothing was written down. */
  readonly quotes?: readonly QuoteView[];
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
  readonly moment?: MomentDraft;
  readonly cards: readonly CardDraft[];
}
export interface MomentDraft {
  readonly kind: MomentKind;
  readonly value: number;
  readonly reason: string;
  /** How customers would measure it ("≤ 72 h"); empty when absent. */
  readonly metricsText?: string;
}
export interface CardDraft {
  /** Index into the draft's lanes; never a touchpoint or feeling lane. */
  readonly lane: number;
  readonly text: string;
  readonly body?: string;
  readonly grade?: Grade;
}
