/** Insights: what the workshop learned, in the words of the one who wrote it, and what it rests on. */
import { type Actor, NOTHING, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, isOneOf, isText } from "../../checks.ts";
import type { FindingsDocument } from "../../document.ts";
import { BRIEF_ANSWERS, type BriefAnswer, type Id } from "../../journey/schema.ts";
import { DISMISSAL_REASONS, type DismissalReason, RELATIONS, type Relation } from "../schema.ts";
import { entries } from "./entries.ts";

export interface InsightFields {
  readonly answersBrief?: BriefAnswer;
  readonly relation?: Relation;
  readonly relatedText?: string;
}
const INSIGHT: Checks<InsightFields> = {
  answersBrief: isOneOf(BRIEF_ANSWERS),
  relation: isOneOf(RELATIONS),
  relatedText: isText,
};
const TEXT = { text: isText };
const WHOLE: Checks<InsightFields & { readonly text: string }> = { ...INSIGHT, ...TEXT };

/** Adds an insight, in front of `before` or as the last. */
export function addInsight(
  findings: FindingsDocument,
  by: Actor,
  args: InsightFields & { readonly text: string; readonly before?: Id },
): Outcome<Id> {
  if (args.text.trim() === "") return NOTHING;
  return entries.add(findings, by, "insights", {
    fields: args,
    checks: WHOLE,
    before: args.before,
    plain: { author: by.person, made: by.now() },
  });
}

/** Rewords the actor's own insight. */
export function rewordInsight(
  findings: FindingsDocument,
  by: Actor,
  args: { readonly insight: Id; readonly text: string },
): Outcome {
  const insight = entries.living(findings, "insights", args.insight);
  if (!insight) return refused("gone");
  if (insight.author !== by.person) return refused("not-yours");
  if (args.text.trim() === "") return refused("bad-value");
  return entries.describe(findings, by, "insights", args.insight, { text: args.text }, TEXT);
}

/** Says whether an insight answers the brief and how it stands to what was known; absent arguments stay as they are. */
export function describeInsight(
  findings: FindingsDocument,
  by: Actor,
  args: InsightFields & { readonly insight: Id },
): Outcome {
  return entries.describe(findings, by, "insights", args.insight, args, INSIGHT);
}

/** Puts an insight aside, with a reason about the matter and a sentence that explains it. It stays readable. */
export function dismissInsight(
  findings: FindingsDocument,
  by: Actor,
  args: { readonly insight: Id; readonly reason: DismissalReason; readonly sentence: string },
): Outcome {
  if (!entries.living(findings, "insights", args.insight)) return refused("gone");
  const problem = isOneOf(DISMISSAL_REASONS)(args.reason) ?? isText(args.sentence);
  if (problem) return refused(problem);
  if (args.sentence.trim() === "") return refused("bad-value");
  return transact(findings, by, (write) =>
    write.set("insights", args.insight, "dismissed", [args.reason, args.sentence]),
  );
}

/** Takes a dismissed insight up again. */
export function reopenInsight(findings: FindingsDocument, by: Actor, args: { readonly insight: Id }): Outcome {
  if (!entries.living(findings, "insights", args.insight)) return refused("gone");
  return transact(findings, by, (write) => write.set("insights", args.insight, "dismissed", null));
}

export function moveInsight(
  findings: FindingsDocument,
  by: Actor,
  args: { readonly insight: Id; readonly before?: Id },
): Outcome {
  return entries.move(findings, by, "insights", { id: args.insight, before: args.before });
}

export function removeInsight(findings: FindingsDocument, by: Actor, args: { readonly insight: Id }): Outcome {
  return entries.remove(findings, by, "insights", args.insight);
}
