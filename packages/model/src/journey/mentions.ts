/** People who are named in a comment stand in it by their id, never by a name (SPEC D8): `@{id}`. */
import type { PersonId } from "./ids.ts";
import { MAX_ID_LENGTH } from "./limits.ts";

const MENTION = new RegExp(`@\\{([^{}\\s]{1,${MAX_ID_LENGTH}})\\}`, "gu");

/** A piece of a comment: words, or a person who is named there. */
export type CommentPart = { readonly words: string } | { readonly person: PersonId };

/** How a person stands in a comment's text. */
export function mentionOf(person: PersonId): string {
  return `@{${person}}`;
}

/** The pieces of a comment's text, in order; none is empty. */
export function partsOfComment(text: string): readonly CommentPart[] {
  const parts: CommentPart[] = [];
  let end = 0;
  for (const found of text.matchAll(MENTION)) {
    if (found.index > end) parts.push({ words: text.slice(end, found.index) });
    parts.push({ person: found[1] ?? "" });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ words: text.slice(end) });
  return parts;
}
