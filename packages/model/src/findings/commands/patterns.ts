/** Patterns: moments of truth that recur, with what customers want there. */
import { type Actor, NOTHING, type Outcome, refused } from "../../changes.ts";
import { type Checks, isListOf, isText, isTitle, type Problem } from "../../checks.ts";
import type { FindingsDocument } from "../../document.ts";
import { readMetrics } from "../../journey/metric.ts";
import type { Id } from "../../journey/schema.ts";
import { MAX_PATTERN_CONDITIONS } from "../limits.ts";
import { entries } from "./entries.ts";

export interface PatternFields {
  readonly title?: string;
  readonly moment?: string;
  readonly conditions?: readonly string[];
  /** As people write them: "≤ 72 h, ≤ 3 rounds"; "" for none. A text that is no metric is refused. */
  readonly metrics?: string;
}
const PATTERN: Checks<PatternFields> = {
  title: isTitle,
  moment: isText,
  conditions: isListOf(isText, MAX_PATTERN_CONDITIONS),
  metrics: isMetrics,
};

/** Adds a pattern, in front of `before` or as the last. */
export function addPattern(
  findings: FindingsDocument,
  by: Actor,
  args: PatternFields & { readonly title: string; readonly before?: Id },
): Outcome<Id> {
  if (args.title.trim() === "") return NOTHING;
  return entries.add(findings, by, "patterns", { fields: args, checks: PATTERN, before: args.before });
}

/** Changes what a pattern says; absent arguments stay as they are. Lists are written whole. */
export function describePattern(
  findings: FindingsDocument,
  by: Actor,
  args: PatternFields & { readonly pattern: Id },
): Outcome {
  if (args.title?.trim() === "") return refused("bad-value");
  return entries.describe(findings, by, "patterns", args.pattern, args, PATTERN);
}

export function movePattern(
  findings: FindingsDocument,
  by: Actor,
  args: { readonly pattern: Id; readonly before?: Id },
): Outcome {
  return entries.move(findings, by, "patterns", { id: args.pattern, before: args.before });
}

export function removePattern(findings: FindingsDocument, by: Actor, args: { readonly pattern: Id }): Outcome {
  return entries.remove(findings, by, "patterns", args.pattern);
}

function isMetrics(text: string): Problem | undefined {
  return isText(text) ?? (text.trim() === "" || readMetrics(text).ok ? undefined : "bad-value");
}
