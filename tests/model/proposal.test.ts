/** Edits that were kept apart: what they would change, and taking them under one's own hand (SPEC S22, S23). */
import {
  addCard,
  addComment,
  addTouchpoint,
  type BoardDocument,
  moveCard,
  openHistory,
  proposalFor,
  rate,
  readBoard,
  removeCard,
  removeTouchpoint,
  renamePhase,
  rewordCard,
  takeChanges,
  writeBody,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ANNA, BERT, copyOf, done, exampleBoard, person, spot } from "./support/exampleBoard.ts";

const CHIEF = person("chief", "facilitator");

/** What `edit` does on a copy of the board, as the edits alone. */
function editsOf(board: BoardDocument, edit: (copy: BoardDocument) => void): Uint8Array {
  const copy = copyOf(board);
  const updates: Uint8Array[] = [];
  (copy as unknown as Y.Doc).on("update", (update: Uint8Array) => updates.push(update));
  edit(copy);
  return Y.mergeUpdates(updates);
}

function cardsOf(board: BoardDocument) {
  const view = readBoard(board);
  const holders = view.journeys.flatMap(({ phases }) => phases).flatMap((phase) => [phase, ...phase.touchpoints]);
  return holders.flatMap(({ cardsByLane }) => Object.values(cardsByLane).flat());
}

const take = (board: BoardDocument, update: Uint8Array, proposer: string, keys?: readonly string[]) => {
  const all = proposalFor(board, { update, proposer }).changes.map(({ key }) => key);
  return takeChanges(board, CHIEF, { update, proposer, keys: keys ?? all });
};

describe("a proposal", () => {
  it("tells each thing that would change, in the words of the map, and touches nothing", () => {
    const board = exampleBoard();
    const { journey, touchpoint, next, phase, card } = spot(board);
    const update = editsOf(board, (copy) => {
      const place = { parent: touchpoint.id, lane: card.lane };
      const added = done(addCard(copy, BERT, { ...place, text: "Nobody answers", body: "Twice" }));
      done(addCard(copy, BERT, { ...place, text: "Made and taken away" }));
      done(removeCard(copy, BERT, { card: cardsOf(copy).find(({ text }) => text.startsWith("Made"))?.id ?? "" }));
      done(moveCard(copy, BERT, { card: card.id, parent: next.id, lane: card.lane }));
      done(renamePhase(copy, BERT, { phase: phase.id, title: "Looking round" }));
      done(rate(copy, BERT, { touchpoint: touchpoint.id, value: -1 }));
      done(addComment(copy, BERT, { subject: added, text: "On Monday" }));
      done(addComment(copy, BERT, { subject: card.lane, text: "Whose lane is it?" }));
      done(addComment(copy, BERT, { subject: journey.id, text: "Whose map is it?" }));
    });
    const before = readBoard(board);
    const { changes, leftOut } = proposalFor(board, { update, proposer: BERT.person });
    expect(leftOut).toBe(0);
    expect(changes.map(({ collection, how, title }) => [collection, how, title])).toEqual([
      ["phases", "reworded", "Looking round"],
      ["cards", "moved", card.text],
      ["cards", "added", "Nobody answers"],
      ["ratings", "added", ""],
      ["comments", "added", "On Monday"],
      ["comments", "added", "Whose lane is it?"],
      ["comments", "added", "Whose map is it?"],
    ]);
    const added = changes.find(({ title }) => title === "Nobody answers");
    expect(added).toMatchObject({ body: "Twice", touchpoint: touchpoint.id });
    expect(added?.place).toMatchObject({ phase: "Looking round", touchpoint: touchpoint.title });
    expect(changes.find(({ title }) => title === "On Monday")?.needs).toEqual([added?.key]);
    const ofLane = changes.find(({ title }) => title === "Whose lane is it?");
    const lane = journey.lanes.find(({ id }) => id === card.lane);
    expect(ofLane?.place).toEqual({ phase: "", touchpoint: "", lane: lane?.name });
    expect(readBoard(board)).toEqual(before);
  });

  it("that was taken in is none any more; what lost against a later change is none", () => {
    const board = exampleBoard();
    const { touchpoint, card } = spot(board);
    const update = editsOf(board, (copy) => {
      done(addCard(copy, BERT, { parent: touchpoint.id, lane: card.lane, text: "Nobody answers" }));
      done(removeCard(copy, BERT, { card: card.id }));
    });
    expect(take(board, update, BERT.person)).toMatchObject({ outcome: "done", value: 2 });
    expect(proposalFor(board, { update, proposer: BERT.person }).changes).toEqual([]);
  });

  it("throws for bytes that are no edits, and for nesting that overflows whoever reads it", () => {
    const board = exampleBoard();
    const args = { update: new Uint8Array([1, 2, 3, 255]), proposer: BERT.person };
    expect(() => proposalFor(board, args)).toThrow();
    expect(takeChanges(board, CHIEF, { ...args, keys: [] })).toEqual({ outcome: "refused", reason: "bad-value" });
  });
});

