/** What one person writes down for another: theirs, assumed until they say that it is so (S0-13, S2-6, P86, P87, P105). */
import {
  addCard,
  addCards,
  agreeToCard,
  copyThings,
  gradeCard,
  logQuote,
  openHistory,
  proposalFor,
  readBoard,
  readContributions,
  readDeclined,
  removeCard,
  removeQuote,
  restore,
  rewordCard,
  stateOf,
  suggestWording,
  takeChanges,
  takeSuggestion,
  withdrawWords,
  writeBody,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, person, spot } from "./support/exampleBoard.ts";

const FOR_ANNA = { ...BERT, now: BERT.now, writesFor: { person: "anna", role: "customer" } } as const;
type Board = ReturnType<typeof exampleBoard>;

function cellOf(board: Board) {
  const { card } = spot(board);
  return { parent: card.parent, lane: card.lane };
}

function cardOf(board: Board, id: string) {
  const holders = readBoard(board).journeys.flatMap(({ phases }) => phases.flatMap((it) => [it, ...it.touchpoints]));
  const found = holders.flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat()).find((card) => card.id === id);
  if (!found) throw new Error("no such card");
  return found;
}

describe("a card written for somebody (S2-6)", () => {
  it("is theirs, says who wrote it, and is assumed until they have agreed", () => {
    const board = exampleBoard();
    const card = done(addCard(board, FOR_ANNA, { ...cellOf(board), text: "Nobdy rang" }));
    expect(cardOf(board, card)).toMatchObject({
      author: "anna",
      authorRole: "customer",
      writtenBy: "bert",
      grade: "assumed",
    });
    done(rewordCard(board, BERT, { card, text: "Nobody rang" }));
    done(writeBody(board, BERT, { card, body: "For eleven days" }));
    expect(cardOf(board, card)).not.toHaveProperty("authorsText");
    expect(gradeCard(board, MIA, { card, grade: "researched" })).toMatchObject({ reason: "not-yours" });
    expect(agreeToCard(board, BERT, { card })).toMatchObject({ reason: "not-yours" });
    expect(rewordCard(board, MIA, { card, text: "Other" })).toMatchObject({ reason: "not-yours" });

    done(agreeToCard(board, ANNA, { card }));
    expect(cardOf(board, card)).toMatchObject({ text: "Nobody rang", grade: "heard", textBy: { person: "anna" } });
    expect(cardOf(board, card)).not.toHaveProperty("writtenBy");
    expect(rewordCard(board, BERT, { card, text: "Other" })).toMatchObject({ reason: "not-yours" });
    expect(agreeToCard(board, ANNA, { card })).toEqual({ outcome: "nothing" });
    done(gradeCard(board, MIA, { card, grade: "researched" }));
    expect(cardOf(board, card).grade).toBe("researched");
  });

  it("is agreed to in the author's own words as well, by correcting it or by taking a suggestion", () => {
    const board = exampleBoard();
    const [first = "", second = ""] = done(addCards(board, FOR_ANNA, { ...cellOf(board), texts: ["One", "Two"] }));
    done(rewordCard(board, ANNA, { card: first, text: "One, really" }));
    expect(cardOf(board, first)).toMatchObject({ text: "One, really", grade: "heard" });
    done(rewordCard(board, ANNA, { card: first, text: "One after all" }));
    expect(cardOf(board, first)).toMatchObject({ text: "One after all", textBy: { person: "anna" } });
    const suggestion = done(suggestWording(board, MIA, { card: second, text: "Two, as I heard it" }));
    done(takeSuggestion(board, ANNA, { suggestion }));
    expect(cardOf(board, second)).toMatchObject({ text: "Two, as I heard it", grade: "heard" });
  });

  it("holds the words that were agreed to, whatever the writer mends at the same time", () => {
    const board = exampleBoard();
    const card = done(addCard(board, FOR_ANNA, { ...cellOf(board), text: "Nobody rang" }));
    const hers = copyOf(board);
    done(agreeToCard(hers, ANNA, { card }));
    done(rewordCard(board, BERT, { card, text: "Nobody rang, she says" }));
    meet(board, hers);
    for (const each of [board, hers]) expect(cardOf(each, card)).toMatchObject({ text: "Nobody rang", grade: "heard" });
  });

  it("comes back to its writer when its author says no, who may ask again in other words", () => {
    const board = exampleBoard();
    const [no = "", other = "", agreed = ""] = done(
      addCards(board, FOR_ANNA, { ...cellOf(board), texts: ["It was fine", "We waited", "Nobody rang"] }),
    );
    const quote = done(logQuote(board, BERT, { text: "Fine", speaker: { person: "anna", role: "customer" } }));
    done(agreeToCard(board, ANNA, { card: agreed }));
    for (const card of [no, agreed]) done(removeCard(board, ANNA, { card }));
    done(removeQuote(board, ANNA, { quote }));
    // Its writer threw this one away themselves: nobody said no.
    done(removeCard(board, BERT, { card: other }));
    const told = readDeclined(board, "bert");
    expect(told).toMatchObject([
      { collection: "cards", id: no, text: "It was fine", author: "anna" },
      { collection: "quotes", id: quote, text: "Fine", author: "anna" },
    ]);
    expect(readDeclined(board, "anna")).toEqual([]);

    done(restore(board, BERT, { collection: "cards", id: no }));
    done(rewordCard(board, BERT, { card: no, text: "It was not fine" }));
    expect(readDeclined(board, "bert").map(({ id }) => id)).toEqual([quote]);
    expect(cardOf(board, no)).toMatchObject({ text: "It was not fine", author: "anna", writtenBy: "bert" });
    done(removeCard(board, ANNA, { card: no }));
    expect(readDeclined(board, "bert").find(({ id }) => id === no)?.time).toBeGreaterThan(told[0]?.time ?? 0);

    // What hurts somebody, and what was withdrawn, is no answer to anybody.
    done(withdrawWords(board, ANNA, { person: "anna", time: Number.MAX_SAFE_INTEGER }));
    expect(readDeclined(board, "bert")).toEqual([]);
  });

  it("waits again when the author takes the yes back, as one undo", () => {
    const board = exampleBoard();
    const card = done(addCard(board, FOR_ANNA, { ...cellOf(board), text: "Nobody rang" }));
    const history = openHistory(board, ANNA);
    const agreed = agreeToCard(board, ANNA, { card, text: "Nobody ever rang" });
    if (agreed.outcome === "done") history.add(agreed.changes);
    history.undo();
    expect(cardOf(board, card)).toMatchObject({ text: "Nobody rang", writtenBy: "bert", grade: "assumed" });
  });

  it("is copied as it stands: still to be agreed to, or in the words that were", () => {
    const board = exampleBoard();
    const { card: beside } = spot(board);
    const [open = "", agreed = ""] = done(addCards(board, FOR_ANNA, { ...cellOf(board), texts: ["One", "Two"] }));
    done(agreeToCard(board, ANNA, { card: agreed, text: "Two, really" }));
    const cards = [open, agreed].map((card) => ({ card, parent: beside.parent, lane: beside.lane }));
    const copies = done(copyThings(board, MIA, { cards })).cards;
    expect(cardOf(board, copies[0] ?? "")).toMatchObject({ text: "One", author: "anna", writtenBy: "bert" });
    expect(cardOf(board, copies[1] ?? "")).toMatchObject({ text: "Two, really", author: "anna", grade: "heard" });
    expect(cardOf(board, copies[1] ?? "")).not.toHaveProperty("writtenBy");
  });

  it("can be proposed by its writer, and nobody proposes a yes in another's name", () => {
    const board = exampleBoard();
    const apart = copyOf(board);
    const card = done(addCard(apart, FOR_ANNA, { ...cellOf(apart), text: "Nobody rang" }));
    const args = { update: stateOf(apart), proposer: "bert" };
    const { changes } = proposalFor(board, args);
    done(takeChanges(board, MIA, { ...args, keys: changes.map(({ key }) => key) }));
    expect(cardOf(board, card)).toMatchObject({ author: "anna", writtenBy: "bert", grade: "assumed" });
    done(agreeToCard(apart, ANNA, { card }));
    expect(proposalFor(exampleBoard(), { update: stateOf(apart), proposer: "bert" }).changes).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ id: card })]),
    );
  });

  it("counts for both of them as taking part, and is emptied when its author withdraws", () => {
    const board = exampleBoard();
    const card = done(addCard(board, FOR_ANNA, { ...cellOf(board), text: "Nobody rang" }));
    const people = readContributions(board).map((one) => one.person);
    expect(people).toEqual(expect.arrayContaining(["anna", "bert"]));
    done(agreeToCard(board, ANNA, { card, text: "Nobody ever rang" }));
    done(withdrawWords(board, MIA, { person: "anna", time: Number.MAX_SAFE_INTEGER }));
    expect(cardOf(board, card)).toMatchObject({ text: "", withdrawn: true });
    expect(new TextDecoder().decode(stateOf(board))).not.toContain("Nobody");
    expect(rewordCard(board, person("bert", "colleague"), { card, text: "Nobody" })).not.toMatchObject({
      outcome: "done",
    });
  });
});
