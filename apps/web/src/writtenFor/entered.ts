/** Answers that who helps has written down for somebody: they are that person's words, said by another. */
import { ANSWER_TOPICS } from "@sameside/model";
import { type AnswerRow, isNoted, TOPICS, type Topic } from "@sameside/protocol";
import type { AnswerRows } from "../live/topicRows.ts";

/** Topics in which who helps may say something for a person. */
export type EnteredTopic = {
  [T in Topic]: (typeof TOPICS)[T]["helpersWrite"] extends true ? (T extends "spoke" | "proposal" ? never : T) : never;
}[Topic];

export interface EnteredAnswer extends AnswerRow {
  readonly topic: EnteredTopic;
  readonly enteredBy: string;
}

export const ENTERED_TOPICS = (Object.keys(TOPICS) as Topic[]).filter(isEntered);

function isEntered(topic: Topic): topic is EnteredTopic {
  return TOPICS[topic].helpersWrite && !isNoted(topic);
}

/** Those of this person that another has written and they have neither changed nor taken back. */
export function enteredFor(rows: AnswerRows, person: string): readonly EnteredAnswer[] {
  return rows.flatMap((row) => {
    const { topic, enteredBy, value } = row;
    const isForThem = row.person === person && enteredBy !== undefined && enteredBy !== person && value !== null;
    return isForThem && isEntered(topic) ? [{ ...row, topic, enteredBy }] : [];
  });
}

/** An answer that has to be there is given anew instead. */
export function mayTakeBack(topic: EnteredTopic): boolean {
  return ANSWER_TOPICS[topic].canTakeBack;
}

/** What it says, where it says something in words. A row may come from any peer. */
export function saidIn({ value }: EnteredAnswer): string | undefined {
  const said = typeof value === "object" && value !== null && "text" in value ? value["text"] : value;
  return typeof said === "string" ? said : undefined;
}
