/**
 * Words whose card was removed while they were being typed. They are kept on this device, apart from the board, until
 * their person makes a card of them or throws them away.
 */
import { useCallback, useState } from "react";
import { forget, recall, remember } from "../ui/remembered.ts";

/** Enough for a day; the oldest go first. */
const MOST_KEPT = 50;

export interface Rescued {
  readonly texts: readonly string[];
  readonly keep: (text: string) => void;
  readonly drop: (text: string) => void;
}

export function useRescued(room: string): Rescued {
  const key = `rescued.${room}`;
  const [texts, setTexts] = useState<readonly string[]>(() => read(recall(key)));
  const change = useCallback(
    (next: (texts: readonly string[]) => readonly string[]) =>
      setTexts((now) => {
        const texts = next(now);
        if (texts.length === 0) forget(key);
        else remember(key, JSON.stringify(texts));
        return texts;
      }),
    [key],
  );
  const keep = useCallback(
    (text: string) => change((now) => [...now.filter((each) => each !== text), text].slice(-MOST_KEPT)),
    [change],
  );
  const drop = useCallback((text: string) => change((now) => now.filter((each) => each !== text)), [change]);
  return { texts, keep, drop };
}

function read(stored: string | undefined): readonly string[] {
  if (stored === undefined) return [];
  try {
    const texts: unknown = JSON.parse(stored);
    return Array.isArray(texts) ? texts.filter((text): text is string => typeof text === "string") : [];
  } catch {
    return [];
  }
}
