/** From "on this laptop" to "safe on this laptop": when the strict commit is made that a power cut does not undo. */

export interface Safety {
  /** Something is on disk that no strict commit has followed yet. */
  written(): void;
  isSafe(): boolean;
  /** A gesture has ended: the commit is made as soon as what is queued is on disk. */
  soon(): void;
  /** Makes the commit now; it begins before this returns. */
  commit(): Promise<void>;
  close(): void;
}

/** While somebody is typing, commits stay relaxed: strict ones make a slow disk wait for each. */
const QUIET_MS = 300;
/** Between two commits that were both asked for while somebody goes on typing, or after one that failed. */
const AGAIN_MS = 1_000;

/** `isKept`: nothing is on its way to disk; `changed` hears when it became safe. */
export function openSafety(commitForPowerCut: () => Promise<void>, isKept: () => boolean, changed: () => void): Safety {
  let writes = 0;
  let safeWrites = 0;
  let isSoon = false;
  let committing = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    written() {
      writes += 1;
      clearTimeout(timer);
      // Not at once: the write that tells this is not over yet.
      timer = setTimeout(settle, isSoon ? 0 : QUIET_MS);
    },
    isSafe: () => safeWrites === writes,
    soon() {
      isSoon = true;
      settle();
    },
    commit,
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };

  function settle(): void {
    // A write that is under way settles when it is there; a commit that is under way looks again afterwards.
    if (committing || !isKept() || safeWrites === writes) return;
    isSoon = false;
    committing = true;
    commit()
      .catch((error) => console.warn("What was written could not be made safe against a power cut", error))
      .finally(() => {
        committing = false;
        if (safeWrites !== writes && isKept() && !closed) timer = setTimeout(settle, AGAIN_MS);
      });
  }

  async function commit(): Promise<void> {
    const covered = writes;
    await commitForPowerCut();
    safeWrites = Math.max(safeWrites, covered);
    changed();
  }
}
