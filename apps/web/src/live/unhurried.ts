/** A store's value for what may lag a little: the map shows every edit at once, the page round it a few times a second. */
import { useMemo, useSyncExternalStore } from "react";
import type { Store } from "./store.ts";

/** Changes within this time after one that was told are told together (ms). */
const PAUSE_MS = 300;

/**
 * The value now. A component renders for the first change after a pause, and then at most once in each pause; at once
 * for a change that is `urgent`, which is handed in as one and the same function.
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
      const tell = () => {
        isBehind = false;
        told = get();
        clearTimeout(pause);
        pause = setTimeout(() => {
          pause = undefined;
          if (isBehind) tell();
        }, PAUSE_MS);
        hear();
      };
      const stop = subscribe(() => {
        if (pause === undefined || urgent(told, get())) tell();
        else isBehind = true;
      });
      return () => {
        clearTimeout(pause);
        stop();
      };
    },
  };
}
