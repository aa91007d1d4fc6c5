/** Belief against experience: claims, accounts, and how they are settled (S0-12). */
import {
  addAccount,
  addClaim,
  describeAccount,
  describeClaim,
  openBoardReader,
  openContradictions,
  openHistory,
  readBoard,
  removeAccount,
  removeClaim,
  removeTouchpoint,
  reopenClaim,
  restore,
  settleClaim,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, person, spot } from "./support/exampleBoard.ts";

const CARL = person("carl");

function disputed() {
  const board = exampleBoard();
  const { touchpoint } = spot(board);
  const claim = done(
    addClaim(board, BERT, { touchpoint: touchpoint.id, text: "We answer in two rings", exhibit: "The advert of May" }),
  );
  return { board, touchpoint, claim };
}

describe("a claim", () => {
  it("with an account beside it is an open contradiction until it is settled (S0-12)", () => {
    const { board, claim, touchpoint } = disputed();
    expect(openContradictions(readBoard(board))).toEqual([]);
    done(addAccount(board, ANNA, { claim, text: "I waited nine minutes" }));
    done(addAccount(board, CARL, { claim, text: "Two rings, every time", exhibit: "https://example.org/call.jpg" }));
    expect(openContradictions(readBoard(board))).toMatchObject([
      { id: claim, touchpoint: touchpoint.id, accounts: [{ text: "I waited nine minutes" }, { author: "carl" }] },
    ]);
    done(settleClaim(board, MIA, { claim, how: "we change it", sentence: "Nobody waits longer than a minute" }));
    expect(openContradictions(readBoard(board))).toEqual([]);
    expect(spot(board).touchpoint.claims[0]?.settled).toMatchObject({
      how: "we change it",
      sentence: "Nobody waits longer than a minute",
      by: { person: "mia" },
    });
    done(reopenClaim(board, ANNA, { claim }));
    expect(openContradictions(readBoard(board))).toHaveLength(1);
    expect(reopenClaim(board, ANNA, { claim })).toEqual({ outcome: "nothing" });
  });

  it("has the same shape as an account: both weigh the same", () => {
    const { board, claim } = disputed();
    done(addAccount(board, ANNA, { claim, text: "I waited nine minutes" }));
    const [shown] = spot(board).touchpoint.claims;
    expect(Object.keys(shown?.claim ?? {})).toEqual(Object.keys(shown?.accounts[0] ?? {}));
  });

  it("and its accounts are their authors' to reword, and not to be taken away by others (C4)", () => {
    const { board, claim } = disputed();
    const account = done(addAccount(board, ANNA, { claim, text: "Nine minutes" }));
    expect(describeAccount(board, BERT, { account, text: "Two" })).toMatchObject({ reason: "not-yours" });
    expect(removeAccount(board, BERT, { account })).toMatchObject({ reason: "not-yours" });
    expect(describeClaim(board, ANNA, { claim, exhibit: "" })).toMatchObject({ reason: "not-yours" });
    done(describeAccount(board, ANNA, { account, text: "Ten minutes", exhibit: "My phone bill" }));
    expect(spot(board).touchpoint.claims[0]?.accounts).toMatchObject([
      { text: "Ten minutes", exhibit: "My phone bill" },
    ]);
    done(removeAccount(board, MIA, { account }));
    expect(spot(board).touchpoint.claims[0]?.accounts).toEqual([]);
  });

  it("that is removed leaves its accounts in sight, and gets them back (R6)", () => {
    const { board, claim } = disputed();
    const account = done(addAccount(board, ANNA, { claim, text: "Nine minutes" }));
    done(removeClaim(board, BERT, { claim }));
    expect(spot(board).touchpoint.claims).toEqual([]);
    const lost = { collection: "claims", id: claim, title: "We answer in two rings" } as const;
    expect(readBoard(board).lost).toMatchObject([{ kind: "account", id: account, lost }]);
    expect(addAccount(board, CARL, { claim, text: "Late" })).toMatchObject({ reason: "gone" });
    done(restore(board, MIA, lost));
    expect(readBoard(board).lost).toEqual([]);
    expect(spot(board).touchpoint.claims[0]?.accounts).toHaveLength(1);
  });

  it("is lost with its touchpoint, accounts and all, and is no open contradiction there (R6)", () => {
    const { board, claim, touchpoint } = disputed();
    done(addAccount(board, ANNA, { claim, text: "Nine minutes" }));
    done(removeTouchpoint(board, BERT, { touchpoint: touchpoint.id }));
    expect(readBoard(board).lost).toMatchObject([
      { kind: "claim", id: claim, claim: { accounts: [{ author: "anna" }] } },
    ]);
    expect(openContradictions(readBoard(board))).toEqual([]);
  });

  it("that arrives after its touchpoint was removed elsewhere is listed at once (R6, R9)", () => {
    const a = exampleBoard();
    const b = copyOf(a);
    const reader = openBoardReader(a);
    const { touchpoint } = spot(a);
    done(removeTouchpoint(a, ANNA, { touchpoint: touchpoint.id }));
    expect(reader.view().lost).toEqual([]);
    const claim = done(addClaim(b, BERT, { touchpoint: touchpoint.id, text: "We answer in two rings" }));
    meet(a, b);
    expect(reader.view().lost).toMatchObject([{ kind: "claim", id: claim }]);
    expect(reader.view()).toEqual(readBoard(a));
    reader.close();
  });

  it("settled in two ways at once ends in one of them, whole", () => {
    const { board: a, claim } = disputed();
    const b = copyOf(a);
    done(settleClaim(a, ANNA, { claim, how: "both", sentence: "Mornings are slow" }));
    done(settleClaim(b, BERT, { claim, how: "it was so", sentence: "The advert is old" }));
    meet(a, b);
    const { how, sentence } = spot(a).touchpoint.claims[0]?.settled ?? {};
    expect([
      ["both", "Mornings are slow"],
      ["it was so", "The advert is old"],
    ]).toContainEqual([how, sentence]);
    expect(readBoard(a)).toEqual(readBoard(b));
  });

  it("is settled with a sentence, by one undo for each (U3)", () => {
    const { board, claim } = disputed();
    expect(settleClaim(board, MIA, { claim, how: "both", sentence: " " })).toMatchObject({ reason: "bad-value" });
    expect(settleClaim(board, MIA, { claim, how: "no" as never, sentence: "x" })).toMatchObject({
      reason: "bad-value",
    });
    const history = openHistory(board, MIA);
    const outcome = settleClaim(board, MIA, { claim, how: "both", sentence: "So it is" });
    if (outcome.outcome === "done") history.add(outcome.changes);
    done(history.undo());
    expect(spot(board).touchpoint.claims[0]?.settled).toBeUndefined();
  });
});
