/** What the relay has of a workshop, beside what the pages show of it. */
import {
  asBoardDocument,
  asPlanDocument,
  asQuestionsDocument,
  type BoardView,
  type PlanView,
  type QuestionsView,
  readBoard,
  readPlan,
  readQuestions,
  type TouchpointView,
} from "@sameside/model";
import {
  type AnswerRow,
  answerKey,
  boardRoom,
  planRoom,
  questionsRoom,
  replacesAnswer,
  type Topic,
} from "@sameside/protocol";
import { connectDevice, documentHolds } from "../relay/socketDevice.ts";

/** A device of who runs the workshop, beside the pages: it holds what the relay holds. */
export interface Witness {
  plan(): PlanView;
  questions(): QuestionsView;
  board(group: string): BoardView;
  /** The rows of a topic that who runs the day may read, as they are now. */
  rows(topic: Topic): readonly AnswerRow[];
  /** To what this person has agreed, by the alphabet. */
  granted(person: string): readonly string[];
  end(): void;
}

/** `token`: a facilitator's. Resolves when it has the plan. */
export async function openWitness(relayUrl: string, workshop: string, token: string): Promise<Witness> {
  const connect = (room: string) => connectDevice(relayUrl, room, token);
  const plan = connect(planRoom(workshop));
  const questions = connect(questionsRoom(workshop));
  const rowByKey = new Map<string, AnswerRow>();
  void plan.heard((message) => {
    if (message.say === "answers")
      for (const row of message.rows) {
        const before = rowByKey.get(answerKey(row));
        if (!before || replacesAnswer(before, row)) rowByKey.set(answerKey(row), row);
      }
    return false;
  });
  const groups = () => readPlan(asPlanDocument(plan.doc)).groups.map(({ id }) => id);
  await documentHolds(plan.doc, () => groups().length > 0);
  const boardByGroup = new Map(groups().map((group) => [group, connect(boardRoom(workshop, group))]));
  const rows = (topic: Topic) => [...rowByKey.values()].filter((row) => row.topic === topic);
  return {
    plan: () => readPlan(asPlanDocument(plan.doc)),
    questions: () => readQuestions(asQuestionsDocument(questions.doc)),
    board(group) {
      const board = boardByGroup.get(group);
      if (!board) throw new Error(`the plan has no table “${group}”`);
      return readBoard(asBoardDocument(board.doc));
    },
    rows,
    granted: (person) =>
      rows("consent")
        .flatMap((row) => (row.person === person && isGranted(row.value) ? [row.item] : []))
        .sort(),
    end() {
      for (const device of [plan, questions, ...boardByGroup.values()]) device.provider.destroy();
    },
  };
}

function isGranted(value: unknown): boolean {
  return typeof value === "object" && value !== null && "granted" in value && value.granted === true;
}

export function touchpointsOf({ journeys }: BoardView): readonly TouchpointView[] {
  return journeys.flatMap(({ phases }) => phases.flatMap(({ touchpoints }) => touchpoints));
}
