import {
  type Actor,
  addCard,
  boardFromState,
  EXAMPLE_JOURNEY,
  importJourney,
  newBoard,
  openHistory,
  readBoard,
  stateOf,
  suggestWording,
} from "@sameside/model";
import { expect, it } from "vitest";

const anna: Actor = { person: "anna", role: "customer", now: () => 1 };
const bert: Actor = { person: "bert", role: "colleague", now: () => 2 };

/** A board on which Anna added a card, and her history as her device kept it. */
function addedAndKept() {
  const board = newBoard();
  importJourney(board, anna, { draft: EXAMPLE_JOURNEY });
  const journey = readBoard(board).journeys[0];
  const parent = journey?.phases[0]?.id ?? "";
  const lane = journey?.lanes.find((candidate) => candidate.kind === "pain")?.id ?? "";
  const history = openHistory(board, anna);
  const outcome = addCard(board, anna, { parent, lane, text: "mine" });
  if (outcome.outcome !== "done") throw new Error("not added");
  history.add(outcome.changes);
  const shown = (of: typeof board) => readBoard(of).journeys[0]?.phases[0]?.cardsByLane[lane] ?? [];
  return { board, card: outcome.value, kept: JSON.parse(JSON.stringify(history.state())) as unknown, shown };
}

it("a gesture can be undone and redone after a reload (U4)", () => {
  const { board, kept, shown } = addedAndKept();
  const reloaded = boardFromState(stateOf(board));
  const history = openHistory(reloaded, anna, kept);
  expect(history.canUndo()).toBe(true);
  history.undo();
  expect(shown(reloaded)).toEqual([]);
  history.redo();
  expect(shown(reloaded).map((card) => card.text)).toEqual(["mine"]);
});

it("an add that is undone after a reload keeps what another person wrote on it (U2, U4)", () => {
  const { board, card, kept, shown } = addedAndKept();
  suggestWording(board, bert, { card, text: "ours" });
  const history = openHistory(boardFromState(stateOf(board)), anna, kept);
  history.undo();
  history.redo();
  expect(shown(board)[0]?.suggestions.map((suggestion) => suggestion.text)).toEqual(["ours"]);
});

it.each([["nothing"], [undefined], [{ done: "all" }], [{ done: [{ steps: [{ collection: "x" }] }], undone: [] }]])(
  "what is no history counts as none: %j",
  (kept) => {
    const { board } = addedAndKept();
    expect(openHistory(board, anna, kept).canUndo()).toBe(false);
  },
);
