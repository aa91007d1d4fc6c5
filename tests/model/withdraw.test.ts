/** Withdrawing what a person said on a board (S0-20, SPEC S29). */
import {
  addCards,
  addComment,
  addEvidence,
  addInsight,
  addPreparationNote,
  addQuestion,
  type BoardDocument,
  filesToTakeOut,
  holdsWithdrawn,
  markMoment,
  newFindings,
  newPlan,
  newQuestions,
  openHistory,
  rate,
  readBoard,
  readPlan,
  restore,
  rewordCard,
  sendMessage,
  stateOf,
  suggestWording,
  takeSuggestion,
  WITHDRAWING,
  withdrawWords,
  writeBody,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, person, spot } from "./support/exampleBoard.ts";

const FILE = "h".repeat(43);
const LATER = Number.MAX_SAFE_INTEGER - 1;

function byAnna(board: BoardDocument) {
  const { journey, touchpoint, card } = spot(board);
  const [id = ""] = done(
    addCards(board, ANNA, { parent: touchpoint.id, lane: card.lane, texts: ["Annas own words", "Annas other words"] }),
  );
  done(writeBody(board, ANNA, { card: id, body: "Annas long words" }));
  done(rate(board, ANNA, { touchpoint: touchpoint.id, value: 0.75 }));
  done(markMoment(board, ANNA, { touchpoint: touchpoint.id, kind: "impression", value: 2, reason: "Annas reason" }));
  for (const subject of [card.id, touchpoint.phase, card.lane, journey.id])
    done(addComment(board, ANNA, { subject, text: "Annas comment" }));
  done(suggestWording(board, ANNA, { card: card.id, text: "Annas wording" }));
  done(addEvidence(board, ANNA, { subject: card.id, kind: "photo", text: "Annas photo", file: FILE }));
  return id;
}

function cardIn(board: BoardDocument, id: string) {
  const found = Object.values(spot(board).touchpoint.cardsByLane)
    .flat()
    .find((card) => card.id === id);
  if (!found) throw new Error("the card is not there");
  return found;
}

const anna = (time = LATER) => ({ person: ANNA.person, time });

describe("who withdraws", () => {
  it("empties all that is theirs, once, and the map keeps its shape", () => {
    const board = exampleBoard();
    const before = JSON.stringify(readBoard(board));
    const id = byAnna(board);
    expect(filesToTakeOut(board, anna())).toEqual([FILE]);
    done(withdrawWords(board, ANNA, anna()));
    expect(JSON.stringify(readBoard(board))).not.toContain("Annas");
    expect(cardIn(board, id)).toMatchObject({ text: "", body: "", withdrawn: true, author: "anna" });
    const { touchpoint } = spot(board);
    expect(touchpoint.ratings.filter(({ person: of }) => of === "anna")).toEqual([]);
    expect(holdsWithdrawn(board, anna())).toBe(false);
    expect(withdrawWords(board, MIA, anna())).toEqual({ outcome: "nothing" });
    for (const text of ["Old part numbers find nothing"]) expect(before).toContain(text);
    expect(JSON.stringify(readBoard(board))).toContain("Old part numbers find nothing");
  });

  it("leaves nothing of it in the bytes of the document", () => {
    const board = exampleBoard();
    byAnna(board);
    expect(Buffer.from(stateOf(board)).includes("Annas")).toBe(true);
    done(withdrawWords(board, ANNA, anna()));
    expect(Buffer.from(stateOf(board)).includes("Annas")).toBe(false);
    expect(Buffer.from(stateOf(copyOf(board))).includes("Annas")).toBe(false);
  });

  it("keeps what came after, and may rate again", () => {
    const board = exampleBoard();
    byAnna(board);
    const time = ANNA.now();
    const { touchpoint, card } = spot(board);
    const [next = ""] = done(
      addCards(board, ANNA, { parent: touchpoint.id, lane: card.lane, texts: ["Annas new words"] }),
    );
    done(withdrawWords(board, BERT, anna(time)));
    expect(cardIn(board, next).text).toBe("Annas new words");
    done(rate(board, ANNA, { touchpoint: touchpoint.id, value: -0.5 }));
    expect(spot(board).touchpoint.ratings.find(({ person: of }) => of === "anna")?.value).toBe(-0.5);
  });
});

