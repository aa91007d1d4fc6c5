import { completeness } from "@sameside/insights";
import {
  addCard,
  addTouchpoint,
  describeCard,
  describeMoment,
  EXAMPLE_JOURNEY,
  gradeCard,
  sampleOf,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { boardWith, cardsOf, draftOf, journeyOf, touchpointsOf } from "./twoJourneys.ts";

const ANNA = { person: "anna", role: "colleague", now: () => 1 } as const;

describe("completeness", () => {
  it("names the phase whose emotions are taken away (S4-2)", () => {
    const phases = EXAMPLE_JOURNEY.phases.map((phase, index) => ({
      ...phase,
      touchpoints: index === 3 ? phase.touchpoints.map(({ score: _, ...touchpoint }) => touchpoint) : phase.touchpoints,
    }));
    const [whole, cut] = [EXAMPLE_JOURNEY, { ...EXAMPLE_JOURNEY, phases }].map((draft) =>
      completeness(journeyOf(boardWith(draft))),
    );
    expect(whole?.phasesWithoutEmotional).toEqual([]);
    expect(cut?.phasesWithoutEmotional.map(({ title }) => title)).toEqual(["Receive"]);
    expect(cut?.reasons).toContainEqual({ reason: "no-emotional", phase: cut?.phasesWithoutEmotional[0] });
  });

  it("takes words for a feeling for emotion, and what people do for operation", () => {
    const board = boardWith({ ...draftOf({ Need: [] }), lanes: [{ kind: "doing", name: "Doing" }] });
    const { phases, lanes } = journeyOf(board);
    expect(completeness(journeyOf(board)).reasons.map(({ reason }) => reason)).toEqual([
      "no-operational",
      "no-emotional",
    ]);
    const place = { parent: phases[0]?.id ?? "", lane: lanes[0]?.id ?? "" };
    const added = addCard(board, ANNA, { ...place, text: "waits" });
    expect(completeness(journeyOf(board)).reasons.map(({ reason }) => reason)).toEqual(["no-emotional"]);
    describeCard(board, ANNA, { card: added.outcome === "done" ? added.value : "", emotionWords: ["fobbed off"] });
    expect(completeness(journeyOf(board))).toMatchObject({ isComplete: true, reasons: [] });
  });

  it("is refused while a show-stopper has no metric (S2-8)", () => {
    const board = boardWith(EXAMPLE_JOURNEY);
    const stopper = touchpointsOf(journeyOf(board)).find(({ moment }) => moment?.kind === "show-stopper");
    const touchpoint = { id: stopper?.id ?? "", title: stopper?.title ?? "" };
    expect(completeness(journeyOf(board))).toMatchObject({
      isComplete: false,
      reasons: [{ reason: "no-metric", touchpoint }],
      showStoppersWithoutMetric: [touchpoint],
    });
    describeMoment(board, ANNA, { moment: stopper?.moment?.id ?? "", metrics: "≤ 5 min" });
    expect(completeness(journeyOf(board))).toMatchObject({ isComplete: true, showStoppersWithoutMetric: [] });
  });

  it("is reached by the sample of Customer Scenario Mapping (S2-8)", () => {
    expect(completeness(journeyOf(boardWith(sampleOf("csm"))))).toMatchObject({ isComplete: true, reasons: [] });
  });

  it("lists touchpoints that nobody owns, and does not hold it against the map", () => {
    const board = boardWith({ ...EXAMPLE_JOURNEY, phases: EXAMPLE_JOURNEY.phases.slice(2, 3) });
    expect(completeness(journeyOf(board)).touchpointsWithoutOwner).toEqual([]);
    const added = addTouchpoint(board, ANNA, { phase: journeyOf(board).phases[0]?.id ?? "", title: "At home" });
    expect(completeness(journeyOf(board))).toMatchObject({
      isComplete: true,
      touchpointsWithoutOwner: [{ title: "At home", id: added.outcome === "done" ? added.value : "" }],
    });
  });

  it("says how the cards are backed", () => {
    const board = boardWith({ ...EXAMPLE_JOURNEY, phases: EXAMPLE_JOURNEY.phases.slice(0, 1) });
    const [first, second] = cardsOf(journeyOf(board));
    gradeCard(board, ANNA, { card: first?.id ?? "", grade: "researched" });
    const touchpoint = second?.parent ?? "";
    for (const text of ["a", "b"]) addCard(board, ANNA, { parent: touchpoint, lane: second?.lane ?? "", text });
    expect(completeness(journeyOf(board)).backing).toEqual({
      cards: 4,
      shareByGrade: { assumed: 0.5, heard: 0.25, researched: 0.25 },
    });
  });

  it("of a map without phases is not reached", () => {
    const draft = { ...draftOf({}), lanes: [] };
    expect(completeness(journeyOf(boardWith(draft)))).toMatchObject({
      isComplete: false,
      reasons: [{ reason: "no-phases" }],
      backing: { cards: 0, shareByGrade: { assumed: 0, heard: 0, researched: 0 } },
    });
  });
});
