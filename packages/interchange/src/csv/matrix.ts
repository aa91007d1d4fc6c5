/** Reads tables with phases across and a row per lane: the way a journey map is drawn on paper. */
import type { JourneyDraft } from "@sameside/model";
import { actorsOf, cardTexts, numberOf } from "./cells.ts";
import { type Column, meaningOf } from "./columns.ts";
import { JourneyBuilder, type OpenPhase } from "./journeyBuilder.ts";
import type { Meaning } from "./meaning.ts";
import type { Row } from "./table.ts";

/** Rows that must be known by their first cell before a table counts as one with phases across. */
const MIN_KNOWN_ROWS = 2;

/** `true` when the first column holds the lanes and the header the phases. */
export function isMatrix(columns: readonly Column[], rows: readonly Row[]): boolean {
  const known = rows.filter((row) => meaningOf(row.cells[0] ?? "")).length;
  const unknownHeaders = columns.slice(1).filter(({ meaning, name }) => !meaning && name !== "").length;
  return known >= MIN_KNOWN_ROWS && known >= rows.length / 2 && unknownHeaders > columns.length / 2 - 1;
}

/** One draft. Touchpoint rows are read first, because other rows are about their touchpoints. */
export function readMatrix(columns: readonly Column[], rows: readonly Row[], title: string): JourneyDraft {
  const journey = new JourneyBuilder(title, "");
  const phases = columns.slice(1).map(({ name }, index) => journey.phase(index + 1, name));
  const isTouchpoints = (row: Row) => ["touchpoint", "step"].includes(fieldOf(meaningOf(row.cells[0] ?? "")));
  for (const row of rows.filter(isTouchpoints))
    eachCell(row, phases, (phase, cell) => addTouchpoints(journey, phase, cell));
  for (const row of rows.filter((it) => !isTouchpoints(it))) {
    eachCell(row, phases, (phase, cell) => addCell(journey, phase, row.cells[0] ?? "", cell));
  }
  return journey.draft();
}

function eachCell(row: Row, phases: readonly OpenPhase[], take: (phase: OpenPhase, cell: string) => void): void {
  for (const [index, phase] of phases.entries()) {
    const cell = row.cells[index + 1] ?? "";
    if (cell !== "") take(phase, cell);
  }
}

function addTouchpoints(journey: JourneyBuilder, phase: OpenPhase, cell: string): void {
  const titles = cell.includes("\n") ? cell.split("\n") : cell.split(";");
  for (const title of titles.flatMap(cardTexts)) journey.touchpoint(phase, undefined, title);
}

/** A number, a channel or an owner belongs to the phase's touchpoint when it has just one; else it is a card. */
function addCell(journey: JourneyBuilder, phase: OpenPhase, label: string, cell: string): void {
  const meaning = meaningOf(label);
  const field = fieldOf(meaning);
  const [only, ...others] = phase.touchpoints;
  if (only && others.length === 0) {
    const score = field === "score" ? numberOf(cell) : undefined;
    if (score !== undefined) {
      only.score ??= score;
      return;
    }
    if (field === "channel" || field === "owner") {
      only[field] ??= cell;
      return;
    }
    if (field === "actors") {
      only.actors ??= actorsOf(cell);
      return;
    }
  }
  const kind = meaning && "kind" in meaning ? meaning.kind : "free";
  const lane = journey.lane(kind, label);
  for (const text of cardTexts(cell)) phase.cards.push({ lane, text });
}

function fieldOf(meaning: Meaning | undefined): string {
  return meaning && "field" in meaning ? meaning.field : "";
}
