import { type ShownOptions, shownCurve, toldAway } from "@sameside/insights";
import {
  JOURNEY_DEFAULTS,
  type JourneyView,
  PHASE_DEFAULTS,
  type RatingView,
  type Role,
  TOUCHPOINT_DEFAULTS,
  type TouchpointView,
} from "@sameside/model";
import { describe, expect, it } from "vitest";

const AT_THE_TABLE = { shown: "sides", gap: true, fewest: 1 } as const satisfies ShownOptions;

describe("the curve that is shown (W33, W34)", () => {
  it("tells customers and colleagues apart, and how far colleagues are from them", () => {
    const [first, second] = shownCurve(
      journey([...by("customer", -1, -0.5), ...by("colleague", 0.5), ...by("facilitator", 1)], by("customer", 0)),
      AT_THE_TABLE,
    );
    expect(first).toMatchObject({ series: "customers", n: 2, mean: -0.75, spread: { low: -1, high: -0.5 }, gap: 1.5 });
    expect(first?.others).toEqual([{ series: "colleagues", n: 2, mean: 0.75, spread: { low: 0.5, high: 1 } }]);
    expect(second).toMatchObject({ mean: 0, others: [], gap: undefined });
  });

  it("is the colleagues' alone while no customer has rated", () => {
    const curve = shownCurve(journey(by("colleague", 0.5), []), AT_THE_TABLE);
    expect(curve.map(({ series, mean, others }) => ({ series, mean, others }))).toEqual([
      { series: "colleagues", mean: 0.5, others: [] },
      { series: "colleagues", mean: undefined, others: [] },
    ]);
  });

  it("counts everybody as one where that is asked for, without a gap", () => {
    const [point] = shownCurve(journey([...by("customer", -1), ...by("colleague", 1)]), {
      ...AT_THE_TABLE,
      shown: "everybody",
    });
    expect(point).toMatchObject({ series: "everybody", n: 2, mean: 0, others: [], gap: undefined });
  });

  it("tells customers of each type apart, each with its spread, and colleagues not at all", () => {
    const typed = (type: string, ...values: number[]) =>
      by("customer", ...values).map((rating) => ({ ...rating, id: `${type}${rating.id}`, customerType: type }));
    const places = ["reject", "loyal", "a", "b", "c"];
    const typeOf: ShownOptions["typeOf"] = ({ customerType = "" }) => {
      const place = places.indexOf(customerType);
      return place < 0 ? undefined : place;
    };
    const [first, second] = shownCurve(
      journey(
        [...typed("reject", -1, -0.5), ...typed("loyal", 0.5, 1), ...by("colleague", 0)],
        [...typed("loyal", 1), ...typed("c", 0), ...by("customer", -1)],
      ),
      { ...AT_THE_TABLE, shown: "types", typeOf },
    );
    expect(first).toMatchObject({ series: "type-0", n: 2, mean: -0.75, spread: { low: -1, high: -0.5 } });
    expect(first?.others).toEqual([{ series: "type-1", n: 2, mean: 0.75, spread: { low: 0.5, high: 1 } }]);
    expect(second).toMatchObject({ series: "type-0", mean: undefined, gap: undefined });
    expect(second?.others.map(({ series, n, mean }) => ({ series, n, mean }))).toEqual([
      { series: "type-1", n: 1, mean: 1 },
      { series: "type-rest", n: 2, mean: -0.5 },
    ]);
    const unrated = shownCurve(journey(by("colleague", 1)), { ...AT_THE_TABLE, shown: "types", typeOf });
    expect(unrated.map(({ mean, others }) => ({ mean, others }))).toEqual([{ mean: undefined, others: [] }]);
  });

  it("tells of fewer than three only who lets it be shown, and what came with a file", () => {
    const told = (ratings: readonly RatingView[], ...shownBy: string[]) =>
      shownCurve(journey(ratings), { ...AT_THE_TABLE, mayShow: (person) => shownBy.includes(person) })[0]?.n;
    const two = by("customer", 1, -1);
    expect(told(two)).toBe(0);
    expect(told(two, "customer0")).toBe(0);
    expect(told(two, "customer0", "customer1")).toBe(2);
    expect(told(by("customer", 1, 0, -1))).toBe(3);
    expect(
      told([...by("customer", 1), { id: "i", person: "file", role: "customer", value: 0, raw: 3 }], "customer0"),
    ).toBe(2);
  });

  it("stands beside another journey's by origin, or else by name", () => {
    const mine = journey(by("customer", -1), by("customer", 0), by("customer", 1));
    const moved = { id: "x", origin: "t0", title: "Another name", ratings: by("customer", 0.75) };
    const alike = { id: "y", title: " touchpoint 1 ", ratings: by("customer", 0.5) };
    const named = journeyOf([touchpoint(moved), touchpoint(alike)]);
    const curve = shownCurve(mine, { ...AT_THE_TABLE, shown: named });
    expect(curve.map(({ others }) => others[0]?.mean)).toEqual([0.75, 0.5, undefined]);
    expect(curve[0]?.others[0]?.series).toBe("beside");
  });

  it("says nothing of fewer people of a side than it may, nor how far they are apart", () => {
    const three = by("customer", -1, 0, 1);
    const [first, second] = shownCurve(
      journey([...three, ...by("colleague", 1, 1)], [...three, ...by("colleague", 1, 1, 1)]),
      { ...AT_THE_TABLE, fewest: 3 },
    );
    expect(first).toMatchObject({ n: 3, others: [], gap: undefined });
    expect(second).toMatchObject({ n: 3, gap: 1 });
    const nobody = shownCurve(journey(by("customer", 1, 1), by("colleague", 1)), { ...AT_THE_TABLE, fewest: 3 });
    expect(nobody.map(({ n, mean, others }) => ({ n, mean, others }))).toEqual([
      { n: 0, mean: undefined, others: [] },
      { n: 0, mean: undefined, others: [] },
    ]);
  });

  it("marks the strongest feeling, the last one, and where both sides are furthest apart", () => {
    const curve = shownCurve(
      journey(
        [...by("customer", 0.5), ...by("colleague", 0.25)],
        [...by("customer", -0.75), ...by("colleague", 0.5)],
        by("customer", 0.75),
        by("customer", 0),
        [],
      ),
      AT_THE_TABLE,
    );
    expect(curve.map(({ marks }) => marks)).toEqual([[], ["peak", "gap"], [], ["end"], []]);
  });

  it("marks nothing on two touchpoints, no peak where nobody feels anything, and no gap between those who agree", () => {
    const agreed = [...by("customer", 0.5), ...by("colleague", 0.5)];
    expect(shownCurve(journey(agreed, by("customer", 1)), AT_THE_TABLE).flatMap(({ marks }) => marks)).toEqual([]);
    const calm = journey(by("customer", 0), by("customer", 0), by("customer", 0));
    expect(shownCurve(calm, AT_THE_TABLE).map(({ marks }) => marks)).toEqual([[], [], ["end"]]);
  });
});

