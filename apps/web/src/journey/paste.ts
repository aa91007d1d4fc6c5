/**
 * Pasted text becomes cards, all of them one change: each line that says something a card of its own, a block of a
 * spreadsheet a card for each cell, in its column and its row.
 */
import { addCardBlock, addCards, type CardId, type Id, type JourneyView, type Outcome } from "@sameside/model";
import type { JourneyProps } from "./contract.ts";
import { cardLanes, columnOf } from "./landing.ts";
import type { CellPlace } from "./places.ts";
import { tableIn } from "./plainTable.ts";
import { columnIds } from "./several.ts";

/** More lines than this in one paste are asked about first. */
const MAX_PASTE_UNASKED = 50;

/**
 * False when there is nothing to paste, or nowhere to. `focus` gets the last card that was made. `asOne` makes one card
 * of it all.
 */
export function pasteInto(
  props: JourneyProps,
  cell: CellPlace | undefined,
  text: string,
  focus: (id: Id) => void,
  asOne = false,
): boolean {
  const { board, by, run, journey, editable, onSelect, onAskPaste } = props;
  if (!editable || !cell) return false;
  const table = asOne ? undefined : tableIn(text);
  const texts = table ? table.flat().filter((it) => it !== "") : asOne ? [text.trim()] : linesOf(text);
  if (texts.every((it) => it === "")) return false;
  const write = (): Outcome<CardId[]> =>
    table ? addCardBlock(board, by, blockAt(journey, cell, table)) : addCards(board, by, { ...cell, texts });
  const go = () => {
    const outcome = run(write());
    const last = outcome.outcome === "done" ? outcome.value.at(-1) : undefined;
    if (last === undefined) return;
    onSelect({ kind: "card", id: last });
    focus(last);
  };
  if (texts.length > MAX_PASTE_UNASKED) onAskPaste(texts, go);
  else go();
  return true;
}

export function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** From the cell to the right and down. Rows below the last lane stand under each other in it. */
function blockAt(journey: JourneyView, { parent, lane }: CellPlace, table: readonly (readonly string[])[]) {
  const lanes = cardLanes(journey).map(({ id }) => id);
  const first = lanes.indexOf(lane);
  const width = Math.max(...table.map((cells) => cells.length));
  const onwards = columnIds(journey).slice(columnOf(journey, parent));
  const columns = [parent, ...onwards.filter((id) => id !== parent)].slice(0, width);
  return {
    columns,
    phase: journey.phases.at(-1)?.id ?? "",
    rows: table.map((texts, index) => ({ lane: lanes[Math.min(first + index, lanes.length - 1)] ?? lane, texts })),
  };
}
