/** Reads CSV and TSV: finds the header row, tells journeys from logs, and hands over to the form that fits. */
import type { JourneyDraft } from "@sameside/model";
import { MAX_IMPORT_ROWS, SNIFF_LENGTH } from "../limits.ts";
import type { Note, Problem } from "../report.ts";
import { type Column, columnsOf, isEventLog, saysWhere } from "./columns.ts";
import { isMatrix, readMatrix } from "./matrix.ts";
import { readRows } from "./readRows.ts";
import { HEADER_SEARCH_ROWS, type Row, tableOf } from "./table.ts";

export type CsvReading =
  | { readonly ok: true; readonly drafts: JourneyDraft[]; readonly notes: Note[] }
  | { readonly ok: false; readonly problem: Problem };

/** Known columns that make a row a header. */
const MIN_KNOWN_COLUMNS = 2;
/** Header names that a problem shows. */
const SHOWN_COLUMNS = 6;

/** `true` when the text has a header row that a journey's table would have. */
export function looksLikeJourneyTable(text: string): boolean {
  const { rows } = tableOf(text.slice(0, SNIFF_LENGTH), knownColumns);
  const at = headerRow(rows);
  const columns = columnsOf(rows[at]?.cells ?? []);
  const known = columns.filter(({ meaning }) => meaning).length;
  return (
    columns.length > 1 && ((saysWhere(columns) && known >= MIN_KNOWN_COLUMNS) || isMatrix(columns, rows.slice(at + 1)))
  );
}

/** The journeys of a table. `title` names a journey that the file does not name. */
export function readCsv(text: string, title = ""): CsvReading {
  const { rows, notes } = tableOf(text, knownColumns);
  const at = headerRow(rows);
  const header = rows[at];
  if (!header) return { ok: false, problem: { code: "empty" } };
  const columns = columnsOf(header.cells);
  const body = rows.slice(at + 1);
  if (isEventLog(columns)) return { ok: false, problem: { code: "event-log", line: header.line, count: body.length } };
  if (body.length > MAX_IMPORT_ROWS && saysWhere(columns)) return tooMany(body.length);
  if (isMatrix(columns, body)) return { ok: true, drafts: [readMatrix(columns, body, title)], notes };
  if (!saysWhere(columns))
    return { ok: false, problem: { code: "no-columns", line: header.line, text: shown(header) } };
  if (body.length === 0) return { ok: false, problem: { code: "no-rows", line: header.line } };
  const reading = readRows(columns, body, title);
  return { ok: true, drafts: reading.drafts, notes: [...notes, ...columnNotes(columns, header), ...reading.notes] };
}

function tooMany(count: number): CsvReading {
  return { ok: false, problem: { code: "too-many", count, max: MAX_IMPORT_ROWS } };
}

/** Index of the row among the first ones whose cells are known best; the first when none is. */
function headerRow(rows: readonly Row[]): number {
  const known = rows.slice(0, HEADER_SEARCH_ROWS).map((row) => knownColumns(row.cells));
  const most = Math.max(0, ...known);
  return most >= MIN_KNOWN_COLUMNS ? known.indexOf(most) : 0;
}

/** How many of a row's cells are heads that we know. */
function knownColumns(cells: readonly string[]): number {
  return columnsOf(cells).filter(({ meaning }) => meaning).length;
}

function columnNotes(columns: readonly Column[], header: Row): Note[] {
  return columns.flatMap(({ name, meaning }): Note[] => {
    if (!meaning) return name === "" ? [] : [{ code: "column-as-lane", line: header.line, text: name }];
    const unused = "field" in meaning && ["ignored", "case", "time"].includes(meaning.field);
    return unused ? [{ code: "column-ignored", line: header.line, text: name }] : [];
  });
}

function shown(header: Row): string {
  const names = header.cells.filter((cell) => cell !== "");
  return names.slice(0, SHOWN_COLUMNS).join(", ") + (names.length > SHOWN_COLUMNS ? " …" : "");
}
