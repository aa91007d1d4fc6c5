/** What carrying out a withdrawal needs to know of each kind of document. */
import {
  type Actor,
  type BoardDocument,
  type BoardView,
  boardFromState,
  type FindingsDocument,
  type FindingsView,
  filesToTakeOut,
  findingsFromState,
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
  takeOutFile,
  WITHDRAWING,
  type Withdrawal,
  type Withdrawing,
} from "@sameside/model";
import type { ReplicaOptions } from "@sameside/replica";
import type { AsDocuments } from "./documents.ts";

export type AnyDocument = BoardDocument | PlanDocument | QuestionsDocument | FindingsDocument;

export interface WithdrawnKind<D extends AnyDocument, V = unknown> extends Withdrawing<D> {
  fromState(state: Uint8Array): D;
  read(document: D): V;
  /** The pictures and sounds that go with what is withdrawn. */
  files(document: D, withdrawal: Withdrawal): readonly string[];
  /** Lets go of what refers to such a file. */
  dropFile(document: D, by: Actor, file: string): void;
  asDocument(as: AsDocuments): ReplicaOptions<D, V>["asDocument"];
}

const NO_FILES = { files: () => [], dropFile: () => {} };
const board: WithdrawnKind<BoardDocument, BoardView> = {
  ...WITHDRAWING.board,
  fromState: boardFromState,
  read: readBoard,
  files: filesToTakeOut,
  dropFile: (document, by, file) => void takeOutFile(document, by, { file }),
  asDocument: (as) => as.board,
};
const plan: WithdrawnKind<PlanDocument, PlanView> = {
  ...WITHDRAWING.plan,
  fromState: planFromState,
  read: readPlan,
  ...NO_FILES,
  asDocument: (as) => as.plan,
};
const questions: WithdrawnKind<QuestionsDocument, QuestionsView> = {
  ...WITHDRAWING.questions,
  fromState: questionsFromState,
  read: readQuestions,
  ...NO_FILES,
  asDocument: (as) => as.questions,
};
const findings: WithdrawnKind<FindingsDocument, FindingsView> = {
  ...WITHDRAWING.findings,
  fromState: findingsFromState,
  read: readFindings,
  ...NO_FILES,
  asDocument: (as) => as.findings,
};

export const WITHDRAWN_KINDS = { board, plan, questions, findings } as const;
