import {
  addCard,
  addComment,
  addConnector,
  addTouchpoint,
  type BoardDocument,
  copyJourney,
  describeJourney,
  describeMoment,
  describeTouchpoint,
  type JourneyView,
  MAX_TITLE_LENGTH,
  openHistory,
  rate,
  readBoard,
  removeCard,
  removePhase,
  removeTouchpoint,
  rewordCard,
  type TouchpointView,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import type * as Y from "yjs";
import { ANNA, BERT, done, exampleBoard, spot } from "./support/exampleBoard.ts";

function journeyOf(board: BoardDocument, id: string): JourneyView {
  const journey = readBoard(board).journeys.find((candidate) => candidate.id === id);
  if (!journey) throw new Error(`no journey ${id}`);
  return journey;
}

const touchpointsOf = (journey: JourneyView) => journey.phases.flatMap((phase) => phase.touchpoints);
const cardsOn = (touchpoint: TouchpointView | undefined) => Object.values(touchpoint?.cardsByLane ?? {}).flat();
/** Lane by lane: the keys of a view are sorted by id, and a copy has other ids. */
const cardsOf = (journey: JourneyView) =>
  touchpointsOf(journey).flatMap(({ cardsByLane }) => journey.lanes.flatMap(({ id }) => cardsByLane[id] ?? []));

/** What people wrote on it, without the ids and without what is not copied. */
function contents(journey: JourneyView) {
  const texts = (cardsByLane: TouchpointView["cardsByLane"]) =>
    journey.lanes.map((lane) =>
      (cardsByLane[lane.id] ?? []).map(({ text, body, author, authorRole, grade, kind, textBy }) => {
        return { text, body, author, authorRole, grade, kind, textBy };
      }),
    );
  return {
    lanes: journey.lanes.map(({ id: _, origin: __, ...lane }) => lane),
    phases: journey.phases.map(({ title, touchpoints, cardsByLane }) => ({
      title,
      cards: texts(cardsByLane),
      touchpoints: touchpoints.map(
        ({ id: _, origin: __, phase: ___, ratings: ____, moment, cardsByLane: cards, ...touchpoint }) => ({
          ...touchpoint,
          moment: moment && { ...moment, id: "" },
          cards: texts(cards),
        }),
      ),
    })),
  };
}

describe("copying a journey (S0-11)", () => {
  it("gives all that stands in it, under ids of its own, as another variant", () => {
    const board = exampleBoard();
    const { journey, phase, touchpoint } = spot(board);
    done(describeTouchpoint(board, BERT, { touchpoint: touchpoint.id, duration: { value: 3, unit: "day" } }));
    done(describeJourney(board, BERT, { journey: journey.id, goal: "The line runs", status: "agreed" }));
    const lane = journey.lanes.find((candidate) => candidate.kind === "pain")?.id ?? "";
    done(addCard(board, ANNA, { parent: phase.id, lane, text: "on the phase", body: "a long text" }));
    const copy = journeyOf(board, done(copyJourney(board, BERT, { journey: journey.id, variant: "what-if" })));
    const original = journeyOf(board, journey.id);
    expect(contents(copy)).toEqual(contents(original));
    expect(copy).toMatchObject({ title: original.title, variant: "what-if", goal: "The line runs", status: "draft" });
    const ids = [original, copy].flatMap((it) => [...it.phases, ...it.lanes, ...touchpointsOf(it)].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(readBoard(board)).toMatchObject({ unplaced: [], unplacedTouchpoints: [], ghosts: 0 });
  });

  it("keeps the first origin of everything, also in a copy of a copy", () => {
    const board = exampleBoard();
    const { journey } = spot(board);
    const first = done(copyJourney(board, BERT, { journey: journey.id, variant: "ideal" }));
    const second = journeyOf(board, done(copyJourney(board, BERT, { journey: first, variant: "planned" })));
    expect(second.origin).toBe(journey.id);
    const parts = (it: JourneyView) => [it.phases, it.lanes, touchpointsOf(it), cardsOf(it)];
    expect(parts(second).map((list) => list.map(({ origin }) => origin))).toEqual(
      parts(journey).map((list) => list.map(({ id }) => id)),
    );
  });

  it("leaves words their author's, with their last wording, and takes no foreign one along (C4)", () => {
    const board = exampleBoard();
    const { journey, touchpoint } = spot(board);
    const lane = journey.lanes.find((candidate) => candidate.kind === "strength")?.id ?? "";
    const card = done(addCard(board, ANNA, { parent: touchpoint.id, lane, text: "first" }));
    done(rewordCard(board, ANNA, { card, text: "better" }));
    const forged = done(addCard(board, ANNA, { parent: touchpoint.id, lane, text: "frank" }));
    const cards = (board as unknown as Y.Doc).getMap<Y.Map<unknown>>("cards");
    cards.get(forged)?.set("text", ["put into their mouth", 9, "mallory"]);
    const copy = journeyOf(board, done(copyJourney(board, BERT, { journey: journey.id, variant: "what-if" })));
    const [one, two] = cardsOn(touchpointsOf(copy)[0]).filter((it) => it.kind === "strength");
    expect(one).toMatchObject({ text: "better", author: "anna", authorRole: "customer", textBy: { person: "anna" } });
    expect(two).toMatchObject({ text: "frank", author: "anna" });
    expect(two).not.toHaveProperty("authorsText");
    expect(rewordCard(board, BERT, { card: one?.id ?? "", text: "mine" })).toEqual({
      outcome: "refused",
      reason: "not-yours",
    });
  });

  it("copies no rating and no comment, but moments of truth with their metrics and connectors", () => {
    const board = exampleBoard();
    const { journey, touchpoint, next } = spot(board);
    const marked = touchpointsOf(journey).find((it) => it.moment);
    done(rate(board, ANNA, { touchpoint: touchpoint.id, value: 1 }));
    done(addComment(board, ANNA, { subject: touchpoint.id, text: "really?" }));
    done(addConnector(board, ANNA, { from: touchpoint.id, to: next.id, label: "else" }));
    done(describeMoment(board, ANNA, { moment: marked?.moment?.id ?? "", metrics: "≤ 72 h" }));
    const copy = journeyOf(board, done(copyJourney(board, BERT, { journey: journey.id, variant: "ideal" })));
    const copied = touchpointsOf(copy);
    expect(copied.flatMap((it) => [...it.ratings, ...it.threads])).toEqual([]);
    expect(copied.find((it) => it.origin === marked?.id)?.moment?.metrics).toMatchObject([{ target: 72, unit: "h" }]);
    expect(copy.connectors).toMatchObject([{ from: copied[0]?.id, to: copied[1]?.id, label: "else" }]);
  });

  it("takes what is removed or lies in the tray not along", () => {
    const board = exampleBoard();
    const { journey, phase, touchpoint, next } = spot(board);
    const [gone] = cardsOn(next);
    done(removeCard(board, ANNA, { card: gone?.id ?? "" }));
    done(removeTouchpoint(board, ANNA, { touchpoint: touchpoint.id }));
    done(removePhase(board, ANNA, { phase: journey.phases[1]?.id ?? "" }));
    const before = readBoard(board);
    const copy = journeyOf(board, done(copyJourney(board, BERT, { journey: journey.id, variant: "ideal" })));
    expect(contents(copy)).toEqual(contents(journeyOf(board, journey.id)));
    expect(copy.phases.map((it) => it.title)).not.toContain(journey.phases[1]?.title);
    expect(copy.phases.find((it) => it.origin === phase.id)?.touchpoints).toHaveLength(1);
    expect(readBoard(board).unplaced).toEqual(before.unplaced);
  });

  it("is one undo, and what others add to the copy stays safe (U2)", () => {
    const board = exampleBoard();
    const { journey } = spot(board);
    const history = openHistory(board, BERT);
    const outcome = copyJourney(board, BERT, { journey: journey.id, variant: "ideal", title: "Dream" });
    if (outcome.outcome === "done") history.add(outcome.changes);
    const copy = done(outcome);
    const phase = journeyOf(board, copy).phases[0]?.id ?? "";
    done(addTouchpoint(board, ANNA, { phase, title: "mine" }));
    history.undo();
    expect(readBoard(board).journeys.map(({ id }) => id)).toEqual([journey.id]);
    history.redo();
    expect(journeyOf(board, copy).phases[0]?.touchpoints.map(({ title }) => title)).toContain("mine");
    expect(journeyOf(board, copy).title).toBe("Dream");
  });

  it("carries on what a newer program wrote, and nothing that no program writes (D7)", () => {
    const board = exampleBoard();
    const { journey, touchpoint } = spot(board);
    const touchpoints = (board as unknown as Y.Doc).getMap<Y.Map<unknown>>("touchpoints");
    touchpoints.get(touchpoint.id)?.set("effort", ["high", 5, "anna"]);
    touchpoints.get(touchpoint.id)?.set("junk", [{ deep: { deeper: [1] } }, 5, "anna"]);
    touchpoints.get(touchpoint.id)?.set("huge", ["x".repeat(1_000_000), 5, "anna"]);
    const copy = journeyOf(board, done(copyJourney(board, BERT, { journey: journey.id, variant: "ideal" })));
    const copied = touchpoints.get(touchpointsOf(copy)[0]?.id ?? "");
    expect(copied?.get("effort")).toEqual(["high", expect.any(Number), "bert"]);
    expect(copied?.has("junk")).toBe(false);
    expect(copied?.has("huge")).toBe(false);
  });

  it("is refused for a journey that is gone and a title that is too long, and writes nothing (C2)", () => {
    const board = exampleBoard();
    const { journey } = spot(board);
    const before = readBoard(board);
    expect(copyJourney(board, BERT, { journey: "nobody", variant: "ideal" })).toEqual({
      outcome: "refused",
      reason: "gone",
    });
    const title = "x".repeat(MAX_TITLE_LENGTH + 1);
    expect(copyJourney(board, BERT, { journey: journey.id, variant: "ideal", title })).toEqual({
      outcome: "refused",
      reason: "too-long",
    });
    expect(readBoard(board)).toEqual(before);
  });
});
