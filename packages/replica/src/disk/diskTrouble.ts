/** Why this device's disk did not take something: what a person can do differs, so the screen tells them apart. */

/**
 * "full": no space is left · "silent": the store does not answer, or says no reason, as Chromium's on a full disk · "blocked": a tab with
 * an older version holds the store · "newer": a tab with a newer version has changed the store's form · "absent": this
 * browser keeps nothing · "failed": anything else.
 */
export type DiskTrouble = "full" | "silent" | "blocked" | "newer" | "absent" | "failed";

/** A failure whose kind is known where it happens. */
export class DiskError extends Error {
  readonly trouble: DiskTrouble;

  constructor(trouble: DiskTrouble, message: string) {
    super(message);
    this.name = "DiskError";
    this.trouble = trouble;
  }
}

/** The kind of any error that a request to the disk rejected with. */
export function troubleOf(error: unknown): DiskTrouble {
  if (error instanceof DiskError) return error.trouble;
  if (isNamed(error, "QuotaExceededError")) return "full";
  return isNamed(error, "UnknownError") ? "silent" : "failed";
}

/** `true` when a write may have ended in its middle. */
export function isWriteFailure(error: unknown): boolean {
  const trouble = troubleOf(error);
  return trouble === "full" || trouble === "silent";
}

/** Dexie wraps what the browser says. */
function isNamed(error: unknown, name: string): boolean {
  for (let cause = error; cause instanceof Object; cause = "inner" in cause ? cause.inner : undefined)
    if ("name" in cause && cause.name === name) return true;
  return false;
}
