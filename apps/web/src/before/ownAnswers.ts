/** What this person has answered in a topic, and how they answer: kept here first, sent when there is a relay. */
import { ANSWER_TOPICS, type AnswerValue } from "@sameside/model";
import { useMemo } from "react";
import type { LiveWorkshop } from "../live/liveWorkshop.ts";
import { useStore } from "../live/store.ts";

/** The question that customers think about, as an item of the topic of tasks. */
export const WARM_UP = "warm-up";

type Task = NonNullable<AnswerValue<"preTask">>;

/** Each person's tasks, by the item; what is no answer is passed over. */
export function useTaskAnswers(live: LiveWorkshop): ReadonlyMap<string, ReadonlyMap<string, Task>> {
  const rows = useStore(live.rows("preTask"));
  return useMemo(() => {
    const byPerson = new Map<string, Map<string, Task>>();
    for (const { person, item, value } of rows) {
      const answer = ANSWER_TOPICS.preTask.value.safeParse(value).data;
      if (!answer) continue;
      const own = byPerson.get(person) ?? new Map<string, Task>();
      byPerson.set(person, own.set(item, answer));
    }
    return byPerson;
  }, [rows]);
}

/** What this person needs; empty before they have said anything. */
export function useOwnNeeds(live: LiveWorkshop): NonNullable<AnswerValue<"needs">> {
  const rows = useStore(live.rows("needs"));
  const { person } = useStore(live.seat);
  return useMemo(() => {
    const own = rows.find((row) => row.person === person);
    return ANSWER_TOPICS.needs.value.safeParse(own?.value).data ?? { needs: [] };
  }, [rows, person]);
}
