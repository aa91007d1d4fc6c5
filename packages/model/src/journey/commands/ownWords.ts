/** A person's own words, wherever they stand: reworded by nobody else (SPEC C4). */
import { type Actor, NOTHING, type Outcome, refused, type Speaker, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import type { Id } from "../schema.ts";
import { living } from "./place.ts";

/** The plain fields of new words. `said` never changes: were it overwritten round the interface, it is still there. */
export function ownWords(by: Actor, text: string) {
  return { author: by.person, role: by.role, made: by.now(), said: text };
}

/** The plain fields of words that the actor writes down for who says them: theirs, not the writer's (S2-6). */
export function wordsOf(by: Actor, { person, role }: Speaker, text: string) {
  return { ...ownWords(by, text), author: person, role, writer: by.person };
}

/** Whoever wrote words down for another may mend them until that person has agreed. */
export function maySetDown(
  by: Actor,
  words: { readonly author: Id; readonly writer?: Id | undefined },
  isAgreed: boolean,
): boolean {
  return words.writer === by.person && words.author !== by.person && !isAgreed;
}

/** Mends what the actor wrote down for another. Still the words of who said them: they carry their stamp. */
export function mendFor(
  board: BoardDocument,
  by: Actor,
  collection: "cards" | "quotes",
  { id, author }: { readonly id: Id; readonly author: Id },
  text: string,
): Outcome {
  if (text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (text.trim() === "") return refused("bad-value");
  return transact(board, by, (write) => write.set(collection, id, "text", text, author));
}

/** Rewords the actor's own words. Refused for another's. */
export function rewordOwn(
  board: BoardDocument,
  by: Actor,
  collection: "cards" | "comments" | "topics" | "quotes",
  id: Id,
  text: string,
): Outcome {
  const words = living(board, collection, id);
  if (!words) return refused("gone");
  if (words.author !== by.person) return refused("not-yours");
  if ("locked" in words && words.locked) return refused("locked");
  if (text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (text.trim() === "") return refused("bad-value");
  if (text === (words.text?.value ?? words.said)) return NOTHING;
  return transact(board, by, (write) => write.set(collection, id, "text", text));
}

/**
 * Removes what somebody said in a discussion: its author may, and whoever leads the table. Others may not, or the one
 * who is contradicted could take the contradiction away.
 */
export function removeSaid(
  board: BoardDocument,
  by: Actor,
  collection: "comments" | "claims" | "accounts" | "topics",
  id: Id,
): Outcome {
  const words = living(board, collection, id);
  if (!words) return NOTHING;
  const leads = by.role === "moderator" || by.role === "facilitator";
  if (words.author !== by.person && !leads) return refused("not-yours");
  return transact(board, by, (write) => write.set(collection, id, "del", true));
}
