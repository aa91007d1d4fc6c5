/** Taking away what hurts somebody, without saying whose it was (SPEC P88). */
import {
  addAccount,
  addCard,
  addClaim,
  addComment,
  addEvidence,
  addQuestion,
  addTopic,
  giveBack,
  landQuote,
  logQuote,
  moveThings,
  newQuestions,
  openHistory,
  readBoard,
  readFieldChanges,
  readQuestions,
  readRemoved,
  readTakenAway,
  removeCard,
  restore,
  restoreAll,
  restoreQuestion,
  restoreState,
  stateOf,
  suggestWording,
  takeAway,
  takeAwayQuestion,
  wasTakenAway,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, done, exampleBoard, MIA, spot } from "./support/exampleBoard.ts";

const UNKIND = "Bert never understands anything";

function withUnkindCard() {
  const board = exampleBoard();
  const { card: beside } = spot(board);
  const card = done(addCard(board, ANNA, { parent: beside.parent, lane: beside.lane, text: UNKIND }));
  return { board, card, beside };
}

const shown = (board: ReturnType<typeof exampleBoard>) => JSON.stringify(readBoard(board));

describe("taking away what hurts", () => {
  it("takes what was said of a phase, a lane or the map alike (W99)", () => {
    const board = exampleBoard();
    const { journey, phase, card } = spot(board);
    for (const subject of [journey.id, phase.id, card.lane]) {
      const comment = done(addComment(board, ANNA, { subject, text: UNKIND }));
      done(takeAway(board, MIA, { collection: "comments", id: comment }));
      expect(shown(board)).not.toContain(UNKIND);
      expect(readTakenAway(board, "anna").at(-1)).toEqual({ collection: "comments", id: comment, text: UNKIND });
    }
    expect(readRemoved(board)).toEqual([]);
  });

  it("is for who leads the table, and tells nobody but its author, in no list", () => {
    const { board, card } = withUnkindCard();
    done(addComment(board, BERT, { subject: card, text: "That hurts" }));
    expect(takeAway(board, BERT, { collection: "cards", id: card })).toMatchObject({ reason: "not-yours" });
    done(takeAway(board, MIA, { collection: "cards", id: card }));
    expect(shown(board)).not.toContain(UNKIND);
    expect(shown(board)).not.toContain("That hurts");
    expect(readRemoved(board)).toEqual([]);
    expect(readFieldChanges(board, { collection: "cards", id: card })).toEqual([]);
    expect(readTakenAway(board, "anna")).toEqual([{ collection: "cards", id: card, text: UNKIND }]);
    expect(readTakenAway(board, "bert")).toEqual([]);
    expect([wasTakenAway(board, card), wasTakenAway(board, spot(board).card.id)]).toEqual([true, false]);
  });

  it("holds against every way back but the own undo of who took it away", () => {
    const { board, card, beside } = withUnkindCard();
    const before = stateOf(board);
    const history = openHistory(board, MIA);
    const taken = takeAway(board, MIA, { collection: "cards", id: card });
    if (taken.outcome === "done") history.add(taken.changes);
    const thing = { collection: "cards", id: card } as const;
    expect(restore(board, ANNA, thing)).toMatchObject({ reason: "not-yours" });
    expect(restoreAll(board, ANNA, { things: [thing] })).toEqual({ outcome: "nothing" });
    const move = { card, parent: beside.parent, lane: beside.lane };
    expect(moveThings(board, ANNA, { cards: [move], bringBack: true })).toMatchObject({ reason: "gone" });
    restoreState(board, MIA, { state: before });
    expect(shown(board)).not.toContain(UNKIND);
    expect(giveBack(board, ANNA, thing)).toMatchObject({ reason: "not-yours" });
    history.undo();
    expect(shown(board)).toContain(UNKIND);
    expect(readTakenAway(board, "anna")).toEqual([]);
    done(takeAway(board, MIA, thing));
    done(giveBack(board, MIA, thing));
    expect(shown(board)).toContain(UNKIND);
  });

  it("goes for comments and topics alike; what was only removed is told as ever", () => {
    const { board, card, beside } = withUnkindCard();
    const comment = done(addComment(board, BERT, { subject: beside.id, text: "Silly" }));
    const topic = done(addTopic(board, ANNA, { text: "Stupid people" }));
    done(takeAway(board, MIA, { collection: "comments", id: comment }));
    done(takeAway(board, MIA, { collection: "topics", id: topic }));
    done(removeCard(board, BERT, { card }));
    expect(readBoard(board)).not.toHaveProperty("topics");
    expect(readTakenAway(board, "bert").map(({ text }) => text)).toEqual(["Silly"]);
    expect(readTakenAway(board, "anna").map(({ text }) => text)).toEqual(["Stupid people"]);
    expect(readRemoved(board)).toMatchObject([{ id: card, by: { person: "bert" } }]);
  });

  it("goes for what was told, believed, quoted and suggested: its author alone is shown it, and it comes back whole (P125)", () => {
    const board = exampleBoard();
    const { card, touchpoint } = spot(board);
    const claim = done(addClaim(board, ANNA, { touchpoint: touchpoint.id, text: "Only fools ring" }));
    done(addAccount(board, BERT, { claim, text: "I rang and was right" }));
    const account = done(addAccount(board, ANNA, { claim, text: "Fools, I tell you" }));
    const evidence = done(addEvidence(board, ANNA, { subject: card.id, kind: "quote", text: "They are thick" }));
    const suggestion = done(suggestWording(board, ANNA, { card: card.id, text: "Bert is a fool" }));
    const quote = done(logQuote(board, MIA, { text: "What an idiot", speaker: { person: "anna", role: "customer" } }));
    const landed = done(landQuote(board, MIA, { quote, subject: touchpoint.id }));
    const before = shown(board);
    const things = [
      { collection: "accounts", id: account },
      { collection: "claims", id: claim },
      { collection: "evidence", id: evidence },
      { collection: "suggestions", id: suggestion },
      { collection: "quotes", id: quote },
    ] as const;
    for (const thing of things) {
      expect(takeAway(board, BERT, thing)).toMatchObject({ reason: "not-yours" });
      done(takeAway(board, MIA, thing));
    }
    for (const words of ["ools", "thick", "idiot", "I rang and was right"]) expect(shown(board)).not.toContain(words);
    expect(readRemoved(board)).toEqual([]);
    expect(restore(board, ANNA, { collection: "evidence", id: landed })).toMatchObject({ reason: "not-yours" });
    const told = readTakenAway(board, "anna").map(({ text }) => text);
    expect(told.toSorted()).toEqual(
      ["Only fools ring", "Fools, I tell you", "They are thick", "Bert is a fool", "What an idiot"].toSorted(),
    );
    expect(readTakenAway(board, "bert")).toEqual([]);
    for (const thing of things) done(giveBack(board, MIA, thing));
    expect(shown(board)).toBe(before);
    expect(readTakenAway(board, "anna")).toEqual([]);
  });

  it("goes for questions: who asked it is shown it, and it comes back whole", () => {
    const questions = newQuestions();
    const question = done(addQuestion(questions, MIA, { text: "Why so slow?", from: { person: "anna", item: "1" } }));
    done(takeAwayQuestion(questions, MIA, { question }));
    expect(readQuestions(questions)).toMatchObject({
      questions: [],
      takenAway: [{ id: question, author: "anna", text: "Why so slow?" }],
    });
    done(restoreQuestion(questions, MIA, { question }));
    expect(readQuestions(questions)).not.toHaveProperty("takenAway");
  });
});
