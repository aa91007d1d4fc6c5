import {
  addCustomerType,
  addDepartment,
  addGroup,
  addPeople,
  describeGroup,
  describePeople,
  describePerson,
  MAX_LISTED_PEOPLE,
  newPlan,
  openHistory,
  type PlanDocument,
  pairBuddies,
  planFromState,
  readPlan,
  removeCustomerType,
  removeGroup,
  removePeople,
  restoreInPlan,
  seatPeople,
  stateOf,
} from "@sameside/model";
import { describe, expect, it } from "vitest";
import { done, meet, person, refused } from "./meeting.ts";

const anna = person("anna");
const bert = person("bert");

/** A plan with two tables and four people, by name: mo leads, carl and cleo are customers, kim is a colleague. */
function planned() {
  const plan = newPlan();
  const one = done(addGroup(plan, anna, { name: "Table 1" }));
  const two = done(addGroup(plan, anna, { name: "Table 2" }));
  done(
    addPeople(plan, anna, {
      people: [
        { person: "mo", role: "moderator" },
        { person: "carl", role: "customer" },
        { person: "cleo", role: "customer" },
        { person: "kim", role: "colleague" },
      ],
    }),
  );
  return { plan, one, two };
}

const who = (plan: PlanDocument, id: string) => readPlan(plan).people.find((it) => it.id === id);
const moderators = (plan: PlanDocument) => readPlan(plan).groups.map(({ moderator }) => moderator);

describe("the list of people (P30)", () => {
  it("says who comes, as what, from where, and holds no name", () => {
    const plan = newPlan();
    const department = done(addDepartment(plan, anna, { name: "Finance" }));
    const customerType = done(addCustomerType(plan, anna, { name: "Loyalists" }));
    const [first = "", second = ""] = done(
      addPeople(plan, anna, {
        people: [
          { role: "customer", customerType },
          { role: "colleague", department },
        ],
      }),
    );
    expect(readPlan(plan).people).toEqual([
      { id: first, role: "customer", customerType, buddies: [], isFixed: false, isAbsent: false },
      { id: second, role: "colleague", department, buddies: [], isFixed: false, isAbsent: false },
    ]);
    done(describePerson(plan, bert, { person: second, role: "junior", department: "" }));
    expect(who(plan, second)).toMatchObject({ role: "junior" });
    expect(who(plan, second)).not.toHaveProperty("department");
    done(removeCustomerType(plan, anna, { customerType }));
    expect(who(plan, first)).not.toHaveProperty("customerType");
    done(restoreInPlan(plan, anna, { collection: "customerTypes", id: customerType }));
    expect(who(plan, first)?.customerType).toBe(customerType);
  });

  it("says something else of several people at once, with one undo, or of none (P47)", () => {
    const { plan } = planned();
    const history = openHistory(plan, anna);
    const roles = () => readPlan(plan).people.map(({ role }) => role);
    const before = roles();
    const junior = (person: string) => ({ person, role: "junior" as const });
    expect(describePeople(plan, anna, { people: [junior("mo"), junior("nobody")] })).toEqual(refused("gone"));
    expect(roles()).toEqual(before);
    const outcome = describePeople(plan, anna, { people: [junior("mo"), junior("carl")] });
    if (outcome.outcome === "done") history.add(outcome.changes);
    expect(roles()).toEqual(["junior", "junior", ...before.slice(2)]);
    done(history.undo());
    expect(roles()).toEqual(before);
  });

  it("takes all people of a paste or none, and gives them up with one undo", () => {
    const { plan } = planned();
    const before = stateOf(plan);
    const rest = [{ role: "customer" as const }, { person: "kim", role: "colleague" as const }];
    expect(addPeople(plan, anna, { people: rest })).toEqual(refused("bad-value"));
    const twice = [rest[1], rest[1]].flatMap((it) => (it ? [{ ...it, person: "new" }] : []));
    expect(addPeople(plan, anna, { people: twice })).toEqual(refused("bad-value"));
    expect(addPeople(plan, anna, { people: [{ person: "a b", role: "customer" }] })).toEqual(refused("bad-value"));
    expect(addPeople(plan, anna, { people: [{ role: "customer", customerType: "x" }] })).toEqual(refused("gone"));
    const many = Array.from({ length: MAX_LISTED_PEOPLE }, () => ({ role: "customer" as const }));
    expect(addPeople(plan, anna, { people: many })).toEqual(refused("too-long"));
    expect(stateOf(plan)).toEqual(before);

    const history = openHistory(plan, anna);
    const outcome = addPeople(plan, anna, { people: many.slice(0, 500) });
    if (outcome.outcome === "done") history.add(outcome.changes);
    expect(readPlan(plan).people).toHaveLength(504);
    done(history.undo());
    expect(readPlan(plan).people.map(({ id }) => id)).toEqual(["mo", "carl", "cleo", "kim"]);
  });

  it("takes who was removed in again, at its end and as what they are now", () => {
    const { plan } = planned();
    done(removePeople(plan, anna, { people: ["carl", "kim", "nobody"] }));
    expect(readPlan(plan).people.map(({ id }) => id)).toEqual(["mo", "cleo"]);
    done(addPeople(plan, bert, { people: [{ person: "carl", role: "colleague" }] }));
    expect(readPlan(plan).people.map(({ id, role }) => `${id} ${role}`)).toEqual([
      "mo moderator",
      "cleo customer",
      "carl colleague",
    ]);
  });
});

