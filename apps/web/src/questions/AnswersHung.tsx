/**
 * Answers hang on the touchpoint they are about, on whichever table's map that is: the device of who leads there does
 * it, from wherever the answer was given. On several devices it is once.
 */
import { hangAnswer, MAX_TITLE_LENGTH, type QuestionView } from "@sameside/model";
import { useEffect } from "react";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LiveQuestions } from "../live/liveQuestions.ts";
import { useWords } from "../words/words.ts";
import { useLeadsQuestions } from "./QuestionTaker.tsx";

interface Props {
  readonly live: LiveBoard;
  /** `undefined` until somebody wants them. */
  readonly questions: LiveQuestions | undefined;
  /** Whether this person may write on the board. */
  readonly editable: boolean;
}

/** At it as long as the board is open, whether anybody looks at the questions or not. */
export function AnswersHung({ live, questions, editable }: Props) {
  const say = useWords().questions.answering;
  const leads = useLeadsQuestions(live) && editable;
  useEffect(() => {
    if (!leads || !questions) return;
    const hang = ({ id, text, answered }: Pick<QuestionView, "id" | "text" | "answered">) => {
      if (answered?.touchpoint === undefined) return;
      const { touchpoint, by, time } = answered;
      const source = say.source(text).slice(0, MAX_TITLE_LENGTH);
      hangAnswer(live.board, live.by, { question: id, touchpoint, text: answered.text, source, by, time });
    };
    const hangAll = () => {
      for (const question of questions.view.get().questions)
        for (const each of [question, ...question.merged]) hang(each);
    };
    hangAll();
    return questions.view.subscribe(hangAll);
  }, [leads, questions, live, say]);
  return null;
}
