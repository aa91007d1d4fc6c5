/** The answers of each topic, as stores: the same one however often it is asked for. */
import type { Answers } from "@sameside/replica";
import type { Store } from "./store.ts";

export type AnswerRows = ReturnType<Answers["rows"]>;
type Topic = Parameters<Answers["rows"]>[0];

export function openRowStores(answers: Pick<Answers, "rows" | "subscribe">): (topic: Topic) => Store<AnswerRows> {
  const storeByTopic = new Map<Topic, Store<AnswerRows>>();
  return (topic) => {
    const store = storeByTopic.get(topic) ?? {
      get: () => answers.rows(topic),
      subscribe: (hear: () => void) => answers.subscribe(hear),
    };
    storeByTopic.set(topic, store);
    return store;
  };
}
