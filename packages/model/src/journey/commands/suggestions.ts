/** Another person's wording for a card (S0-26): offered beside it; its author takes it with one command or leaves it. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { newId } from "../../id.ts";
import type { CardId, SuggestionId } from "../ids.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import { awaitedWriter, isSetDown } from "../writtenFor.ts";
import { gradeOf } from "./cards.ts";
import { living } from "./place.ts";

export function suggestWording(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: CardId; readonly text: string },
): Outcome<SuggestionId> {
  if (!living(board, "cards", args.card)) return refused("gone");
  if (args.text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (args.text.trim() === "") return NOTHING;
  const id = newId();
  return transact(board, by, (write) => {
    write.create("suggestions", id, { plain: { card: args.card, author: by.person, made: by.now(), text: args.text } });
    return id;
  });
}

/** The card's author makes the suggested wording theirs. */
export function takeSuggestion(board: BoardDocument, by: Actor, args: { readonly suggestion: SuggestionId }): Outcome {
  const suggestion = living(board, "suggestions", args.suggestion);
  const card = suggestion && living(board, "cards", suggestion.card);
  if (!suggestion || !card) return refused("gone");
  if (card.author !== by.person) return refused("not-yours");
  return transact(board, by, (write) => {
    write.set("cards", card.id, isSetDown(card) ? "agreed" : "text", suggestion.text);
    if (awaitedWriter(card) !== undefined) write.set("cards", card.id, "grade", gradeOf(by));
    write.set("suggestions", suggestion.id, "del", true);
  });
}

/** Puts a suggestion away: by the card's author, or by the one who made it. */
export function dismissSuggestion(
  board: BoardDocument,
  by: Actor,
  args: { readonly suggestion: SuggestionId },
): Outcome {
  const suggestion = living(board, "suggestions", args.suggestion);
  if (!suggestion) return NOTHING;
  const card = living(board, "cards", suggestion.card);
  if (card?.author !== by.person && suggestion.author !== by.person) return refused("not-yours");
  return transact(board, by, (write) => write.set("suggestions", suggestion.id, "del", true));
}
