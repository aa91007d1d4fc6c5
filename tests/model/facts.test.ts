/** What journeys, touchpoints, cards, lanes, ratings and moments of truth say of themselves. */
import {
  addCard,
  type BoardDocument,
  describeCard,
  describeJourney,
  describeLane,
  describeMoment,
  describeTouchpoint,
  markMoment,
  openHistory,
  rate,
  readBoard,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { ANNA, BERT, copyOf, done, exampleBoard, meet, spot } from "./support/exampleBoard.ts";

const refusedWith = (reason: string) => ({ outcome: "refused", reason });
const momentOf = (board: BoardDocument) => {
  const moment = spot(board).touchpoint.moment;
  if (!moment) throw new Error("no moment");
  return moment;
};

describe("a journey", () => {
  const FACTS = {
    persona: "Dana, runs two branches",
    scenario: "A pump fails on a Friday",
    goal: "Running again before Monday",
    conditionsOfSatisfaction: ["I know by noon", "One call is enough"],
    context: "Stock is counted on Mondays",
    owner: "Service",
    status: "in review",
    nextReview: "2027-02-28",
    grade: "researched",
  } as const;

  it("says who it is told of, what they want and how well it is backed (S2-8)", () => {
    const board = exampleBoard();
    const { journey } = spot(board);
    expect(journey).toMatchObject({ status: "draft", grade: "assumed", nextReview: "", conditionsOfSatisfaction: [] });
    done(describeJourney(board, ANNA, { journey: journey.id, ...FACTS }));
    expect(spot(board).journey).toMatchObject({ ...FACTS, title: journey.title });
    expect(describeJourney(board, ANNA, { journey: journey.id, ...FACTS })).toEqual({ outcome: "nothing" });
  });

  it.each([
    [{ nextReview: "2027-02-30" }, "bad-value"],
    [{ nextReview: "soon" }, "bad-value"],
    [{ status: "perfect" as never }, "bad-value"],
    [{ goal: "x".repeat(2_001) }, "too-long"],
    [{ conditionsOfSatisfaction: Array.from({ length: 31 }, () => "x") }, "too-long"],
  ])("refuses %j whole (C2)", (facts, reason) => {
    const board = exampleBoard();
    const { journey } = spot(board);
    expect(describeJourney(board, ANNA, { journey: journey.id, title: "New", ...facts })).toEqual(refusedWith(reason));
    expect(spot(board).journey.title).toBe(journey.title);
  });

  it("loses nothing when two people describe different facts at once", () => {
    const a = exampleBoard();
    const b = copyOf(a);
    const { journey } = spot(a);
    done(describeJourney(a, ANNA, { journey: journey.id, persona: "Dana" }));
    done(describeJourney(b, BERT, { journey: journey.id, goal: "Running again" }));
    meet(a, b);
    expect(spot(a).journey).toMatchObject({ persona: "Dana", goal: "Running again" });
    expect(readBoard(a)).toEqual(readBoard(b));
  });
});

describe("a touchpoint", () => {
  it("has a duration with a unit and people who take part (S4-1)", () => {
    const board = exampleBoard();
    const { touchpoint } = spot(board);
    expect(touchpoint.duration).toBeUndefined();
    const describeIt = (facts: object) => describeTouchpoint(board, ANNA, { touchpoint: touchpoint.id, ...facts });
    done(describeIt({ duration: { value: 1.5, unit: "h" }, actors: ["Dana", "Portal"] }));
    expect(spot(board).touchpoint).toMatchObject({ duration: { value: 1.5, unit: "h" }, actors: ["Dana", "Portal"] });
    expect(describeIt({ duration: { value: -1, unit: "h" } })).toEqual(refusedWith("bad-value"));
    expect(describeIt({ duration: { value: Number.NaN, unit: "h" } })).toEqual(refusedWith("bad-value"));
    expect(describeIt({ duration: { value: 1, unit: "fortnight" } })).toEqual(refusedWith("bad-value"));
    done(describeIt({ duration: null }));
    expect(spot(board).touchpoint.duration).toBeUndefined();
  });
});

describe("a card", () => {
  const FACTS = {
    severity: 3,
    emotionWords: ["fobbed off"],
    tags: ["price", "portal"],
    links: ["https://example.org/interview?id=4"],
    answersBrief: "partly",
  } as const;

  it("takes facts from anybody, in one undo", () => {
    const board = exampleBoard();
    const { card } = spot(board);
    const history = openHistory(board, BERT);
    const outcome = describeCard(board, BERT, { card: card.id, ...FACTS });
    done(outcome);
    if (outcome.outcome === "done") history.add(outcome.changes);
    expect(spot(board).card).toMatchObject({ ...FACTS, text: card.text });
    done(history.undo());
    expect(spot(board).card).toEqual(card);
  });

  it("is a verbatim quote when its author says so, and only then (S0-10, C4)", () => {
    const board = exampleBoard();
    const { card, touchpoint } = spot(board);
    const place = { parent: touchpoint.id, lane: card.lane };
    const quote = done(addCard(board, ANNA, { ...place, text: "Friday is today.", quote: true }));
    const shown = () => spot(board).touchpoint.cardsByLane[card.lane]?.find(({ id }) => id === quote)?.quote;
    expect(shown()).toBe(true);
    expect(describeCard(board, BERT, { card: quote, quote: false })).toEqual(refusedWith("not-yours"));
    done(describeCard(board, ANNA, { card: quote, quote: false }));
    expect(shown()).toBe(false);
  });

  it.each([
    ["javascript:alert(1)"],
    ["data:text/html,x"],
    ["https://bank.example@evil.example/"],
    ["https://"],
    ["//example.org"],
    ["https://a b"],
    [`https://example.org/${"x".repeat(2_000)}`],
  ])("has no link to %s", (link) => {
    const board = exampleBoard();
    expect(describeCard(board, ANNA, { card: spot(board).card.id, links: [link] }).outcome).toBe("refused");
  });

  it.each([[{ severity: 4 }], [{ severity: 1.5 }], [{ answersBrief: "maybe" as never }]])("refuses %j", (facts) => {
    const board = exampleBoard();
    const { card } = spot(board);
    expect(describeCard(board, ANNA, { card: card.id, ...facts })).toEqual(refusedWith("bad-value"));
    expect(describeCard(board, ANNA, { card: "gone", ...facts })).toEqual(refusedWith("gone"));
  });
});

describe("a lane", () => {
  it("has a department with a metric and a return of its own (S2-8)", () => {
    const board = exampleBoard();
    const lane = spot(board).journey.lanes.find(({ kind }) => kind === "support");
    if (!lane) throw new Error("no support lane");
    const facts = { lane: lane.id, owner: "Logistics", metrics: "within 2 h", returns: "Fewer returns" };
    done(describeLane(board, ANNA, facts));
    expect(spot(board).journey.lanes.find(({ id }) => id === lane.id)).toMatchObject({
      owner: "Logistics",
      metricsText: "within 2 h",
      metrics: [{ operator: "≤", target: 2, unit: "h" }],
      returns: "Fewer returns",
    });
    expect(describeLane(board, ANNA, { lane: lane.id, metrics: "soon" })).toEqual(refusedWith("bad-value"));
  });
});

describe("a rating", () => {
  it("may say how strongly it was felt, and keeps that when only the value changes", () => {
    const board = exampleBoard();
    const { touchpoint } = spot(board);
    const own = () => spot(board).touchpoint.ratings.find((rating) => rating.person === "anna");
    done(rate(board, ANNA, { touchpoint: touchpoint.id, value: -0.5, intensity: 0.9 }));
    done(rate(board, ANNA, { touchpoint: touchpoint.id, value: -1 }));
    expect(own()).toMatchObject({ value: -1, intensity: 0.9 });
    expect(rate(board, ANNA, { touchpoint: touchpoint.id, value: 0, intensity: 2 })).toEqual(refusedWith("bad-value"));
  });
});

describe("a moment of truth", () => {
  function marked() {
    const board = exampleBoard();
    const { touchpoint } = spot(board);
    const mark = { touchpoint: touchpoint.id, kind: "show-stopper", value: -3, reason: "They phone another" } as const;
    return { board, moment: done(markMoment(board, ANNA, mark)) };
  }

  it("has metrics that read as typed ones and stay as people wrote them (S2-10)", () => {
    const { board, moment } = marked();
    expect(momentOf(board)).toMatchObject({ metricsText: "", metrics: [], conditions: [] });
    done(describeMoment(board, BERT, { moment, metrics: "≤72 h, under 3 rounds" }));
    expect(momentOf(board)).toMatchObject({
      metricsText: "≤72 h, under 3 rounds",
      metrics: [
        { operator: "≤", target: 72, unit: "h" },
        { operator: "<", target: 3, unit: "rounds" },
      ],
    });
    expect(describeMoment(board, BERT, { moment, metrics: "soon" })).toEqual(refusedWith("bad-value"));
    done(describeMoment(board, BERT, { moment, metrics: "" }));
    expect(momentOf(board).metrics).toEqual([]);
  });

  it("says what is felt and what follows if it fails and if it is met (S2-11)", () => {
    const { board, moment } = marked();
    const facts = {
      conditions: ["Somebody calls back"],
      emotionIfFailed: -1,
      emotionIfMet: 0.5,
      consequenceIfFailed: "They order elsewhere",
      consequenceIfMet: "They stay",
    };
    done(describeMoment(board, BERT, { moment, ...facts }));
    expect(momentOf(board)).toMatchObject(facts);
    expect(describeMoment(board, BERT, { moment, emotionIfMet: 1.1 })).toEqual(refusedWith("bad-value"));
    done(describeMoment(board, BERT, { moment, emotionIfFailed: null }));
    expect(momentOf(board).emotionIfFailed).toBeUndefined();
    expect(momentOf(board)).toMatchObject({ kind: "show-stopper", value: -3, emotionIfMet: 0.5 });
  });
});
