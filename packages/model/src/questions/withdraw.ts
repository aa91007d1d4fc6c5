/** Withdrawing what a person asked. What was answered stays: it is in another person's words. */
import type { QuestionsDocument } from "../document.ts";
import { openWithdrawing, type Withdrawing } from "../withdrawing.ts";
import { QUESTIONS } from "./records.ts";

export const QUESTIONS_WITHDRAWING: Withdrawing<QuestionsDocument> = openWithdrawing(QUESTIONS, {
  questions: { stamped: { text: "" }, staysEmpty: true },
});

/** Of the questions: see `Withdrawing`. */
export const { empty: withdrawQuestions } = QUESTIONS_WITHDRAWING;
