import { unownedTouchpoints } from "@sameside/insights";
import {
  addDepartment,
  addJourney,
  addPeople,
  addPhase,
  addTouchpoint,
  describePerson,
  describeTouchpoint,
  newBoard,
  newPlan,
  readBoard,
  readPlan,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { done, person } from "../model/meeting.ts";

const anna = person("anna");

function board(touchpoints: readonly (readonly [string, string])[]) {
  const board = newBoard();
  const journey = done(addJourney(board, anna, { template: "blank", title: "A pump fails" }));
  const phase = done(addPhase(board, anna, { journey, title: "Order" }));
  for (const [title, owner] of touchpoints) {
    const touchpoint = done(addTouchpoint(board, anna, { phase, title }));
    if (owner !== "") done(describeTouchpoint(board, anna, { touchpoint, owner }));
  }
  return readBoard(board);
}

describe("touchpoints that nobody who comes owns (S4-5, P121)", () => {
  it("are named with their department, over all tables once; last those that nobody owns yet", () => {
    const plan = newPlan();
    const boards = [
      board([
        ["Advice", ""],
        ["Bill", "Finance"],
        ["Search", "café IT "],
      ]),
      board([
        ["Bill", "finance"],
        ["Delivery", "Logistics"],
      ]),
    ];
    const unowned = () => unownedTouchpoints(boards, readPlan(plan)).map(({ title, owner }) => `${title}: ${owner}`);
    // Without departments nobody knows who is there.
    expect(unowned()).toEqual([]);
    const it = done(addDepartment(plan, anna, { name: "Cafe it" }));
    const finance = done(addDepartment(plan, anna, { name: "Finance" }));
    const people = [
      { person: "kim", role: "colleague" as const, department: it },
      { person: "lou", role: "colleague" as const, department: finance },
    ];
    done(addPeople(plan, anna, { people }));
    expect(unowned()).toEqual(["Delivery: Logistics", "Advice: "]);
    done(describePerson(plan, anna, { person: "lou", isAbsent: true }));
    expect(unowned()).toEqual(["Bill: finance", "Delivery: Logistics", "Advice: "]);
  });
});
