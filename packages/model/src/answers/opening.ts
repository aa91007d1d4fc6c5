import { ratingId } from "../journey/commands/emotions.ts";
import type { Id } from "../journey/schema.ts";
import type { AnswerTopic } from "./topics.ts";

/**
 * The id under which an answer stands in a document once it was opened. It says what it is and nothing else, so that
 * whoever copies it, however often, copies it once; `~` is in no topic, person or item, so that no two answers share an
 * id. A rating gets the id it would have had if it was given on the board (SPEC C5).
 */
export function openingId(topic: AnswerTopic, person: Id, item: string): Id {
  return topic === "rating" ? ratingId(item, person) : `${topic}~${item}~${person}`;
}

/** The item under which a question is voted for: its id in the letters that items have. */
export function upvoteItem(question: Id): string {
  return question.replaceAll("~", "_");
}
