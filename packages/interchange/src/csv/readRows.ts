/**
 * Reads tables with a row per card or per step. A row says where it is (journey, phase, touchpoint), may carry one
 * card with its lane, and may have a column per lane: both forms, and mixtures of them, are read by the same rules.
 */
import type { CardDraft, Grade, JourneyDraft, LaneKind, Role, Variant } from "@sameside/model";
import { GRADES, LANE_KINDS, MOMENT_KINDS, MOMENT_VALUE, ROLES, VARIANTS } from "@sameside/model";
import type { Note, NoteCode } from "../report.ts";
import { parseScale } from "../scale.ts";
import { actorsOf, cardTexts, memberOf, numberOf } from "./cells.ts";
import { type Column, hasField, meaningOf } from "./columns.ts";
import { JourneyBuilder, type OpenPhase, type OpenTouchpoint } from "./journeyBuilder.ts";
import type { Field } from "./meaning.ts";
import type { Row } from "./table.ts";

/** Drafts in the order in which their journeys appear. `title` names a journey that the file does not name. */
export function readRows(
  columns: readonly Column[],
  rows: readonly Row[],
  title: string,
): { drafts: JourneyDraft[]; notes: Note[] } {
  const reader = new RowReader(columns, title);
  for (const row of rows) reader.read(row);
  return { drafts: reader.drafts(), notes: reader.notes };
}

class RowReader {
  readonly notes: Note[] = [];
  private readonly indexByField = new Map<Field, number>();
  private readonly laneColumns: { index: number; kind: LaneKind; name: string }[] = [];
  private readonly scoreHeader: string;
  private readonly width: number;
  private readonly fallbackTitle: string;
  private readonly builders = new Map<string, JourneyBuilder>();
  /** Blank cells under a phase mean: the same phase, as in a table with merged cells. */
  private readonly lastPhase = new Map<JourneyBuilder, OpenPhase>();
  private row: Row = { line: 0, cells: [] };

  constructor(columns: readonly Column[], title: string) {
    this.fallbackTitle = title;
    this.width = columns.length;
    this.scoreHeader =
      columns.find(({ meaning }) => meaning && "field" in meaning && meaning.field === "score")?.name ?? "";
    const stepIsTouchpoint = !hasField(columns, "touchpoint");
    for (const { index, name, meaning } of columns) {
      if (!meaning) this.laneColumns.push({ index, kind: "free", name });
      else if ("kind" in meaning) this.laneColumns.push({ index, kind: meaning.kind, name });
      else if (meaning.field !== "step") this.indexByField.set(meaning.field, index);
      else if (stepIsTouchpoint) this.indexByField.set("touchpoint", index);
      else this.laneColumns.push({ index, kind: "doing", name });
    }
    // `lane` without a card's text is only one more column of words.
    const lane = columns.find(({ meaning }) => meaning && "field" in meaning && meaning.field === "lane");
    if (lane && !this.indexByField.has("card")) {
      this.indexByField.delete("lane");
      this.laneColumns.push({ index: lane.index, kind: "free", name: lane.name });
    }
  }

  drafts(): JourneyDraft[] {
    return [...this.builders.values()].map((builder) => builder.draft());
  }

  read(row: Row): void {
    this.row = row;
    if (row.cells.slice(this.width).some((cell) => cell !== "")) this.note("row-ragged", row.cells.join(" "));
    const journey = this.journey();
    if (this.readLaneRow(journey)) return;
    const holder = this.place(journey);
    if (!holder) return;
    this.readCard(journey, holder);
    for (const { index, kind, name } of this.laneColumns) {
      for (const text of cardTexts(row.cells[index] ?? "")) {
        holder.cards.push({ ...this.graded(), lane: journey.lane(kind, name), text });
      }
    }
  }

  private journey(): JourneyBuilder {
    const [no, title, customerType] = [this.cell("journeyNo"), this.cell("journey"), this.cell("customerType")];
    const key = no === "" ? JSON.stringify([title, customerType]) : no;
    const known = this.builders.get(key);
    const builder = known ?? new JourneyBuilder(title || (no ? "" : this.fallbackTitle), customerType);
    if (!known) {
      this.builders.set(key, builder);
      if (!this.indexByField.has("card")) for (const { kind, name } of this.laneColumns) builder.lane(kind, name);
    }
    const variant = memberOf<Variant>(VARIANTS, this.cell("variant"));
    if (variant) builder.variant = variant;
    const scale = this.cell("scale");
    if (scale) builder.scale = parseScale(scale) ?? builder.scale;
    if (scale && !builder.scale) this.note("scale-unreadable", scale);
    return builder;
  }

