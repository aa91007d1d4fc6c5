/** What the page tells about itself; outside a page nothing is ever told. */

/** `hidden` runs when the page may be about to end: the last moment that is sure to come. Returns the way to stop. */
export function onPageHidden(hidden: () => void): () => void {
  if (typeof document === "undefined" || typeof window === "undefined") return () => {};
  const visibilityChanged = () => {
    if (document.visibilityState === "hidden") hidden();
  };
  document.addEventListener("visibilitychange", visibilityChanged);
  window.addEventListener("pagehide", hidden);
  return () => {
    document.removeEventListener("visibilitychange", visibilityChanged);
    window.removeEventListener("pagehide", hidden);
  };
}

/**
 * `gone` runs when the page ends or is put into the browser's cache of earlier pages, `back` when it comes out of that
 * again. Returns the way to stop.
 */
export function onPageGone({ gone, back }: { readonly gone: () => void; readonly back: () => void }): () => void {
  if (typeof window === "undefined") return () => {};
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) back();
  };
  window.addEventListener("pagehide", gone);
  window.addEventListener("pageshow", shown);
  return () => {
    window.removeEventListener("pagehide", gone);
    window.removeEventListener("pageshow", shown);
  };
}

/** `changed` runs when the device says that its network has gone or come back. Returns the way to stop. */
export function onNetworkChange(changed: () => void): () => void {
  if (typeof window === "undefined") return () => {};
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
