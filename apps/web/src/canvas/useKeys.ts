/** Keys and pastes that are meant for the canvas, wherever the focus is on the page but in a field or a dialog. */
import { type RefObject, useEffect } from "react";
import type { Selection } from "./contract.ts";
import { type Desk, pasteLines } from "./gestures.ts";
import { act, type ViewActs } from "./keyboard.ts";
import { type Intent, intentOf, isElsewhere, isField } from "./keys.ts";

/** What a key asks of the map also while a button beside it has the focus; the others are that button's own. */
const PAGE_WIDE: ReadonlySet<Intent["kind"]> = new Set([
  "fit",
  "zoom-in",
  "zoom-out",
  "zoom-100",
  "new-card",
  "new-touchpoint",
  "moment",
]);

/** `desk` and `view` are read when a key comes, so that they may change without a new listener. */
export function useKeys(root: RefObject<HTMLElement | null>, desk: RefObject<Desk>, view: ViewActs): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const intent = event.defaultPrevented ? undefined : intentOf(event);
      if (!intent || isField(event.target)) return;
      if (isElsewhere(event.target, root.current) && !PAGE_WIDE.has(intent.kind)) return;
      const focused = selectionAt(document.activeElement);
      // A button that is no thing of the map keeps its own Enter and Space.
      const isButton = document.activeElement instanceof HTMLButtonElement && !focused;
      if (isButton && (intent.kind === "edit" || intent.kind === "select")) return;
      if (act(desk.current, intent, focused ?? desk.current.props.selection, view)) event.preventDefault();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target) || isElsewhere(event.target, root.current)) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (pasteLines(desk.current, text)) event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("paste", onPaste);
    };
  }, [root, desk, view]);
}

/** Attributes that name a thing of the map, and what it is. */
const KIND_BY_ATTRIBUTE = {
  "data-card-id": "card",
  "data-touchpoint-id": "touchpoint",
  "data-phase-id": "phase",
  "data-lane-id": "lane",
} as const;

/** The thing of the map that an element is or lies in. */
export function selectionAt(element: Element | null): Selection | null {
  for (const [attribute, kind] of Object.entries(KIND_BY_ATTRIBUTE)) {
    const id = element?.closest(`[${attribute}]`)?.getAttribute(attribute);
    if (id !== null && id !== undefined) return { kind, id };
  }
  return null;
}

/** The element of a thing of the map. */
export function elementOf(root: HTMLElement, id: string): HTMLElement | null {
  const name = CSS.escape(id);
  return root.querySelector<HTMLElement>(
    Object.keys(KIND_BY_ATTRIBUTE)
      .map((attribute) => `[${attribute}="${name}"]`)
      .join(),
  );
}
