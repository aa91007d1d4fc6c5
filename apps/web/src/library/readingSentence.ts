/** What a file is, and what will come of it, in one or two sentences. */
import type { BoardView } from "@sameside/model";
import type { Words } from "../words/words.ts";
import type { FilesFrame } from "./filesFrame.ts";
import type { SourceReading } from "./journeySource.ts";

export function readingSentence(reading: SourceReading, frame: FilesFrame, words: Words): string {
  const say = words.laptop.takeIn;
  if (!reading.ok) return problemIn(reading, words);
  if (reading.kind === "drafts") return say.isMap;
  if (reading.kind === "everything") return say.isEverything(reading.bundle.workshops.length);
  const { contents } = reading;
  const here = frame.titleHere(contents.workshop);
  const board = contents.documents.find(({ kind }) => kind === "board")?.view as Partial<BoardView> | undefined;
  const sentence =
    here === undefined
      ? say.isNew(board?.journeys?.[0]?.title || words.files.untitled)
      : say.isKnown(here || words.files.untitled);
  return isNewer(reading.contents, frame) ? `${sentence} ${say.newer}` : sentence;
}

export function problemIn({ problem }: Extract<SourceReading, { ok: false }>, words: Words): string {
  const say = words.files;
  const sentence = say.problems[problem.code](problem);
  return problem.line === undefined ? sentence : say.inLine(problem.line, sentence);
}

/** One that is damaged says so when it is taken in. */
function isNewer(contents: Parameters<FilesFrame["isFromNewer"]>[0], frame: FilesFrame): boolean {
  try {
    return frame.isFromNewer(contents);
  } catch {
    return false;
  }
}
