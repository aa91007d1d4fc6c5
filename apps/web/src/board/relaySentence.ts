/** Why the relay did not do what was asked, and what to do. */
import { RelayError } from "../live/device.ts";
import type { Words } from "../words/words.ts";

/** What the relay itself answered stands as it said it; everything else has its sentence in the catalogue. */
export function relaySentence(error: unknown, words: Words): string {
  const say = words.board.inviteDialog;
  if (!(error instanceof RelayError)) return say.failed(error instanceof Error ? error.message : String(error));
  return error.problem === "refused" ? say.refused(error.message) : say.problems[error.problem];
}
