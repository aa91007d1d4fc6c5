/** The clock that everybody shares: the relay's, also while there is no connection to it. */
import { useCallback, useEffect, useReducer } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import { recall, remember } from "../ui/remembered.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** The relay's time now, in ms since 1970, as far as this device ever heard it. */
export function useRelayNow(live: LiveDay): () => number {
  return useCallback(() => Date.now() + aheadOf(live), [live]);
}

/** The time now, anew with every second as long as something `runs`. */
export function useEverySecond(now: () => number, runs: boolean): number {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(tick, SECOND_MS);
    return () => clearInterval(timer);
  }, [runs]);
  return now();
}

/** What was heard last is kept: a page that is opened without a network goes by it. */
function aheadOf({ workshop, relayAhead }: LiveDay): number {
  const key = `clock.${workshop}`;
  const heard = relayAhead();
  const kept = Number(recall(key) ?? 0);
  if (heard === undefined) return Number.isFinite(kept) ? kept : 0;
  if (Math.abs(heard - kept) >= SECOND_MS) remember(key, String(heard));
  return heard;
}

/** Minutes and seconds, as `4:05`; also of what is below 0. Rounded up, so that it reads 0:00 only at the end. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / SECOND_MS);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Whole minutes. */
export function minutesOf(ms: number): number {
  return Math.round(ms / MINUTE_MS);
}
