/** The workshop's own words (S3-10), and templates of one's own. */
import { type Actor, type Changes, type Outcome, refused } from "../../changes.ts";
import { atMost, isOneOf, isTitle } from "../../checks.ts";
import type { PlanDocument } from "../../document.ts";
import { putEntry } from "../../entries.ts";
import type { Id } from "../../journey/schema.ts";
import { problemOfTemplate } from "../../templates/ownTemplate.ts";
import type { Template } from "../../templates/template.ts";
import { MAX_TEMPLATE_LENGTH, MAX_TERM_LENGTH } from "../limits.ts";
import { TERMS, type Term, type TermWords } from "../schema.ts";
import { templateText } from "../templateText.ts";
import { describeBrief } from "./brief.ts";
import { entries } from "./entries.ts";

interface TermNamed {
  readonly term: Term;
  /** Tables whose names follow the word, each with its new one: `Ward 1` where it was `Table 1`. */
  readonly tables?: readonly { readonly group: Id; readonly name: string }[];
}

/** Says a term in the workshop's own word, for one and for many: `patient`, `patients`. */
export function nameTerm(plan: PlanDocument, by: Actor, args: TermWords & TermNamed): Outcome<Id> {
  const words = [args.one.trim(), args.many.trim()];
  if (isOneOf(TERMS)(args.term) || words.includes("")) return refused("bad-value");
  if (words.some((word) => word.length > MAX_TERM_LENGTH)) return refused("too-long");
  const named = putEntry(plan, by, "words", args.term, { plain: { term: args.term }, stamped: { words } });
  return followed(plan, by, named, args);
}

/** Goes back to the usual word. */
export function resetTerm(plan: PlanDocument, by: Actor, args: TermNamed): Outcome {
  return followed(plan, by, entries.remove(plan, by, "words", args.term), args);
}

/** Tables that are gone, or whose name would be too long, keep theirs. */
function followed<T>(plan: PlanDocument, by: Actor, named: Outcome<T>, { tables = [] }: TermNamed): Outcome<T> {
  if (named.outcome !== "done") return named;
  const renamed = tables.flatMap(({ group, name }) => {
    const outcome = entries.describe(plan, by, "groups", group, { name }, { name: isTitle });
    return outcome.outcome === "done" ? outcome.changes.steps : [];
  });
  return { ...named, changes: joined(named.changes, { steps: renamed }) };
}

/** Keeps a template beside the built-in ones. */
export function saveTemplate(
  plan: PlanDocument,
  by: Actor,
  args: { readonly title: string; readonly template: Template; readonly before?: Id },
): Outcome<Id> {
  const problem = problemOfTemplate(args.template);
  if (problem) return refused(problem);
  const template = templateText(args.template);
  const fields = { title: args.title, template };
  return entries.add(plan, by, "templates", { fields, checks: TEMPLATE, before: args.before });
}

/** Keeps a template, and has the maps of tables that are added from then on begin with it. */
export function beginMapsWith(
  plan: PlanDocument,
  by: Actor,
  args: { readonly title: string; readonly template: Template },
): Outcome<Id> {
  const kept = saveTemplate(plan, by, args);
  if (kept.outcome !== "done") return kept;
  const told = describeBrief(plan, by, { journeyTemplate: kept.value });
  return told.outcome === "done" ? { ...kept, changes: joined(kept.changes, told.changes) } : told;
}

export function renameTemplate(
  plan: PlanDocument,
  by: Actor,
  args: { readonly template: Id; readonly title: string },
): Outcome {
  return entries.describe(plan, by, "templates", args.template, { title: args.title }, { title: isTitle });
}

export function removeTemplate(plan: PlanDocument, by: Actor, args: { readonly template: Id }): Outcome {
  return entries.remove(plan, by, "templates", args.template);
}

/** One undo for both. */
function joined(first: Changes, second: Changes): Changes {
  return { steps: [...first.steps, ...second.steps] };
}

const TEMPLATE = { title: isTitle, template: atMost(MAX_TEMPLATE_LENGTH) };
