/** What facts of a journey must be before they are written; beside the checks that every description shares. */
import type { Problem } from "../../checks.ts";
import { isWebAddress } from "../../fields.ts";
import { MAX_LINK_LENGTH, MAX_TEXT_LENGTH } from "../limits.ts";
import { readMetrics } from "../metric.ts";

/** A number from `min` to `max`, or `null` for none. */
export const isWithinOrNone =
  (min: number, max: number) =>
  (value: number | null): Problem | undefined =>
    value === null || (value >= min && value <= max) ? undefined : "bad-value";

export function isLink(text: string): Problem | undefined {
  if (text.length > MAX_LINK_LENGTH) return "too-long";
  return isWebAddress(text) ? undefined : "bad-value";
}

/** An http(s) address, or "" for none. */
export function isLinkOrNone(text: string): Problem | undefined {
  return text === "" ? undefined : isLink(text);
}

/** A text that reads as metrics ("under 5 min"), or "" for none. `readMetrics` says what another one lacks. */
export function isMetricsOrNone(text: string): Problem | undefined {
  if (text.length > MAX_TEXT_LENGTH) return "too-long";
  return text === "" || readMetrics(text).ok ? undefined : "bad-value";
}
