/** What an insight or a pattern rests on: things on the groups' boards, named by id. */
import { type Actor, type Outcome, refused } from "../../changes.ts";
import { isId } from "../../checks.ts";
import type { FindingsDocument } from "../../document.ts";
import { putEntry } from "../../entries.ts";
import { derivedId } from "../../id.ts";
import type { Id } from "../../journey/schema.ts";
import type { FindingsCollection } from "../records.ts";
import { entries } from "./entries.ts";

/** Backs a finding (an insight or a pattern) with something on a group's board. Twice, on two devices, is once. */
export function addSupport(
  findings: FindingsDocument,
  by: Actor,
  args: { readonly finding: Id; readonly group: Id; readonly subject: Id },
): Outcome<Id> {
  const { finding, group, subject } = args;
  if (!entries.living(findings, "insights", finding) && !entries.living(findings, "patterns", finding))
    return refused("gone");
  const problem = isId(group) ?? isId(subject);
  if (problem) return refused(problem);
  const id = derivedId("support", finding, group, subject);
  return putEntry(findings, by, "supports", id, { plain: { finding, group, subject } });
}

export function removeSupport(findings: FindingsDocument, by: Actor, args: { readonly support: Id }): Outcome {
  return entries.remove(findings, by, "supports", args.support);
}

/** Brings back what was removed from the findings, where it was. */
export function restoreFinding(
  findings: FindingsDocument,
  by: Actor,
  args: { readonly collection: FindingsCollection; readonly id: Id },
): Outcome {
  return entries.restore(findings, by, args.collection, args.id);
}
