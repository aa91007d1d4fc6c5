/** Evidence: what backs a card or a touchpoint. */
import {
  addEvidence,
  type BoardDocument,
  describeEvidence,
  MAX_PICTURED,
  moveEvidence,
  openHistory,
  readBoard,
  removeCard,
  removeEvidence,
  removeJourney,
  restore,
  takeOutFile,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, spot } from "./support/exampleBoard.ts";

const QUOTE = { kind: "quote", text: "Friday is today.", source: "Interview 4" } as const;

const FILE = "h".repeat(43);

describe("a photo", () => {
  const photo = (board: BoardDocument, fields = {}) =>
    addEvidence(board, ANNA, {
      subject: spot(board).card.id,
      kind: "photo",
      text: "Nobody at the counter",
      file: FILE,
      ...fields,
    });

  it("names its file, says what it shows and who is in it (S0-24)", () => {
    const board = exampleBoard();
    done(photo(board, { pictured: ["bert"] }));
    done(photo(board, { kind: "sound", pictured: [] }));
    expect(spot(board).card.evidence).toMatchObject([
      { kind: "photo", file: FILE, pictured: ["bert"], text: "Nobody at the counter" },
      { kind: "sound", file: FILE },
    ]);
    expect(spot(board).card.evidence[1]).not.toHaveProperty("pictured");
  });

  it("needs words, a hash, and no crowd of names", () => {
    const board = exampleBoard();
    expect(photo(board, { text: " " })).toEqual({ outcome: "nothing" });
    expect(photo(board, { file: "../x" })).toMatchObject({ reason: "bad-value" });
    expect(photo(board, { pictured: Array(MAX_PICTURED + 1).fill("x") })).toMatchObject({ reason: "too-long" });
  });

  it("that is taken out is on no card any more, and neither undo nor restore brings it back", () => {
    const board = exampleBoard();
    const history = openHistory(board, ANNA);
    const outcome = photo(board);
    const evidence = done(outcome);
    if (outcome.outcome === "done") history.add(outcome.changes);
    done(photo(board, { kind: "sound" }));
    const merged = copyOf(board);
    done(takeOutFile(board, BERT, { file: FILE }));
    done(removeEvidence(merged, MIA, { evidence }));
    meet(board, merged);
    expect(takeOutFile(board, BERT, { file: FILE })).toEqual({ outcome: "nothing" });
    expect(spot(board).card.evidence).toEqual([]);
    history.undo();
    history.redo();
    restore(board, MIA, { collection: "evidence", id: evidence });
    for (const each of spot(board).card.evidence) expect(each).not.toHaveProperty("file");
  });
});

