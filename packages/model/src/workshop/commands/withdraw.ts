/** Withdrawing what a person wrote in a plan: the notes they left before the day, and what they said to all. */
import type { PlanDocument } from "../../document.ts";
import { openWithdrawing, type Withdrawing } from "../../withdrawing.ts";
import { PLAN } from "../records.ts";

export const PLAN_WITHDRAWING: Withdrawing<PlanDocument> = openWithdrawing(PLAN, {
  preparationNotes: { stamped: { text: "", source: "", del: true }, staysEmpty: true },
  messages: { stamped: { text: "", del: true }, staysEmpty: true },
});
