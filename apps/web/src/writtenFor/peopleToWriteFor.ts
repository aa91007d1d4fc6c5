/** For whom this person may write: who has asked them to, and in a step in pairs the customers they sit with. */
import { checkAnswer, type Id, type PlanView, type Speaker } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { actorRole } from "../live/ownPlace.ts";
import { useNames, useOthersHere } from "../live/people.ts";
import { useStepNow } from "../live/planNow.ts";
import { openValue, useStore } from "../live/store.ts";
import type { AnswerRows } from "../live/topicRows.ts";

const NO_PLAN = openValue<PlanView | undefined>(undefined);

export function usePeopleToWriteFor(live: LiveBoard, plan: LivePlan | undefined): readonly Speaker[] {
  const { person, role } = useStore(live.seat);
  const rows = useStore(live.rows("writesForMe"));
  const others = useOthersHere(live, useNames(live));
  const people = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN)?.people;
  const isInPairs = useStepNow(live, plan)?.kind === "pair" && role === "colleague";
  const now = useStore(live.writesFor);
  return useMemo(() => {
    const asked = [...helperByPerson(rows)].flatMap(([who, helper]) => (helper === person ? [who] : []));
    const buddies = isInPairs ? (people?.find(({ id }) => id === person)?.buddies ?? []) : [];
    const roleOf = (who: Id) =>
      others.find((other) => other.person === who)?.role ?? people?.find(({ id }) => id === who)?.role;
    return [...new Set([...asked, ...buddies])].flatMap((who): Speaker[] => {
      const theirs = roleOf(who);
      // Who has just left the room is written for all the same.
      if (theirs === undefined) return now?.person === who ? [now] : [];
      return who === person ? [] : [{ person: who, role: actorRole(theirs) }];
    });
  }, [rows, others, people, isInPairs, person, now]);
}

/** Whom each person has asked to write for them. */
export function helperByPerson(rows: AnswerRows): ReadonlyMap<Id, Id> {
  return new Map(
    rows.flatMap(({ person, item, value }) => {
      // A row may come from any peer.
      const checked = checkAnswer("writesForMe", item, value, { items: [] });
      return checked.ok && checked.value !== null ? [[person, checked.value] as const] : [];
    }),
  );
}
