import { type FeelingInput, type JourneyLayout, layoutJourney, openLayout } from "@sameside/layout";
import type { CardView, JourneyView, PhaseView, TouchpointView } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, cardsOf, journeyOf, lane, measure } from "./journeys.ts";

/** A change of a journey that keeps the identity of what it does not touch, as the model's views do. */
type Edit = (journey: JourneyView, pick: (count: number) => number, text: string) => JourneyView;
type Holder = PhaseView | TouchpointView;

const withPhases = (journey: JourneyView, phases: readonly PhaseView[]): JourneyView => ({ ...journey, phases });
const withHolder = (journey: JourneyView, id: string, change: <H extends Holder>(holder: H) => H): JourneyView =>
  withPhases(
    journey,
    journey.phases.map((phase) => {
      if (phase.id === id) return change(phase);
      if (!phase.touchpoints.some((one) => one.id === id)) return phase;
      return { ...phase, touchpoints: phase.touchpoints.map((one) => (one.id === id ? change(one) : one)) };
    }),
  );
const inLane = (journey: JourneyView, card: CardView, change: (cards: readonly CardView[]) => readonly CardView[]) =>
  withHolder(journey, card.parent, (holder) => ({
    ...holder,
    cardsByLane: { ...holder.cardsByLane, [card.lane]: change(holder.cardsByLane[card.lane] ?? []) },
  }));
const turned = <T>(items: readonly T[], by: number): readonly T[] => [...items.slice(by), ...items.slice(0, by)];

const onCard =
  (edit: (journey: JourneyView, card: CardView, pick: (count: number) => number, text: string) => JourneyView): Edit =>
  (journey, pick, text) => {
    const cards = cardsOf(journey);
    const card = cards[pick(cards.length)];
    return card ? edit(journey, card, pick, text) : journey;
  };
const onPhase =
  (edit: (phase: PhaseView, pick: (count: number) => number, text: string) => PhaseView): Edit =>
  (journey, pick, text) => {
    const chosen = pick(journey.phases.length);
    return withPhases(
      journey,
      journey.phases.map((phase, index) => (index === chosen ? edit(phase, pick, text) : phase)),
    );
  };

const EDITS: Readonly<Record<string, Edit>> = {
  reword: onCard((journey, card, _, text) =>
    inLane(journey, card, (cards) => cards.map((one) => (one.id === card.id ? { ...one, text } : one))),
  ),
  grade: onCard((journey, card) =>
    inLane(journey, card, (cards) => cards.map((one) => (one.id === card.id ? { ...one, grade: "heard" } : one))),
  ),
  add: onCard((journey, card, pick, text) =>
    inLane(journey, card, (cards) => [...cards, { ...card, id: `${card.id}+${pick(1e6)}`, text }]),
  ),
  remove: onCard((journey, card) => inLane(journey, card, (cards) => cards.filter((one) => one.id !== card.id))),
  move: onCard((journey, card, pick) => {
    const holders = journey.phases.flatMap((phase): Holder[] => [phase, ...phase.touchpoints]);
    const parent = holders[pick(holders.length)]?.id ?? card.parent;
    const taken = inLane(journey, card, (cards) => cards.filter((one) => one.id !== card.id));
    return inLane(taken, { ...card, parent }, (cards) => [{ ...card, parent }, ...cards]);
  }),
  "reorder in a cell": onCard((journey, card) => inLane(journey, card, (cards) => turned(cards, 1))),
  "rename a phase": onPhase((phase, _, title) => ({ ...phase, title })),
  "rename a touchpoint": onPhase((phase, _, title) => ({
    ...phase,
    touchpoints: phase.touchpoints.map((one, index) => (index === 0 ? { ...one, title } : one)),
  })),
  "turn touchpoints": onPhase((phase) => ({ ...phase, touchpoints: turned(phase.touchpoints, 1) })),
  "drop a touchpoint": onPhase((phase) => ({ ...phase, touchpoints: phase.touchpoints.slice(1) })),
  "turn phases": (journey) => withPhases(journey, turned(journey.phases, 1)),
  "drop a phase": (journey, pick) => withPhases(journey, journey.phases.toSpliced(pick(journey.phases.length), 1)),
  "turn lanes": (journey) => ({ ...journey, lanes: turned(journey.lanes, 1) }),
  "rename a lane": (journey, _, name) => ({
    ...journey,
    lanes: journey.lanes.map((one, index) => (index === 0 ? { ...one, name } : one)),
  }),
  "another scale": (journey, pick) => ({ ...journey, scale: { min: 0, max: 2 + pick(5) } }),
};

