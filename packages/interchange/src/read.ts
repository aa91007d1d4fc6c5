/** The one door for files: finds out what a file is, by its content first and its name second, and reads it. */
import type { JourneyDraft } from "@sameside/model";
import { MAX_IMPORT_ENTITIES } from "@sameside/model";
import { looksLikeJourneyTable, readCsv } from "./csv/read.ts";
import { decodeText, withoutMark } from "./decodeText.ts";
import { fitted, isTooMany } from "./fit.ts";
import { MAX_IMPORT_BYTES, MAX_IMPORT_JOURNEYS, MAX_NOTES, MAX_SAMESIDE_BYTES } from "./limits.ts";
import { readLines } from "./lines.ts";
import { diagramOf, mermaidFences } from "./mermaid/fences.ts";
import { readMermaid } from "./mermaid/read.ts";
import type { Note, Problem, ProblemCode } from "./report.ts";
import type { SamesideContents } from "./sameside/manifest.ts";
import { readSameside } from "./sameside/read.ts";
import { isZip } from "./sameside/unpack.ts";
import { type ScaleAnswer, scaleOfDrafts, scoresOf, withScale } from "./scale.ts";

export interface JourneyFile {
  /** The file's name; its extension decides where the content does not. Empty for pasted text. */
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** Pasted text; stands before `bytes`. */
  readonly text?: string;
}

export type ReadResult =
  | {
      readonly ok: true;
      readonly kind: "drafts";
      /** At least one. With a known scale the drafts already carry it; else `withScale` sets the answer. */
      readonly drafts: readonly JourneyDraft[];
      readonly notes: readonly Note[];
      readonly scale: ScaleAnswer;
    }
  | {
      readonly ok: true;
      readonly kind: "sameside";
      readonly contents: SamesideContents;
      readonly notes: readonly Note[];
    }
  | { readonly ok: false; readonly problem: Problem };

interface Drafts {
  readonly drafts: readonly JourneyDraft[];
  readonly notes: readonly Note[];
}

/** Reads whatever is handed in. Never throws: a file that is no journey gives exactly one problem. */
export function readJourneyFile(file: JourneyFile): ReadResult {
  const size = file.text?.length ?? file.bytes?.length ?? 0;
  // Pictures make a saved copy larger than any text.
  const max = file.text === undefined && file.bytes && isZip(file.bytes) ? MAX_SAMESIDE_BYTES : MAX_IMPORT_BYTES;
  if (size > max) return refused("too-large", { count: size, max });
  if (file.text !== undefined) return readText(withoutMark(file.text), file.name, []);
  const bytes = file.bytes ?? new Uint8Array();
  if (bytes.length === 0) return refused("empty");
  if (isZip(bytes)) return readZip(bytes);
  const decoded = decodeText(bytes);
  if (!decoded) return refused("binary");
  return readText(decoded.text, file.name, decoded.guessed ? [{ code: "encoding-guessed", text: "Windows-1252" }] : []);
}

function readZip(bytes: Uint8Array): ReadResult {
  const reading = readSameside(bytes);
  return reading.ok ? { ok: true, kind: "sameside", contents: reading.contents, notes: [] } : reading;
}

function readText(text: string, name: string, notes: readonly Note[]): ReadResult {
  if (text.trim() === "") return refused("empty");
  const reading = draftsOf(text, name);
  if ("code" in reading) return { ok: false, problem: reading };
  return finished({ drafts: reading.drafts, notes: [...notes, ...reading.notes] });
}

/** Detection, from the surest sign to the weakest. */
function draftsOf(text: string, name: string): Drafts | Problem {
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const title = name.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z0-9]+$/, "");
  if (extension === "csv" || extension === "tsv") return tableDrafts(text, title);
  if (isJson(text) || ["json", "canvas", "ojf"].includes(extension)) return { code: "json" };
  if (/^\s*<(?:\?xml|!doctype|html|svg|mxfile)\b/i.test(text)) return { code: "markup" };
  const fences = mermaidFences(text);
  if (fences.length > 0) return fencedDrafts(fences, title);
  const diagram = diagramOf(text);
  if (diagram === "journey") return mermaidDrafts(text, title);
  if (extension === "mmd" || extension === "mermaid") {
    return diagram ? { code: "other-diagram", text: diagram } : mermaidDrafts(text, title);
  }
  if (looksLikeJourneyTable(text)) return tableDrafts(text, title);
  if (extension === "" || extension === "txt") return lineDrafts(text, title);
  return diagram ? { code: "other-diagram", text: diagram } : { code: "no-journey" };
}

function tableDrafts(text: string, title: string): Drafts | Problem {
  const reading = readCsv(text, title);
  return reading.ok ? reading : reading.problem;
}

function mermaidDrafts(text: string, title: string): Drafts | Problem {
  const reading = readMermaid(text);
  if (!reading.drafts.some((draft) => draft.phases.length > 0 || draft.title !== "")) return { code: "no-journey" };
  return { ...reading, drafts: reading.drafts.map((draft) => titled(draft, title)) };
}

/** All journeys of a Markdown document; its other diagrams are named in notes. */
function fencedDrafts(fences: ReturnType<typeof mermaidFences>, title: string): Drafts | Problem {
  const journeys = fences.filter(({ text }) => diagramOf(text) === "journey");
  const others = fences.filter(({ text }) => diagramOf(text) !== "journey");
  const notes = others.map(({ text, firstLine }): Note => {
    return { code: "other-diagram-skipped", line: firstLine, text: diagramOf(text) ?? "" };
  });
  if (journeys.length === 0) return { code: "other-diagram", line: notes[0]?.line ?? 1, text: notes[0]?.text ?? "" };
  const readings = journeys.map(({ text, firstLine }) => readMermaid(text, firstLine));
  const drafts = readings.flatMap((reading) => reading.drafts).map((draft) => titled(draft, title));
  const all = [...notes, ...readings.flatMap((reading) => reading.notes)];
  return { drafts, notes: all.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

function lineDrafts(text: string, title: string): Drafts | Problem {
  const draft = readLines(text, title);
  return draft.phases.length > 0 ? { drafts: [draft], notes: [] } : { code: "empty" };
}

function titled(draft: JourneyDraft, title: string): JourneyDraft {
  return draft.title === "" ? { ...draft, title } : draft;
}

function finished({ drafts, notes }: Drafts): ReadResult {
  if (drafts.length > MAX_IMPORT_JOURNEYS)
    return refused("too-many", { count: drafts.length, max: MAX_IMPORT_JOURNEYS });
  if (isTooMany(drafts)) return refused("too-many", { max: MAX_IMPORT_ENTITIES });
  const fits = drafts.map(fitted);
  const scale = scaleOfDrafts(drafts);
  const scaled = fits.map(({ draft }) => {
    return "known" in scale && scoresOf(draft).length > 0 ? withScale(draft, scale.known) : draft;
  });
  const all = [...notes, ...fits.flatMap((fit) => fit.notes)];
  return { ok: true, kind: "drafts", drafts: scaled, notes: capped(all), scale };
}

function capped(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= MAX_NOTES) return notes;
  return [...notes.slice(0, MAX_NOTES), { code: "more-notes", text: String(notes.length - MAX_NOTES) }];
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refused(code: ProblemCode, more: Omit<Problem, "code"> = {}): ReadResult {
  return { ok: false, problem: { code, ...more } };
}
