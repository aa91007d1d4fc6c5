/** What people asked, as answers of their own; and asking. Who leads a table takes them into the questions document. */
import { checkAnswer, MAX_QUESTIONS, openingId } from "@sameside/model";
import { useMemo } from "react";
import type { LiveBoard } from "./liveBoard.ts";
import { useStore } from "./store.ts";
import type { AnswerRows } from "./topicRows.ts";

/** A question as its person asked it. */
export interface AskedQuestion {
  /** Its id in the questions document, once it was taken in. */
  readonly id: string;
  readonly person: string;
  readonly item: string;
  readonly text: string;
  readonly touchpoint?: string | undefined;
}

export interface OwnQuestions {
  /** How many more this person may ask. */
  readonly left: number;
  /** Rejects when it cannot be kept on this device. Nothing is asked where none is left. */
  ask(text: string, touchpoint: string | undefined): Promise<void>;
}

const NOTHING_BEFORE = { items: [] };

/** Everybody's, as far as this device knows them. */
export function useAsked(live: LiveBoard): readonly AskedQuestion[] {
  const rows = useStore(live.rows("question"));
  return useMemo(() => askedIn(rows), [rows]);
}

export function useOwnQuestions(live: LiveBoard): OwnQuestions {
  const rows = useStore(live.rows("question"));
  const { person } = useStore(live.seat);
  return useMemo(() => {
    const taken = new Set(rows.filter((row) => row.person === person).map(({ item }) => item));
    const free = Array.from({ length: MAX_QUESTIONS }, (_, at) => String(at + 1)).filter((item) => !taken.has(item));
    return {
      left: free.length,
      async ask(text, touchpoint) {
        const [item] = free;
        if (item === undefined) return;
        const value = { text, ...(touchpoint === undefined ? {} : { touchpoint }) };
        if (!checkAnswer("question", item, value, { items: [...taken] }).ok)
          throw new Error("This question cannot be asked: it is empty or too long.");
        await live.answer({ topic: "question", person, item, value });
      },
    };
  }, [live, rows, person]);
}

/** A row may come from any peer: only what a person could have asked is a question. */
function askedIn(rows: AnswerRows): readonly AskedQuestion[] {
  return rows.flatMap(({ person, item, value }) => {
    const checked = checkAnswer("question", item, value, NOTHING_BEFORE);
    if (!checked.ok || checked.value === null) return [];
    const { text, touchpoint } = checked.value;
    return [{ id: openingId("question", person, item), person, item, text, touchpoint }];
  });
}
