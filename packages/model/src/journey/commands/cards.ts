/** Cards: short texts in a lane, on a phase or a touchpoint. A text is its author's; others move, grade and suggest. */
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { MAX_BODY_LENGTH, MAX_TEXT_LENGTH } from "../limits.ts";
import type { CardKind, Grade, Id } from "../schema.ts";
import { living, orderAt, ordersAt, standsAt } from "./place.ts";

/** Where a card lies: on a phase or a touchpoint, in a lane of the same journey. */
export interface CardPlace {
  readonly parent: Id;
  readonly lane: Id;
}

/** Adds a card in front of `before`, or as the last of its cell. A customer's card counts as heard, others as assumed. */
export function addCard(
  board: BoardDocument,
  by: Actor,
  args: CardPlace & { readonly text: string; readonly body?: string; readonly grade?: Grade; readonly before?: Id },
): Outcome<Id> {
  const lane = laneFor(board, args);
  if (lane.outcome !== "found") return lane;
  const body = args.body ?? "";
  if (args.text.length > MAX_TEXT_LENGTH || body.length > MAX_BODY_LENGTH) return refused("too-long");
  if (args.text.trim() === "") return NOTHING;
  const id = newId();
  return transact(board, by, (write) => {
    const at = placeText({ parent: args.parent, lane: args.lane, order: orderAt(board, "cards", args, args.before) });
    createCard(write, by, id, { at, kind: lane.kind, text: args.text, body, grade: args.grade ?? gradeOf(by) });
    return id;
  });
}

/** Adds a card for each text, in order, in one transaction and one undo. Empty texts are passed over. */
export function addCards(
  board: BoardDocument,
  by: Actor,
  args: CardPlace & { readonly texts: readonly string[] },
): Outcome<Id[]> {
  const lane = laneFor(board, args);
  if (lane.outcome !== "found") return lane;
  const texts = args.texts.filter((text) => text.trim() !== "");
  if (texts.some((text) => text.length > MAX_TEXT_LENGTH)) return refused("too-long");
  const orders = ordersAt(board, "cards", args, undefined, texts.length);
  return transact(board, by, (write) =>
    texts.map((text, index) => {
      const id = newId();
      const at = placeText({ parent: args.parent, lane: args.lane, order: orders[index] ?? "" });
      createCard(write, by, id, { at, kind: lane.kind, text, body: "", grade: gradeOf(by) });
      return id;
    }),
  );
}

/** Writes a new card's fields: the same for one typed, pasted or imported. */
export function createCard(
  write: Writer,
  by: Actor,
  id: Id,
  card: {
    readonly at: string;
    readonly kind: CardKind;
    readonly text: string;
    readonly body: string;
    readonly grade: Grade;
  },
): void {
  write.create("cards", id, {
    // `said` is the first wording and never changes: were it overwritten round the interface, it is still there.
    plain: { author: by.person, role: by.role, made: by.now(), kind: card.kind, said: card.text },
    stamped: { at: card.at, grade: card.grade },
    // Made now, not at the first letter: a Y.Text made by two devices at the same time would lose one of the two.
    texts: { body: card.body },
  });
}

/** Moves a card into a cell, in front of `before` or as the last. */
export function moveCard(
  board: BoardDocument,
  by: Actor,
  args: CardPlace & { readonly card: Id; readonly before?: Id },
): Outcome {
  if (!living(board, "cards", args.card)) return refused("gone");
  const lane = laneFor(board, args);
  if (lane.outcome !== "found") return lane;
  if (standsAt(board, "cards", args.card, args, args.before)) return NOTHING;
  return transact(board, by, (write) => {
    const order = orderAt(board, "cards", args, args.before, args.card);
    write.set("cards", args.card, "at", placeText({ parent: args.parent, lane: args.lane, order }));
  });
}

/** Rewords the actor's own card. Refused for another's words: suggest instead. */
export function rewordCard(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: Id; readonly text: string },
): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return refused("gone");
  if (card.author !== by.person) return refused("not-yours");
  if (args.text.length > MAX_TEXT_LENGTH) return refused("too-long");
  if (args.text.trim() === "") return refused("bad-value");
  if (args.text === (card.text?.value ?? card.said)) return NOTHING;
  return transact(board, by, (write) => write.set("cards", args.card, "text", args.text));
}

/** Replaces the long text of the actor's own card by the smallest edit. */
export function writeBody(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: Id; readonly body: string },
): Outcome {
  const card = living(board, "cards", args.card);
  if (!card) return refused("gone");
  if (card.author !== by.person) return refused("not-yours");
  if (args.body.length > MAX_BODY_LENGTH) return refused("too-long");
  return transact(board, by, (write) => write.setText("cards", args.card, "body", args.body));
}

export function gradeCard(
  board: BoardDocument,
  by: Actor,
  args: { readonly card: Id; readonly grade: Grade },
): Outcome {
  if (!living(board, "cards", args.card)) return refused("gone");
  return transact(board, by, (write) => write.set("cards", args.card, "grade", args.grade));
}

export function removeCard(board: BoardDocument, by: Actor, args: { readonly card: Id }): Outcome {
  if (!living(board, "cards", args.card)) return NOTHING;
  return transact(board, by, (write) => write.set("cards", args.card, "del", true));
}

function gradeOf(by: Actor): Grade {
  return by.role === "customer" ? "heard" : "assumed";
}

type FoundLane = { readonly outcome: "found"; readonly kind: CardKind };

/** The lane of a cell, when the cell can hold cards: the parent and the lane are of one journey. */
function laneFor(board: BoardDocument, { parent, lane }: CardPlace): FoundLane | ReturnType<typeof refused> {
  const record = living(board, "lanes", lane);
  const touchpoint = living(board, "touchpoints", parent);
  const phase = living(board, "phases", touchpoint ? touchpoint.at.value.parent : parent);
  if (!record || !phase) return refused("gone");
  if (record.kind === "touchpoint" || record.kind === "feeling") return refused("bad-value");
  if (record.at.value.parent !== phase.at.value.parent) return refused("bad-value");
  return { outcome: "found", kind: record.kind };
}
