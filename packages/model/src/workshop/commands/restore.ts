import type { Actor, Outcome } from "../../changes.ts";
import type { PlanDocument } from "../../document.ts";
import type { Id } from "../../journey/schema.ts";
import type { PlanCollection } from "../records.ts";
import { entries } from "./entries.ts";

/** Brings back what was removed from the plan, where it was. */
export function restoreInPlan(
  plan: PlanDocument,
  by: Actor,
  args: {
    readonly collection: Exclude<PlanCollection, "briefs" | "words" | "runs" | "announcements">;
    readonly id: Id;
  },
): Outcome {
  return entries.restore(plan, by, args.collection, args.id);
}
