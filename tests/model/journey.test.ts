import {
  addCard,
  addJourney,
  addTouchpoint,
  type BoardDocument,
  type BoardView,
  boardFromState,
  describeJourney,
  EXAMPLE_JOURNEY,
  importJourney,
  markMoment,
  moveCard,
  newBoard,
  openBoardReader,
  openHistory,
  rate,
  readBoard,
  removeCard,
  removePhase,
  removeTouchpoint,
  restore,
  rewordCard,
  stateOf,
  suggestWording,
  TEMPLATES,
  takeSuggestion,
  templateJourneyId,
  writeBody,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { done, exampleBoard, meet, person } from "./support/exampleBoard.ts";

function firstJourney(view: BoardView) {
  const journey = view.journeys[0];
  if (!journey) throw new Error("no journey");
  return journey;
}

function cell(board: BoardDocument) {
  const journey = firstJourney(readBoard(board));
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const lane = journey.lanes.find((candidate) => candidate.kind === "pain");
  const [touchpoint, next] = touchpoints;
  const phase = journey.phases[0];
  if (!touchpoint || !next || !lane || !phase) throw new Error("the example has no cell");
  return { journey, touchpoint, next, lane, phase };
}

describe("a journey", () => {
  it("reads back what an import wrote, in order", () => {
    const journey = firstJourney(readBoard(exampleBoard()));
    expect(journey.title).toBe(EXAMPLE_JOURNEY.title);
    expect(journey.phases.map((phase) => phase.title)).toEqual(EXAMPLE_JOURNEY.phases.map((phase) => phase.title));
    expect(journey.lanes.map((lane) => lane.kind)).toEqual(EXAMPLE_JOURNEY.lanes.map((lane) => lane.kind));
    const search = journey.phases[1]?.touchpoints[0];
    expect(search).toMatchObject({ title: "Search the portal", channel: "Web portal", owner: "Digital" });
    expect(search?.moment).toMatchObject({ kind: "show-stopper", value: -3 });
    expect(search?.ratings).toMatchObject([{ raw: -1.4, value: -0.7, role: "customer" }]);
    expect(Object.values(search?.cardsByLane ?? {}).flat()).toHaveLength(5);
  });

  it("is made from a template once, however many devices make it", () => {
    const template = TEMPLATES[1];
    if (!template) throw new Error("no template");
    const journey = templateJourneyId("room", template);
    const [a, b] = [newBoard(), newBoard()];
    const args = { template: template.id, journey, title: "Reorder" };
    done(addJourney(a, person("anna"), args));
    done(addJourney(b, person("bert"), args));
    const phase = firstJourney(readBoard(b)).phases[0];
    done(addTouchpoint(b, person("bert"), { phase: phase?.id ?? "", title: "typed before they met" }));
    meet(a, b);
    expect(readBoard(a)).toEqual(readBoard(b));
    expect(readBoard(a).journeys).toHaveLength(1);
    expect(firstJourney(readBoard(a)).phases).toHaveLength(template.phases.length);
    expect(firstJourney(readBoard(a)).phases[0]?.touchpoints[0]?.title).toBe("typed before they met");
    expect(firstJourney(readBoard(a)).phases[0]).toMatchObject({ origin: template.phases[0]?.id });
  });

  it("keeps a card whose phase was removed meanwhile in the tray, and brings it home with the phase (R1)", () => {
    const a = exampleBoard();
    const b = boardFromState(stateOf(a));
    const { phase, lane } = cell(a);
    done(removePhase(a, person("anna"), { phase: phase.id }));
    done(addCard(b, person("bert"), { parent: phase.id, lane: lane.id, text: "written offline" }));
    meet(a, b);
    const tray = readBoard(a).unplaced.find((entry) => entry.card.text === "written offline");
    expect(tray?.lost).toEqual({ collection: "phases", id: phase.id, title: phase.title });
    expect(readBoard(a).unplacedTouchpoints.map((entry) => entry.touchpoint.title)).toEqual(
      phase.touchpoints.map((touchpoint) => touchpoint.title),
    );
    done(restore(b, person("bert"), { collection: "phases", id: phase.id }));
    meet(a, b);
    expect(readBoard(a).unplaced).toEqual([]);
    expect(firstJourney(readBoard(a)).phases[0]?.cardsByLane[lane.id]?.map((card) => card.text)).toEqual([
      "written offline",
    ]);
  });

  it("keeps an edit that met a deletion, and the card can be brought back with it", () => {
    const a = exampleBoard();
    const { touchpoint, lane } = cell(a);
    const bert = person("bert");
    const card = done(addCard(a, bert, { parent: touchpoint.id, lane: lane.id, text: "first" }));
    const b = boardFromState(stateOf(a));
    done(removeCard(a, person("anna"), { card }));
    done(rewordCard(b, bert, { card, text: "second" }));
    meet(a, b);
    done(restore(a, person("anna"), { collection: "cards", id: card }));
    const texts = firstJourney(readBoard(a)).phases[0]?.touchpoints[0]?.cardsByLane[lane.id]?.map((it) => it.text);
    expect(texts).toContain("second");
  });

  it("puts a card moved by two people at once into one of the two cells, whole", () => {
    const a = exampleBoard();
    const { touchpoint, next, lane, journey } = cell(a);
    const card = done(addCard(a, person("anna"), { parent: touchpoint.id, lane: lane.id, text: "moved" }));
    const b = boardFromState(stateOf(a));
    const other = journey.lanes.find((candidate) => candidate.kind === "strength")?.id ?? "";
    done(moveCard(a, person("anna"), { card, parent: next.id, lane: lane.id }));
    done(moveCard(b, person("bert"), { card, parent: touchpoint.id, lane: other }));
    meet(a, b);
    expect(readBoard(a)).toEqual(readBoard(b));
    const places = firstJourney(readBoard(a))
      .phases.flatMap((phase) => phase.touchpoints)
      .flatMap((it) => Object.values(it.cardsByLane).flat())
      .filter((it) => it.id === card)
      .map((it) => `${it.parent} ${it.lane}`);
    expect(places).toHaveLength(1);
    expect([`${next.id} ${lane.id}`, `${touchpoint.id} ${other}`]).toContain(places[0]);
  });

  it("leaves words to their author: others suggest, the author takes", () => {
    const board = exampleBoard();
    const { touchpoint, lane } = cell(board);
    const [anna, bert] = [person("anna"), person("bert", "colleague")];
    const card = done(addCard(board, anna, { parent: touchpoint.id, lane: lane.id, text: "too slow" }));
    expect(rewordCard(board, bert, { card, text: "slow" })).toEqual({ outcome: "refused", reason: "not-yours" });
    expect(writeBody(board, bert, { card, body: "x" })).toEqual({ outcome: "refused", reason: "not-yours" });
    const suggestion = done(suggestWording(board, bert, { card, text: "takes two days" }));
    expect(takeSuggestion(board, bert, { suggestion })).toEqual({ outcome: "refused", reason: "not-yours" });
    done(takeSuggestion(board, anna, { suggestion }));
    const shown = readBoard(board).journeys[0]?.phases[0]?.touchpoints[0]?.cardsByLane[lane.id]?.find(
      (it) => it.id === card,
    );
    expect(shown).toMatchObject({ text: "takes two days", author: "anna", suggestions: [], grade: "heard" });
  });

  it("shows two moments of truth set at the same time: none is lost", () => {
    const a = exampleBoard();
    const { touchpoint } = cell(a);
    const b = boardFromState(stateOf(a));
    done(markMoment(a, person("anna"), { touchpoint: touchpoint.id, kind: "impression", value: 2, reason: "A" }));
    done(markMoment(b, person("bert"), { touchpoint: touchpoint.id, kind: "show-stopper", value: -2, reason: "B" }));
    meet(a, b);
    const shown = firstJourney(readBoard(a)).phases[0]?.touchpoints[0];
    expect([shown?.moment?.reason, ...(shown?.otherMoments ?? []).map((it) => it.reason)].sort()).toEqual(["A", "B"]);
  });

  it("keeps with a rating whose it is: person, role and customer type", () => {
    const board = exampleBoard();
    const { touchpoint } = cell(board);
    done(rate(board, { ...person("anna"), customerType: "distributors" }, { touchpoint: touchpoint.id, value: 0.5 }));
    const own = cell(board).touchpoint.ratings.find((rating) => rating.person === "anna");
    expect(own).toMatchObject({ role: "customer", customerType: "distributors", value: 0.5 });
  });

  it("has one rating for each person and touchpoint", () => {
    const board = exampleBoard();
    const { touchpoint } = cell(board);
    const anna = person("anna");
    done(rate(board, anna, { touchpoint: touchpoint.id, value: 0.5 }));
    done(rate(board, anna, { touchpoint: touchpoint.id, value: -1 }));
    expect(rate(board, anna, { touchpoint: touchpoint.id, value: -1 })).toEqual({ outcome: "nothing" });
    expect(rate(board, anna, { touchpoint: touchpoint.id, value: Number.NaN })).toEqual({
      outcome: "refused",
      reason: "bad-value",
    });
    const own = cell(board).touchpoint.ratings.filter((rating) => rating.person === "anna");
    expect(own.map((rating) => rating.value)).toEqual([-1]);
  });
});

describe("undo and redo", () => {
  it("take back one gesture at a time, however many there were on one field", () => {
    const board = exampleBoard();
    const anna = person("anna");
    const history = openHistory(board, anna);
    const { journey } = cell(board);
    for (const title of ["B", "C"]) {
      const outcome = describeJourney(board, anna, { journey: journey.id, title });
      if (outcome.outcome === "done") history.add(outcome.changes);
    }
    const title = () => firstJourney(readBoard(board)).title;
    history.undo();
    expect(title()).toBe("B");
    history.undo();
    expect(title()).toBe(EXAMPLE_JOURNEY.title);
    history.redo();
    history.redo();
    expect(title()).toBe("C");
    expect(history.canRedo()).toBe(false);
  });

  it("leave what another person has changed since", () => {
    const board = exampleBoard();
    const [anna, bert] = [person("anna"), person("bert")];
    const history = openHistory(board, anna);
    const { journey } = cell(board);
    const outcome = describeJourney(board, anna, { journey: journey.id, title: "Anna’s" });
    if (outcome.outcome === "done") history.add(outcome.changes);
    done(describeJourney(board, bert, { journey: journey.id, title: "Bert’s" }));
    expect(history.undo()).toEqual({ outcome: "nothing" });
    expect(firstJourney(readBoard(board)).title).toBe("Bert’s");
  });

  it("of an added card keeps what another person wrote on it meanwhile", () => {
    const a = exampleBoard();
    const { touchpoint, lane } = cell(a);
    const anna = person("anna");
    const history = openHistory(a, anna);
    const added = addCard(a, anna, { parent: touchpoint.id, lane: lane.id, text: "mine" });
    if (added.outcome === "done") history.add(added.changes);
    const card = done(added);
    const b = boardFromState(stateOf(a));
    done(suggestWording(b, person("bert"), { card, text: "ours" }));
    history.undo();
    meet(a, b);
    history.redo();
    const shown = firstJourney(readBoard(a)).phases[0]?.touchpoints[0]?.cardsByLane[lane.id]?.find(
      (it) => it.id === card,
    );
    expect(shown?.suggestions.map((it) => it.text)).toEqual(["ours"]);
  });

  it("bring a whole import away and back in one step", () => {
    const board = newBoard();
    const anna = person("anna");
    const history = openHistory(board, anna);
    const outcome = importJourney(board, anna, { draft: EXAMPLE_JOURNEY });
    if (outcome.outcome === "done") history.add(outcome.changes);
    const before = readBoard(board);
    history.undo();
    expect(readBoard(board)).toMatchObject({ journeys: [], unplaced: [], unplacedTouchpoints: [] });
    history.redo();
    expect(readBoard(board)).toEqual(before);
  });
});

describe("a board reader", () => {
  it("follows every change and agrees with a fresh read", () => {
    const board = exampleBoard();
    const reader = openBoardReader(board);
    const { touchpoint, lane, phase } = cell(board);
    let told = 0;
    reader.subscribe(() => told++);
    const anna = person("anna");
    const card = done(addCard(board, anna, { parent: touchpoint.id, lane: lane.id, text: "one" }));
    done(writeBody(board, anna, { card, body: "a long text" }));
    done(removeTouchpoint(board, anna, { touchpoint: touchpoint.id }));
    done(removePhase(board, anna, { phase: phase.id }));
    expect(told).toBe(4);
    expect(reader.view()).toEqual(readBoard(board));
    reader.close();
  });

  it("keeps the identity of everything that did not change", () => {
    const board = exampleBoard();
    const reader = openBoardReader(board);
    const before = firstJourney(reader.view());
    const { touchpoint, lane } = cell(board);
    done(addCard(board, person("anna"), { parent: touchpoint.id, lane: lane.id, text: "one" }));
    const after = firstJourney(reader.view());
    expect(after).not.toBe(before);
    expect(after.lanes).toBe(before.lanes);
    expect(after.phases[1]).toBe(before.phases[1]);
    expect(after.phases[0]?.touchpoints[1]).toBe(before.phases[0]?.touchpoints[1]);
    expect(after.phases[0]?.touchpoints[0]).not.toBe(before.phases[0]?.touchpoints[0]);
    expect(reader.view()).toBe(reader.view());
    reader.close();
  });
});
