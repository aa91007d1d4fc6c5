/** Reads the questions: each living one exactly once, on its own or under the one it was merged into. */
import type { QuestionsDocument } from "../document.ts";
import type { EntityIndex } from "../entityIndex.ts";
import { listOfEntries } from "../entries.ts";
import type { Id } from "../journey/schema.ts";
import { isTakenAway } from "../journey/takenAway.ts";
import { type DocumentReader, openReader, readOnce } from "../reading.ts";
import { headsOf } from "./merging.ts";
import { QUESTIONS, type QuestionRecord, type QuestionRecords } from "./records.ts";
import type { MergedQuestion, QuestionAnswer, QuestionsView, QuestionView } from "./schema.ts";

/** Reads the questions once. Never throws. */
export function readQuestions(questions: QuestionsDocument): QuestionsView {
  return readOnce(questions, QUESTIONS, buildQuestions);
}

/** Follows the questions. */
export function openQuestionsReader(questions: QuestionsDocument): DocumentReader<QuestionsView> {
  return openReader(questions, QUESTIONS, buildQuestions);
}

function buildQuestions(index: EntityIndex<QuestionRecords>, writable: boolean): QuestionsView {
  const questions = listOfEntries(index, "questions");
  const headById = headsOf(questions);
  const mergedByHead = new Map<Id, MergedQuestion[]>();
  for (const question of questions) {
    const head = headById.get(question.id) ?? question.id;
    if (head === question.id) continue;
    const merged = mergedByHead.get(head);
    if (merged) merged.push(asked(question));
    else mergedByHead.set(head, [asked(question)]);
  }
  const takenAway = [...index.records.questions.values()]
    .filter((question) => isTakenAway(question) && question.text.value !== "")
    .map(({ id, author, text }) => ({ id, author, text: text.value }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    ...(takenAway.length > 0 ? { takenAway } : {}),
    questions: questions
      .filter((question) => headById.get(question.id) === question.id)
      .map((question) => questionView(question, mergedByHead.get(question.id) ?? [])),
    ghosts: index.ghosts.size,
    writable,
  };
}

function questionView(question: QuestionRecord, merged: readonly MergedQuestion[]): QuestionView {
  return { ...asked(question), priority: question.priority, merged };
}

function asked(question: QuestionRecord): MergedQuestion {
  const { id, text, author, made, askedFrom } = question;
  const answered = answerOf(question);
  return {
    id,
    text: text.value,
    author,
    made,
    ...(askedFrom === undefined ? {} : { askedFrom }),
    ...(answered ? { answered } : {}),
  };
}

function answerOf({ answered }: QuestionRecord): QuestionAnswer | undefined {
  if (!answered?.value) return undefined;
  const [text, touchpoint] = answered.value;
  return { text, ...(touchpoint === "" ? {} : { touchpoint }), by: answered.person, time: answered.time };
}
