import { boardRoom, findingsRoom, parseRoom, planRoom, questionsRoom } from "@sameside/protocol";
import { describe, expect, it } from "vitest";

const WORKSHOP = "abcdefghijklmnop";

describe("names of rooms", () => {
  it("read back as what they name", () => {
    expect(parseRoom(boardRoom(WORKSHOP, "table1"))).toEqual({ workshop: WORKSHOP, kind: "board", group: "table1" });
    expect(parseRoom(planRoom(WORKSHOP))).toEqual({ workshop: WORKSHOP, kind: "plan" });
    expect(parseRoom(questionsRoom(WORKSHOP))).toEqual({ workshop: WORKSHOP, kind: "questions" });
    expect(parseRoom(findingsRoom(WORKSHOP))).toEqual({ workshop: WORKSHOP, kind: "findings" });
  });

  it.each([
    `${WORKSHOP}`,
    `${WORKSHOP}.board`,
    `${WORKSHOP}.plan.table1`,
    `${WORKSHOP}.plan.`,
    `${WORKSHOP}.findings.findings`,
    `${WORKSHOP}.Plan`,
    `${WORKSHOP}.notes`,
    `${WORKSHOP}.constructor`,
    "short.plan",
    ".plan",
    `${WORKSHOP}..plan`,
    `${WORKSHOP}.plan#x`,
    `${"a".repeat(64)}.board.${"b".repeat(150)}`,
  ])("refuse %s", (name) => {
    expect(parseRoom(name)).toBeUndefined();
  });
});
