import { type FeelingInput, feelingAt, feelingY, layoutJourney, levelsOf } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyJourney, journeyOf, lane, measure } from "./journeys.ts";

const fiveInARow = journeyOf([lane("feel", "feeling")], [{ touchpoints: [{}, {}, {}, {}, {}] }]);
const rated = (touchpoint: string, mean: number | undefined, spread?: { low: number; high: number }): FeelingInput => ({
  touchpoint,
  n: mean === undefined ? 0 : 3,
  mean,
  spread,
});
const layoutOf = (journey: JourneyView, means: readonly (number | undefined)[]) => {
  const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
  const feeling = layoutJourney(
    journey,
    touchpoints.map(({ id }, index) => rated(id, means[index])),
    measure,
  ).feeling;
  if (!feeling) throw new Error("the journey has a feeling lane, so its layout has one");
  return feeling;
};

/** The y values of the points a path passes through: the start and the end of each of its cubic pieces. */
const passes = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)|C[^MLCZ]*?(-?[\d.]+),(-?[\d.]+)(?=[MLCZ]|$)/g)].map((match) =>
    Number(match[2] ?? match[4]),
  );

describe("the emotion curve", () => {
  it("passes through every rated touchpoint", () => {
    const feeling = layoutOf(fiveInARow, [-1, -0.5, 0, 0.5, 1]);
    expect(feeling.curves).toHaveLength(1);
    expect(passes(feeling.curves[0] ?? "")).toEqual(feeling.points.map((point) => point.y));
  });

  it("puts the best feeling on top and the worst at the bottom, with zero between", () => {
    const [worst, middle, best] = layoutOf(fiveInARow, [-1, 0, 1]).points;
    const feeling = layoutOf(fiveInARow, []);
    expect(middle?.y).toBe(feeling.zeroY);
    expect(worst?.y).toBe(feeling.zeroY + feeling.amplitude);
    expect(best?.y).toBe(feeling.zeroY - feeling.amplitude);
  });

  it("breaks where a touchpoint has no rating", () => {
    const feeling = layoutOf(fiveInARow, [1, 0.5, undefined, 0.5, 1]);
    expect(feeling.curves).toHaveLength(2);
    expect(feeling.points).toHaveLength(4);
  });

  it("breaks at a phase without touchpoints", () => {
    const journey = journeyOf(
      [lane("feel", "feeling")],
      [{ touchpoints: [{}, {}] }, { touchpoints: [] }, { touchpoints: [{}, {}] }],
    );
    expect(layoutOf(journey, [1, 0.5, 0.5, 1]).curves).toHaveLength(2);
  });

  it("draws no line for a single rated touchpoint, only its point", () => {
    const feeling = layoutOf(fiveInARow, [undefined, 0.5, undefined]);
    expect(feeling.curves).toEqual([]);
    expect(feeling.points).toHaveLength(1);
  });

  it("has a band of spread for each run", () => {
    const { feeling } = layoutJourney(
      fiveInARow,
      [rated("p0t0", 0, { low: -0.5, high: 0.5 }), rated("p0t1", 0.5, { low: 0, high: 1 })],
      measure,
    );
    expect(feeling?.spreads).toHaveLength(1);
    expect(feeling?.spreads[0]).toContain(String(feeling && feelingY(feeling, -0.5)));
    expect(feeling?.spreads[0]).toContain(String(feeling && feelingY(feeling, 1)));
  });

  it("never leaves its band, whatever numbers it is handed", () => {
    fc.assert(
      fc.property(anyJourney, fc.array(fc.double(), { maxLength: 20 }), (journey, means) => {
        const touchpoints = journey.phases.flatMap((phase) => phase.touchpoints);
        const curve = touchpoints.map(({ id }, index) => rated(id, means[index]));
        const { feeling } = layoutJourney(journey, curve, measure);
        for (const { y } of feeling?.points ?? []) {
          expect(y).toBeGreaterThanOrEqual(feeling?.band.y ?? Number.NaN);
          expect(y).toBeLessThanOrEqual((feeling?.band.y ?? 0) + (feeling?.band.height ?? 0));
        }
        for (const path of [...(feeling?.curves ?? []), ...(feeling?.spreads ?? [])]) expect(path).not.toMatch(/NaN/);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a second series (W33)", () => {
  const other = (mean: number) => [{ series: "colleagues", n: 2, mean, spread: { low: mean, high: mean } }];
  const input = (index: number, mean: number, more: Partial<FeelingInput>): FeelingInput => ({
    ...rated(`p0t${index}`, mean),
    series: "customers",
    ...more,
  });
  const laidOut = (curve: readonly FeelingInput[], journey = fiveInARow) => {
    const { feeling } = layoutJourney(journey, curve, measure);
    if (!feeling) throw new Error("the journey has a feeling lane, so its layout has one");
    return feeling;
  };

  it("has a line and points of its own, where it says something", () => {
    const feeling = laidOut([
      input(0, -0.5, { others: other(0.5) }),
      input(1, 0, { others: other(1) }),
      input(2, 0.5, { others: [] }),
    ]);
    expect(feeling.series).toBe("customers");
    expect(feeling.points).toHaveLength(3);
    expect(feeling.others.map(({ series }) => series)).toEqual(["colleagues"]);
    const [line] = feeling.others;
    expect(line?.points.map(({ mean }) => mean)).toEqual([0.5, 1]);
    expect(passes(line?.curves[0] ?? "")).toEqual(line?.points.map(({ y }) => y));
  });

  it("is a gap away from the first only where both follow each other", () => {
    const feeling = laidOut([
      input(0, -0.5, { others: other(0.5), gap: 1 }),
      input(1, 0, { others: other(0.5), gap: 0.5 }),
      input(2, 0, {}),
      input(3, 0, { others: other(1), gap: 1 }),
    ]);
    expect(feeling.gaps).toHaveLength(1);
    expect(feeling.gaps[0]).toContain(String(feelingY(feeling, -0.5)));
    expect(feeling.gaps[0]).toContain(String(feelingY(feeling, 0.5)));
  });

  it("leaves its words out of the way of the moment of truth and inside the band", () => {
    for (const value of [-3, 3])
      for (const mean of [-1, 1]) {
        const journey = structuredClone(fiveInARow);
        const touchpoint = journey.phases[0]?.touchpoints[0];
        if (touchpoint) Object.assign(touchpoint, { moment: { id: "m", kind: "impression", value, reason: "" } });
        const feeling = laidOut([input(0, mean, { marks: ["peak", "end"] })], journey);
        const [label] = feeling.labels;
        const [marker] = feeling.markers;
        expect(label?.marks).toEqual(["peak", "end"]);
        expect(Math.sign((label?.y ?? 0) - (feeling.points[0]?.y ?? 0))).toBe(
          -Math.sign((marker?.y ?? 0) - (feeling.points[0]?.y ?? 0)),
        );
        expect(label?.y).toBeGreaterThan(feeling.band.y + 5);
        expect(label?.y).toBeLessThan(feeling.band.y + feeling.band.height - 5);
      }
  });

  it("is not written over where its point is near", () => {
    const feeling = laidOut([input(0, 0.5, { others: other(0.6), marks: ["peak"] })]);
    const [label] = feeling.labels;
    expect((feeling.others[0]?.points[0]?.y ?? 0) - (label?.y ?? 0)).toBeGreaterThan(12);
  });

  it("has its widest gap named clear of the moment of truth's word", () => {
    const journey = structuredClone(fiveInARow);
    const touchpoint = journey.phases[0]?.touchpoints[0];
    if (touchpoint) Object.assign(touchpoint, { moment: { id: "m", kind: "impression", value: 2, reason: "" } });
    for (const gap of [0.5, 0.8, 1, 1.1]) {
      const { labels, markers } = laidOut([input(0, -0.1, { others: other(gap - 0.1), gap, marks: ["gap"] })], journey);
      expect(Math.abs((labels[0]?.y ?? 0) - (markers[0]?.labelY ?? 0))).toBeGreaterThanOrEqual(16);
    }
  });

  it("has its widest gap named between both", () => {
    const feeling = laidOut([input(0, -0.5, { others: other(0.5), gap: 1, marks: ["gap"] })]);
    expect(feeling.labels).toMatchObject([{ marks: ["gap"], y: feelingY(feeling, 0) }]);
  });
});

describe("moments of truth", () => {
  const marked = (value: number, mean: number | undefined) => {
    const journey = structuredClone(fiveInARow);
    const touchpoint = journey.phases[0]?.touchpoints[0];
    if (!touchpoint) throw new Error("the fixture lost its touchpoint");
    Object.assign(touchpoint, { moment: { id: "m", kind: "impression", value, reason: "" } });
    const feeling = layoutOf(journey, [mean]);
    const marker = feeling.markers[0];
    if (!marker) throw new Error("a marked touchpoint has a marker");
    return { feeling, marker };
  };

  it("points up above the curve when value is made, down below it when value is destroyed", () => {
    const made = marked(2, 0.5);
    const destroyed = marked(-3, -0.5);
    expect(made.marker.direction).toBe("up");
    expect(made.marker.y).toBeLessThan(made.feeling.points[0]?.y ?? Number.NaN);
    expect(destroyed.marker.direction).toBe("down");
    expect(destroyed.marker.y).toBeGreaterThan(destroyed.feeling.points[0]?.y ?? Number.NaN);
  });

  it("is larger the more value is at stake", () => {
    expect(marked(3, 0).marker.size).toBeGreaterThan(marked(1, 0).marker.size);
    expect(marked(-3, 0).marker.size).toBe(marked(3, 0).marker.size);
  });

  it.each([
    [3, 1],
    [-3, -1],
    [3, undefined],
  ])("stays in the band with its word, value %i at feeling %s", (value, mean) => {
    const { marker, feeling } = marked(value, mean);
    const bottom = feeling.band.y + feeling.band.height;
    expect(marker.labelY).toBeGreaterThan(feeling.band.y + 5);
    expect(marker.labelY).toBeLessThan(bottom - 5);
  });
});

describe("levels", () => {
  it.each([
    [{ min: -2, max: 2 }, [-1, -0.5, 0, 0.5, 1]],
    [{ min: 1, max: 3 }, [-1, 0, 1]],
    [{ min: 5, max: 5 }, [-1, -0.5, 0, 0.5, 1]],
    [{ min: Number.NaN, max: 2 }, [-1, -0.5, 0, 0.5, 1]],
  ])("of the scale %o are %o", (scale, levels) => {
    expect(levelsOf(scale)).toEqual(levels);
  });

  it("are never more than anybody can aim at", () => {
    expect(levelsOf({ min: 0, max: 100 }).length).toBe(11);
  });

  it("are what a click in the band means", () => {
    const layout = layoutJourney(fiveInARow, [], measure);
    const feeling = layout.feeling;
    const column = layout.phases[0]?.columns[3];
    if (!feeling || !column) throw new Error("the journey has a feeling lane and five columns");
    for (const { value, y } of feeling.levels)
      expect(feelingAt(layout, { x: column.x + 5, y: y + 3 })).toEqual({ touchpoint: "p0t3", value });
    expect(feelingAt(layout, { x: column.x, y: feeling.band.y - 1 })).toBeUndefined();
    expect(feelingAt(layout, { x: 5, y: feeling.zeroY })).toBeUndefined();
  });
});
