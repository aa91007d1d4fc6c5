/** The answers of a workshop, topic by topic, as stores. */
import { type Answers, openAnswers } from "@sameside/replica";
import type { Store } from "./store.ts";

export type AnswerRows = ReturnType<Answers["rows"]>;
type AnswerTopic = Parameters<Answers["rows"]>[0];
/** The answers of one topic; the same store each time. */
export type RowsOf = (topic: AnswerTopic) => Store<AnswerRows>;

export function openAnswerRows(answers: Pick<Answers, "rows" | "subscribe">): RowsOf {
  const storeByTopic = new Map<AnswerTopic, Store<AnswerRows>>();
  return (topic) => {
    const store = storeByTopic.get(topic) ?? { get: () => answers.rows(topic), subscribe: answers.subscribe };
    storeByTopic.set(topic, store);
    return store;
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
