/**
 * Small choices of one device (theme, last name for today). Storage can be switched off in a browser: then a choice
 * lives as long as the page, and nothing breaks. Never for content: that is the replica's.
 */
const PREFIX = "sameside.";
const fallbackByKey = new Map<string, string>();

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? fallbackByKey.get(key);
  } catch {
    return fallbackByKey.get(key);
  }
}

/** `false` where it is kept for no longer than the page lives. */
export function remember(key: string, value: string): boolean {
  fallbackByKey.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, value);
    return true;
  } catch {
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
