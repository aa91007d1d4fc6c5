/**
 * The app's own files, kept on this device by a service worker where the browser allows one (https, localhost). A new
 * version waits: the page never reloads under people's hands.
 */
import type { Store } from "./store.ts";

export interface NewVersion extends Store<boolean> {
  /** Takes the new version and reloads. Whatever is to be kept has to be stored before. */
  take(): void;
}

/** A page that stays open for days looks for a new version when it is looked at, not more often than this (ms). */
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** `false` on plain http addresses of a local network: there a reload needs the relay. */
export function reloadsOffline(): boolean {
  return window.isSecureContext && "serviceWorker" in navigator;
}

/** Registers the worker and watches for the next version. Does nothing where there are no service workers. */
export function watchForNewVersion(): NewVersion {
  let waiting: ServiceWorker | undefined;
  // Another tab has taken the new version: this one goes on as it is, until somebody reloads it.
  let isTakenElsewhere = false;
  let isTaking = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const found = (worker: ServiceWorker) => {
    waiting = worker;
    tell();
  };
  if (reloadsOffline() && import.meta.env.PROD) {
    const hadController = navigator.serviceWorker.controller !== null;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (isTaking) location.reload();
      // Without one before, this is the first version taking its place.
      else if (hadController) {
        isTakenElsewhere = true;
        tell();
      }
    });
    void register(found);
  }
  return {
    get: () => waiting !== undefined || isTakenElsewhere,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take() {
      if (isTakenElsewhere || waiting?.state === "activated" || waiting?.state === "redundant") {
        location.reload();
        return;
      }
      isTaking = true;
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
    lookNowAndThen(registration);
  } catch {
    // A browser that forbids it: the app works, and a reload needs the relay.
  }
}

function lookNowAndThen(registration: ServiceWorkerRegistration): void {
  let looked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || performance.now() - looked < LOOK_EVERY_MS) return;
    looked = performance.now();
    registration.update().catch(() => {
      // Nobody answers: it is looked at again another time.
    });
  });
}
