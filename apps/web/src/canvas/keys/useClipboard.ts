/** Ctrl+C, Ctrl+X and Ctrl+V on the canvas, by the browser's own events. */
import { dropTarget, type Point, touchpointDropTarget } from "@sameside/layout";
import { removeThings } from "@sameside/model";
import { type RefObject, useEffect } from "react";
import { giveToClipboard, takenIn } from "../../journey/clipboard.ts";
import type { Selection } from "../../journey/contract.ts";
import { selectionAt } from "../../journey/elements.ts";
import { isField } from "../../journey/keys.ts";
import { pasteInto } from "../../journey/paste.ts";
import { thingsAmong } from "../../journey/several.ts";
import { type PastePlace, pasteTaken, placeBeside } from "../../journey/taking.ts";
import type { Words } from "../../words/words.ts";
import type { Desk } from "../hand/gestures.ts";

/** @param pointer Where the pointer is over the sheet (client pixels), while the hand is there and not at the keys. */
export function useClipboard(desk: RefObject<Desk>, pointer: RefObject<Point | null>, words: Words): void {
  useEffect(() => {
    let asOne = false;
    // Also while a button beside the map has the focus: no button has a use for a clipboard.
    const isOurs = (event: Event) => !desk.current.props.isAside && !isField(event.target);
    const onKeyDown = (event: KeyboardEvent) => {
      // The paste that follows does not say which keys asked for it.
      asOne = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "v";
    };
    const onCopy = (event: ClipboardEvent) => {
      // Words that are marked on the page are the browser's to copy.
      if (!isOurs(event) || getSelection()?.isCollapsed === false) return;
      if (copy(desk.current, event, words)) event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isOurs(event) || !event.clipboardData) return;
      if (
        paste(desk.current, event.clipboardData, pointer.current && desk.current.flow.toLayout(pointer.current), asOne)
      )
        event.preventDefault();
      asOne = false;
    };
    document.addEventListener("keydown", onKeyDown, true);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("keydown", onKeyDown, true);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [desk, pointer, words]);
}

/** What a key or an event is about: what has the keyboard, unless it is one of several that are chosen. */
function aimedAt({ picked }: Desk): readonly Selection[] {
  const focused = selectionAt(document.activeElement);
  return focused && !picked.some(({ id }) => id === focused.id) ? [focused] : picked;
}

function copy(desk: Desk, { type, clipboardData }: ClipboardEvent, words: Words): boolean {
  const { props, pick } = desk;
  const { board, by, journey, run, editable, onSay } = props;
  const isCut = type === "cut" && editable;
  const chosen = aimedAt(desk);
  if (!clipboardData) return false;
  const count = giveToClipboard(clipboardData, journey, chosen, isCut);
  if (count === 0) return false;
  if (!isCut) onSay(words.editing.copied(count));
  // A lane would leave its cards without a place: it goes when it is pasted.
  else if (chosen[0]?.kind === "lane") onSay(words.editing.laneCut);
  else if (run(removeThings(board, by, thingsAmong(journey, chosen))).outcome === "done") pick([]);
  return true;
}

function paste(desk: Desk, clipboard: DataTransfer, pointer: Point | null, asOne: boolean): boolean {
  const { props, active, focus, pick } = desk;
  if (!props.editable) return false;
  const place = placeOf(desk, pointer);
  const taken = asOne ? undefined : takenIn(clipboard);
  const pasted = taken && pasteTaken(props, taken, place);
  if (pasted) {
    pick(pasted);
    const [first] = pasted;
    if (first) focus(first.id);
    return true;
  }
  const cell = place.cell ?? placeBeside(props.journey, props.selection, active).cell;
  return pasteInto(props, cell, clipboard.getData("text/plain"), focus, asOne);
}

/** At the pointer, when it is over the sheet; else beside what has the keyboard or is chosen. */
function placeOf(desk: Desk, pointer: Point | null): PastePlace {
  const { layout, props, active } = desk;
  const chosen = aimedAt(desk).at(-1) ?? null;
  const beside = placeBeside(props.journey, chosen, active);
  const target = pointer && dropTarget(layout, pointer);
  const touchpoint = pointer && touchpointDropTarget(layout, pointer);
  return {
    cell: target
      ? { parent: target.parent, lane: target.lane, ...(target.before !== undefined && { before: target.before }) }
      : beside.cell,
    touchpoint: touchpoint
      ? { phase: touchpoint.phase, ...(touchpoint.before !== undefined && { before: touchpoint.before }) }
      : beside.touchpoint,
    beforeLane: beside.beforeLane,
  };
}
