/** Keys of a whole page, wherever the focus is. */
import { useEffect, useEffectEvent, useLayoutEffect } from "react";

/** Undo and redo, except in a field: there the browser takes back letters. */
export function useUndoKeys(undo: () => void, redo: () => void, enabled: boolean): void {
  const isRedo = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    return key === "y" || (key === "z" && event.shiftKey);
  };
  const isUndo = (event: KeyboardEvent) => event.key.toLowerCase() === "z" && !event.shiftKey;
  usePageKey(enabled, redo, (event) => isCtrl(event) && isRedo(event) && !isField(event.target));
  usePageKey(enabled, undo, (event) => isCtrl(event) && isUndo(event) && !isField(event.target));
}

/** Ctrl+P opens our own way to paper; the browser's would print what is on the screen. */
export function usePrintKey(print: () => void, enabled: boolean): void {
  usePageKey(enabled, print, (event) => isCtrl(event) && !event.shiftKey && event.key.toLowerCase() === "p");
}

/**
 * Ctrl+F, and "/", open the search of the map. Where the keyboard is in its field already, Ctrl+F is the browser's own:
 * what stands on the page and not on the map is found that way.
 */
export function useFindKey(open: () => void, enabled: boolean): void {
  usePageKey(enabled, open, (event) => {
    if (isSearchField(event.target)) return false;
    const isCtrlF = isCtrl(event) && !event.shiftKey && event.key.toLowerCase() === "f";
    return isCtrlF || (event.key === "/" && !isCtrl(event) && !event.altKey && !isTyped(event.target));
  });
}

/** Ctrl+K, and Ctrl+/ (on some keyboards "/" itself needs Shift), open the palette of commands. */
export function usePaletteKey(open: () => void, enabled: boolean): void {
  usePageKey(enabled, open, (event) => {
    const isK = event.key.toLowerCase() === "k" && !event.shiftKey;
    return isCtrl(event) && (isK || event.key === "/");
  });
}

/** P presents the map. */
export function usePresentKey(present: () => void, enabled: boolean): void {
  usePageKey(enabled, present, (event) => {
    const isP = event.key.toLowerCase() === "p" && !event.shiftKey && !event.altKey;
    return isP && !event.ctrlKey && !event.metaKey && !isTyped(event.target);
  });
}

/** S hides what is not for all, and shows it again; in a dialog too, for what is to be hidden may stand there. */
export function useSafeKey(toggle: () => void): void {
  usePageKey(true, toggle, (event) => {
    const isS = event.key.toLowerCase() === "s" && !event.shiftKey && !event.altKey && !event.repeat;
    return isS && !event.ctrlKey && !event.metaKey && !isField(event.target) && !isLookedThrough(event.target);
  });
}

/** Calls `act` for a key that `wants`, in the browser's stead. */
function usePageKey(enabled: boolean, act: () => void, wants: (event: KeyboardEvent) => boolean): void {
  const perform = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !wants(event)) return;
    event.preventDefault();
    act();
  });
  // Before anything is painted: who sees the map may press a key at once.
  useLayoutEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => perform(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [enabled]);
}

function isCtrl(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey;
}

/** A letter is meant for what has the keyboard: a field, or a list that is looked through by letters. */
function isTyped(target: EventTarget | null): boolean {
  const typing = "input, textarea, select, [contenteditable='true'], [role=dialog], [role=menu], [role=listbox]";
  return target instanceof Element && target.closest(typing) !== null;
}

/** A list that is looked through by letters. */
function isLookedThrough(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=menu], [role=listbox]") !== null;
}

function isSearchField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === "search";
}

/** The question mark opens the sheet of keys. */
export function useHelpKey(open: () => void): void {
  usePageKey(true, open, (event) => event.key === "?" && !isCtrl(event) && !isTyped(event.target));
}

/** Where the work of a page is, as a store. */
interface DiskStatus {
  get(): { readonly disk: "kept" | "typing" | "failed" };
  subscribe(listener: () => void): () => void;
}

/** Warns before the page closes, only while something is not on this device's disk. No rendering: each edit is that, for a moment. */
export function useLeaveWarning(status: DiskStatus): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const follow = () => {
      if (status.get().disk === "kept") window.removeEventListener("beforeunload", warn);
      else window.addEventListener("beforeunload", warn);
    };
    follow();
    const stop = status.subscribe(follow);
    return () => {
      stop();
      window.removeEventListener("beforeunload", warn);
    };
  }, [status]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable='true']");
}
