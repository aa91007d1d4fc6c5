/** Withdrawing what a person said, for each kind of document (S0-20). */
import { FINDINGS_WITHDRAWING } from "./findings/commands/withdraw.ts";
import { BOARD_WITHDRAWING } from "./journey/commands/withdraw.ts";
import { QUESTIONS_WITHDRAWING } from "./questions/withdraw.ts";
import { PLAN_WITHDRAWING } from "./workshop/commands/withdraw.ts";

export const WITHDRAWING = {
  board: BOARD_WITHDRAWING,
  plan: PLAN_WITHDRAWING,
  questions: QUESTIONS_WITHDRAWING,
  findings: FINDINGS_WITHDRAWING,
} as const;
