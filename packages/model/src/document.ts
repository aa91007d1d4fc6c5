/**
 * The only file that knows what lies inside a Y.Doc: the roots, their versions, the way bytes go in and out.
 *
 * Format 1: each root but `meta` is a flat map from an entity's id to a map of its fields. A field that may change is
 * a stamped register `[value, time, person]`; one that never changes is plain; long text is a Y.Text made together
 * with its entity. A place is ONE register `at = parent|lane|order`, so that a concurrent move is never torn. Nothing
 * is ever removed: `del` says so. Reading repairs (journey/queries), writing never does.
 */
import * as Y from "yjs";

/** The roots of each kind of document, by kind. A kind is drawn where a right ends: who may write, writes all of it. */
export const COLLECTIONS = {
  board: [
    "journeys",
    "phases",
    "lanes",
    "touchpoints",
    "cards",
    "ratings",
    "moments",
    "suggestions",
    "evidence",
    "comments",
    "connectors",
    "claims",
    "accounts",
    "topics",
    "quotes",
  ],
  plan: [
    "briefs",
    "customerTypes",
    "groups",
    "departments",
    "steps",
    "words",
    "templates",
    "runs",
    "people",
    "preparationNotes",
    "preTasks",
    "messages",
    "announcements",
  ],
  questions: ["questions"],
  findings: ["insights", "patterns", "supports", "nextSteps"],
} as const;
export type DocumentKind = keyof typeof COLLECTIONS;
export type BoardCollection = (typeof COLLECTIONS)["board"][number];
export type Collection = (typeof COLLECTIONS)[DocumentKind][number];

/** The format this program writes, and the newest it reads whole. */
const FORMAT = 1;
const META = "meta";

declare const brand: unique symbol;
/** A document. Opaque: it can be changed by commands and read by readers, and by nothing else. */
export interface SharedDocument<Kind extends DocumentKind = DocumentKind> {
  readonly [brand]: Kind;
}
/** One group's canvas: its journeys and all that is on them. */
export type BoardDocument = SharedDocument<"board">;
/** A workshop's brief, customer types, groups, departments, agenda, words, templates, people, and what is prepared before the day. */
export type PlanDocument = SharedDocument<"plan">;
/** The questions of a workshop: their merging, order and answers. */
export type QuestionsDocument = SharedDocument<"questions">;
/** What a workshop found: insights, patterns, next steps. */
export type FindingsDocument = SharedDocument<"findings">;

/** The origin of every transaction that a command of this device makes. */
export const LOCAL = Symbol("sameside:command");
/** The origin of bytes from a file or a template. */
const MERGED = Symbol("sameside:merge");

/** Takes a document as a board. For composition roots only. */
export function asBoardDocument(doc: Y.Doc): BoardDocument {
  return asDocument(doc);
}

/** Takes a document as a workshop's plan. For composition roots only. */
export function asPlanDocument(doc: Y.Doc): PlanDocument {
  return asDocument(doc);
}

/** Takes a document as a workshop's questions. For composition roots only. */
export function asQuestionsDocument(doc: Y.Doc): QuestionsDocument {
  return asDocument(doc);
}

/** Takes a document as a workshop's findings. For composition roots only. */
export function asFindingsDocument(doc: Y.Doc): FindingsDocument {
  return asDocument(doc);
}

function asDocument<Kind extends DocumentKind>(doc: Y.Doc): SharedDocument<Kind> {
  return doc as unknown as SharedDocument<Kind>;
}

/** The inside of a document: for the model's own files only. */
export function docOf(document: SharedDocument): Y.Doc {
  return document as unknown as Y.Doc;
}

/** An empty board in memory. */
export function newBoard(): BoardDocument {
  return asDocument(new Y.Doc());
}

/** An empty plan in memory. */
export function newPlan(): PlanDocument {
  return asDocument(new Y.Doc());
}

/** Empty questions in memory. */
export function newQuestions(): QuestionsDocument {
  return asDocument(new Y.Doc());
}

/** Empty findings in memory. */
export function newFindings(): FindingsDocument {
  return asDocument(new Y.Doc());
}

/** A document's whole state, as one Yjs update. */
export function stateOf(document: SharedDocument): Uint8Array {
  return Y.encodeStateAsUpdate(docOf(document));
}

/** Opens a state. @throws Error when the bytes are no state of a document. */
export function boardFromState(state: Uint8Array): BoardDocument {
  return fromState(newBoard(), state);
}

/** Opens a state. @throws Error when the bytes are no state of a document. */
export function planFromState(state: Uint8Array): PlanDocument {
  return fromState(newPlan(), state);
}

/** Opens a state. @throws Error when the bytes are no state of a document. */
export function questionsFromState(state: Uint8Array): QuestionsDocument {
  return fromState(newQuestions(), state);
}

/** Opens a state. @throws Error when the bytes are no state of a document. */
export function findingsFromState(state: Uint8Array): FindingsDocument {
  return fromState(newFindings(), state);
}

function fromState<Document extends SharedDocument>(empty: Document, state: Uint8Array): Document {
  mergeInto(empty, state);
  return empty;
}

/** Merges a state into a document; merging it twice changes nothing more. @throws Error when the bytes are no state. */
export function mergeInto(document: SharedDocument, state: Uint8Array): void {
  try {
    Y.applyUpdate(docOf(document), state, MERGED);
  } catch (cause) {
    throw new Error("These bytes are no state of a board: the file is damaged or not a board. Use another copy.", {
      cause,
    });
  }
}

/** One state that holds all of the given ones. @throws Error when one of them is no state. */
export function mergeStates(states: readonly Uint8Array[]): Uint8Array {
  const board = newBoard();
  for (const state of states) mergeInto(board, state);
  return stateOf(board);
}

export function collectionOf(doc: Y.Doc, collection: Collection): Y.Map<unknown> {
  return doc.getMap(collection);
}

/** An entity's fields; `undefined` when there is none or a peer put something else there. */
export function entityOf(doc: Y.Doc, collection: Collection, id: string): Y.Map<unknown> | undefined {
  const entity = collectionOf(doc, collection).get(id);
  return entity instanceof Y.Map ? entity : undefined;
}

/** What the document says it needs. A document that says nothing is of format 1. */
function versionsOf(doc: Y.Doc): { readonly minReader: number; readonly minWriter: number } {
  const meta = doc.getMap(META);
  const read = (key: string) => {
    const value = meta.get(key);
    return typeof value === "number" ? value : FORMAT;
  };
  return { minReader: read("minReader"), minWriter: read("minWriter") };
}

/** `true` when this program reads the document whole and may change it. */
export function isWritable(doc: Y.Doc): boolean {
  const { minReader, minWriter } = versionsOf(doc);
  return minReader <= FORMAT && minWriter <= FORMAT;
}

/** Marks an empty document as format 1. Inside a transaction. */
export function stampVersions(doc: Y.Doc): void {
  const meta = doc.getMap(META);
  if (meta.has("v")) return;
  for (const key of ["v", "minReader", "minWriter"]) meta.set(key, FORMAT);
}
