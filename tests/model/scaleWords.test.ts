/** The board's own names for the levels of its scale (W32), and a feeling in a person's own words (W35). */
import {
  type Actor,
  copyJourney,
  describeJourney,
  EXAMPLE_JOURNEY,
  importJourney,
  MAX_LEVEL_WORDS,
  MAX_TEXT_LENGTH,
  newBoard,
  openHistory,
  rate,
  readBoard,
  unrate,
  withdrawWords,
} from "@sameside/model";
import { describe, expect, it } from "vitest";

const ann: Actor = { person: "ann", role: "customer", now: () => 5 };

function opened() {
  const board = newBoard();
  importJourney(board, ann, { draft: EXAMPLE_JOURNEY });
  const journey = () => {
    const [first] = readBoard(board).journeys;
    if (!first) throw new Error("the example was imported");
    return first;
  };
  const touchpoint = journey().phases[0]?.touchpoints[0]?.id ?? "";
  const own = () => journey().phases[0]?.touchpoints[0]?.ratings.find(({ person }) => person === "ann");
  return { board, journey, touchpoint, own };
}

describe("a scale's own names", () => {
  it("stand with the scale, go into a copy, and are taken away again", () => {
    const { board, journey } = opened();
    expect(journey().levelWords).toEqual([]);
    const levelWords = ["awful", "so-so", "great"];
    describeJourney(board, ann, { journey: journey().id, scale: { min: -1, max: 1 }, levelWords });
    expect(journey()).toMatchObject({ scale: { min: -1, max: 1 }, levelWords });
    copyJourney(board, ann, { journey: journey().id, variant: "what-if" });
    expect(readBoard(board).journeys.map((each) => each.levelWords)).toEqual([levelWords, levelWords]);
    describeJourney(board, ann, { journey: journey().id, levelWords: [] });
    expect(journey().levelWords).toEqual([]);
  });

  it("are no more than a scale has levels", () => {
    const { board, journey } = opened();
    const levelWords = Array.from({ length: MAX_LEVEL_WORDS + 1 }, () => "word");
    expect(describeJourney(board, ann, { journey: journey().id, levelWords })).toEqual({
      outcome: "refused",
      reason: "too-long",
    });
  });
});

describe("a feeling in own words", () => {
  it("stands with the rating, stays when another level is chosen, and changes with the words", () => {
    const { board, touchpoint, own } = opened();
    rate(board, ann, { touchpoint, value: -1, words: "fobbed off" });
    rate(board, ann, { touchpoint, value: -0.5 });
    expect(own()).toMatchObject({ value: -0.5, words: "fobbed off" });
    rate(board, ann, { touchpoint, value: -0.5, words: "" });
    expect(own()).not.toHaveProperty("words");
    expect(rate(board, ann, { touchpoint, value: 0, words: "x".repeat(MAX_TEXT_LENGTH + 1) })).toEqual({
      outcome: "refused",
      reason: "too-long",
    });
  });

  it("is emptied when its person withdraws, and no undo brings it back", () => {
    const { board, touchpoint, own } = opened();
    const history = openHistory(board, ann);
    for (const outcome of [
      rate(board, ann, { touchpoint, value: -1 }),
      rate(board, ann, { touchpoint, value: -1, words: "fobbed off" }),
      unrate(board, ann, { touchpoint }),
    ])
      if (outcome.outcome === "done") history.add(outcome.changes);
    withdrawWords(board, ann, { person: "ann", time: 10 });
    history.forgetWithdrawn();
    expect(JSON.stringify(history.state())).not.toContain("fobbed off");
    while (history.canUndo()) history.undo();
    expect(own()?.words).toBeUndefined();
    rate(board, ann, { touchpoint, value: 1 });
    expect(own()).not.toHaveProperty("words");
  });
});
