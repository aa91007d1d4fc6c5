/** A value that changes and tells: what React needs from everything that is not React. */
import { useSyncExternalStore } from "react";

export interface Store<T> {
  /** The value now; the same object until it changes. */
  get(): T;
  /** Called after each change. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** The store's value; the component renders again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
