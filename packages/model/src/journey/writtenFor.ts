/**
 * What one person writes down for another: assumed until that person has said that it is so (S2-6, S0-13). Its author's
 * yes holds the words they agreed to, so that nothing the writer mends at the same time is taken for theirs.
 */
import type { PersonId } from "./ids.ts";
import type { RecordOf } from "./records.ts";

type Card = RecordOf<"cards">;

/** `true` when somebody else wrote it down. */
export function isSetDown({ author, writer }: Pick<Card, "author" | "writer">): boolean {
  return writer !== undefined && writer !== author;
}

/** Who wrote a card down for its author, as long as its author has not agreed to it. */
export function awaitedWriter(card: Pick<Card, "author" | "writer" | "agreed">): PersonId | undefined {
  return isSetDown(card) && agreedWords(card) === undefined ? card.writer : undefined;
}

/** The card with the words that its author has agreed to, where somebody wrote it down for them. */
export function inAuthorsWords(card: Card): Card {
  const agreed = agreedWords(card);
  return agreed ? { ...card, said: agreed.value, text: agreed } : card;
}

/** A card's words as they are shown. */
export function wordsOfCard(card: Card): string {
  const { text, said } = inAuthorsWords(card);
  return text?.value ?? said;
}

/** Nobody agrees for another: what anybody else puts there does not count. */
function agreedWords(card: Pick<Card, "author" | "writer" | "agreed">) {
  const { author, agreed } = card;
  if (!isSetDown(card) || !agreed?.value || agreed.person !== author) return undefined;
  return { ...agreed, value: agreed.value };
}
