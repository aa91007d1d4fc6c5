/** Going back to an earlier state, as new edits (SPEC W23, C4, U1). */
import {
  addCard,
  addPhase,
  addTouchpoint,
  describeCard,
  describeTouchpoint,
  markMoment,
  moveCard,
  openHistory,
  rate,
  readBoard,
  readFieldChanges,
  readRemoved,
  removeCard,
  removePhase,
  removeTouchpoint,
  restoreAll,
  restoreState,
  rewordCard,
  stateOf,
  unmarkMoment,
  withdrawWords,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, MIA, meet, spot } from "./support/exampleBoard.ts";

/** What people see of the map: without ids of suggestions, which are new. */
const mapOf = (board: Parameters<typeof readBoard>[0]) => readBoard(board).journeys;

describe("going back to an earlier state", () => {
  it("makes the map what it was: added, removed, moved, described and marked things", () => {
    const board = exampleBoard();
    const { journey, phase, touchpoint, next, card } = spot(board);
    const before = mapOf(board);
    const state = stateOf(board);
    done(addPhase(board, ANNA, { journey: journey.id, title: "Afterwards" }));
    done(addCard(board, ANNA, { parent: phase.id, lane: card.lane, text: "New" }));
    done(moveCard(board, BERT, { card: card.id, parent: next.id, lane: card.lane }));
    done(
      describeTouchpoint(board, BERT, { touchpoint: touchpoint.id, channel: "Fax", duration: { value: 2, unit: "h" } }),
    );
    done(removeTouchpoint(board, MIA, { touchpoint: next.id }));
    const marked = journey.phases.flatMap((it) => it.touchpoints).find((it) => it.moment);
    done(unmarkMoment(board, MIA, { touchpoint: marked?.id ?? "" }));
    expect(mapOf(board)).not.toEqual(before);

    done(restoreState(board, MIA, { state }));
    expect(mapOf(board)).toEqual(before);
    expect(restoreState(board, MIA, { state }).outcome).toBe("nothing");
  });

  it("is one undo, and reaches the others as any edit does", () => {
    const board = exampleBoard();
    const { phase, card } = spot(board);
    const state = stateOf(board);
    done(removeCard(board, BERT, { card: card.id }));
    done(addCard(board, BERT, { parent: phase.id, lane: card.lane, text: "New" }));
    const changed = mapOf(board);
    const history = openHistory(board, MIA);
    const outcome = restoreState(board, MIA, { state });
    if (outcome.outcome !== "done") throw new Error("nothing was restored");
    history.add(outcome.changes);
    const other = copyOf(board);
    expect(mapOf(other)).toEqual(mapOf(board));
    history.undo();
    expect(mapOf(board)).toEqual(changed);
    meet(board, other);
    expect(mapOf(other)).toEqual(changed);
  });

  it("leaves what people felt and said: only the map goes back", () => {
    const board = exampleBoard();
    const { touchpoint } = spot(board);
    const state = stateOf(board);
    done(rate(board, ANNA, { touchpoint: touchpoint.id, value: -1 }));
    expect(restoreState(board, MIA, { state }).outcome).toBe("nothing");
    const ratings = spot(board).touchpoint.ratings.map(({ person, value }) => [person, value]);
    expect(ratings).toContainEqual([ANNA.person, -1]);
  });

  it("offers an author the earlier words, and writes nobody else's (C4)", () => {
    const board = exampleBoard();
    const { phase, card } = spot(board);
    const place = { parent: phase.id, lane: card.lane };
    const annas = done(addCard(board, ANNA, { ...place, text: "Waits two weeks" }));
    const mias = done(addCard(board, MIA, { ...place, text: "Calls twice" }));
    const state = stateOf(board);
    done(rewordCard(board, ANNA, { card: annas, text: "Waits three weeks" }));
    done(rewordCard(board, MIA, { card: mias, text: "Calls three times" }));

    expect(done(restoreState(board, MIA, { state }))).toEqual({ suggested: 1 });
    const cards = spot(board).phase.cardsByLane[card.lane] ?? [];
    const find = (id: string) => cards.find((it) => it.id === id);
    expect(find(mias)?.text).toBe("Calls twice");
    expect(find(annas)?.text).toBe("Waits three weeks");
    expect(find(annas)?.authorsText).toBeUndefined();
    expect(find(annas)?.suggestions.map(({ text, author }) => [text, author])).toEqual([
      ["Waits two weeks", MIA.person],
    ]);
    expect(restoreState(board, MIA, { state }).outcome).toBe("nothing");
  });

  it("brings nothing back that its author has withdrawn (S29)", () => {
    const board = exampleBoard();
    const { phase, card, touchpoint } = spot(board);
    const annas = done(addCard(board, ANNA, { parent: phase.id, lane: card.lane, text: "Waits two weeks" }));
    done(describeCard(board, ANNA, { card: annas, tags: ["waiting"] }));
    done(markMoment(board, ANNA, { touchpoint: touchpoint.id, kind: "impression", value: 1, reason: "They wait" }));
    const state = stateOf(board);
    done(removeCard(board, BERT, { card: annas }));
    done(withdrawWords(board, ANNA, { person: ANNA.person, time: Number.MAX_SAFE_INTEGER }));
    for (const by of [MIA, ANNA]) {
      restoreState(board, by, { state });
      restoreState(board, by, { state, only: { collection: "cards", id: annas } });
    }
    const back = spot(board).phase.cardsByLane[card.lane]?.find(({ id }) => id === annas);
    expect(back).toMatchObject({ text: "", withdrawn: true, tags: [], suggestions: [] });
    const all = JSON.stringify(readBoard(copyOf(board)));
    for (const words of ["Waits two weeks", "waiting", "They wait"]) expect(all).not.toContain(words);
  });

  it("puts back one thing alone", () => {
    const board = exampleBoard();
    const { card, next, phase } = spot(board);
    const state = stateOf(board);
    done(moveCard(board, BERT, { card: card.id, parent: next.id, lane: card.lane }));
    done(removeCard(board, BERT, { card: card.id }));
    done(addCard(board, ANNA, { parent: phase.id, lane: card.lane, text: "New" }));
    done(restoreState(board, MIA, { state, only: { collection: "cards", id: card.id } }));
    expect(spot(board).card.id).toBe(card.id);
    expect(spot(board).phase.cardsByLane[card.lane]?.map(({ text }) => text)).toContain("New");
  });

  it("refuses what is no state, and what neither side knows", () => {
    const board = exampleBoard();
    const only = { collection: "cards", id: "nowhere" } as const;
    expect(restoreState(board, MIA, { state: new Uint8Array([7, 7, 7]) })).toMatchObject({ reason: "bad-value" });
    expect(restoreState(board, MIA, { state: stateOf(board), only })).toMatchObject({ reason: "gone" });
  });
});

