/** Keeps the plain view row near what the document holds, without getting in the way of typing. */

export interface ViewKeeper {
  /** The document changed: the view is stored after a while without changes. */
  changed(): void;
  /** Stores the view now, if it changed since it was stored. */
  storeNow(): void;
  close(): void;
}

const QUIET_MS = 1_000;

/** `store` reads the document and hands the view on. */
export function openViewKeeper(store: () => void): ViewKeeper {
  let stale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    changed() {
      stale = true;
      clearTimeout(timer);
      timer = setTimeout(() => whenIdle(storeNow), QUIET_MS);
    },
    storeNow,
    close: () => clearTimeout(timer),
  };

  function storeNow(): void {
    clearTimeout(timer);
    if (!stale) return;
    stale = false;
    try {
      store();
    } catch (error) {
      console.warn("The view for the next first paint could not be made", error);
    }
  }
}

function whenIdle(work: () => void): void {
  // Not in every browser.
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => work());
  else work();
}