const curveOf = (journey: JourneyView, mean: number): readonly FeelingInput[] =>
  journey.phases
    .flatMap((phase) => phase.touchpoints)
    .map(({ id }, index) => ({ touchpoint: id, n: 1, mean: index % 3 === 0 ? mean : -mean / 2 }));

describe("laying out a journey again and again", () => {
  it("comes to what a fresh layout is, after any edits (W29)", () => {
    const steps = fc.array(
      fc.record({
        edit: fc.constantFrom(...Object.keys(EDITS)),
        seed: fc.nat(),
        text: fc.string({ maxLength: 200 }),
        mean: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyJourney, steps, (first, edits) => {
        const layOut = openLayout(measure);
        let journey = first;
        let curve = curveOf(journey, 0.5);
        expect(layOut(journey, curve)).toEqual(layoutJourney(journey, curve, measure));
        for (const { edit, seed, text, mean } of edits) {
          journey = EDITS[edit]?.(journey, (count) => (count > 0 ? seed % count : 0), text) ?? journey;
          if (mean !== null) curve = curveOf(journey, mean);
          expect(layOut(journey, curve)).toEqual(layoutJourney(journey, curve, measure));
        }
      }),
      { numRuns: 150 },
    );
  });

  const lanes = [lane("tp", "touchpoint"), lane("feel", "feeling"), lane("pain", "pain"), lane("doing", "doing")];
  const cards = { pain: ["One", "Two"], doing: ["Three"] };
  const journey = journeyOf(lanes, [{ touchpoints: [{ cards }, { cards }] }, { touchpoints: [{ cards }] }]);
  const curve = curveOf(journey, 0.5);
  const reworded = (text: string) =>
    inLane(journey, cardsOf(journey)[0] as CardView, (all) =>
      all.map((one, at) => (at === 0 ? { ...one, text } : one)),
    );
  const boxesBut = ({ cardsById }: JourneyLayout, id: string) => [...cardsById].filter(([one]) => one !== id);

  it("is the very same layout when other words take as many lines (W29)", () => {
    const layOut = openLayout(measure);
    const before = layOut(journey, curve);
    expect(layOut(reworded("Uno"), curve)).toBe(before);
  });

  it("moves only what stands below when a row does not grow (W29)", () => {
    const tall = journeyOf(lanes, [
      { touchpoints: [{ cards }, { cards: { pain: ["One\ntwo\nthree\nfour", "Five\nsix\nseven"] } }] },
    ]);
    const layOut = openLayout(measure);
    const before = layOut(tall, curve);
    const grown = inLane(tall, cardsOf(tall)[0] as CardView, (all) =>
      all.map((one, at) => (at === 0 ? { ...one, text: "One\nmore" } : one)),
    );
    const after = layOut(grown, curve);
    expect(after.cardsById.get("p0t0/pain/1")?.rect.y).toBeGreaterThan(
      before.cardsById.get("p0t0/pain/1")?.rect.y ?? Number.NaN,
    );
    for (const id of ["p0t0/doing/0", "p0t1/pain/0", "p0t1/pain/1"])
      expect(after.cardsById.get(id)).toBe(before.cardsById.get(id));
    for (const part of ["lanes", "phases", "feeling", "touchpointsById", "stops"] as const)
      expect(after[part]).toBe(before[part]);
  });

  it("keeps the boxes above a row that grows, and all columns (W29)", () => {
    const layOut = openLayout(measure);
    const before = layOut(journey, curve);
    const after = layOut(reworded("One\ntwo\nthree\nfour\nfive"), curve);
    expect(after.height).toBeGreaterThan(before.height);
    expect(after.phases).toBe(before.phases);
    expect(after.feeling).toBe(before.feeling);
    expect(after.cardsById.get("p1t0/pain/0")).toBe(before.cardsById.get("p1t0/pain/0"));
    expect(boxesBut(after, "p0t0/pain/0")).toHaveLength(boxesBut(before, "p0t0/pain/0").length);
  });
});
