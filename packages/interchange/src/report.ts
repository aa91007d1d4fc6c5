/**
 * What readers and writers have to say to people, as typed data. Sentences are made where people read them: the web
 * app has its catalogue, the command line its own.
 */

export const PROBLEM_CODES = [
  "empty",
  "too-large",
  "too-many",
  "binary",
  "json",
  "markup",
  "other-diagram",
  "no-journey",
  "event-log",
  "no-columns",
  "no-rows",
  "mermaid-syntax",
  "sameside-damaged",
  "sameside-foreign",
  "sameside-newer",
  "sameside-too-large",
  "sameside-several",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Why a file was not read; nothing of it was taken. */
export interface Problem {
  readonly code: ProblemCode;
  /** 1 = the file's first line. */
  readonly line?: number;
  /** 1 = the line's first character. */
  readonly column?: number;
  /** What stands there: a line, a diagram's kind, column names. */
  readonly text?: string;
  /** What was counted (bytes, rows, items, a format's number) … */
  readonly count?: number;
  /** … and the most it may be. */
  readonly max?: number;
}

export const NOTE_CODES = [
  "score-unreadable",
  "score-read-as",
  "score-missing",
  "colon-in-name",
  "part-dropped",
  "hash-kept",
  "semicolon-kept",
  "full-width-colon",
  "keyword-case",
  "line-skipped",
  "description-dropped",
  "front-matter-unreadable",
  "other-diagram-skipped",
  "row-ragged",
  "quote-unclosed",
  "column-as-lane",
  "column-ignored",
  "moment-unreadable",
  "scale-unreadable",
  "encoding-guessed",
  "text-cut",
  "more-notes",
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** Something that was read another way than it stands in the file, or left out. */
export interface Note {
  readonly code: NoteCode;
  /** 1 = the file's first line; absent when it is about the whole file. */
  readonly line?: number;
  /** The text it is about, as it stands in the file; for `more-notes` how many there are. */
  readonly text: string;
}

export const LOSS_CODES = [
  "journeys",
  "cards",
  "channels",
  "owners",
  "backstage",
  "moments",
  "other-moments",
  "lanes",
  "lane-names",
  "raters",
  "rating-roles",
  "unrated",
  "scale",
  "customer-type",
  "variant",
  "authors",
  "suggestions",
  "overwritten-words",
  "unplaced",
  "evidence",
  "comments",
  "claims",
  "connectors",
  "facts",
] as const;
export type LossCode = (typeof LOSS_CODES)[number];

/** A kind of content that the written format does not hold, and how many of it there were. */
export interface Loss {
  readonly code: LossCode;
  readonly count: number;
}

/** Collects losses: only what really was there counts. */
export function lossesOf(counts: Partial<Record<LossCode, number>>): Loss[] {
  return LOSS_CODES.flatMap((code) => {
    const count = counts[code] ?? 0;
    return count > 0 ? [{ code, count }] : [];
  });
}
