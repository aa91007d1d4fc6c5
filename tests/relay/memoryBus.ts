/** A bus between relays in one process, for tests: can be cut, and then says that it has missed something. */
import type { BusListener, RoomBus } from "@sameside/relay";

export interface MemoryBuses {
  /** The end of one more relay. */
  open(): RoomBus;
  /** From now on everything published is lost. */
  cut(): void;
  /** Passes messages on again, and tells all who listen that some were lost. */
  mend(): void;
}

export function memoryBuses(): MemoryBuses {
  const ends: Map<string, Set<BusListener>>[] = [];
  let isCut = false;
  return {
    open() {
      const listenersByChannel = new Map<string, Set<BusListener>>();
      ends.push(listenersByChannel);
      return {
        isAlone: false,
        get isDown() {
          return isCut;
        },
        async listen(channel, listener) {
          const listeners = listenersByChannel.get(channel) ?? new Set();
          listenersByChannel.set(channel, listeners.add(listener));
          return async () => void listeners.delete(listener);
        },
        publish(channel, message) {
          if (isCut) return;
          const copy = message.slice();
          for (const end of ends) if (end !== listenersByChannel) queueMicrotask(() => tell(end.get(channel), copy));
        },
        close: async () => undefined,
      };
    },
    cut() {
      isCut = true;
    },
    mend() {
      isCut = false;
      for (const end of ends) for (const listeners of end.values()) for (const listener of listeners) listener.missed();
    },
  };
}

function tell(listeners: ReadonlySet<BusListener> | undefined, message: Uint8Array): void {
  for (const listener of listeners ?? []) listener.hear(message);
}
