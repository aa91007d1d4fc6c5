/**
 * Small choices of one device (theme, last name for today). Storage can be switched off in a browser: then a choice
 * lives as long as the page, and nothing breaks. Never for content: that is the replica's.
 */
const PREFIX = "sameside.";
const fallbackByKey = new Map<string, string>();

export function recall(key: string): string | undefined {
  try {
    // What could not be stored was said later than what is.
    return fallbackByKey.get(key) ?? localStorage.getItem(PREFIX + key) ?? undefined;
  } catch {
    return fallbackByKey.get(key);
  }
}

/** `false` where it is kept for no longer than the page lives. */
export function remember(key: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + key, value);
    fallbackByKey.delete(key);
    return true;
  } catch {
    fallbackByKey.set(key, value);
    return false;
  }
}

export function forget(key: string): void {
  fallbackByKey.delete(key);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // There was nothing to remove.
  }
}
