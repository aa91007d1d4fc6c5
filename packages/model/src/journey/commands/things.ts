/** Several cards and touchpoints at once: each gesture one transaction and one undo. */
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import type { BoardDocument } from "../../document.ts";
import { placeText } from "../../fields.ts";
import type { CardId, PhaseId, TouchpointId } from "../ids.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { isTakenAway } from "../takenAway.ts";
import { type CardPlace, problemOfCell } from "./cards.ts";
import { openLaneMatch } from "./laneMatch.ts";
import { grouped, known, type ListMove, living, livingHeldBy, ordersForMoves } from "./place.ts";

export interface CardMove extends CardPlace {
  readonly card: CardId;
  readonly before?: CardId;
}
export interface TouchpointMove {
  readonly touchpoint: TouchpointId;
  readonly phase: PhaseId;
  readonly before?: TouchpointId;
}

/**
 * Moves cards and touchpoints. Those that go in front of the same one come in the given order. A touchpoint takes its
 * cards along, into another journey too: there they stand in the lane that matches theirs, or in a copy of their lane.
 * What is gone is passed over; with `bringBack` what was removed comes back at its new place (cut and paste).
 */
export function moveThings(
  board: BoardDocument,
  by: Actor,
  args: {
    readonly cards?: readonly CardMove[];
    readonly touchpoints?: readonly TouchpointMove[];
    readonly bringBack?: boolean;
  },
): Outcome {
  const find = args.bringBack ? known : living;
  const cards = (args.cards ?? []).filter(({ card }) => {
    const record = find(board, "cards", card);
    return record && !isTakenAway(record);
  });
  const touchpoints = (args.touchpoints ?? []).filter(({ touchpoint }) => find(board, "touchpoints", touchpoint));
  if (cards.length + touchpoints.length === 0) return refused("gone");
  const problem = problemOfMoves(board, cards, touchpoints);
  if (problem) return problem;
  return transact(board, by, (write) => {
    moveTouchpoints(board, write, touchpoints);
    moveCards(board, write, cards);
  });
}

/** Removes things; what lies in a removed touchpoint goes to the Unplaced tray. What is gone already is passed over. */
export function removeThings(
  board: BoardDocument,
  by: Actor,
  args: { readonly cards?: readonly CardId[]; readonly touchpoints?: readonly TouchpointId[] },
): Outcome {
  const things = (["cards", "touchpoints"] as const).flatMap((collection) =>
    (args[collection] ?? []).flatMap((id) => {
      const record = living(board, collection, id);
      return record ? [{ collection, id, locked: record.locked }] : [];
    }),
  );
  if (things.length === 0) return NOTHING;
  if (things.some(({ locked }) => locked)) return refused("locked");
  return transact(board, by, (write) => {
    for (const { collection, id } of things) write.set(collection, id, "del", true);
  });
}

function problemOfMoves(
  board: BoardDocument,
  cards: readonly CardMove[],
  touchpoints: readonly TouchpointMove[],
): ReturnType<typeof refused> | undefined {
  const isLocked =
    cards.some(({ card }) => known(board, "cards", card)?.locked) ||
    touchpoints.some(({ touchpoint }) => known(board, "touchpoints", touchpoint)?.locked);
  if (isLocked) return refused("locked");
  if (touchpoints.some(({ phase }) => !living(board, "phases", phase))) return refused("gone");
  return cards.map((move) => problemOfCell(board, move)).find((problem) => problem !== undefined);
}

function moveCards(board: BoardDocument, write: Writer, moves: readonly CardMove[]): void {
  const movesByCell = grouped(moves, ({ parent, lane }) => `${parent}|${lane}`);
  for (const inCell of movesByCell.values()) {
    const [first] = inCell;
    if (!first) continue;
    const { parent, lane } = first;
    place(
      board,
      write,
      "cards",
      { parent, lane },
      inCell.map(({ card, before }) => ({ id: card, before })),
    );
  }
}

function moveTouchpoints(board: BoardDocument, write: Writer, moves: readonly TouchpointMove[]): void {
  for (const [phase, inPhase] of grouped(moves, (move) => move.phase)) {
    const journey = living(board, "phases", phase)?.at.value.parent ?? "";
    const laneFor = openLaneMatch(board, write, journey);
    for (const { touchpoint } of inPhase) {
      const from = known(board, "phases", known(board, "touchpoints", touchpoint)?.at.value.parent ?? "");
      if (from && from.at.value.parent !== journey) relane(board, write, touchpoint, laneFor);
    }
    place(
      board,
      write,
      "touchpoints",
      { parent: phase, lane: "" },
      inPhase.map(({ touchpoint, before }) => ({ id: touchpoint, before })),
    );
  }
}

/** Cards lie in lanes of their journey; they keep their order in the lanes of the other one. */
function relane(board: BoardDocument, write: Writer, touchpoint: Id, laneFor: (lane: Id) => Id): void {
  for (const card of livingHeldBy(board, "cards", touchpoint)) {
    const { parent, lane, order } = card.at.value;
    write.set("cards", card.id, "at", placeText({ parent, lane: laneFor(lane), order }));
  }
}

function place(
  board: BoardDocument,
  write: Writer,
  collection: "cards" | "touchpoints",
  list: { readonly parent: Id; readonly lane: Id },
  moves: readonly ListMove[],
): void {
  const orderById = ordersForMoves(board, collection, list, moves);
  for (const { id } of moves) {
    const order = orderById?.get(id);
    if (order !== undefined) write.set(collection, id, "at", placeText({ ...list, order }));
    const record: RecordOf<typeof collection> | undefined = known(board, collection, id);
    if (record?.del) write.set(collection, id, "del", false);
  }
}
