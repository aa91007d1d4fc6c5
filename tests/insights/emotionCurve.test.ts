import { emotionCurve } from "@sameside/insights";
import {
  JOURNEY_DEFAULTS,
  type JourneyView,
  PHASE_DEFAULTS,
  type RatingView,
  type Role,
  TOUCHPOINT_DEFAULTS,
} from "@sameside/model";
import { describe, expect, it } from "vitest";

describe("the emotion curve", () => {
  it("has one point per touchpoint in journey order, with the mean and the whole range", () => {
    const curve = emotionCurve(journey([[rated("customer", -1, 0.5)], [rated("customer", 1)], []]));
    expect(curve.map(({ touchpoint, phase, n, mean, spread }) => ({ touchpoint, phase, n, mean, spread }))).toEqual([
      { touchpoint: "t0-0", phase: "p0", n: 2, mean: -0.25, spread: { low: -1, high: 0.5 } },
      { touchpoint: "t1-0", phase: "p1", n: 1, mean: 1, spread: { low: 1, high: 1 } },
    ]);
  });

  it("is broken where nobody rated", () => {
    const [point] = emotionCurve(journey([[[]]]));
    expect(point).toEqual({ touchpoint: "t0-0", phase: "p0", n: 0, mean: undefined, spread: undefined, byRole: {} });
  });

  it("tells roles apart, and can be that of some roles only", () => {
    const view = journey([[[...rated("customer", -0.5, -1), ...rated("colleague", 1)]]]);
    expect(emotionCurve(view)[0]?.byRole).toEqual({
      customer: { n: 2, mean: -0.75, spread: { low: -1, high: -0.5 } },
      colleague: { n: 1, mean: 1, spread: { low: 1, high: 1 } },
    });
    expect(emotionCurve(view, { roles: ["colleague"] })[0]).toMatchObject({ n: 1, mean: 1 });
  });
});

function rated(role: Role, ...values: number[]): RatingView[] {
  return values.map((value, index) => ({ id: `${role}${index}`, person: `${role}${index}`, role, value }));
}

/** Phases of touchpoints, each given by its ratings. */
function journey(phases: readonly (readonly RatingView[][])[]): JourneyView {
  return {
    ...JOURNEY_DEFAULTS,
    id: "j",
    title: "",
    scale: { min: -2, max: 2 },
    lanes: [],
    phases: phases.map((touchpoints, p) => ({
      ...PHASE_DEFAULTS,
      id: `p${p}`,
      title: "",
      cardsByLane: {},
      touchpoints: touchpoints.map((ratings, t) => ({
        ...TOUCHPOINT_DEFAULTS,
        id: `t${p}-${t}`,
        phase: `p${p}`,
        title: "",
        ratings,
        cardsByLane: {},
      })),
    })),
  };
}
