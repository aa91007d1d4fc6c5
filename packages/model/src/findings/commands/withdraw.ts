/** Withdrawing what a person wrote among the findings: their insights. */
import type { FindingsDocument } from "../../document.ts";
import { openWithdrawing, type Withdrawing } from "../../withdrawing.ts";
import { FINDINGS } from "../records.ts";

export const FINDINGS_WITHDRAWING: Withdrawing<FindingsDocument> = openWithdrawing(FINDINGS, {
  insights: { stamped: { text: "", relatedText: "", del: true }, staysEmpty: true },
});
