/** A block of a spreadsheet becomes cards: its columns stay columns, its rows stay rows. */
import { type Actor, NOTHING, type Outcome, refused, transact, type Writer } from "../../changes.ts";
import { type BoardDocument, docOf } from "../../document.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import type { CardId, LaneId, PhaseId, TouchpointId } from "../ids.ts";
import { MAX_TEXT_LENGTH } from "../limits.ts";
import type { Id } from "../schema.ts";
import { createCard, gradeOf, laneFor } from "./cards.ts";
import { living, orderSourceOf, ordersAt } from "./place.ts";

/** One row: its lane, and a text for each column; an empty one is an empty cell. */
interface BlockRow {
  readonly lane: LaneId;
  readonly texts: readonly string[];
}

/**
 * Adds a card for each text of a block at the end of its cell, in one transaction and one undo. `columns` are the phases
 * or touchpoints that take the columns from left to right; for columns beyond them touchpoints without a name are made
 * at the end of `phase`. Several rows may have the same lane: their cards stand below each other.
 *
 * @returns The cards' ids, row by row.
 */
export function addCardBlock(
  board: BoardDocument,
  by: Actor,
  args: {
    readonly columns: readonly (PhaseId | TouchpointId)[];
    readonly phase: PhaseId;
    readonly rows: readonly BlockRow[];
  },
): Outcome<CardId[]> {
  const texts = args.rows.flatMap((row) => row.texts).filter((text) => text.trim() !== "");
  if (texts.length === 0) return NOTHING;
  if (texts.some((text) => text.length > MAX_TEXT_LENGTH)) return refused("too-long");
  if (!living(board, "phases", args.phase)) return refused("gone");
  const cells = args.rows.flatMap(({ lane }) => [args.phase, ...args.columns].map((parent) => ({ parent, lane })));
  for (const cell of cells) {
    const found = laneFor(board, cell);
    if (found.outcome === "refused") return found;
  }
  const width = Math.max(...args.rows.map((row) => row.texts.length));
  return transact(board, by, (write) => {
    const columns = [...args.columns, ...newColumns(board, write, args.phase, width - args.columns.length)];
    const place = openEnds(board);
    return args.rows.flatMap(({ lane, texts: row }) =>
      row.flatMap((text, index) => {
        const parent = columns[index];
        const found = laneFor(board, { parent: args.phase, lane });
        if (text.trim() === "" || parent === undefined || found.outcome === "refused") return [];
        const id = newId();
        const at = place(parent, lane);
        const speaker = by.writesFor;
        createCard(write, by, id, { at, kind: found.kind, text, body: "", grade: gradeOf(by), speaker });
        return [id];
      }),
    );
  });
}

function newColumns(board: BoardDocument, write: Writer, phase: PhaseId, count: number): TouchpointId[] {
  if (count <= 0) return [];
  const list = { parent: phase, lane: "" };
  return ordersAt(board, "touchpoints", list, undefined, count).map((order) => {
    const id = newId();
    write.create("touchpoints", id, { stamped: { at: placeText({ ...list, order }), title: "" } });
    return id;
  });
}

/** Places at the end of each cell, one after the other. */
function openEnds(board: BoardDocument): (parent: Id, lane: Id) => string {
  const source = orderSourceOf(docOf(board));
  const lastByCell = new Map<string, string>();
  return (parent, lane) => {
    const cell = `${parent}|${lane}`;
    const last = lastByCell.get(cell);
    const [first = ""] = last === undefined ? ordersAt(board, "cards", { parent, lane }, undefined, 1) : [];
    const order = last === undefined ? first : source.between(last, undefined);
    lastByCell.set(cell, order);
    return placeText({ parent, lane, order });
  };
}
