/** What the wheel does over the map: what the person chose on this device. With Ctrl it always zooms. */
import { useSyncExternalStore } from "react";
import { recall, remember } from "./remembered.ts";

export const WHEELS = ["pan", "zoom"] as const;
export type Wheel = (typeof WHEELS)[number];

const KEY = "wheel";
const listeners = new Set<() => void>();
/** Read from the disk once: the map asks in every rendering. */
let chosen: Wheel = recall(KEY) === "zoom" ? "zoom" : "pan";

export function chosenWheel(): Wheel {
  return chosen;
}

export function chooseWheel(wheel: Wheel): void {
  chosen = wheel;
  remember(KEY, wheel);
  for (const listener of listeners) listener();
}

export function useWheel(): Wheel {
  return useSyncExternalStore(hear, chosenWheel);
}

function hear(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
