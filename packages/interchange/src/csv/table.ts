/** CSV and TSV text as rows with their line numbers. */
import Papa from "papaparse";
import { MAX_IMPORT_ROWS, SNIFF_LENGTH } from "../limits.ts";
import type { Note } from "../report.ts";

/** A header may stand below a title and blank lines: so many rows are looked at. */
export const HEADER_SEARCH_ROWS = 10;

export interface Row {
  /** The line of the file on which the row begins, 1 = the first. */
  readonly line: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [",", ";", "\t", "|"];

/**
 * Rows of a table, at most `MAX_IMPORT_ROWS` and a few. Empty rows are left out, cells are trimmed, line breaks inside
 * cells are `\n`. The delimiter is the one that makes the best header by `headerWorth` (what a row is worth as a header,
 * 0 = nothing); where none does, the one that cuts the rows most evenly. Total: an unclosed quote runs to the end of the
 * file and is noted.
 */
export function tableOf(
  text: string,
  headerWorth: (cells: readonly string[]) => number,
): { rows: Row[]; notes: Note[] } {
  const unified = text.replace(/\r\n?/g, "\n");
  const declared = /^sep=(.)\n/i.exec(unified);
  const skipped = declared ? 1 : 0;
  const body = declared ? unified.slice(declared[0].length) : unified;
  const delimiter = declared?.[1] ?? bestDelimiter(body, headerWorth);
  const parsed = Papa.parse<string[]>(body, {
    delimiter,
    delimitersToGuess: DELIMITERS,
    newline: "\n",
    preview: MAX_IMPORT_ROWS + HEADER_SEARCH_ROWS,
  });
  const rows = numbered(parsed.data, 1 + skipped);
  const unclosed = parsed.errors.find((error) => error.code === "MissingQuotes");
  const line = rows[unclosed?.row ?? -1]?.line;
  const notes: Note[] = unclosed ? [{ code: "quote-unclosed", text: "", ...(line ? { line } : {}) }] : [];
  return { rows: rows.filter((row) => row.cells.some((cell) => cell !== "")), notes };
}

/** Empty when no delimiter gives a known header: then Papa tries. Words in cells may hold any delimiter. */
function bestDelimiter(body: string, headerWorth: (cells: readonly string[]) => number): string {
  const head = body.slice(0, SNIFF_LENGTH);
  const worths = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline: "\n", preview: HEADER_SEARCH_ROWS });
    return Math.max(0, ...data.map(headerWorth));
  });
  const most = Math.max(...worths);
  return most > 0 ? (DELIMITERS[worths.indexOf(most)] ?? "") : "";
}

/** Papa counts rows, people count lines: a quoted cell may hold line breaks. */
function numbered(data: readonly (readonly string[])[], firstLine: number): Row[] {
  let line = firstLine;
  return data.map((cells) => {
    const row = { line, cells: cells.map((cell) => unguarded(cell).trim()) };
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    return row;
  });
}

/** What makes a spreadsheet take a cell for a formula, in ASCII and full width. */
const FORMULA_START = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet runs: where it would, an apostrophe goes before it. */
export function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** The text that `guarded` was given. */
function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Rows as CSV: a byte order mark for Excel, CRLF between rows, quotes where needed. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${Papa.unparse([...rows.map((row) => [...row])], { newline: "\r\n" })}\r\n`;
}