describe("what was removed", () => {
  it("is listed with who removed it and when, the last first", () => {
    const board = exampleBoard();
    const { card, phase, next } = spot(board);
    done(removeCard(board, BERT, { card: card.id }));
    done(removeTouchpoint(board, BERT, { touchpoint: next.id }));
    done(removePhase(board, MIA, { phase: phase.id }));
    expect(readRemoved(board).map(({ collection, title, by }) => [collection, title, by.person])).toEqual([
      ["phases", phase.title, MIA.person],
      ["touchpoints", next.title, BERT.person],
      ["cards", card.text, BERT.person],
    ]);
  });

  it("comes back in one gesture, all that one person removed", () => {
    const board = exampleBoard();
    const before = mapOf(board);
    const { card, next, phase } = spot(board);
    done(removeCard(board, BERT, { card: card.id }));
    done(removeTouchpoint(board, BERT, { touchpoint: next.id }));
    done(removePhase(board, MIA, { phase: phase.id }));
    const things = readRemoved(board).filter(({ by }) => by.person === BERT.person);
    done(restoreAll(board, MIA, { things }));
    expect(readRemoved(board).map(({ collection }) => collection)).toEqual(["phases"]);
    done(restoreAll(board, MIA, { things: readRemoved(board) }));
    expect(mapOf(board)).toEqual(before);
    expect(restoreAll(board, MIA, { things }).outcome).toBe("nothing");
  });
});

describe("who changed what", () => {
  it("is read from the stamps: each field's last writer, the last change first", () => {
    const board = exampleBoard();
    const { phase } = spot(board);
    const touchpoint = done(addTouchpoint(board, ANNA, { phase: phase.id, title: "Counter" }));
    done(describeTouchpoint(board, BERT, { touchpoint, channel: "Branch" }));
    done(describeTouchpoint(board, MIA, { touchpoint, title: "The counter" }));
    const changes = readFieldChanges(board, { collection: "touchpoints", id: touchpoint });
    expect(changes.map(({ field, by }) => [field, by.person])).toEqual([
      ["title", MIA.person],
      ["channel", BERT.person],
      ["at", ANNA.person],
    ]);
    expect(changes.every(({ by }) => by.time > 0)).toBe(true);
  });

  it("says also who made a card", () => {
    const board = exampleBoard();
    const { phase, card } = spot(board);
    const mine = done(addCard(board, ANNA, { parent: phase.id, lane: card.lane, text: "Mine" }));
    const made = readFieldChanges(board, { collection: "cards", id: mine }).find(({ field }) => field === "made");
    expect(made?.by.person).toBe(ANNA.person);
    expect(readFieldChanges(board, { collection: "cards", id: "nowhere" })).toEqual([]);
  });

  it("holds for a moment of truth as well", () => {
    const board = exampleBoard();
    const { touchpoint } = spot(board);
    const moment = done(
      markMoment(board, ANNA, { touchpoint: touchpoint.id, kind: "impression", value: 1, reason: "" }),
    );
    expect(readFieldChanges(board, { collection: "moments", id: moment }).map(({ field }) => field)).toContain("value");
  });
});
