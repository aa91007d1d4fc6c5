/**
 * What the customers of a table want to talk about while colleagues listen, in an order of their own (S2-14). Colleagues
 * only read it; who helps at the table may write for those who do not type.
 */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import type { TopicId } from "../ids.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import { ownWords, removeSaid, rewordOwn } from "./ownWords.ts";
import { living, orderAt, orderForMove } from "./place.ts";

/** The one list that the topics of a board stand in. */
const TOP = { parent: "", lane: "" } as const;

/** Adds a topic in front of `before`, or at the end. */
export function addTopic(
  board: BoardDocument,
  by: Actor,
  args: { readonly text: string; readonly before?: TopicId },
): Outcome<TopicId> {
  return put(board, by, args.text, { before: args.before });
}

/** Says something that builds on a topic; what builds on a thread stands in it. */
export function buildOnTopic(
  board: BoardDocument,
  by: Actor,
  args: { readonly topic: TopicId; readonly text: string },
): Outcome<TopicId> {
  if (!living(board, "topics", args.topic)) return refused("gone");
  return put(board, by, args.text, { buildsOn: args.topic });
}

/** Moves a topic in front of `before`, or to the end; by any customer of the table, whoever brought it up. */
export function moveTopic(
  board: BoardDocument,
  by: Actor,
  args: { readonly topic: TopicId; readonly before?: TopicId },
): Outcome {
  if (listens(by)) return refused("not-yours");
  if (!living(board, "topics", args.topic)) return refused("gone");
  const order = orderForMove(board, "topics", args.topic, TOP, args.before);
  if (order === undefined) return NOTHING;
  return transact(board, by, (write) => write.set("topics", args.topic, "at", placeText({ ...TOP, order })));
}

/** Rewords the actor's own topic. */
export function rewordTopic(
  board: BoardDocument,
  by: Actor,
  args: { readonly topic: TopicId; readonly text: string },
): Outcome {
  return rewordOwn(board, by, "topics", args.topic, args.text);
}

/** Removes a topic: by its author, or by who leads the table. What others built on it stays, on its own. */
export function removeTopic(board: BoardDocument, by: Actor, args: { readonly topic: TopicId }): Outcome {
  return removeSaid(board, by, "topics", args.topic);
}

function put(
  board: BoardDocument,
  by: Actor,
  text: string,
  { before, buildsOn }: { readonly before?: TopicId | undefined; readonly buildsOn?: TopicId },
): Outcome<TopicId> {
  if (listens(by)) return refused("not-yours");
  if (text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (text.trim() === "") return NOTHING;
  const id: TopicId = newId();
  return transact(board, by, (write) => {
    const at = placeText({ ...TOP, order: orderAt(board, "topics", TOP, before) });
    const fixed = { ...ownWords(by, text), ...(buildsOn === undefined ? {} : { buildsOn }) };
    write.create("topics", id, { plain: fixed, stamped: { at } });
    return id;
  });
}

function listens({ role }: Actor): boolean {
  return role === "colleague";
}
