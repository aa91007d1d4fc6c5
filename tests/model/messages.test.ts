import { type Actor, newPlan, openHistory, readPlan, sendMessage, takeBackMessage } from "@sameside/model";
import { describe, expect, it } from "vitest";

const FACILITATOR: Actor = { person: "facilitator00000", role: "facilitator", now: () => 5 };

describe("what who runs the day says to tables (P83)", () => {
  it("stands in the order in which it was said, for all tables or for some, until it is taken back", () => {
    const plan = newPlan();
    const first = sendMessage(plan, FACILITATOR, { text: "  Five more minutes " });
    sendMessage(plan, FACILITATOR, { text: "Coffee is here", tables: ["table20000000000"] });
    expect(readPlan(plan).messages).toMatchObject([
      { text: "Five more minutes", tables: [], author: FACILITATOR.person, made: 5 },
      { text: "Coffee is here", tables: ["table20000000000"] },
    ]);
    if (first.outcome !== "done") throw new Error("not said");
    const history = openHistory(plan, FACILITATOR);
    const taken = takeBackMessage(plan, FACILITATOR, { message: first.value });
    expect(readPlan(plan).messages.map(({ text }) => text)).toEqual(["Coffee is here"]);
    if (taken.outcome === "done") history.add(taken.changes);
    history.undo();
    expect(readPlan(plan).messages.map(({ text }) => text)).toEqual(["Five more minutes", "Coffee is here"]);
  });

  it("is refused where it is too long or for what is no table, and nothing where there are no words", () => {
    const plan = newPlan();
    expect(sendMessage(plan, FACILITATOR, { text: "x".repeat(100_000) }).outcome).toBe("refused");
    expect(sendMessage(plan, FACILITATOR, { text: "hello", tables: ["x".repeat(1_000)] }).outcome).toBe("refused");
    expect(sendMessage(plan, FACILITATOR, { text: " " }).outcome).toBe("nothing");
    expect(readPlan(plan).messages).toEqual([]);
  });
});
