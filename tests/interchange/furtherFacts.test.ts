import { writeCsv, writeMermaid } from "@sameside/interchange";
import {
  type Actor,
  addComment,
  addEvidence,
  describeCard,
  describeJourney,
  EXAMPLE_JOURNEY,
  importJourney,
  newBoard,
  readBoard,
} from "@sameside/model";
import { expect, it } from "vitest";

const anna: Actor = { person: "anna", role: "facilitator", now: () => 1 };

it("writers say how much they lose of what only our own file holds (I5)", () => {
  const board = newBoard();
  importJourney(board, anna, { draft: EXAMPLE_JOURNEY });
  const journey = () => readBoard(board).journeys[0] as NonNullable<ReturnType<typeof readBoard>["journeys"][0]>;
  const further = (lost: readonly { code: string; count: number }[]) =>
    lost.filter(({ code }) => ["evidence", "comments", "claims", "connectors", "facts"].includes(code));
  expect(further(writeCsv([journey()]).lost)).toEqual([]);

  const touchpoint = journey().phases[0]?.touchpoints[0];
  const card = Object.values(touchpoint?.cardsByLane ?? {}).flat()[0]?.id ?? "";
  describeJourney(board, anna, { journey: journey().id, persona: "Mia", goal: "Running again today" });
  describeCard(board, anna, { card, tags: ["stock"] });
  addEvidence(board, anna, { subject: card, kind: "quote", text: "It stood for a day" });
  addComment(board, anna, { subject: touchpoint?.id ?? "", text: "How often?" });
  for (const { id } of [journey(), journey().phases[0], journey().lanes[0]].filter((it) => it !== undefined))
    addComment(board, anna, { subject: id, text: "Whose is it?" });
  const expected = [
    { code: "evidence", count: 1 },
    { code: "comments", count: 4 },
    { code: "facts", count: 3 },
  ];
  expect(further(writeCsv([journey()]).lost)).toEqual(expected);
  expect(further(writeMermaid(journey()).lost)).toEqual(expected);
});