  /** A row with a lane and nothing else declares the lane. */
  private readLaneRow(journey: JourneyBuilder): boolean {
    const lane = this.cell("lane") || this.cell("laneKind");
    const content: Field[] = ["phaseNo", "phase", "touchpointNo", "touchpoint", "card", "body"];
    if (!lane || content.some((field) => this.cell(field) !== "")) return false;
    journey.declareLane(this.laneKind(), this.cell("lane"), this.cell("laneOwner"));
    return true;
  }

  /** The touchpoint or phase that the row is about. */
  private place(journey: JourneyBuilder): OpenPhase | OpenTouchpoint | undefined {
    const [phaseNo, title] = [numberOf(this.cell("phaseNo")), this.cell("phase")];
    const last = this.lastPhase.get(journey);
    const phase = phaseNo === undefined && title === "" && last ? last : journey.phase(phaseNo, title);
    this.lastPhase.set(journey, phase);
    const [touchpointNo, name] = [numberOf(this.cell("touchpointNo")), this.cell("touchpoint")];
    if (touchpointNo === undefined && name === "") {
      const score = this.cell("score");
      if (score) this.feelingCard(journey, phase, score);
      return phase;
    }
    const touchpoint = journey.touchpoint(phase, touchpointNo, name);
    this.describe(journey, touchpoint);
    return touchpoint;
  }

  /** What the row says of its touchpoint; the first row that says it counts, another word later is noted. */
  private describe(journey: JourneyBuilder, touchpoint: OpenTouchpoint): void {
    for (const field of ["channel", "owner"] as const) {
      const text = this.cell(field);
      if (text && touchpoint[field] && touchpoint[field] !== text) this.note("part-dropped", text);
      if (text) touchpoint[field] ??= text;
    }
    if (/^back/i.test(this.cell("stage"))) touchpoint.stage = "back";
    const actors = actorsOf(this.cell("actors"));
    if (actors.length > 0) touchpoint.actors ??= actors;
    this.readScore(journey, touchpoint);
    this.readMoment(touchpoint);
  }

  private readScore(journey: JourneyBuilder, touchpoint: OpenTouchpoint): void {
    const text = this.cell("score");
    if (!text) return;
    const score = numberOf(text);
    if (score === undefined) {
      this.feelingCard(journey, touchpoint, text);
      return;
    }
    if (touchpoint.score !== undefined && touchpoint.score !== score) this.note("part-dropped", text);
    touchpoint.score ??= score;
    const role = memberOf<Role>(ROLES, this.cell("scoreRole"));
    if (role) touchpoint.scoreRole ??= role;
  }

  /** A feeling in words is no number: it stays, as a card in a lane of the column's name. */
  private feelingCard(journey: JourneyBuilder, holder: OpenPhase | OpenTouchpoint, text: string): void {
    holder.cards.push({ ...this.graded(), lane: journey.lane("free", this.scoreHeader), text });
  }

  private readMoment(touchpoint: OpenTouchpoint): void {
    const text = this.cell("moment");
    const valueText = this.cell("momentValue");
    const reason = this.cell("momentReason");
    if (touchpoint.moment || /^(?:|no|n|false|0|-)$/i.test(text + valueText)) return;
    const value = numberOf(valueText) ?? numberOf(text) ?? 0;
    const kind = memberOf(MOMENT_KINDS, text) ?? "impression";
    const whole = Math.round(Math.min(MOMENT_VALUE.max, Math.max(MOMENT_VALUE.min, value)));
    if (whole !== value || (valueText !== "" && numberOf(valueText) === undefined)) {
      this.note("moment-unreadable", `${text} ${valueText}`.trim());
    }
    touchpoint.moment = { kind, value: whole, reason };
  }

  private readCard(journey: JourneyBuilder, holder: OpenPhase | OpenTouchpoint): void {
    const [text, body] = [this.cell("card"), this.cell("body")];
    if (!text && !body) return;
    const kind = this.laneKind();
    const cardKind = kind === "touchpoint" || kind === "feeling" ? "free" : kind;
    const lane = journey.lane(cardKind, this.cell("lane"));
    holder.cards.push({ ...this.graded(), lane, text, ...(body ? { body } : {}) });
  }

  private graded(): Pick<CardDraft, "grade"> {
    const grade = memberOf<Grade>(GRADES, this.cell("grade"));
    return grade ? { grade } : {};
  }

  private laneKind(): LaneKind {
    const stated = memberOf<LaneKind>(LANE_KINDS, this.cell("laneKind"));
    const meaning = meaningOf(this.cell("laneKind") || this.cell("lane"));
    return stated ?? (meaning && "kind" in meaning ? meaning.kind : "free");
  }

  private cell(field: Field): string {
    const index = this.indexByField.get(field);
    return index === undefined ? "" : (this.row.cells[index] ?? "");
  }

  private note(code: NoteCode, text: string): void {
    this.notes.push({ code, line: this.row.line, text });
  }
}
