/** Door of interchange: maps in and out as files. Strings and bytes in, plain data out. */

export { type CsvReading, readCsv } from "./csv/read.ts";
export { writeCsv } from "./csv/write.ts";
export { decodeText } from "./decodeText.ts";
export { MAX_IMPORT_BYTES, MAX_NOTES, MAX_SAMESIDE_BYTES, MAX_SAMESIDE_ENTRIES } from "./limits.ts";
export { readLines } from "./lines.ts";
export { readMermaid } from "./mermaid/read.ts";
export {
  type MermaidJourney,
  type MermaidRefusal,
  type MermaidSection,
  type MermaidTask,
  parseMermaidStrictly,
} from "./mermaid/strict.ts";
export { type Written, writeMermaid } from "./mermaid/write.ts";
export {
  LINE_PROBLEMS,
  type LineProblem,
  type ListedPerson,
  type PeopleList,
  readPeople,
  type SameName,
} from "./people/read.ts";
export { type JourneyFile, type ReadResult, readJourneyFile } from "./read.ts";
export {
  LOSS_CODES,
  type Loss,
  type LossCode,
  NOTE_CODES,
  type Note,
  type NoteCode,
  PROBLEM_CODES,
  type Problem,
  type ProblemCode,
} from "./report.ts";
export { type BundleReading, readBundle, writeBundle } from "./sameside/bundle.ts";
export type { BundleContents, BundledWorkshop } from "./sameside/bundleManifest.ts";
export {
  type FileAnswer,
  SAMESIDE_FORMAT,
  type SamesideAttachment,
  type SamesideContents,
  type SamesideDocument,
  type SamesideDocumentKind,
} from "./sameside/manifest.ts";
export { readSameside, type SamesideReading } from "./sameside/read.ts";
export { isZip } from "./sameside/unpack.ts";
export { writeSameside } from "./sameside/write.ts";
export { formatScale, parseScale, type ScaleAnswer, withScale } from "./scale.ts";
export {
  type MailedTask,
  readTaskText,
  type TaskAnswer,
  type TaskLineProblem,
  type TaskTextRead,
  type TaskTextWords,
  writeTaskText,
} from "./tasks/taskText.ts";
