/**
 * Reads Mermaid journeys for an import: line by line, with good will, and with a numbered note for everything that
 * was read another way than it stands. Where the official parser reads a file without loss, both readings agree.
 */
import type { JourneyDraft, PhaseDraft, Scale, TouchpointDraft } from "@sameside/model";
import { MAX_IMPORT_ENTITIES } from "@sameside/model";
import { starterLanes } from "../lanes.ts";
import type { Note, NoteCode } from "../report.ts";
import { parseScale } from "../scale.ts";
import { frontMatterTitle } from "./prepare.ts";
import { cleaned, readTaskLine } from "./taskLine.ts";
import { isUnratedMark, scaleMark } from "./write.ts";

/** Lines of the official grammar's neighbours that carry no journey content. */
const FOREIGN_LINE = /^(?:direction\s|classDef\s|class\s|style\s|linkStyle\s|click\s|\/\/)/i;
const HEADER = /^journey(?:\s*$|\s+(?=(?:title|section|acctitle|accdescr)\b))/i;

/** A block that is longer counts as never closed: a file of unclosed ones must not take quadratic time. */
const MAX_BLOCK_LINES = 50;
/** A line of a journey, in characters; longer ones are no journey's and are cut with a note. */
const MAX_LINE_LENGTH = 4_000;

interface OpenPhase {
  title: string;
  touchpoints: TouchpointDraft[];
}
interface OpenJourney {
  title: string;
  scale: Scale | undefined;
  phases: OpenPhase[];
}

/** Journeys of one Mermaid text: as many as it has `journey` lines. `firstLine` is the number of its first line. */
export function readMermaid(text: string, firstLine = 1): { drafts: JourneyDraft[]; notes: Note[] } {
  const reader = new LineReader(firstLine);
  reader.readAll(text.split(/\r\n|\r|\n/));
  return { drafts: reader.journeys.map(asDraft), notes: reader.notes };
}

function asDraft(journey: OpenJourney): JourneyDraft {
  const phases: PhaseDraft[] = journey.phases.map((phase) => ({ ...phase, cards: [] }));
  const { title, scale } = journey;
  return { title, customerType: "", variant: "actual", ...(scale ? { scale } : {}), lanes: starterLanes(), phases };
}

class LineReader {
  readonly journeys: OpenJourney[] = [];
  readonly notes: Note[] = [];
  private readonly firstLine: number;
  private lineNumber = 0;
  private frontTitle = "";
  private nextIsUnrated = false;
  /** What is more than a board can hold is not read on: the whole file will be refused. */
  private touchpoints = 0;

  constructor(firstLine: number) {
    this.firstLine = firstLine;
  }

  readAll(lines: readonly string[]): void {
    let index = this.skipFrontMatter(lines);
    while (index < lines.length && this.touchpoints <= MAX_IMPORT_ENTITIES) {
      this.lineNumber = this.firstLine + index;
      const line = this.limited((lines[index] ?? "").trim());
      const last = lastLineOfBlock(lines, index);
      if (last > index && /^accDescr/i.test(line)) this.note("description-dropped", line);
      if (last === index) this.readLine(line);
      index = last + 1;
    }
  }

  private limited(line: string): string {
    if (line.length > MAX_LINE_LENGTH) this.note("text-cut", line.slice(0, MAX_LINE_LENGTH));
    return line.slice(0, MAX_LINE_LENGTH);
  }

  /** Front matter may be indented in any way; returns the index of the first line after it. */
  private skipFrontMatter(lines: readonly string[]): number {
    const start = lines.findIndex((line) => line.trim() !== "");
    if (start === -1 || lines[start]?.trim() !== "---") return 0;
    const end = lines.findIndex((line, index) => index > start && line.trim() === "---");
    if (end === -1) return start + 1;
    this.lineNumber = this.firstLine + start;
    const body = lines.slice(start + 1, end);
    const indents = body.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
    const indent = indents.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    try {
      this.frontTitle = frontMatterTitle(body.map((line) => line.slice(indent)).join("\n"));
    } catch {
      this.note("front-matter-unreadable", body.join(" ").trim());
    }
    return end + 1;
  }

  private readLine(line: string): void {
    const header = HEADER.exec(line);
    const statement = /^(title|section)(?:\s+([\s\S]*))?$/i.exec(line);
    const words = statement?.[2] ?? "";
    if (line === "") return;
    if (/^[%#]/.test(line) && !/^#\w+;/.test(line)) this.readComment(line);
    else if (header) this.openJourney(line, header[0]);
    else if (/^(?:accTitle\s*:|accDescr\s*[:{])/i.test(line)) this.note("description-dropped", line);
    else if (statement?.[1]?.toLowerCase() === "title") this.journey().title = this.words(line, words);
    else if (statement) this.openPhase(line, words);
    else this.readTask(line);
  }

  private readComment(line: string): void {
    if (isUnratedMark(line)) this.nextIsUnrated = true;
    const scale = scaleMark(line);
    if (scale !== undefined) this.journey().scale = parseScale(scale);
  }

  private openJourney(line: string, header: string): void {
    if (!header.startsWith("journey")) this.note("keyword-case", line);
    this.journeys.push({ title: this.frontTitle, scale: undefined, phases: [] });
    this.readLine(line.slice(header.length));
  }

  private openPhase(line: string, text: string): void {
    if (text.includes(":")) this.note("colon-in-name", line);
    this.journey().phases.push({ title: this.words(line, text), touchpoints: [] });
  }

  private readTask(line: string): void {
    const { name, score, people, notes } = readTaskLine(line);
    if (score === undefined && FOREIGN_LINE.test(line)) {
      this.note("line-skipped", line);
      return;
    }
    for (const code of new Set(notes)) this.note(code, line);
    const rated = score !== undefined && !this.nextIsUnrated;
    this.nextIsUnrated = false;
    this.touchpoints++;
    const journey = this.journey();
    if (journey.phases.length === 0) journey.phases.push({ title: "", touchpoints: [] });
    journey.phases.at(-1)?.touchpoints.push({
      title: name,
      ...(rated ? { score } : {}),
      ...(people.length > 0 ? { actors: people } : {}),
      cards: [],
    });
  }

  /** A title's or section's words. `#` cuts the line for the official parser, `;` makes it refuse the file. */
  private words(line: string, text: string): string {
    const cut = text.replace(/\s#(?:\s.*)?$/, "");
    const bare = cut.replace(/#\w+;/g, "");
    if (bare.includes("#")) this.note("hash-kept", line);
    if (bare.includes(";")) this.note("semicolon-kept", line);
    return cleaned(cut);
  }

  /** The journey that a line belongs to; a text may begin without its `journey` line. */
  private journey(): OpenJourney {
    const open = this.journeys.at(-1);
    if (open) return open;
    const first: OpenJourney = { title: this.frontTitle, scale: undefined, phases: [] };
    this.journeys.push(first);
    return first;
  }

  private note(code: NoteCode, text: string): void {
    this.notes.push({ code, line: this.lineNumber, text });
  }
}

/** Directives `%%{ … }%%` and `accDescr { … }` may span lines: the index of the line on which they end. */
function lastLineOfBlock(lines: readonly string[], index: number): number {
  const line = (lines[index] ?? "").trim();
  const end = line.startsWith("%%{") ? "}%%" : /^accDescr\s*\{/i.test(line) ? "}" : undefined;
  if (!end || line.includes(end)) return index;
  const stop = Math.min(lines.length, index + MAX_BLOCK_LINES);
  for (let later = index + 1; later < stop; later++) if (lines[later]?.includes(end)) return later;
  return index;
}
