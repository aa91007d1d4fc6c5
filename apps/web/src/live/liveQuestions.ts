/** A workshop's questions, open beside a board: read by everybody, put in order by who leads a table. */
import { openQuestionsReader, type QuestionsDocument, type QuestionsView, readQuestions } from "@sameside/model";
import { questionsRoom } from "@sameside/protocol";
import type { KnownWorkshop } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import { type LiveShared, openLiveShared } from "./liveShared.ts";

export interface LiveQuestions extends Omit<LiveShared<QuestionsDocument, QuestionsView>, "document"> {
  readonly questions: QuestionsDocument;
}

/** Opens the questions from this device's disk, and connects when the workshop was shared. */
export async function openLiveQuestions(
  known: KnownWorkshop,
  asQuestions: AsDocuments["questions"],
): Promise<LiveQuestions> {
  const room = questionsRoom(known.id);
  const kind = { room, asDocument: asQuestions, project: readQuestions, openReader: openQuestionsReader };
  const { document, ...live } = await openLiveShared<QuestionsDocument, QuestionsView>(known, kind);
  return { questions: document, ...live };
}
