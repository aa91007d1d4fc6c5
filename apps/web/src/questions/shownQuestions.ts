/** The questions as they stand in the panel once somebody has taken back what they asked. */
import type { QuestionView } from "@sameside/model";

/** One without words is shown as taken back where others' words hang on it, and not at all where none do. */
export function shownQuestions(questions: readonly QuestionView[], takenBack: string): readonly QuestionView[] {
  return questions.flatMap((question) => {
    const merged = question.merged.filter(({ text }) => text !== "");
    if (question.text !== "") return [{ ...question, merged }];
    return merged.length > 0 || question.answered ? [{ ...question, text: takenBack, merged }] : [];
  });
}
