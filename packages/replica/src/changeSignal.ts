/** Who wants to hear that something changed. A listener that throws does not keep the others from hearing. */
export interface ChangeSignal {
  subscribe(listener: () => void): () => void;
  fire(): void;
}

/** Makes a signal nobody listens to yet. */
export function openChangeSignal(): ChangeSignal {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      // A function of its own per subscription, so that one listener subscribed twice is two subscriptions.
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
    fire() {
      for (const listener of [...listeners]) {
        try {
          listener();
        } catch (error) {
          console.error("A listener of the replica failed", error);
        }
      }
    },
  };
}