describe("who withdraws what they wrote beside the boards (S45)", () => {
  const plan = newPlan();
  const notes = { text: "Annas note", source: "Annas source", about: { kind: "customerType", id: "ct" } } as const;
  done(addPreparationNote(plan, ANNA, notes));
  done(addPreparationNote(plan, MIA, { ...notes, source: "", text: "Mias note" }));
  done(sendMessage(plan, ANNA, { text: "Annas word to all" }));
  const questions = newQuestions();
  done(addQuestion(questions, ANNA, { text: "Annas question" }));
  const findings = newFindings();
  done(addInsight(findings, ANNA, { text: "Annas insight", relatedText: "Annas older one" }));
  const CASES = [
    ["plan", WITHDRAWING.plan, plan],
    ["questions", WITHDRAWING.questions, questions],
    ["findings", WITHDRAWING.findings, findings],
  ] as unknown as readonly [string, typeof WITHDRAWING.plan, typeof plan][];

  it.each(CASES)("leaves none of it in the %s, nor in its bytes, whoever undoes", (_, kind, document) => {
    const bytes = () => Buffer.from(stateOf(document)).toString("latin1");
    expect(bytes()).toContain("Annas");
    expect(kind.lastSaid(document, "anna")).toBeGreaterThan(0);
    const before = kind.lastSaid(document, "anna") - 1;
    expect(kind.holds(document, anna())).toBe(true);
    const history = openHistory(document, MIA);
    const emptied = kind.empty(document, MIA, anna());
    if (emptied.outcome === "done") history.add(emptied.changes);
    history.undo();
    expect(kind.holds(document, anna())).toBe(false);
    expect(kind.empty(document, MIA, anna(before))).toEqual({ outcome: "nothing" });
    expect(bytes()).not.toContain("Annas");
  });

  it("leaves what others wrote there", () => {
    expect(readPlan(plan).preparationNotes.map(({ text }) => text)).toEqual(["Mias note"]);
  });
});

describe("what was withdrawn", () => {
  it("is brought back by no command, no undo and no redo, of nobody", () => {
    const board = exampleBoard();
    const history = openHistory(board, ANNA);
    const id = byAnna(board);
    const reworded = rewordCard(board, ANNA, { card: id, text: "Annas second words" });
    if (reworded.outcome === "done") history.add(reworded.changes);
    done(withdrawWords(board, ANNA, anna()));
    history.undo();
    history.redo();
    expect(rewordCard(board, ANNA, { card: id, text: "Annas words again" })).toEqual({ outcome: "nothing" });
    writeBody(board, ANNA, { card: id, body: "Annas long words" });
    const suggestion = done(suggestWording(board, BERT, { card: id, text: "Annas words, said by Bert" }));
    takeSuggestion(board, ANNA, { suggestion });
    restore(board, person("facilitator", "facilitator"), { collection: "cards", id });
    expect(cardIn(board, id)).toMatchObject({ text: "", body: "" });
  });

  it("is not kept by a history either", () => {
    const board = exampleBoard();
    const history = openHistory(board, ANNA);
    const id = byAnna(board);
    for (const text of ["Annas second words", "Annas third words"]) {
      const reworded = rewordCard(board, ANNA, { card: id, text });
      if (reworded.outcome === "done") history.add(reworded.changes);
    }
    expect(JSON.stringify(history.state())).toContain("Annas");
    done(withdrawWords(board, ANNA, anna()));
    history.forgetWithdrawn();
    expect(JSON.stringify(history.state())).not.toContain("Annas");
  });

  it("is emptied on a board that was away with it, where others' changes of it stay", () => {
    const board = exampleBoard();
    const id = byAnna(board);
    const away = copyOf(board);
    done(withdrawWords(board, ANNA, anna()));
    done(addComment(away, BERT, { subject: id, text: "Bert answers" }));
    // The author's other device, too.
    done(rewordCard(away, ANNA, { card: id, text: "Annas words from elsewhere" }));
    meet(board, away);
    for (const each of [board, away]) {
      expect(cardIn(each, id)).toMatchObject({ text: "", withdrawn: true });
      expect(cardIn(each, id).threads[0]?.comments[0]?.text).toBe("Bert answers");
    }
  });
});
