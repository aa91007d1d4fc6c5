/** What is told of feelings gives away nothing of what is not (SPEC W85): property tests over small tables. */
import { type ToldSeries, toldSeries } from "@sameside/insights";
import type { RatingView } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

interface Rater extends RatingView {
  readonly type: number;
  readonly lets: boolean;
}

const AT_THE_TABLE = 1;
const IN_THE_HALL = 3;
const typeOf = (rating: RatingView) => Number(rating.customerType);

/** A table: who rated one touchpoint, as what, and whether they let it be shown. */
const table = fc
  .array(
    fc.record({
      role: fc.constantFrom("customer", "customer", "customer", "colleague", "moderator"),
      type: fc.integer({ min: 0, max: 2 }),
      lets: fc.boolean(),
    }),
    { maxLength: 9 },
  )
  .map((raters) =>
    raters.map(
      ({ role, type, lets }, at): Rater => ({
        ...{ id: `r${at}`, person: `p${at}`, role, value: 0, customerType: String(type) },
        ...{ type, lets },
      }),
    ),
  );

describe("feelings that are told", () => {
  it("let nobody work out, by taking one sum from another, what fewer than three feel who have not let it be shown", () => {
    fc.assert(
      fc.property(table, (raters) => {
        const heard = [...sumsTold(raters, AT_THE_TABLE), ...sumsTold(raters, IN_THE_HALL), ...named(raters)];
        const secret = fewOf(raters).filter((few) => few.some(({ lets }) => !lets));
        expect(secret.filter((few) => follows(vectorOf(raters, few), heard))).toEqual([]);
      }),
    );
  });

  it("let a hall work out nothing of fewer than three, whatever they let be shown at their table", () => {
    fc.assert(
      fc.property(table, (raters) => {
        const heard = sumsTold(raters, IN_THE_HALL);
        expect(fewOf(raters).filter((few) => follows(vectorOf(raters, few), heard))).toEqual([]);
      }),
    );
  });

  it("tell everybody as one only where no side is silent, or what is silent is three people", () => {
    const told = (customers: number, colleagues: number) => {
      const raters = [...some("customer", customers), ...some("colleague", colleagues)];
      return [...toldSeries(raters, tellingOf([], AT_THE_TABLE)).series];
    };
    expect(told(3, 3)).toEqual(["customers", "colleagues", "everybody"]);
    expect(told(3, 1)).toEqual(["customers"]);
    expect(told(2, 1)).toEqual(["everybody"]);
    expect(told(2, 0)).toEqual([]);
  });

  it("name whoever lets theirs be shown, unless that leaves others of their side alone", () => {
    const named = (...lets: boolean[]) => {
      const raters = some("customer", lets.length).map((rating, at) => ({
        ...rating,
        type: 0,
        lets: lets[at] === true,
      }));
      return toldSeries(raters, tellingOf(raters, AT_THE_TABLE)).named.map(({ person }) => person);
    };
    expect(named(true, false)).toEqual(["customer0"]);
    expect(named(true, true, true)).toEqual(["customer0", "customer1", "customer2"]);
    expect(named(true, false, false)).toEqual([]);
    expect(named(true, false, false, false)).toEqual(["customer0"]);
  });

  it("tell as many types as can be taken from the customers without the others being left alone", () => {
    const told = (...sizes: number[]) => {
      const raters = sizes.flatMap((size, type) =>
        some("customer", size).map((rating) => ({ ...rating, id: `${type}${rating.id}`, customerType: String(type) })),
      );
      const { series } = toldSeries(raters, tellingOf([], AT_THE_TABLE), typeOf);
      return [...series].filter((each) => each.startsWith("type"));
    };
    expect(told(3, 3)).toEqual(["type-0", "type-1"]);
    expect(told(4, 3, 1)).toEqual(["type-0"]);
    expect(told(3, 1)).toEqual([]);
  });
});

function some(role: "customer" | "colleague", n: number): RatingView[] {
  return Array.from({ length: n }, (_, at) => ({ id: `${role}${at}`, person: `${role}${at}`, role, value: 0 }));
}

function tellingOf(raters: readonly Rater[], fewest: number) {
  const shownBy = new Set(raters.flatMap(({ lets, person }) => (lets ? [person] : [])));
  return { fewest, mayShow: (person: string) => shownBy.has(person) };
}

/** Of each sum that is told, who is in it. */
function sumsTold(raters: readonly Rater[], fewest: number): number[][] {
  const isOf = (series: ToldSeries) => (rater: Rater) => {
    if (series === "everybody") return true;
    const isCustomer = rater.role === "customer";
    if (series === "customers" || series === "colleagues") return isCustomer === (series === "customers");
    return isCustomer && series === `type-${rater.type}`;
  };
  const { series: told } = toldSeries(raters, tellingOf(raters, fewest), typeOf);
  return [...told].map((series) => vectorOf(raters, raters.filter(isOf(series))));
}

function named(raters: readonly Rater[]): number[][] {
  return toldSeries(raters, tellingOf(raters, AT_THE_TABLE), typeOf).named.map((rater) => vectorOf(raters, [rater]));
}

function vectorOf(raters: readonly Rater[], some: readonly RatingView[]): number[] {
  return raters.map((rater) => (some.includes(rater) ? 1 : 0));
}

/** All groups of one or two. */
function fewOf(raters: readonly Rater[]): Rater[][] {
  return raters.flatMap((one, at) => [[one], ...raters.slice(at + 1).map((other) => [one, other])]);
}

/** Whether a sum is a combination of sums that are known: whether it adds nothing to their rank. */
function follows(sum: readonly number[], known: readonly (readonly number[])[]): boolean {
  return rankOf([...known, sum]) === rankOf(known);
}

function rankOf(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (!pivot) continue;
    rank += 1;
    const by = pivot[column] ?? 1;
    left = left
      .filter((row) => row !== pivot)
      .map((row) => row.map((value, at) => value - ((row[column] ?? 0) / by) * (pivot[at] ?? 0)));
  }
  return rank;
}
