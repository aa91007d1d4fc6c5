/** Keeps the plain view row near what the document holds, without getting in the way of typing. */

export interface ViewKeeper {
  /** The document changed: the view is stored after a while without changes. */
  changed(): void;
  /** Stores the view now, if it changed since it was stored. */
  storeNow(): void;
  close(): void;
}

const QUIET_MS = 1_000;

/** `store` reads the document and hands the view on; what it could not store is stored with the next change, or the page's end. */
export function openViewKeeper(store: () => Promise<void>): ViewKeeper {
  let stale = false;
  let changedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    changed() {
      stale = true;
      changedAt = performance.now();
      // One timer for many changes: thousands come in a second, and to put a timer off costs as much as a change.
      timer ??= setTimeout(look, QUIET_MS);
    },
    storeNow,
    close: stop,
  };

  function look(): void {
    const quiet = performance.now() - changedAt;
    timer = quiet < QUIET_MS ? setTimeout(look, QUIET_MS - quiet) : undefined;
    if (timer === undefined) whenIdle(storeNow);
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function storeNow(): void {
    stop();
    if (!stale) return;
    stale = false;
    try {
      store().catch(() => {
        stale = true;
      });
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
