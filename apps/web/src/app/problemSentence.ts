/** One sentence for whatever went wrong with a file or a new board. */
import type { Words } from "../words/words.ts";
import { FileError } from "./takeIn.ts";
import { RefusedError } from "./workshops.ts";

export function problemSentence(error: unknown, words: Words): string {
  if (error instanceof FileError) return words.files.problems[error.problem]();
  if (error instanceof RefusedError) return words.journey.refusals[error.reason];
  return error instanceof Error ? error.message : String(error);
}
