/** What people asked, as plain data. Votes on questions are answers of each person, not part of the document. */
import type { Id } from "../journey/schema.ts";

export const QUESTION_PRIORITIES = ["first", "normal", "later"] as const;
export type QuestionPriority = (typeof QUESTION_PRIORITIES)[number];

export interface QuestionView {
  readonly id: Id;
  readonly text: string;
  /** Who asked it. */
  readonly author: Id;
  /** When it was asked, in milliseconds since 1970. */
  readonly made: number;
  /** The touchpoint it is about; absent when it is about none. */
  readonly askedFrom?: Id;
  readonly priority: QuestionPriority;
  readonly answered?: QuestionAnswer;
  /** The same question in other people's words, in order. Votes for them count for this one. */
  readonly merged: readonly MergedQuestion[];
}

/** What was answered, and where it belongs on the map. */
export interface QuestionAnswer {
  readonly text: string;
  /** The touchpoint the answer lands on; absent when it is about none. */
  readonly touchpoint?: Id;
  /** Who wrote it down, and when (milliseconds since 1970). */
  readonly by: Id;
  readonly time: number;
}

/** Keeps what was answered to it before it was merged. */
export type MergedQuestion = Omit<QuestionView, "merged" | "priority">;

/** A question that was taken away, as only who asked it is shown it. */
export interface TakenQuestion {
  readonly id: Id;
  readonly author: Id;
  readonly text: string;
}

export interface QuestionsView {
  /** In order; those merged into another stand under it. */
  readonly questions: readonly QuestionView[];
  /** Absent while none was taken away. */
  readonly takenAway?: readonly TakenQuestion[];
  /** Entries that lack what makes them a question and are hidden (SPEC R3). */
  readonly ghosts: number;
  /** `false` when this document needs a newer program: show what is there, allow no edit. */
  readonly writable: boolean;
}
