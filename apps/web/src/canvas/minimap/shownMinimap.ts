/** Whether the small map is shown: as the person of this device chose, else where a map is much larger than the page. */
import { useEffect, useSyncExternalStore } from "react";
import { recall, remember } from "../../ui/remembered.ts";

const KEY = "minimap";
const listeners = new Set<() => void>();
/** Without a choice: what the map that is open asks for. */
let isShownByItself = false;

/** `isLarge`: this map cannot be looked over on one page. */
export function useShownMinimap(isLarge: boolean): boolean {
  const choice = useSyncExternalStore(subscribe, chosen);
  useEffect(() => {
    isShownByItself = isLarge;
  }, [isLarge]);
  return choice === undefined ? isLarge : choice === "shown";
}

export function toggleMinimap(): void {
  const isShown = (chosen() ?? (isShownByItself ? "shown" : "hidden")) === "shown";
  remember(KEY, isShown ? "hidden" : "shown");
  for (const listener of listeners) listener();
}

function chosen(): string | undefined {
  return recall(KEY);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
