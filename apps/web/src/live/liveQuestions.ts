/** A workshop's questions, open beside a board: read by everybody, put in order by who leads a table. */
import { openQuestionsReader, type QuestionsDocument, type QuestionsView, readQuestions } from "@sameside/model";
import { questionsRoom } from "@sameside/protocol";
import { type KnownWorkshop, openReplica, type ReplicaStatus } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";
import { linkOf } from "./ownPlace.ts";
import type { Store } from "./store.ts";

export interface LiveQuestions {
  readonly questions: QuestionsDocument;
  readonly view: Store<QuestionsView>;
  readonly status: Store<ReplicaStatus>;
  /** A gesture has ended: what it wrote is made safe against a power cut. */
  endGesture(): void;
  /** The workshop was shared, or its seat is another one. */
  connect(known: KnownWorkshop): void;
  close(): Promise<void>;
}

/** Opens the questions from this device's disk, and connects when the workshop was shared. */
export async function openLiveQuestions(
  known: KnownWorkshop,
  asQuestions: AsDocuments["questions"],
): Promise<LiveQuestions> {
  const link = linkOf(known);
  const replica = await openReplica<QuestionsDocument, QuestionsView>({
    room: questionsRoom(known.id),
    asDocument: asQuestions,
    project: readQuestions,
    ...(link && { open: link }),
  });
  const reader = openQuestionsReader(replica.doc);
  return {
    questions: replica.doc,
    view: { get: () => reader.view(), subscribe: (hear) => reader.subscribe(hear) },
    status: { get: () => replica.status(), subscribe: (hear) => replica.subscribe(hear) },
    endGesture: replica.endGesture,
    connect(shared) {
      const next = linkOf(shared);
      if (next) replica.connect(next);
    },
    async close() {
      reader.close();
      await replica.close();
    },
  };
}
