/** A workshop's answers as a file takes them along, and back. */
import { type AnswerRow, TOPICS, type Topic } from "@sameside/protocol";
import { type Answers, openAnswers } from "@sameside/replica";

/** `hand-over`: for others to have. `own`: for the same person, on another device or at another address. */
export type FilePurpose = "hand-over" | "own";

/** What may be handed on is what everybody reads at the table: nothing that is answered for oneself, or sealed still. */
export async function answersForFile(workshop: string, purpose: FilePurpose): Promise<readonly AnswerRow[]> {
  const answers = await openAnswers(workshop);
  try {
    const topics = Object.keys(TOPICS) as Topic[];
    const rows = topics.flatMap((topic) => answers.rows(topic));
    return purpose === "own" ? rows : rows.filter((row) => isForAll(answers, row));
  } finally {
    await answers.close();
  }
}

/** Merges a file's answers with those of this device: of two the later one stays. */
export async function takeInAnswers(workshop: string, rows: readonly unknown[]): Promise<void> {
  const answers = await openAnswers(workshop);
  await answers.takeIn(rows);
  await answers.close();
}

function isForAll(answers: Answers, { topic, item }: AnswerRow): boolean {
  const { read, sealed, keep } = TOPICS[topic];
  return read === "all" && keep === "workshop" && (!sealed || answers.isOpened(topic, item));
}