describe("evidence", () => {
  it("hangs on a card or a touchpoint with its source and grade (S0-15)", () => {
    const board = exampleBoard();
    const { card, touchpoint } = spot(board);
    done(addEvidence(board, ANNA, { subject: card.id, ...QUOTE }));
    done(addEvidence(board, BERT, { subject: touchpoint.id, kind: "finding", text: "7 of 12 phoned" }));
    const url = "https://example.org/study";
    done(addEvidence(board, BERT, { subject: touchpoint.id, kind: "link", text: "", url }));
    expect(spot(board).card.evidence).toMatchObject([
      { ...QUOTE, grade: "heard", author: "anna", subject: card.id, url: "" },
    ]);
    expect(spot(board).touchpoint.evidence).toMatchObject([
      { kind: "finding", grade: "researched", authorRole: "colleague" },
      { kind: "link", grade: "assumed", url },
    ]);
  });

  it("keeps its author's text and takes the rest from anybody (C4)", () => {
    const board = exampleBoard();
    const evidence = done(addEvidence(board, ANNA, { subject: spot(board).card.id, ...QUOTE }));
    expect(describeEvidence(board, BERT, { evidence, text: "Friday is fine." })).toMatchObject({ reason: "not-yours" });
    done(describeEvidence(board, BERT, { evidence, grade: "researched", source: "Interview 5" }));
    done(describeEvidence(board, ANNA, { evidence, text: "Friday was yesterday." }));
    expect(spot(board).card.evidence[0]).toMatchObject({
      text: "Friday was yesterday.",
      grade: "researched",
      source: "Interview 5",
    });
    expect(describeEvidence(board, ANNA, { evidence, text: " " })).toMatchObject({ reason: "bad-value" });
  });

  it.each([
    [
      { kind: "link", text: "the study" },
      { outcome: "refused", reason: "bad-value" },
    ],
    [
      { kind: "link", text: "", url: "javascript:alert(1)" },
      { outcome: "refused", reason: "bad-value" },
    ],
    [
      { kind: "rumour" as never, text: "x" },
      { outcome: "refused", reason: "bad-value" },
    ],
    [
      { kind: "quote", text: "x".repeat(2_001) },
      { outcome: "refused", reason: "too-long" },
    ],
    [{ kind: "quote", text: "  " }, { outcome: "nothing" }],
  ] as const)("cannot be %j", (evidence, outcome) => {
    const board = exampleBoard();
    expect(addEvidence(board, ANNA, { subject: spot(board).card.id, ...evidence })).toEqual(outcome);
    expect(addEvidence(board, ANNA, { subject: "gone", ...QUOTE })).toMatchObject({ reason: "gone" });
  });

  it("is listed as lost when its card goes, and comes home with it or moves on (R6)", () => {
    const board = exampleBoard();
    const { card, next } = spot(board);
    const evidence = done(addEvidence(board, ANNA, { subject: card.id, ...QUOTE }));
    expect(readBoard(board).lost).toEqual([]);
    done(removeCard(board, BERT, { card: card.id }));
    const lost = { collection: "cards", id: card.id, title: card.text } as const;
    expect(readBoard(board).lost).toMatchObject([{ kind: "evidence", id: evidence, evidence: QUOTE, lost }]);
    done(restore(board, BERT, lost));
    expect(readBoard(board).lost).toEqual([]);
    expect(spot(board).card.evidence).toHaveLength(1);

    done(removeCard(board, BERT, { card: card.id }));
    done(moveEvidence(board, BERT, { evidence, subject: next.id }));
    expect(readBoard(board).lost).toEqual([]);
    expect(readBoard(board).journeys[0]?.phases[0]?.touchpoints[1]?.evidence).toMatchObject([QUOTE]);
    expect(moveEvidence(board, BERT, { evidence, subject: card.id })).toMatchObject({ reason: "gone" });
  });

  it("is hidden, not lost, with a removed journey (R1)", () => {
    const board = exampleBoard();
    const { card, touchpoint, journey } = spot(board);
    done(addEvidence(board, ANNA, { subject: card.id, ...QUOTE }));
    done(addEvidence(board, ANNA, { subject: touchpoint.id, ...QUOTE }));
    done(removeJourney(board, BERT, { journey: journey.id }));
    expect(readBoard(board)).toMatchObject({ journeys: [], lost: [] });
    done(restore(board, BERT, { collection: "journeys", id: journey.id }));
    expect(spot(board).card.evidence).toHaveLength(1);
  });

  it("added while its card is removed on another device is not lost (R6)", () => {
    const a = exampleBoard();
    const b = copyOf(a);
    const { card } = spot(a);
    done(removeCard(a, ANNA, { card: card.id }));
    done(addEvidence(b, BERT, { subject: card.id, ...QUOTE }));
    meet(a, b);
    expect(readBoard(a).lost).toMatchObject([{ kind: "evidence", evidence: QUOTE }]);
    expect(readBoard(a)).toEqual(readBoard(b));
  });

  it("added and undone takes nobody else's change with it (U2)", () => {
    const board = exampleBoard();
    const history = openHistory(board, ANNA);
    const outcome = addEvidence(board, ANNA, { subject: spot(board).card.id, ...QUOTE });
    const evidence = done(outcome);
    if (outcome.outcome === "done") history.add(outcome.changes);
    done(describeEvidence(board, BERT, { evidence, source: "Interview 9" }));
    done(history.undo());
    expect(spot(board).card.evidence).toEqual([]);
    done(history.redo());
    expect(spot(board).card.evidence[0]).toMatchObject({ source: "Interview 9" });
    done(removeEvidence(board, BERT, { evidence }));
    expect(removeEvidence(board, BERT, { evidence })).toEqual({ outcome: "nothing" });
  });
});
