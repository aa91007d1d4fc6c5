/** A store's value for what may lag a little: the map shows every edit at once, the page round it a few times a second. */
import { useMemo, useSyncExternalStore } from "react";
import type { Store } from "./store.ts";

/** The map's own drawing goes first (ms). */
const SOON_MS = 50;
/** Changes within this time after one that was told are told together (ms). */
const PAUSE_MS = 400;

/**
 * The value now. A component renders soon after the first change after a pause, and then at most once in each pause; at
 * once for a change that is `urgent`, which is handed in as one and the same function.
 */
export function useUnhurried<T>(store: Store<T>, urgent: (told: T, now: T) => boolean = never): T {
  const unhurried = useMemo(() => openUnhurried(store, urgent), [store, urgent]);
  return useSyncExternalStore(unhurried.subscribe, unhurried.get, unhurried.get);
}

const never = () => false;

/** Its value is always the latest: only the telling waits. */
function openUnhurried<T>({ get, subscribe }: Store<T>, urgent: (told: T, now: T) => boolean): Store<T> {
  return {
    get,
    subscribe(hear) {
      let pause: ReturnType<typeof setTimeout> | undefined;
      let isBehind = false;
      let told = get();
      const wait = (ms: number) => {
        pause = setTimeout(() => {
          pause = undefined;
          if (isBehind) tell();
        }, ms);
      };
      const tell = () => {
        isBehind = false;
        told = get();
        clearTimeout(pause);
        wait(PAUSE_MS);
        hear();
      };
      const stop = subscribe(() => {
        if (urgent(told, get())) return tell();
        isBehind = true;
        if (pause === undefined) wait(SOON_MS);
      });
      return () => {
        clearTimeout(pause);
        stop();
      };
    },
  };
}
