/** A workshop's answers as a file takes them along, and back. */
import { type AnswerRow, TOPICS, type Topic } from "@sameside/protocol";
import { type Answers, openAnswers } from "@sameside/replica";

/** For others to have, or for one person (an id), on another device or at another address. */
export type FilePurpose = "hand-over" | { readonly own: string };

/**
 * What everybody reads at the table may be in any file; what somebody answered for themselves only in a file of their
 * own. What is told without names (votes, guesses) is in none: a file would say whose it was (SPEC S45).
 */
export async function answersForFile(workshop: string, purpose: FilePurpose): Promise<readonly AnswerRow[]> {
  return readAll(workshop, (answers, row) => {
    if (TOPICS[row.topic].anonymous) return false;
    return isForAll(answers, row) || (purpose !== "hand-over" && row.person === purpose.own);
  });
}

/** All that one person has answered, for themselves to read. */
export function answersOf(workshop: string, person: string): Promise<readonly AnswerRow[]> {
  return readAll(workshop, (_, row) => row.person === person);
}

/** Merges a file's answers with those of this device: of two the later one stays. */
export async function takeInAnswers(workshop: string, rows: readonly unknown[]): Promise<void> {
  const answers = await openAnswers(workshop);
  await answers.takeIn(rows);
  await answers.close();
}

async function readAll(
  workshop: string,
  isWanted: (answers: Answers, row: AnswerRow) => boolean,
): Promise<readonly AnswerRow[]> {
  const answers = await openAnswers(workshop);
  try {
    const topics = Object.keys(TOPICS) as Topic[];
    return topics.flatMap((topic) => answers.rows(topic)).filter((row) => isWanted(answers, row));
  } finally {
    await answers.close();
  }
}

function isForAll(answers: Answers, { topic, item }: AnswerRow): boolean {
  const { read, sealed, keep } = TOPICS[topic];
  return read === "all" && keep === "workshop" && (!sealed || answers.isOpened(topic, item));
}
