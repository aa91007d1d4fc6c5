/** The rules of the role card: what a colleague has read and ticked before customers speak. */
import type { AnswerRows } from "../live/topicRows.ts";

/** They are items of the topic `roleCard`: one that was given never means another rule. */
export const ROLE_RULES = ["silence", "notes", "defend", "questions", "person"] as const;
type RoleRule = (typeof ROLE_RULES)[number];

export function tickedRules(rows: AnswerRows, person: string): ReadonlySet<RoleRule> {
  const own = rows.filter((row) => row.person === person && row.value === true);
  return new Set(ROLE_RULES.filter((rule) => own.some(({ item }) => item === rule)));
}

/** `true` when this person has ticked every rule: then a listening step is open to a colleague. */
export function roleCardDone(rows: AnswerRows, person: string): boolean {
  return tickedRules(rows, person).size === ROLE_RULES.length;
}
