/** The verbatim log of a table (S0-10, S2-6, P79). */
import {
  confirmQuote,
  landQuote,
  logQuote,
  readBoard,
  removeEvidence,
  removeQuote,
  rewordQuote,
  withdrawWords,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, person, spot } from "./support/exampleBoard.ts";

const OF_ANNA = { person: "anna", role: "customer" } as const;
type Board = ReturnType<typeof exampleBoard>;
const quotesOf = (board: Board) => readBoard(board).quotes ?? [];

describe("quotes (S0-10)", () => {
  it("stand in the order they were said, each with its time, who said it and who wrote it down", () => {
    const board = exampleBoard();
    for (let n = 1; n <= 20; n++) done(logQuote(board, MIA, { text: `Quote ${n}`, speaker: OF_ANNA }));
    const quotes = quotesOf(board);
    expect(quotes.map(({ text }) => text)).toEqual(Array.from({ length: 20 }, (_, at) => `Quote ${at + 1}`));
    expect(quotes[0]).toMatchObject({ author: "anna", authorRole: "customer", writtenBy: "mia", isConfirmed: false });
    expect(quotes.every(({ made }) => made > 0)).toBe(true);
    done(logQuote(board, ANNA, { text: "My own" }));
    expect(quotesOf(board).at(-1)).toMatchObject({ author: "anna", isConfirmed: true });
    expect(quotesOf(board).at(-1)).not.toHaveProperty("writtenBy");
    expect(logQuote(board, MIA, { text: " " })).toEqual({ outcome: "nothing" });
  });

  it("written for somebody are assumed on the map until that person has agreed (S2-6)", () => {
    const board = exampleBoard();
    const quote = done(logQuote(board, MIA, { text: "Nobdy rang", speaker: OF_ANNA }));
    done(rewordQuote(board, MIA, { quote, text: "Nobody rang" }));
    done(landQuote(board, MIA, { quote, subject: spot(board).touchpoint.id }));
    const landed = () => spot(board).touchpoint.evidence.at(-1);
    expect(landed()).toMatchObject({ kind: "quote", text: "Nobody rang", author: "anna", grade: "assumed" });
    expect(confirmQuote(board, BERT, { quote })).toMatchObject({ reason: "not-yours" });
    done(confirmQuote(board, ANNA, { quote }));
    expect(landed()).toMatchObject({ grade: "heard", textBy: { person: "anna" } });
    expect(quotesOf(board)[0]).toMatchObject({ isConfirmed: true, landed: { subject: spot(board).touchpoint.id } });
    expect(rewordQuote(board, MIA, { quote, text: "Other" })).toMatchObject({ reason: "not-yours" });
  });

  it("are moved on the map, not copied, and hang again after they were taken away there", () => {
    const board = exampleBoard();
    const { touchpoint, next } = spot(board);
    const quote = done(logQuote(board, MIA, { text: "Nobody rang", speaker: OF_ANNA }));
    const evidence = done(landQuote(board, MIA, { quote, subject: touchpoint.id }));
    expect(done(landQuote(board, MIA, { quote, subject: next.id }))).toBe(evidence);
    expect(landQuote(board, MIA, { quote, subject: next.id })).toEqual({ outcome: "nothing" });
    expect(spot(board).next.evidence.map(({ id }) => id)).toContain(evidence);
    done(removeEvidence(board, MIA, { evidence }));
    expect(quotesOf(board)[0]).not.toHaveProperty("landed");
    expect(done(landQuote(board, MIA, { quote, subject: touchpoint.id }))).not.toBe(evidence);
  });

  it("are removed by who said it, who wrote it, or who leads; and emptied for who withdraws", () => {
    const board = exampleBoard();
    const other = copyOf(board);
    const bertWrites = done(logQuote(board, BERT, { text: "Eleven days", speaker: OF_ANNA }));
    done(logQuote(other, MIA, { text: "Twelve days", speaker: OF_ANNA }));
    meet(board, other);
    expect(quotesOf(board)).toEqual(quotesOf(other));
    expect(removeQuote(board, person("cara"), { quote: bertWrites })).toMatchObject({ reason: "not-yours" });
    done(removeQuote(board, BERT, { quote: bertWrites }));
    expect(quotesOf(board).map(({ text }) => text)).toEqual(["Twelve days"]);
    done(withdrawWords(board, MIA, { person: "anna", time: Number.MAX_SAFE_INTEGER }));
    expect(quotesOf(board)).toMatchObject([{ text: "", withdrawn: true }]);
    expect(
      landQuote(board, MIA, { quote: quotesOf(board)[0]?.id ?? "", subject: spot(board).touchpoint.id }),
    ).toMatchObject({ reason: "bad-value" });
  });
});
