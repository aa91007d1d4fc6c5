/** Which key means what. The conventions people bring with them; undo and redo are the page's. */
import type { Direction } from "@sameside/layout";

export type Intent =
  | { readonly kind: "edit" | "leave" | "select" | "remove" | "new-card" | "new-touchpoint" | "moment" }
  | { readonly kind: "go" | "move" | "extend"; readonly direction: Direction }
  | { readonly kind: "all" | "duplicate" }
  | { readonly kind: "fit" | "fit-selection" | "zoom-in" | "zoom-out" | "zoom-100" | "hand" | "pointer" };

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
  h: { kind: "hand" },
  v: { kind: "pointer" },
};
const INTENT_BY_CTRL_KEY: Readonly<Record<string, Intent>> = {
  "0": { kind: "zoom-100" },
  "+": { kind: "zoom-in" },
  "=": { kind: "zoom-in" },
  "-": { kind: "zoom-out" },
  a: { kind: "all" },
  d: { kind: "duplicate" },
};
/** By the place of the key: with Shift it types another character on every layout. */
const INTENT_BY_SHIFT_CODE: Readonly<Record<string, Intent>> = {
  Digit0: { kind: "zoom-100" },
  Digit1: { kind: "fit" },
  Digit2: { kind: "fit-selection" },
};

/** What a key press asks of the canvas; undefined when it asks nothing. */
export function intentOf(event: KeyboardEvent): Intent | undefined {
  if (event.isComposing) return undefined;
  const direction = DIRECTION_BY_KEY[event.key];
  if (event.ctrlKey || event.metaKey) {
    const isPlain = !event.altKey && !(event.shiftKey && /^[a-z]$/i.test(event.key));
    return isPlain ? INTENT_BY_CTRL_KEY[event.key.toLowerCase()] : undefined;
  }
  if (direction) return directed(event, direction);
  if (event.altKey) return undefined;
  if (event.shiftKey) return INTENT_BY_SHIFT_CODE[event.code];
  return INTENT_BY_KEY[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}

function directed({ altKey, shiftKey }: KeyboardEvent, direction: Direction): Intent | undefined {
  if (altKey) return shiftKey ? undefined : { kind: "move", direction };
  return { kind: shiftKey ? "extend" : "go", direction };
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