describe("taking a proposal", () => {
  it("makes the changes, with their author's words, in one undo; a second time does nothing", () => {
    const board = exampleBoard();
    const { touchpoint, next, card } = spot(board);
    const update = editsOf(board, (copy) => {
      const place = { parent: touchpoint.id, lane: card.lane };
      const id = done(addCard(copy, BERT, { ...place, text: "Nobody answers" }));
      done(rewordCard(copy, BERT, { card: id, text: "Nobody ever answers" }));
      done(writeBody(copy, BERT, { card: id, body: "Twice" }));
      done(moveCard(copy, BERT, { card: card.id, parent: next.id, lane: card.lane }));
    });
    const before = cardsOf(board);
    const history = openHistory(board, CHIEF);
    const outcome = take(board, update, BERT.person);
    if (outcome.outcome !== "done") throw new Error("not taken");
    history.add(outcome.changes);
    expect(outcome.value).toBe(2);
    const added = cardsOf(board).find(({ text }) => text === "Nobody ever answers");
    expect(added).toMatchObject({ author: BERT.person, authorRole: BERT.role, body: "Twice" });
    expect(added?.authorsText).toBeUndefined();
    expect(cardsOf(board).find(({ id }) => id === card.id)?.parent).toBe(next.id);

    const taken = cardsOf(board);
    expect(takeChanges(board, CHIEF, { update, proposer: BERT.person, keys: [added?.id ?? ""] }).outcome).toBe(
      "nothing",
    );
    expect(take(board, update, BERT.person).outcome).toBe("nothing");
    expect(cardsOf(board)).toEqual(taken);
    expect(history.undo().outcome).toBe("done");
    expect(cardsOf(board).map(({ id, parent, text }) => [id, parent, text])).toEqual(
      before.map(({ id, parent, text }) => [id, parent, text]),
    );
  });

  it("on two devices at once puts each thing on the map once", () => {
    const board = exampleBoard();
    const { touchpoint, card } = spot(board);
    const update = editsOf(board, (copy) =>
      done(addCard(copy, BERT, { parent: touchpoint.id, lane: card.lane, text: "Nobody answers" })),
    );
    const other = copyOf(board);
    take(board, update, BERT.person);
    take(other, update, BERT.person);
    const merged = copyOf(board);
    const [one, two] = [merged, other] as unknown as Y.Doc[];
    if (one && two) Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
    expect(cardsOf(merged).filter(({ text }) => text === "Nobody answers")).toHaveLength(1);
    // And when their person puts them back as well.
    if (one) Y.applyUpdate(one, update);
    expect(cardsOf(merged).filter(({ text }) => text === "Nobody answers")).toHaveLength(1);
  });

  it("of one thing takes what it stands on with it, and leaves the rest", () => {
    const board = exampleBoard();
    const { phase, card } = spot(board);
    const update = editsOf(board, (copy) => {
      const touchpoint = done(addTouchpoint(copy, BERT, { phase: phase.id, title: "Asks a neighbour" }));
      done(addCard(copy, BERT, { parent: touchpoint, lane: card.lane, text: "Knows a plumber" }));
      done(removeCard(copy, BERT, { card: card.id }));
    });
    const { changes } = proposalFor(board, { update, proposer: BERT.person });
    const key = changes.find(({ title }) => title === "Knows a plumber")?.key ?? "";
    expect(take(board, update, BERT.person, [key])).toMatchObject({ outcome: "done", value: 2 });
    expect(cardsOf(board).map(({ text }) => text)).toEqual(expect.arrayContaining(["Knows a plumber", card.text]));
    expect(readBoard(board).unplaced).toEqual([]);
  });

  it("stamps an author's new wording as the author's, and undoes it", () => {
    const board = exampleBoard();
    const { touchpoint, card } = spot(board);
    const own = done(addCard(board, BERT, { parent: touchpoint.id, lane: card.lane, text: "Waits" }));
    const update = editsOf(board, (copy) => done(rewordCard(copy, BERT, { card: own, text: "Waits for two days" })));
    const history = openHistory(board, CHIEF);
    const outcome = take(board, update, BERT.person);
    if (outcome.outcome === "done") history.add(outcome.changes);
    const reworded = cardsOf(board).find(({ id }) => id === own);
    expect(reworded).toMatchObject({ text: "Waits for two days", textBy: { person: BERT.person } });
    expect(reworded?.authorsText).toBeUndefined();
    const kept = openHistory(board, CHIEF, structuredClone(history.state()));
    expect(kept.undo().outcome).toBe("done");
    expect(cardsOf(board).find(({ id }) => id === own)?.text).toBe("Waits");
  });

  it("takes no words in another's name, neither new nor changed (S0-26)", () => {
    const board = exampleBoard();
    const { touchpoint, card } = spot(board);
    const annas = done(addCard(board, ANNA, { parent: touchpoint.id, lane: card.lane, text: "Anna's own" }));
    const update = editsOf(board, (copy) => {
      done(addCard(copy, ANNA, { parent: touchpoint.id, lane: card.lane, text: "Never said" }));
      done(rewordCard(copy, ANNA, { card: annas, text: "Put into her mouth" }));
      done(rate(copy, ANNA, { touchpoint: touchpoint.id, value: 1 }));
      done(removeTouchpoint(copy, BERT, { touchpoint: touchpoint.id }));
    });
    const { changes, leftOut } = proposalFor(board, { update, proposer: BERT.person });
    expect(changes.map(({ how, id }) => [how, id])).toEqual([["removed", touchpoint.id]]);
    expect(leftOut).toBe(3);
  });
});
