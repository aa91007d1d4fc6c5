/** Pasted lines: each that says something becomes a card of its own, all of them one change. */
import { addCards, type Id } from "@sameside/model";
import type { JourneyProps } from "./contract.ts";
import type { CellPlace } from "./places.ts";

/** More lines than this in one paste are asked about first. */
const MAX_PASTE_UNASKED = 50;

/** False when there is nothing to paste, or nowhere to. `focus` gets the last card that was made. */
export function pasteInto(
  { board, by, run, editable, onSelect, onAskPaste }: JourneyProps,
  cell: CellPlace | undefined,
  text: string,
  focus: (id: Id) => void,
): boolean {
  const texts = linesOf(text);
  if (!editable || !cell || texts.length === 0) return false;
  const go = () => {
    const outcome = run(addCards(board, by, { ...cell, texts }));
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
