/** A value that changes and tells: what React needs from everything that is not React. */
import { useMemo, useSyncExternalStore } from "react";

export interface Store<T> {
  /** The value now; the same object until it changes. */
  get(): T;
  /** Called after each change. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A store of one value that is set from outside; listeners hear when it is another one. */
export function openValue<T>(first: T): Store<T> & { set(value: T): void } {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * What `make` reads off a store, as plain data: the same object as long as it says the same, however often the store
 * changes.
 */
export function readOff<T, U>(store: Store<T>, make: (value: T) => U): Store<U> {
  let read: { readonly from: T; readonly value: U } | undefined;
  return {
    get() {
      const from = store.get();
      if (read?.from === from) return read.value;
      const value = make(from);
      read = { from, value: read && JSON.stringify(read.value) === JSON.stringify(value) ? read.value : value };
      return read.value;
    },
    subscribe: store.subscribe,
  };
}

/** The store's value; the component renders again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/**
 * What `make` reads off a store, as plain data; the component renders again when that says something else. `make` is
 * handed in as one and the same function.
 */
export function useReadOff<T, U>(store: Store<T>, make: (value: T) => U): U {
  return useStore(useMemo(() => readOff(store, make), [store, make]));
}
