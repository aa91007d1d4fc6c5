/** What can be said of a map on this device without opening it. */
import type { LibraryEntry } from "../live/libraryEntries.ts";

export type EntryState = "alone" | "waiting" | "saved" | "reading";

const DAY_MS = 86_400_000;

export function titleOfEntry({ known, view, title }: LibraryEntry): string {
  return title || view?.journeys[0]?.title || known.title;
}

/** Where its work is, as of the last time it was open. */
export function stateOfEntry({ known, waiting }: LibraryEntry): EntryState {
  if (known.relay === undefined) return "alone";
  if (waiting > 0) return "waiting";
  return known.right === "read" ? "reading" : "saved";
}

interface WhenWords {
  readonly today: string;
  readonly yesterday: string;
  readonly when: (when: string) => string;
}

/** "today", "yesterday", "12 Nov". `openedAt` is milliseconds since 1970. */
export function whenOpened(openedAt: number, words: WhenWords, now = Date.now()): string {
  const days = startOfDay(now) - startOfDay(openedAt);
  if (days <= 0) return words.today;
  if (days <= DAY_MS * 1.5) return words.yesterday;
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
  return words.when(format.format(openedAt));
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
