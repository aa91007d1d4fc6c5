/** Cards and touchpoints again: duplicated, pasted, dragged with Alt, or taken over into another journey of the board. */

import { type Actor, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { type BoardDocument, docOf } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { carriedFields } from "../carriedFields.ts";
import type { CardId, TouchpointId } from "../ids.ts";
import { MAX_IMPORT_ENTITIES } from "../limits.ts";
import type { RecordOf } from "../records.ts";
import type { Id } from "../schema.ts";
import { problemOfCell } from "./cards.ts";
import { inOrder, NEVER_COPIED, originOf, writeCardCopy, writeMarkCopies } from "./copies.ts";
import { openLaneMatch } from "./laneMatch.ts";
import { grouped, known, living, livingHeldBy, openPlacer, orderSourceOf, ordersAt } from "./place.ts";
import type { CardMove, TouchpointMove } from "./things.ts";

/**
 * Copies cards and touchpoints, with the cards and moments of truth of the touchpoints, in one transaction and one undo.
 * Those that go in front of the same one come in the given order. What was removed can be copied too: somebody may have
 * removed it since it was taken. Words stay their author's, and ratings are not copied (see `copyJourney`). In another
 * journey a copy keeps the origin, and the cards of a touchpoint stand in the lane that matches theirs.
 *
 * @returns The copies' ids in the order of the arguments. Refused: `gone` when nothing of it is known, or the place is
 *   gone; `too-long` for more than MAX_IMPORT_ENTITIES things.
 */
export function copyThings(
  board: BoardDocument,
  by: Actor,
  args: { readonly cards?: readonly CardMove[]; readonly touchpoints?: readonly TouchpointMove[] },
): Outcome<{ readonly cards: readonly CardId[]; readonly touchpoints: readonly TouchpointId[] }> {
  const cards = (args.cards ?? []).filter(({ card }) => known(board, "cards", card));
  const touchpoints = (args.touchpoints ?? []).filter(({ touchpoint }) => known(board, "touchpoints", touchpoint));
  if (cards.length + touchpoints.length === 0) return refused("gone");
  if (touchpoints.some(({ phase }) => !living(board, "phases", phase))) return refused("gone");
  const problem = cards.map((copy) => problemOfCell(board, copy)).find((it) => it !== undefined);
  if (problem) return problem;
  const held = touchpoints.reduce((sum, it) => sum + livingHeldBy(board, "cards", it.touchpoint).length, 0);
  if (cards.length + touchpoints.length + held > MAX_IMPORT_ENTITIES) return refused("too-long");
  return transact(board, by, (write) => ({
    touchpoints: copyTouchpoints(board, write, touchpoints),
    cards: copyCards(board, write, cards),
  }));
}

function copyCards(board: BoardDocument, write: Writer, copies: readonly CardMove[]): CardId[] {
  const orderOf = ordersFor(
    board,
    "cards",
    copies.map(({ parent, lane, before }) => ({ parent, lane, before })),
  );
  return copies.map(({ card, parent, lane }, index) => {
    const id = newId();
    const record = known(board, "cards", card) as RecordOf<"cards">;
    const origin = journeyOf(board, record.at.value.parent) === journeyOf(board, parent) ? {} : originOf(record);
    writeCardCopy(board, write, record, id, placeText({ parent, lane, order: orderOf[index] ?? "" }), origin);
    return id;
  });
}

function copyTouchpoints(board: BoardDocument, write: Writer, copies: readonly TouchpointMove[]): TouchpointId[] {
  const orderOf = ordersFor(
    board,
    "touchpoints",
    copies.map(({ phase, before }) => ({ parent: phase, lane: "", before })),
  );
  return copies.map(({ touchpoint, phase }, index) => {
    const id = newId();
    const record = known(board, "touchpoints", touchpoint) as RecordOf<"touchpoints">;
    const journey = journeyOf(board, phase);
    const isElsewhere = journeyOf(board, record.at.value.parent) !== journey;
    const at = placeText({ parent: phase, lane: "", order: orderOf[index] ?? "" });
    const { stamped, texts } = carriedFields(board, "touchpoints", touchpoint, NEVER_COPIED);
    write.create("touchpoints", id, {
      plain: isElsewhere ? originOf(record) : {},
      stamped: { ...stamped, at },
      texts,
    });
    copyContents(board, write, record, id, journey, isElsewhere);
    return id;
  });
}

/** The cards on a touchpoint and its moment of truth. */
function copyContents(
  board: BoardDocument,
  write: Writer,
  { id: original }: RecordOf<"touchpoints">,
  copy: TouchpointId,
  journey: Id,
  isElsewhere: boolean,
): void {
  const place = openPlacer(orderSourceOf(docOf(board)));
  const laneFor = openLaneMatch(board, write, journey);
  for (const card of inOrder(livingHeldBy(board, "cards", original))) {
    const at = place(copy, laneFor(card.at.value.lane));
    writeCardCopy(board, write, card, newId(), at, isElsewhere ? originOf(card) : {});
  }
  const moments = livingHeldBy(board, "moments", original);
  writeMarkCopies(board, write, moments, [], new Map([[original, copy]]));
}

/** An order key for each copy; those of one gap of a list in the given order. */
function ordersFor(
  board: BoardDocument,
  collection: "cards" | "touchpoints",
  places: readonly { readonly parent: Id; readonly lane: Id; readonly before: Id | undefined }[],
): readonly string[] {
  const orders: string[] = [];
  const indexed = places.map((place, index) => ({ ...place, index }));
  for (const gap of grouped(indexed, ({ parent, lane, before }) => `${parent}|${lane}|${before ?? ""}`).values()) {
    const [first] = gap;
    if (!first) continue;
    const keys = ordersAt(board, collection, first, first.before, gap.length);
    gap.forEach(({ index }, at) => {
      orders[index] = keys[at] ?? "";
    });
  }
  return orders;
}

/** The journey of a phase or a touchpoint, removed or not. */
function journeyOf(board: BoardDocument, id: Id): Id {
  const phase = known(board, "phases", known(board, "touchpoints", id)?.at.value.parent ?? id);
  return phase?.at.value.parent ?? "";
}
