/**
 * Who leads a table takes what people ask into the questions document, and empties there what they have withdrawn;
 * either twice, or on two devices, is once.
 */
import { addQuestion, checkAnswer, withdrawQuestions } from "@sameside/model";
import { rightIn, WITHDRAWAL } from "@sameside/protocol";
import { useEffect } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LiveQuestions } from "../live/liveQuestions.ts";
import { useAsked } from "../live/ownQuestions.ts";
import { useStore } from "../live/store.ts";

/** `true` for who puts the questions in order. */
export function useLeadsQuestions(live: LiveBoard): boolean {
  const place = useStore(live.seat);
  return rightIn(place, { workshop: live.workshop, kind: "questions" }) === "write";
}

interface Props {
  readonly live: LiveBoard;
  readonly questions: { readonly live: LiveQuestions | undefined; readonly open: () => void };
}

const NOTHING_BEFORE = { items: [] };

/** At it as long as the board is open, whether anybody looks at the questions or not. */
export function QuestionTaker({ live, questions: { live: questions, open } }: Props) {
  const asked = useAsked(live);
  const withdrawn = useStore(live.rows(WITHDRAWAL.topic));
  const leads = useLeadsQuestions(live);
  const hasWork = leads && asked.length + withdrawn.length > 0;
  useEffect(() => {
    if (!hasWork) return;
    if (!questions) return open();
    for (const { person, item, text, touchpoint } of asked)
      addQuestion(questions.questions, live.by, {
        text,
        from: { person, item },
        ...(touchpoint === undefined ? {} : { askedFrom: touchpoint }),
      });
  }, [hasWork, asked, questions, open, live]);
  useEffect(() => {
    if (!hasWork || !questions) return;
    const empty = () => {
      for (const { person, item, value } of withdrawn) {
        // A row may come from any peer: only what a person could have said themselves counts.
        const checked = checkAnswer(WITHDRAWAL.topic, item, value, NOTHING_BEFORE);
        if (checked.ok && checked.value !== null)
          withdrawQuestions(questions.questions, live.by, { person, time: checked.value });
      }
    };
    empty();
    return questions.view.subscribe(empty);
  }, [hasWork, withdrawn, questions, live]);
  return null;
}
