/** What a person will do, as they said it themselves: one sentence, with a day where they know one (S4-11). */
import { checkAnswer, type PlanView } from "@sameside/model";
import { useMemo, useState } from "react";
import type { LiveDay } from "../live/liveDay.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, useStore } from "../live/store.ts";
import type { AnswerRows } from "../live/topicRows.ts";

export interface Commitment {
  readonly person: string;
  readonly text: string;
  /** YYYY-MM-DD; absent where they named no day. */
  readonly due?: string;
  /** Of their person, as it was called then; "" where nobody said. */
  readonly department: string;
}

const OWN = "own";
const NOTHING_BEFORE = { items: [] };

/** What people say of themselves; what the dais promises for a question is another matter. */
export function commitmentsIn(rows: AnswerRows): readonly Commitment[] {
  return rows.flatMap(({ person, item, value }): Commitment[] => {
    // A row may come from any peer.
    const checked = checkAnswer("commitment", item, value, NOTHING_BEFORE);
    if (item !== OWN || !checked.ok || checked.value === null) return [];
    const { text, due, department = "" } = checked.value;
    return [{ person, text, department, ...(due !== undefined && { due }) }];
  });
}

/** The name of a person's department; "" where the plan has none. */
export function departmentIn({ people, departments }: PlanView, person: string): string {
  const id = people.find((each) => each.id === person)?.department;
  return departments.find((each) => each.id === id)?.name ?? "";
}

export interface OwnCommitment {
  readonly text: string;
  readonly due: string;
  readonly setText: (text: string) => void;
  readonly setDue: (due: string) => void;
  /** Why it does not fit. */
  readonly problem: "text" | "day" | undefined;
  /** Keeps it where it is another one than before; an empty one is none. Rejects where this device cannot store it. */
  readonly keep: () => Promise<void>;
}

const NO_PLAN = openValue<PlanView | undefined>(undefined);

export function useOwnCommitment(live: LiveDay, plan: LivePlan | undefined): OwnCommitment {
  const { person } = useStore(live.seat);
  const rows = useStore(live.rows("commitment"));
  const view = useStore<PlanView | undefined>(plan?.view ?? NO_PLAN);
  const before = useMemo(() => commitmentsIn(rows).find((each) => each.person === person), [rows, person]);
  const [text, setText] = useState(before?.text ?? "");
  const [due, setDue] = useState(before?.due ?? "");
  const said = text.trim();
  const department = (view && departmentIn(view, person)) ?? "";
  const value =
    said === "" ? null : { text: said, ...(due !== "" && { due }), ...(department !== "" && { department }) };
  const fits = checkAnswer("commitment", OWN, value, NOTHING_BEFORE).ok;
  const fitsWithoutDay = fits || checkAnswer("commitment", OWN, value && { text: value.text }, NOTHING_BEFORE).ok;
  const isSame = said === (before?.text ?? "") && (said === "" || due === (before?.due ?? ""));
  return {
    ...{ text, due, setText, setDue },
    problem: fits ? undefined : fitsWithoutDay ? "day" : "text",
    async keep() {
      if (!isSame) await live.answer({ topic: "commitment", person, item: OWN, value });
    },
  };
}
