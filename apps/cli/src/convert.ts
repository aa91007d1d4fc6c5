/** `sameside convert IN OUT`: reads any journey file and writes another format, by the extension of OUT. */
import { parseArgs } from "node:util";
import {
  type Loss,
  parseScale,
  type ReadResult,
  type SamesideContents,
  withScale,
  writeCsv,
  writeMermaid,
  writeSameside,
} from "@sameside/interchange";
import {
  type Actor,
  type BoardDocument,
  type BoardView,
  boardFromState,
  importJourney,
  type JourneyDraft,
  newBoard,
  newId,
  readBoard,
  stateOf,
} from "@sameside/model";
import { boardRoom } from "@sameside/protocol";
import { Complaint, located } from "./complaint.ts";
import { printNotes, readingOf, writeOut } from "./openFile.ts";
import { lossSentence, scaleSentence } from "./sentences.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = "sameside convert IN OUT [--scale MIN..MAX]";
/** Version of the program, as files name it. */
const APP_VERSION = "0.1.0";
/** The group of a workshop that was made from one file. */
const FILE_GROUP = "table";

type Contents = Extract<ReadResult, { ok: true }>;
interface Output {
  readonly bytes: string | Uint8Array;
  readonly lost: readonly Loss[];
}

/** @throws Complaint when IN is no journey, its scale must be given, or OUT is no format we write. */
export async function convert(args: readonly string[], terminal: Terminal): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { scale: { type: "string" } },
  });
  const [input, output, ...others] = positionals;
  if (!input || !output || others.length > 0) throw new Complaint(`sameside: IN and OUT are needed. Usage: ${USAGE}`);
  const write = writerFor(output);
  const reading = await readingOf(input);
  printNotes(input, reading.notes, terminal);
  const contents = reading.kind === "drafts" ? contentsOfDrafts(input, reading, values.scale) : reading.contents;
  const { bytes, lost } = write(contents, input);
  await writeOut(output, bytes);
  for (const loss of lost) terminal.err(`note: ${located(output, 1, lossSentence(loss))}`);
}

/** Chosen before anything is read: a wrong extension costs no work. */
function writerFor(output: string): (contents: SamesideContents, input: string) => Output {
  const extension = /\.([A-Za-z0-9]+)$/.exec(output)?.[1]?.toLowerCase() ?? "";
  if (extension === "sameside") return (contents) => ({ bytes: writeSameside(contents), lost: [] });
  if (extension === "csv") return (contents, input) => asCsv(viewsOf(contents, input));
  if (extension === "mmd" || extension === "mermaid")
    return (contents, input) => asMermaid(viewsOf(contents, input), input);
  const wanted = extension ? `.${extension}` : "a file without an extension";
  throw new Complaint(located(output, 1, `${wanted} cannot be written; end the name with .sameside, .csv or .mmd.`));
}

function asCsv(views: readonly BoardView[]): Output {
  const { text, lost } = writeCsv(views.flatMap((view) => view.journeys));
  return { bytes: text, lost: [...lost, ...unplaced(views)] };
}

function asMermaid(views: readonly BoardView[], input: string): Output {
  const [first, ...others] = views.flatMap((view) => view.journeys);
  if (!first) throw new Complaint(located(input, 1, "the board holds no journey; there is nothing to write."));
  const { text, lost } = writeMermaid(first);
  const more: Loss[] = others.length > 0 ? [{ code: "journeys", count: others.length }] : [];
  return { bytes: text, lost: [...more, ...lost, ...unplaced(views)] };
}

function unplaced(views: readonly BoardView[]): Loss[] {
  const count = views.reduce((sum, view) => sum + view.unplaced.length + view.unplacedTouchpoints.length, 0);
  return count > 0 ? [{ code: "unplaced", count }] : [];
}

function viewsOf(contents: SamesideContents, input: string): BoardView[] {
  const boards = contents.documents.filter(({ kind }) => kind === "board");
  return boards.map(({ state, room }) => {
    try {
      return readBoard(boardFromState(state));
    } catch {
      throw new Complaint(located(input, 1, `the board ${room} in this file is damaged; use another copy of it.`));
    }
  });
}

/** A new workshop with one board that holds all journeys of the file. */
function contentsOfDrafts(
  input: string,
  reading: Extract<Contents, { kind: "drafts" }>,
  scaleText: string | undefined,
): SamesideContents {
  const drafts = scaledDrafts(input, reading, scaleText);
  const board = newBoard();
  const by: Actor = { person: newId(), role: "facilitator", now: Date.now };
  for (const draft of drafts) importInto(board, by, draft, input);
  const workshop = newId();
  return {
    app: APP_VERSION,
    workshop,
    createdAt: new Date().toISOString(),
    documents: [
      { room: boardRoom(workshop, FILE_GROUP), kind: "board", state: stateOf(board), view: readBoard(board) },
    ],
    answers: [],
    attachments: [],
  };
}

function importInto(board: BoardDocument, by: Actor, draft: JourneyDraft, input: string): void {
  const outcome = importJourney(board, by, { draft });
  if (outcome.outcome !== "refused") return;
  throw new Complaint(located(input, 1, `"${draft.title}" does not fit a board (${outcome.reason}); split the file.`));
}

function scaledDrafts(
  input: string,
  reading: Extract<Contents, { kind: "drafts" }>,
  scaleText: string | undefined,
): readonly JourneyDraft[] {
  const scale = scaleText === undefined ? undefined : parseScale(scaleText);
  if (scaleText !== undefined && !scale) {
    throw new Complaint(`sameside: --scale ${scaleText} is no scale; write the lowest and the highest score: 1..10.`);
  }
  if (scale && "ask" in reading.scale) return reading.drafts.map((draft) => withScale(draft, scale));
  if ("ask" in reading.scale) throw new Complaint(located(input, 1, scaleSentence(reading.scale)));
  return scale ? reading.drafts.map((draft) => ({ ...draft, scale })) : reading.drafts;
}
