/** `sameside check FILE`: says what a file holds and what is odd about it, and changes nothing. */
import { parseArgs } from "node:util";
import { type MermaidJourney, parseMermaidStrictly, type ReadResult } from "@sameside/interchange";
import { type BoardView, boardFromState, type JourneyDraft, readBoard } from "@sameside/model";
import { Complaint, located } from "./complaint.ts";
import { bytesOf, printNotes, readingOf } from "./openFile.ts";
import { problemSentence, scaleSentence } from "./sentences.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = "sameside check FILE [--strict] [--json]";

/** @throws Complaint when the file is no journey, or with --strict not one that Mermaid's own parser accepts. */
export async function check(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { strict: { type: "boolean" }, json: { type: "boolean" } },
  });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new Complaint(`sameside: one FILE is needed. Usage: ${USAGE}`);
  if (values.strict) await checkStrictly(file, values.json === true, terminal);
  else await checkKindly(file, values.json === true, terminal);
}

/** With --json the outcome is printed even when the file is refused, so that a script sees `{"ok": false}`. */
async function checkStrictly(file: string, asJson: boolean, terminal: Terminal): Promise<void> {
  const source = new TextDecoder().decode(await bytesOf(file));
  const parsed = parseMermaidStrictly(source);
  if (asJson) terminal.out(JSON.stringify(parsed.ok ? plainJourney(parsed) : { ok: false }, undefined, 1));
  if (!parsed.ok) {
    const sentence = problemSentence({ code: "mermaid-syntax", text: parsed.text });
    throw new Complaint(located(file, parsed.line, sentence));
  }
  if (!asJson) terminal.out(`${file}: ${countOf(parsed.sections.length, "section")}, accepted by Mermaid`);
}

/** The shape that scripts compare: no number is `null`. */
function plainJourney({ title, sections }: MermaidJourney): unknown {
  return {
    ok: true,
    title,
    sections: sections.map(({ name, tasks }) => ({
      name,
      tasks: tasks.map((task) => ({ name: task.name, score: task.score, people: task.people })),
    })),
  };
}

async function checkKindly(file: string, asJson: boolean, terminal: Terminal): Promise<void> {
  const reading = await readingOf(file);
  printNotes(file, reading.notes, terminal);
  if (asJson) terminal.out(JSON.stringify(plainReading(reading), undefined, 1));
  else for (const line of summary(file, reading)) terminal.out(line);
}

function plainReading(reading: Extract<ReadResult, { ok: true }>): unknown {
  if (reading.kind === "drafts") return { ok: true, journeys: reading.drafts, scale: reading.scale };
  return { ok: true, journeys: boardsOf(reading).flatMap((board) => board.journeys) };
}

function summary(file: string, reading: Extract<ReadResult, { ok: true }>): string[] {
  if (reading.kind === "sameside") {
    return boardsOf(reading).flatMap((board) => board.journeys.map((journey) => `${file}: ${describe(journey)}`));
  }
  const lines = reading.drafts.map((draft) => `${file}: ${describe(draft)}`);
  return "ask" in reading.scale ? [...lines, `${file}: ${scaleSentence(reading.scale)}`] : lines;
}

function boardsOf(reading: Extract<ReadResult, { kind: "sameside" }>): BoardView[] {
  return reading.contents.documents
    .filter(({ kind }) => kind === "board")
    .map(({ state }) => readBoard(boardFromState(state)));
}

function describe(
  journey: Pick<JourneyDraft, "title"> & { readonly phases: readonly { touchpoints: readonly unknown[] }[] },
): string {
  const touchpoints = journey.phases.reduce((sum, phase) => sum + phase.touchpoints.length, 0);
  return `"${journey.title}": ${countOf(journey.phases.length, "phase")}, ${countOf(touchpoints, "touchpoint")}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
