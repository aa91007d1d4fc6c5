/** Ctrl+C, Ctrl+X and Ctrl+V on a map, the same in every view of it, by the browser's own events. */
import { removeThings } from "@sameside/model";
import { useEffect } from "react";
import type { Words } from "../words/words.ts";
import { giveToClipboard, takenIn } from "./clipboard.ts";
import type { JourneyProps, Selection } from "./contract.ts";
import { isField } from "./keys.ts";
import { pasteInto } from "./paste.ts";
import { thingsAmong } from "./several.ts";
import { type PastePlace, pasteTaken } from "./taking.ts";
import { aimedAt } from "./usePicked.ts";

/** What the clipboard works with. */
interface Desk {
  readonly props: JourneyProps;
  readonly picked: readonly Selection[];
  pick(chosen: readonly Selection[]): void;
  /** Gives the keyboard to a thing, as soon as it is drawn. */
  focus(id: string): void;
}

/**
 * Both functions are asked when an event comes, and stay the same objects.
 *
 * @param now the view as it is; `undefined` while the clipboard is for another map
 * @param placeOf where something pasted goes; `aimed` is what has the keyboard or is chosen
 */
export function useClipboard(
  now: () => Desk | undefined,
  placeOf: (aimed: Selection | null) => PastePlace,
  words: Words,
): void {
  useEffect(() => {
    let asOne = false;
    // Also while a button beside the map has the focus: no button has a use for a clipboard.
    const deskFor = (event: Event) => (isField(event.target) ? undefined : now());
    const onKeyDown = (event: KeyboardEvent) => {
      // The paste that follows does not say which keys asked for it.
      asOne = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "v";
    };
    const onCopy = (event: ClipboardEvent) => {
      const desk = deskFor(event);
      // Words that are marked on the page are the browser's to copy.
      if (!desk || getSelection()?.isCollapsed === false) return;
      if (copy(desk, event, words)) event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      const desk = deskFor(event);
      if (!desk || !event.clipboardData) return;
      const place = placeOf(aimedAt(desk.picked).at(-1) ?? null);
      if (paste(desk, event.clipboardData, place, asOne)) event.preventDefault();
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
  }, [now, placeOf, words]);
}

function copy({ props, picked, pick }: Desk, { type, clipboardData }: ClipboardEvent, words: Words): boolean {
  const { board, by, journey, run, editable, onSay } = props;
  const isCut = type === "cut" && editable;
  const chosen = aimedAt(picked);
  if (!clipboardData) return false;
  const count = giveToClipboard(clipboardData, journey, chosen, isCut);
  if (count === 0) return false;
  if (!isCut) onSay(words.editing.copied(count));
  // A lane would leave its cards without a place: it goes when it is pasted.
  else if (chosen[0]?.kind === "lane") onSay(words.editing.laneCut);
  else if (run(removeThings(board, by, thingsAmong(journey, chosen))).outcome === "done") pick([]);
  return true;
}

function paste({ props, focus, pick }: Desk, clipboard: DataTransfer, place: PastePlace, asOne: boolean): boolean {
  if (!props.editable) return false;
  const taken = asOne ? undefined : takenIn(clipboard);
  const pasted = taken && pasteTaken(props, taken, place);
  if (!pasted) return pasteInto(props, place.cell, clipboard.getData("text/plain"), focus, asOne);
  pick(pasted);
  const [first] = pasted;
  if (first) focus(first.id);
  return true;
}
