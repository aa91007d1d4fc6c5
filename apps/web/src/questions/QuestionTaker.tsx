/** Who leads a table takes what people ask into the questions document; taking it twice, or on two devices, is once. */
import { addQuestion } from "@sameside/model";
import { rightIn } from "@sameside/protocol";
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

/** Takes in what is asked as long as the board is open, whether anybody looks at the questions or not. */
export function QuestionTaker({ live, questions: { live: questions, open } }: Props) {
  const asked = useAsked(live);
  const leads = useLeadsQuestions(live);
  useEffect(() => {
    if (!leads || asked.length === 0) return;
    if (!questions) return open();
    for (const { person, item, text, touchpoint } of asked)
      addQuestion(questions.questions, live.by, {
        text,
        from: { person, item },
        ...(touchpoint === undefined ? {} : { askedFrom: touchpoint }),
      });
  }, [leads, asked, questions, open, live]);
  return null;
}
