/** Who has said goodbye before the end of the day: nobody waits for them, and no count counts them (S4-13). */
import { checkAnswer } from "@sameside/model";
import { useMemo } from "react";
import { useStore } from "./store.ts";
import type { AnswerRows, TopicRows } from "./topicRows.ts";

export interface Leaver {
  readonly person: string;
  /** The table (its group's id) at which they said it. */
  readonly table: string;
  /** When they did, in ms since 1970. */
  readonly time: number;
}

type LeaverByPerson = ReadonlyMap<string, Leaver>;

export function useLeavers(live: { readonly rows: TopicRows }): LeaverByPerson {
  const rows = useStore(live.rows("left"));
  return useMemo(() => leaversIn(rows), [rows]);
}

/** The earliest first. */
function leaversIn(rows: AnswerRows): LeaverByPerson {
  const leavers = rows.flatMap(({ person, item, value, time }): Leaver[] => {
    // A row may come from any peer.
    const checked = checkAnswer("left", item, value, { items: [] });
    return checked.ok && checked.value !== null ? [{ person, table: checked.value.table, time }] : [];
  });
  return new Map(leavers.sort((a, b) => a.time - b.time).map((leaver) => [leaver.person, leaver]));
}
