/** The kinds of document that a workshop has: read from a file's bytes, and put together with what this device holds. */
import {
  type BoardDocument,
  type BoardView,
  boardFromState,
  type FindingsDocument,
  type FindingsView,
  findingsFromState,
  mergeInto,
  type PlanDocument,
  type PlanView,
  planFromState,
  type QuestionsDocument,
  type QuestionsView,
  questionsFromState,
  readBoard,
  readFindings,
  readPlan,
  readQuestions,
} from "@sameside/model";
import type { RoomKind } from "@sameside/protocol";
import { openReplica, type ReplicaOptions } from "@sameside/replica";

type As<D, V> = ReplicaOptions<D, V>["asDocument"];

/** Takes a bare document as one of a kind; the composition root has these. */
export interface AsDocuments {
  readonly board: As<BoardDocument, BoardView>;
  readonly plan: As<PlanDocument, PlanView>;
  readonly questions: As<QuestionsDocument, QuestionsView>;
  readonly findings: As<FindingsDocument, FindingsView>;
}

/** The plain view of a document's bytes. @throws Error when the bytes are no state of a document. */
export function viewOfState(kind: RoomKind, state: Uint8Array): { readonly writable: boolean } {
  switch (kind) {
    case "board":
      return readBoard(boardFromState(state));
    case "plan":
      return readPlan(planFromState(state));
    case "questions":
      return readQuestions(questionsFromState(state));
    case "findings":
      return readFindings(findingsFromState(state));
  }
}

/**
 * Puts a document's bytes together with what this device has of the room: twice is the same as once. No relay is asked;
 * where the room is open, it is seen there at once, and goes out from there. Resolves when it is on this device's disk;
 * rejects when it cannot be stored.
 */
export async function mergeIntoRoom(as: AsDocuments, kind: RoomKind, room: string, state: Uint8Array): Promise<void> {
  switch (kind) {
    case "board":
      return merge({ room, asDocument: as.board, project: readBoard }, state);
    case "plan":
      return merge({ room, asDocument: as.plan, project: readPlan }, state);
    case "questions":
      return merge({ room, asDocument: as.questions, project: readQuestions }, state);
    case "findings":
      return merge({ room, asDocument: as.findings, project: readFindings }, state);
  }
}

async function merge<D extends Parameters<typeof mergeInto>[0], V>(
  options: ReplicaOptions<D, V>,
  state: Uint8Array,
): Promise<void> {
  const replica = await openReplica(options);
  try {
    mergeInto(replica.doc, state);
    await replica.saved();
  } finally {
    await replica.close();
  }
}
