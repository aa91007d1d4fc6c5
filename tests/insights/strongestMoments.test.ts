import { type MomentsOfTruth, strongestMoments } from "@sameside/insights";
import { describe, expect, it } from "vitest";

describe("moments of truth of several tables", () => {
  it("of one name that pull the same way are one, with the tables that have them, the strongest first", () => {
    const tables = [[moments(["Search", -3], ["Call", 1])], [moments(["search ", -2])], [moments(["Search", 2])]];
    expect(strongestMoments(tables)).toEqual([
      { title: "Search", value: -3, tables: 2 },
      { title: "Search", value: 2, tables: 1 },
      { title: "Call", value: 1, tables: 1 },
    ]);
  });

  it("two maps of one table count as one table", () => {
    expect(strongestMoments([[moments(["Pay", -1]), moments(["Pay", -1])]])).toEqual([
      { title: "Pay", value: -1, tables: 1 },
    ]);
    expect(strongestMoments([])).toEqual([]);
  });
});

function moments(...all: readonly (readonly [title: string, value: number])[]): MomentsOfTruth {
  const ranked = all.map(([title, value]) => ({
    ...{ title, value, kind: "impression" as const, reason: "" },
    ...{ touchpoint: "touchpoint000000", phase: "phase00000000000" },
  }));
  return {
    creates: ranked.filter(({ value }) => value > 0),
    destroys: ranked.filter(({ value }) => value < 0),
    undecided: [],
  };
}
