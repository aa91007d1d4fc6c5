/** Comments on anything of a map and on the map itself, in threads; and answers to a card's words, which nobody else rewords (S0-26). */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { newId } from "../../id.ts";
import type { CommentKind } from "../attachments.ts";
import type { CardId, CommentId, TalkSubjectId } from "../ids.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import { ownWords, removeSaid, rewordOwn } from "./ownWords.ts";
import { isTalkSubject, known, living, livingHeldBy } from "./place.ts";

/** Begins a thread. */
export function addComment(
  board: BoardDocument,
  by: Actor,
  args: { readonly subject: TalkSubjectId; readonly text: string },
): Outcome<CommentId> {
  if (!isTalkSubject(board, args.subject)) return refused("gone");
  return say(board, by, { subject: args.subject, kind: "comment" }, args.text);
}

/** Says something back to a card's words, beside them: what others may do where they may not reword. */
export function answerCard(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: CardId; readonly text: string },
): Outcome<CommentId> {
  if (!living(board, "cards", args.card)) return refused("gone");
  return say(board, by, { subject: args.card, kind: "answer" }, args.text);
}

/** Replies in the thread that the comment stands in. */
export function replyTo(
  board: BoardDocument,
  by: Actor,
  args: { readonly comment: CommentId; readonly text: string },
): Outcome<CommentId> {
  const comment = living(board, "comments", args.comment);
  if (!comment) return refused("gone");
  const thread = comment.replyTo ?? comment.id;
  return say(board, by, { subject: comment.subject, kind: "comment", replyTo: thread }, args.text);
}

export function rewordComment(
  board: BoardDocument,
  by: Actor,
  args: { readonly comment: CommentId; readonly text: string },
): Outcome {
  return rewordOwn(board, by, "comments", args.comment, args.text);
}

/** Marks a thread as resolved, by whoever thinks so. @param args.thread its first comment's id */
export function resolveThread(board: BoardDocument, by: Actor, args: { readonly thread: CommentId }): Outcome {
  return setResolved(board, by, args.thread, true);
}

export function reopenThread(board: BoardDocument, by: Actor, args: { readonly thread: CommentId }): Outcome {
  return setResolved(board, by, args.thread, false);
}

/** Removes a comment; the replies of others stay. By its author, or by whoever leads the table. */
export function removeComment(board: BoardDocument, by: Actor, args: { readonly comment: CommentId }): Outcome {
  return removeSaid(board, by, "comments", args.comment);
}

function say(
  board: BoardDocument,
  by: Actor,
  fields: { readonly subject: TalkSubjectId; readonly kind: CommentKind; readonly replyTo?: CommentId },
  text: string,
): Outcome<CommentId> {
  if (text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (text.trim() === "") return NOTHING;
  const id: CommentId = newId();
  return transact(board, by, (write) => {
    write.create("comments", id, { plain: { ...ownWords(by, text), ...fields } });
    return id;
  });
}

function setResolved(board: BoardDocument, by: Actor, thread: CommentId, resolved: boolean): Outcome {
  const first = known(board, "comments", thread);
  // The first comment may have been removed: as long as a reply stands, so does the thread.
  const stands = first && livingHeldBy(board, "comments", first.subject).some((it) => (it.replyTo ?? it.id) === thread);
  if (!stands) return refused("gone");
  if ((first.resolved?.value === true) === resolved) return NOTHING;
  return transact(board, by, (write) => write.set("comments", thread, "resolved", resolved));
}
