/** Keys that are meant for the canvas, wherever the focus is on the page but in a field or a dialog. */
import { type RefObject, useEffect } from "react";
import { selectionAt } from "../../journey/elements.ts";
import { type Intent, intentOf, isElsewhere, isField } from "../../journey/keys.ts";
import type { Desk } from "../hand/gestures.ts";
import { act, type ViewActs } from "./keyboard.ts";

/** What a key asks of the map also while a button beside it has the focus; the others are that button's own. */
const PAGE_WIDE: ReadonlySet<Intent["kind"]> = new Set([
  "fit",
  "zoom-in",
  "zoom-out",
  "zoom-100",
  "fit-selection",
  "hand",
  "pointer",
  "all",
  "new-card",
  "new-touchpoint",
  "moment",
]);

/** `desk` and `view` are read when a key comes, so that they may change without a new listener. */
export function useKeys(root: RefObject<HTMLElement | null>, desk: RefObject<Desk>, view: ViewActs): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const intent = event.defaultPrevented ? undefined : intentOf(event);
      if (!intent || desk.current.props.isAside || isField(event.target)) return;
      if (isElsewhere(event.target, root.current) && !PAGE_WIDE.has(intent.kind)) return;
      const focused = selectionAt(document.activeElement);
      // A button that is no thing of the map keeps its own Enter and Space.
      const isButton = document.activeElement instanceof HTMLButtonElement && !focused;
      if (isButton && (intent.kind === "edit" || intent.kind === "select")) return;
      if (act(desk.current, intent, focused, view)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [root, desk, view]);
}
