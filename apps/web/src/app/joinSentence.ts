/** Why somebody did not get in, and what to do, in the catalogue's words. */
import { RelayError } from "@sameside/replica";
import type { Words } from "../words/words.ts";

export function joinSentence(error: unknown, words: Words): string {
  const { refused } = words.app.join;
  if (!(error instanceof RelayError)) return refused.otherwise(error instanceof Error ? error.message : String(error));
  if (error.problem !== "refused") return refused[error.problem];
  switch (error.status) {
    case 400:
    case 404:
      return refused.wrongCode;
    case 410:
      return refused.over;
    case 403:
      return refused.ended;
    case 409:
      return refused.taken;
    case 429:
      return refused.tooMany(error.retryAfter ?? USUAL_WAIT);
    default:
      return refused.otherwise(error.message);
  }
}

/** Where the relay did not say how long, in seconds. */
const USUAL_WAIT = 60;
