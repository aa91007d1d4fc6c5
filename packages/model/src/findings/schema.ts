/** What a workshop found, as plain data. Who agreed and who commits are answers of each person, not in the document. */

import type { Metric } from "../journey/metric.ts";
import type { BriefAnswer, Id } from "../journey/schema.ts";

/** What an insight or a pattern rests on: something on one group's board. */
export interface SupportView {
  readonly id: Id;
  /** The group whose board it is on. */
  readonly group: Id;
  /** A card, touchpoint, moment of truth, evidence … on that board. */
  readonly subject: Id;
}

export const RELATIONS = ["", "new", "confirms", "contradicts"] as const;
/** How an insight stands to what was known before; "" while nobody said. */
export type Relation = (typeof RELATIONS)[number];

/**
 * Why an insight was put aside. Every reason is about the matter: who said it, how they said it and how many of a kind
 * they were is never a reason on offer (S1-5).
 */
export const DISMISSAL_REASONS = [
  "already-solved",
  "happened-once",
  "not-the-brief",
  "not-ours-to-change",
  "not-backed-yet",
  "said-elsewhere",
] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** A dismissed insight stays readable, with its reason in a sentence and who put it aside. */
export type InsightStatus =
  | { readonly status: "open" }
  | {
      readonly status: "dismissed";
      readonly reason: DismissalReason;
      readonly sentence: string;
      readonly by: Id;
      /** Milliseconds since 1970. */
      readonly time: number;
    };

export interface InsightView {
  readonly id: Id;
  readonly text: string;
  readonly author: Id;
  /** When it was written first, in milliseconds since 1970. */
  readonly made: number;
  readonly supports: readonly SupportView[];
  readonly status: InsightStatus;
  /** Whether it answers the brief; "" while nobody said. */
  readonly answersBrief: BriefAnswer;
  readonly relation: Relation;
  /** The earlier finding that it confirms or contradicts, in its own words; "" for none. */
  readonly relatedText: string;
}

/** A moment of truth that recurs, with what customers want there. */
export interface PatternView {
  readonly id: Id;
  readonly title: string;
  /** The moment of truth, as it recurs. */
  readonly moment: string;
  /** Conditions of satisfaction. */
  readonly conditions: readonly string[];
  /** The customers' metrics as they were written … */
  readonly metricsText: string;
  /** … and as they are understood; empty where a peer wrote what is no metric. */
  readonly metrics: readonly Metric[];
  readonly supports: readonly SupportView[];
}

export const NEXT_STEP_STATUSES = ["open", "doing", "done", "dropped"] as const;
export type NextStepStatus = (typeof NEXT_STEP_STATUSES)[number];

/** An action. Its owner and department are "" and its due day "" while none is set. */
export interface NextStepView {
  readonly id: Id;
  readonly what: string;
  /** A person or a role, as text: people's names stand in the answers. */
  readonly owner: string;
  readonly department: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly status: NextStepStatus;
  /** What it follows from: an insight, a pattern, a claim; absent for none. */
  readonly follows?: Id;
}

export interface FindingsView {
  /** Open and dismissed ones, in order. */
  readonly insights: readonly InsightView[];
  readonly patterns: readonly PatternView[];
  readonly nextSteps: readonly NextStepView[];
  /** Entries that lack what makes them one and are hidden (SPEC R3). */
  readonly ghosts: number;
  /** `false` when this document needs a newer program: show what is there, allow no edit. */
  readonly writable: boolean;
}
