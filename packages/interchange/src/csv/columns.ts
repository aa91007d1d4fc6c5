/** What a column's header says, in the words people really use. */
import { WORDS } from "./headerWords.ts";
import type { Field, Meaning } from "./meaning.ts";

export interface Column {
  readonly index: number;
  /** The header as it stands. */
  readonly name: string;
  /** Absent: an unknown header. */
  readonly meaning?: Meaning;
}

/** A header's words without case, accents and punctuation. */
function plainWords(header: string): string {
  return header
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .trim();
}

/** What a header (or a matrix's row label) means; `undefined` when nobody told us. */
export function meaningOf(header: string): Meaning | undefined {
  const words = plainWords(header);
  return WORDS.get(words) ?? WORDS.get(words.replace(/^(?:customers?|users?|clients?|personas?) /, ""));
}

/** The columns of a header row. A second column for a field that takes one becomes an unknown one. */
export function columnsOf(header: readonly string[]): Column[] {
  const taken = new Set<Field>();
  return header.map((name, index) => {
    const meaning = meaningOf(name);
    if (!meaning) return { index, name };
    if ("kind" in meaning) return { index, name, meaning };
    if (taken.has(meaning.field)) return meaning.field === "ignored" ? { index, name, meaning } : { index, name };
    taken.add(meaning.field);
    return { index, name, meaning };
  });
}

/** `true` when the columns say where things are: in a phase, at a touchpoint or in a step. */
export function saysWhere(columns: readonly Column[]): boolean {
  return ["phase", "touchpoint", "step"].some((field) => hasField(columns, field as Field));
}

export function hasField(columns: readonly Column[], field: Field): boolean {
  return columns.some(({ meaning }) => meaning && "field" in meaning && meaning.field === field);
}

/** A log of single events: a case and a time in every row, and no phase that somebody thought of. */
export function isEventLog(columns: readonly Column[]): boolean {
  return hasField(columns, "time") && hasField(columns, "case") && !hasField(columns, "phase");
}