describe("what of the feelings leaves the table (W34, W85)", () => {
  const three = by("customer", -1, 0, 1);

  it("tells both sides apart where each has three people", () => {
    const each = journey([...three, ...by("colleague", 1, 1, 1)]);
    expect(toldAway(each, AT_THE_TABLE)).toEqual({ shown: "sides", gap: true, fewest: 3 });
    expect(toldAway(each, { ...AT_THE_TABLE, shown: "everybody" })).toMatchObject({ shown: "everybody", gap: false });
  });

  it("tells one side where the other is too few, and everybody where both are", () => {
    const away = (ratings: readonly RatingView[]) => {
      const options = { ...AT_THE_TABLE, mayShow: () => false } as const;
      const [point] = shownCurve(journey(ratings), toldAway(journey(ratings), options));
      return { series: point?.series, n: point?.n, others: point?.others };
    };
    expect(away([...three, ...by("colleague", 1, 1)])).toEqual({ series: "customers", n: 3, others: [] });
    expect(away([...by("customer", -1, 0), ...by("colleague", 1, 1)])).toEqual({
      ...{ series: "everybody", n: 4, others: [] },
    });
  });

  it("tells types of customers apart only where each has three people", () => {
    const typeOf = ({ id }: RatingView) => (id.startsWith("new") ? 1 : 0);
    const asked = { ...AT_THE_TABLE, shown: "types", mayShow: () => false, typeOf } as const;
    const others = by("customer", 1, 1, 1).map(({ person, ...rest }) => ({
      ...rest,
      id: `new${person}`,
      person: `new${person}`,
    }));
    const told = toldAway(journey([...three, ...others]), asked);
    expect(told).toMatchObject({ shown: "types", gap: false, fewest: 3 });
    expect(toldAway(journey([...three, ...others.slice(1)]), asked).shown).toBe("everybody");
    expect(toldAway(journey(three), asked).shown).toBe("everybody");
  });
});

function by(role: Role, ...values: number[]): RatingView[] {
  return values.map((value, index) => ({ id: `${role}${index}`, person: `${role}${index}`, role, value }));
}

/** One phase of touchpoints, each given by its ratings. */
function journey(...ratings: readonly (readonly RatingView[])[]): JourneyView {
  return journeyOf(
    ratings.map((rated, index) => touchpoint({ id: `t${index}`, title: `Touchpoint ${index}`, ratings: rated })),
  );
}

function touchpoint(part: Pick<TouchpointView, "id" | "origin" | "title" | "ratings">): TouchpointView {
  return { ...TOUCHPOINT_DEFAULTS, phase: "p", cardsByLane: {}, ...part };
}

function journeyOf(touchpoints: readonly TouchpointView[]): JourneyView {
  const phases = [{ ...PHASE_DEFAULTS, id: "p", title: "", cardsByLane: {}, touchpoints }];
  return { ...JOURNEY_DEFAULTS, id: "j", title: "", scale: { min: -2, max: 2 }, lanes: [], phases };
}
