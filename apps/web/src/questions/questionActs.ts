/** What who leads does with the questions: each a command, said in a line from which it is taken back. */
import {
  answerQuestion,
  type Id,
  mergeQuestion,
  type Outcome,
  prioritizeQuestion,
  type QuestionPriority,
  type QuestionView,
  removeQuestion,
  reopenQuestion,
  restoreQuestion,
  takeAwayQuestion,
  unmergeQuestion,
} from "@sameside/model";
import type { LiveBoard } from "../live/liveBoard.ts";
import type { LiveQuestions } from "../live/liveQuestions.ts";
import type { Tell } from "../ui/Toast.tsx";
import type { Words } from "../words/words.ts";

interface Desk {
  readonly live: LiveBoard;
  readonly questions: LiveQuestions;
  readonly tell: Tell;
  readonly words: Words;
}

export interface QuestionActs {
  merge(question: Id, into: Id): void;
  unmerge(question: Id): void;
  prioritize(question: Id, priority: QuestionPriority): void;
  setAside(question: Id): void;
  /** Takes it away because it hurts somebody: only who asked it is told. */
  takeAway(question: Id): void;
  reopen(question: Id): void;
  /** Keeps what was answered, with the touchpoint it is about: who leads at that map hangs it there. */
  answer(question: QuestionView, text: string): boolean;
}

export function openQuestionActs({ live, questions, tell, words }: Desk): QuestionActs {
  const say = words.questions;
  const { questions: document } = questions;
  const { by } = live;
  const change = (outcome: Outcome): boolean => {
    if (outcome.outcome === "refused") tell({ tone: "problem", text: words.journey.refusals[outcome.reason] });
    if (outcome.outcome === "done") questions.endGesture();
    return outcome.outcome === "done";
  };
  const undo = (act: () => void) => ({ label: say.undo, act });
  const unmerge = (question: Id) => change(unmergeQuestion(document, by, { question }));
  return {
    merge(question, into) {
      if (change(mergeQuestion(document, by, { question, into })))
        tell({ tone: "news", text: say.merged, action: undo(() => void unmerge(question)) });
    },
    unmerge(question) {
      if (unmerge(question)) tell({ tone: "news", text: say.unmerged });
    },
    prioritize: (question, priority) => void change(prioritizeQuestion(document, by, { question, priority })),
    setAside(question) {
      if (!change(removeQuestion(document, by, { question }))) return;
      const bringBack = () => void change(restoreQuestion(document, by, { question }));
      tell({ tone: "news", text: say.wasSetAside, action: undo(bringBack) });
    },
    takeAway(question) {
      if (!change(takeAwayQuestion(document, by, { question }))) return;
      const putBack = () => void change(restoreQuestion(document, by, { question }));
      tell({ tone: "news", text: words.takenAway.done, action: { label: words.takenAway.undo, act: putBack } });
    },
    reopen: (question) => void change(reopenQuestion(document, by, { question })),
    answer({ id, askedFrom }, text) {
      const answered = { question: id, text, ...(askedFrom === undefined ? {} : { touchpoint: askedFrom }) };
      if (!change(answerQuestion(document, by, answered))) return false;
      tell({ tone: "news", text: say.answering.kept });
      return true;
    },
  };
}
