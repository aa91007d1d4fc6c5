/** The answers of a workshop, topic by topic, as stores. */
import { type Answers, openAnswers } from "@sameside/replica";
import type { Store } from "./store.ts";

export type AnswerRows = ReturnType<Answers["rows"]>;
type Topic = Parameters<Answers["rows"]>[0];
/** The answers of one topic; the same store each time. */
export type TopicRows = (topic: Topic) => Store<AnswerRows>;

export function openTopicRows(answers: Pick<Answers, "rows" | "subscribe">): TopicRows {
  const rowsByTopic = new Map<Topic, Store<AnswerRows>>();
  return (topic) => {
    const rows = rowsByTopic.get(topic) ?? {
      get: () => answers.rows(topic),
      subscribe: (hear: () => void) => answers.subscribe(hear),
    };
    rowsByTopic.set(topic, rows);
    return rows;
  };
}

/** Reads the answers of a workshop off this device's disk, once. */
export async function readAnswers<T>(workshop: string, read: (rows: Answers["rows"]) => T): Promise<T> {
  const answers = await openAnswers(workshop);
  try {
    return read(answers.rows);
  } finally {
    await answers.close();
  }
}