describe("who sits where (P31)", () => {
  it("is one gesture for everybody, and each sits once whoever seated them meanwhile", () => {
    const { plan, one, two } = planned();
    const twin = planFromState(stateOf(plan));
    const history = openHistory(plan, anna);
    const all = ["mo", "carl", "cleo", "kim"].map((id) => ({ person: id, group: one }));
    const outcome = seatPeople(plan, anna, { seats: all });
    if (outcome.outcome === "done") history.add(outcome.changes);
    expect(readPlan(plan).people.map(({ group }) => group)).toEqual([one, one, one, one]);
    done(history.undo());
    expect(readPlan(plan).people.every(({ group }) => group === undefined)).toBe(true);
    done(history.redo());
    done(seatPeople(twin, bert, { seats: [{ person: "mo", group: two, isFixed: true }] }));
    meet(plan, twin);
    expect(readPlan(plan)).toEqual(readPlan(twin));
    expect(moderators(plan).filter((id) => id === "mo")).toHaveLength(1);
    expect(seatPeople(plan, anna, { seats: [{ person: "carl", group: "gone" }] })).toEqual(refused("gone"));
    expect(seatPeople(plan, anna, { seats: [{ person: "nobody", group: one }] })).toEqual(refused("gone"));
  });

  it("says who leads a table, whether it was said of the person or of the table", () => {
    const { plan, one, two } = planned();
    done(seatPeople(plan, anna, { seats: [{ person: "mo", group: one }] }));
    expect(moderators(plan)).toEqual(["mo", undefined]);
    done(describeGroup(plan, anna, { group: two, moderator: "mo" }));
    expect(moderators(plan)).toEqual([undefined, "mo"]);
    done(describeGroup(plan, anna, { group: two, moderator: "kim" }));
    expect(moderators(plan)).toEqual([undefined, "kim"]);
    expect(who(plan, "kim")).toMatchObject({ role: "moderator", group: two });
    expect(who(plan, "mo")).not.toHaveProperty("group");
    done(describeGroup(plan, anna, { group: two, moderator: "" }));
    expect(moderators(plan)).toEqual([undefined, undefined]);
    const three = done(addGroup(plan, anna, { name: "Table 3", moderator: "mo" }));
    expect(who(plan, "mo")?.group).toBe(three);
  });

  it("leaves a table with who leads it though they were not on the list, and keeps it when they come on it", () => {
    const plan = newPlan();
    const group = done(addGroup(plan, anna, { name: "Table 1", moderator: "mo" }));
    expect(moderators(plan)).toEqual(["mo"]);
    done(addPeople(plan, anna, { people: [{ person: "mo", role: "moderator" }] }));
    expect(moderators(plan)).toEqual(["mo"]);
    expect(who(plan, "mo")?.group).toBe(group);
    done(removePeople(plan, anna, { people: ["mo"] }));
    expect(moderators(plan)).toEqual([undefined]);
  });

  it("seats nobody at a removed table, nor who does not come, and all of them again when that is taken back", () => {
    const { plan, one } = planned();
    done(seatPeople(plan, anna, { seats: [{ person: "mo", group: one }] }));
    done(removeGroup(plan, anna, { group: one }));
    expect(who(plan, "mo")).not.toHaveProperty("group");
    done(restoreInPlan(plan, anna, { collection: "groups", id: one }));
    done(describePerson(plan, anna, { person: "mo", isAbsent: true }));
    expect(who(plan, "mo")).toMatchObject({ isAbsent: true });
    expect(moderators(plan)).toEqual([undefined, undefined]);
    done(describePerson(plan, anna, { person: "mo", isAbsent: false }));
    expect(moderators(plan)).toEqual(["mo", undefined]);
  });
});

describe("buddy pairs (S0-13)", () => {
  it("stand with the colleague: one customer each, and a customer may have several", () => {
    const { plan } = planned();
    done(addPeople(plan, anna, { people: [{ person: "lou", role: "colleague" }] }));
    done(
      pairBuddies(plan, anna, {
        pairs: [
          { colleague: "kim", customer: "carl" },
          { colleague: "lou", customer: "carl" },
        ],
      }),
    );
    expect([who(plan, "kim"), who(plan, "carl")].map((it) => it?.buddies)).toEqual([["carl"], ["kim", "lou"]]);
    done(pairBuddies(plan, bert, { pairs: [{ colleague: "kim", customer: "cleo" }] }));
    expect(who(plan, "carl")?.buddies).toEqual(["lou"]);
    done(pairBuddies(plan, bert, { pairs: [{ colleague: "kim", customer: "" }] }));
    expect(who(plan, "kim")?.buddies).toEqual([]);
    expect(pairBuddies(plan, anna, { pairs: [{ colleague: "carl", customer: "kim" }] })).toEqual(refused("bad-value"));
    expect(pairBuddies(plan, anna, { pairs: [{ colleague: "kim", customer: "x" }] })).toEqual(refused("gone"));
    done(removePeople(plan, anna, { people: ["carl"] }));
    expect(who(plan, "lou")?.buddies).toEqual([]);
  });
});
