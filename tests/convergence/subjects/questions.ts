/** A workshop's questions, and what must hold for them whatever was done to them (SPEC R1, R3, C4). */
import {
  addQuestion,
  answerQuestion,
  asQuestionsDocument,
  mergeQuestion,
  moveQuestion,
  openQuestionsReader,
  prioritizeQuestion,
  QUESTION_PRIORITIES,
  type QuestionsDocument,
  type QuestionsView,
  readQuestions,
  removeQuestion,
  reopenQuestion,
  restoreQuestion,
  rewordQuestion,
  takeAwayQuestion,
  unmergeQuestion,
  withdrawQuestions,
} from "@sameside/model";
import { questionsRoom } from "@sameside/protocol";
import type { Random } from "../../support/random.ts";
import { changedTexts, foreignTexts, honestGhosts, lostTexts } from "../ledger.ts";
import {
  beforeAmong,
  idAmong,
  ownAmong,
  playsOf,
  type RemovedByCollection,
  removedAmong,
  type Subject,
  WORKSHOP,
  words,
} from "./subject.ts";

type QuestionsSeen = ReturnType<typeof lookAtQuestions>;

function lookAtQuestions(view: QuestionsView, removed: RemovedByCollection) {
  const all = shownQuestions(view);
  const merged = view.questions.flatMap((question) => question.merged);
  return {
    question: (random: Random) => idAmong(random, all),
    ownQuestion: (random: Random, person: string) => ownAmong(random, all, person),
    merged: (random: Random) => idAmong(random, merged),
    before: (random: Random) => beforeAmong(random, view.questions),
    removed: (random: Random) => removedAmong(random, removed, "questions"),
  };
}

const play = playsOf<QuestionsDocument, QuestionsSeen>();

/** Mostly people ask, merge and order. Several take in the same answers, each for themselves. */
const PLAYS = [
  play(8, addQuestion, (random, see) => ({ text: words(random), ...see.before(random) })),
  play(6, addQuestion, (random) => {
    const item = String(random.below(4));
    const person = `person${random.below(3)}`;
    return { text: `${person} asks ${item}`, from: { person, item } };
  }),
  play(4, rewordQuestion, (random, see, by) => ({
    question: see.ownQuestion(random, by.person),
    text: words(random),
  })),
  play(8, mergeQuestion, (random, see) => ({ question: see.question(random), into: see.question(random) })),
  play(4, unmergeQuestion, (random, see) => ({ question: see.merged(random) })),
  play(6, answerQuestion, (random, see) => ({
    question: see.question(random),
    text: words(random),
    touchpoint: random.chance(0.5) ? "touchpoint1" : "",
  })),
  play(2, reopenQuestion, (random, see) => ({ question: see.question(random) })),
  play(4, prioritizeQuestion, (random, see) => ({
    question: see.question(random),
    priority: random.pick(QUESTION_PRIORITIES) ?? "first",
  })),
  play(6, moveQuestion, (random, see) => ({ question: see.question(random), ...see.before(random) })),
  play(3, removeQuestion, (random, see) => ({ question: see.question(random) })),
  play(1, takeAwayQuestion, (random, see) => ({ question: see.question(random) })),
  play(0.1, withdrawQuestions, (_random, _see, by) => ({ person: by.person, time: by.now() })),
  play(3, restoreQuestion, (random, see) => ({ question: see.removed(random) })),
];

export const QUESTIONS: Subject<QuestionsDocument, QuestionsView, QuestionsSeen> = {
  room: questionsRoom(WORKSHOP),
  take: asQuestionsDocument,
  read: readQuestions,
  follow: openQuestionsReader,
  look: lookAtQuestions,
  plays: PLAYS,
  begin: (random, questions, by) => void addQuestion(questions, by, { text: words(random) }),
  ownTexts: shownQuestions,
  brokenRules(view, doc, ledger) {
    const shown = shownQuestions(view);
    return [
      ...honestGhosts(view.ghosts, ledger),
      ...lostTexts(doc, "questions", shown, ledger),
      ...changedTexts("questions", shown, ledger),
      ...foreignTexts(doc, "questions", shown, ledger),
    ];
  },
};

/** Each question, those that stand under another too. */
function shownQuestions(view: QuestionsView) {
  return view.questions.flatMap((question) => [question, ...question.merged]);
}
