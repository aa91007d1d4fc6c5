/** Rows of answers as the stores keep them: JSON, which the relay has checked before it was written. */
import { type AnswerRow, TOPICS } from "@sameside/protocol";

export function answerText(row: AnswerRow): string {
  return JSON.stringify(row);
}

/** One row, also of a topic that this program does not know: a backup carries it along. */
export function readAnswer(text: string): AnswerRow {
  return JSON.parse(text) as AnswerRow;
}

/** The rows this program understands; one that a newer program wrote must not hide the others. */
export function readAnswers(texts: readonly string[]): AnswerRow[] {
  return texts.map(readAnswer).filter(({ topic }) => Object.hasOwn(TOPICS, topic));
}
