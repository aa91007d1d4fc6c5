/** Whether the small map is shown: as the person of this device chose, else where a map is much larger than the page. */
import { useEffect } from "react";
import { openValue, useStore } from "../../live/store.ts";
import { recall, remember } from "../../ui/remembered.ts";

const KEY = "minimap";
/** Read from the disk once: the map asks in every rendering. */
const choice = openValue(recall(KEY));
/** Without a choice: what the map that is open asks for. */
let isShownByItself = false;

/** `isLarge`: this map cannot be looked over on one page. */
export function useShownMinimap(isLarge: boolean): boolean {
  const chosen = useStore(choice);
  useEffect(() => {
    isShownByItself = isLarge;
  }, [isLarge]);
  return chosen === undefined ? isLarge : chosen === "shown";
}

export function toggleMinimap(): void {
  const isShown = (choice.get() ?? (isShownByItself ? "shown" : "hidden")) === "shown";
  const next = isShown ? "hidden" : "shown";
  remember(KEY, next);
  choice.set(next);
}
