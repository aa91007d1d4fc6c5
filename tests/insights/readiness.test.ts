import { readinessOf } from "@sameside/insights";
import {
  addDepartment,
  addGroup,
  addPeople,
  addStep,
  describeBrief,
  describePerson,
  newPlan,
  type PlanDocument,
  pairBuddies,
  readPlan,
  removePeople,
  seatPeople,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { done, person } from "../model/meeting.ts";

const anna = person("anna");
const lacks = (plan: PlanDocument) => readinessOf(readPlan(plan)).map((it) => it.lacks);

/** One table of 2 seats with a moderator and a colleague of sales, and a sponsor. */
function readyPlan() {
  const plan = newPlan();
  const group = done(addGroup(plan, anna, { name: "Table 1", seats: 2 }));
  const sales = done(addDepartment(plan, anna, { name: "Sales" }));
  done(describeBrief(plan, anna, { sponsor: "Managing director" }));
  const people = [
    { person: "mo", role: "moderator" as const },
    { person: "kim", role: "colleague" as const, department: sales },
  ];
  done(addPeople(plan, anna, { people }));
  done(seatPeople(plan, anna, { seats: people.map(({ person: id }) => ({ person: id, group })) }));
  return { plan, group };
}

describe("readiness (S0-4, P34)", () => {
  it("has nothing to say of a workshop that has all", () => {
    expect(lacks(readyPlan().plan)).toEqual([]);
  });

  it("names the table that lost its moderator, or its colleague", () => {
    const { plan, group } = readyPlan();
    done(describePerson(plan, anna, { person: "mo", isAbsent: true }));
    expect(readinessOf(readPlan(plan))).toEqual([{ lacks: "moderator", group }]);
    done(seatPeople(plan, anna, { seats: [{ person: "kim", group: "" }] }));
    expect(lacks(plan)).toEqual(["seating", "moderator", "colleague"]);
    done(removePeople(plan, anna, { people: ["mo", "kim"] }));
    expect(lacks(plan)).toEqual(["people", "department"]);
  });

  it("says that a wanted department is missing (S4-5), and that a table has too few seats", () => {
    const { plan, group } = readyPlan();
    const finance = done(addDepartment(plan, anna, { name: "Finance" }));
    done(addPeople(plan, anna, { people: [{ person: "carl", role: "customer" }] }));
    done(seatPeople(plan, anna, { seats: [{ person: "carl", group }] }));
    expect(readinessOf(readPlan(plan))).toEqual([
      { lacks: "seats", group, people: 3, seats: 2 },
      { lacks: "department", department: finance },
    ]);
  });

  it("says that a workshop stands alone without a decision, work stream or sponsor (S3-2, S3-13)", () => {
    const { plan } = readyPlan();
    done(describeBrief(plan, anna, { sponsor: " " }));
    expect(lacks(plan)).toEqual(["sponsor", "purpose"]);
    done(describeBrief(plan, anna, { workStream: "Portal" }));
    expect(lacks(plan)).toEqual(["sponsor"]);
  });

  it("names colleagues without a customer once pairs are asked for (S0-13)", () => {
    const { plan, group } = readyPlan();
    done(addStep(plan, anna, { title: "In pairs", kind: "pair" }));
    expect(readinessOf(readPlan(plan))).toEqual([{ lacks: "buddies", people: ["kim"] }]);
    done(describePerson(plan, anna, { person: "mo", isAbsent: true }));
    done(addPeople(plan, anna, { people: [{ person: "carl", role: "customer" }] }));
    done(seatPeople(plan, anna, { seats: [{ person: "carl", group }] }));
    done(pairBuddies(plan, anna, { pairs: [{ colleague: "kim", customer: "carl" }] }));
    expect(lacks(plan)).toEqual(["moderator"]);
    done(describePerson(plan, anna, { person: "carl", isAbsent: true }));
    expect(lacks(plan)).toContain("buddies");
  });
});
