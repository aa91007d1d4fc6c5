/**
 * The app's own files, kept on this device by a service worker where the browser allows one (https, localhost). A new
 * version waits: the page never reloads under people's hands.
 */
import type { Store } from "./store.ts";

export interface NewVersion extends Store<boolean> {
  /** Takes the waiting version and reloads. */
  take(): void;
}

/** `false` on plain http addresses of a local network: there a reload needs the relay. */
export function reloadsOffline(): boolean {
  return window.isSecureContext && "serviceWorker" in navigator;
}

/** Registers the worker and watches for the next version. Does nothing where there are no service workers. */
export function watchForNewVersion(): NewVersion {
  let waiting: ServiceWorker | undefined;
  const listeners = new Set<() => void>();
  const found = (worker: ServiceWorker) => {
    waiting = worker;
    for (const listener of listeners) listener();
  };
  if (reloadsOffline() && import.meta.env.PROD) void register(found);
  return {
    get: () => waiting !== undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take() {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting?.postMessage({ type: "SKIP_WAITING" });
    },
  };
}

async function register(found: (worker: ServiceWorker) => void): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register("/sw.js");
    if (registration.waiting && navigator.serviceWorker.controller) found(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        // Without a controller this is the first version, not a new one.
        if (worker.state === "installed" && navigator.serviceWorker.controller) found(worker);
      });
    });
  } catch {
    // A browser that forbids it: the app works, and a reload needs the relay.
  }
}
