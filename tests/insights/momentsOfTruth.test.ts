import { momentsOfTruth } from "@sameside/insights";
import type { JourneyDraft } from "@sameside/model";
import { importJourney, newBoard, readBoard } from "@sameside/model";
import { describe, expect, it } from "vitest";

describe("moments of truth", () => {
  it("are ranked by how much value they create or destroy, equal ones in journey order", () => {
    const { creates, destroys, undecided } = momentsOfTruth(journey([1, -3, 3, undefined, 0, -1, 3]));
    expect(creates.map(({ title, value }) => [title, value])).toEqual([
      ["t2", 3],
      ["t6", 3],
      ["t0", 1],
    ]);
    expect(destroys.map(({ title, value }) => [title, value])).toEqual([
      ["t1", -3],
      ["t5", -1],
    ]);
    expect(undecided.map(({ title }) => title)).toEqual(["t4"]);
    expect(creates[0]).toMatchObject({ kind: "impression", reason: "because 3" });
  });
});

/** A journey on a real board: one touchpoint per value, without a mark where it is `undefined`. */
function journey(values: readonly (number | undefined)[]) {
  const touchpoints = values.map((value, index) => ({
    title: `t${index}`,
    ...(value === undefined ? {} : { moment: { kind: "impression" as const, value, reason: `because ${value}` } }),
    cards: [],
  }));
  const draft: JourneyDraft = {
    title: "",
    customerType: "",
    variant: "actual",
    lanes: [],
    phases: [{ title: "", touchpoints, cards: [] }],
  };
  const board = newBoard();
  importJourney(board, { person: "somebody00000000", role: "customer", now: () => 1 }, { draft });
  const [view] = readBoard(board).journeys;
  if (!view) throw new Error("no journey");
  return view;
}
