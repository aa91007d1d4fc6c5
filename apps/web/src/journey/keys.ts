/** Which key means what. The conventions people bring with them; undo and redo are the page's. */
import type { Direction } from "@sameside/layout";

export type Intent =
  | { readonly kind: "edit" | "leave" | "select" | "remove" | "new-card" | "new-touchpoint" | "moment" }
  | { readonly kind: "go" | "move"; readonly direction: Direction }
  | { readonly kind: "fit" | "zoom-in" | "zoom-out" | "zoom-100" };

const DIRECTION_BY_KEY: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};
const INTENT_BY_KEY: Readonly<Record<string, Intent>> = {
  Enter: { kind: "edit" },
  F2: { kind: "edit" },
  Escape: { kind: "leave" },
  " ": { kind: "select" },
  Delete: { kind: "remove" },
  Backspace: { kind: "remove" },
  n: { kind: "new-card" },
  s: { kind: "new-card" },
  t: { kind: "new-touchpoint" },
  m: { kind: "moment" },
};
const INTENT_BY_CTRL_KEY: Readonly<Record<string, Intent>> = {
  "0": { kind: "zoom-100" },
  "+": { kind: "zoom-in" },
  "=": { kind: "zoom-in" },
  "-": { kind: "zoom-out" },
};

/** What a key press asks of the canvas; undefined when it asks nothing. */
export function intentOf(event: KeyboardEvent): Intent | undefined {
  if (event.isComposing) return undefined;
  const direction = DIRECTION_BY_KEY[event.key];
  if (event.ctrlKey || event.metaKey) return event.altKey ? undefined : INTENT_BY_CTRL_KEY[event.key];
  if (direction) return event.shiftKey ? undefined : { kind: event.altKey ? "move" : "go", direction };
  if (event.altKey) return undefined;
  // By the place of the key: with Shift it types another character on every layout.
  if (event.shiftKey) return event.code === "Digit1" ? { kind: "fit" } : undefined;
  return INTENT_BY_KEY[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

/** Whether a key or a paste belongs to a field, a dialog or a menu. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]") !== null;
}

/** Whether the focus is on another part of the page than the canvas. */
export function isElsewhere(target: EventTarget | null, canvas: HTMLElement | null): boolean {
  if (!(target instanceof Element) || target === document.body || target === document.documentElement) return false;
  return canvas?.contains(target) !== true;
}
