/** Undo and redo by keys, wherever the focus is, except in a field: there the browser takes back letters. */
import { useEffect, useEffectEvent } from "react";

export function useUndoKeys(undo: () => void, redo: () => void, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return;
      const key = event.key.toLowerCase();
      const redoes = key === "y" || (key === "z" && event.shiftKey);
      if (!redoes && key !== "z") return;
      event.preventDefault();
      if (redoes) redo();
      else undo();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [undo, redo, enabled]);
}

/** Ctrl+P opens our own way to paper; the browser's would print what is on the screen. */
export function usePrintKey(print: () => void, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      const isPrint = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isPrint || event.key.toLowerCase() !== "p") return;
      event.preventDefault();
      print();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [print, enabled]);
}

/** The question mark opens the sheet of keys. */
export function useHelpKey(open: () => void): void {
  const act = useEffectEvent(open);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isTyped = event.target instanceof Element && event.target.closest("input, textarea, select, [role=dialog]");
      if (event.key !== "?" || event.ctrlKey || event.metaKey || isTyped) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}

/** Warns before the page closes, only while something is not on this device's disk. */
export function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable='true']");
}
