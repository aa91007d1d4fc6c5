import {
  type Allocation,
  allocateSeats,
  brokenRules,
  pairUp,
  SEATING_RULES,
  type Seating,
  type SeatingWishes,
  whoSits,
} from "@sameside/insights";
import type { GroupView, PersonView } from "@sameside/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ALL = new Set(SEATING_RULES);
const BY_TYPE: SeatingWishes = { customers: "byType", rules: ALL };
const MIXED: SeatingWishes = { customers: "mixed", rules: ALL };

function someone(id: string, facts: Partial<PersonView> = {}): PersonView {
  return { id, role: "customer", buddies: [], isFixed: false, isAbsent: false, ...facts };
}
function some(count: number, prefix: string, facts: Partial<PersonView>): PersonView[] {
  return Array.from({ length: count }, (_, at) => someone(`${prefix}${at}`, facts));
}
function tables(count: number, seats = 8): GroupView[] {
  return Array.from({ length: count }, (_, at) => ({ id: `t${at + 1}`, name: `Table ${at + 1}`, seats }));
}
function seated({ people, groups }: Seating, { seats }: Allocation): Seating {
  const groupByPerson = new Map(seats.map(({ person, group }) => [person, group]));
  const moved = people.map(({ group: _before, ...person }) => {
    const group = groupByPerson.get(person.id);
    return group ? { ...person, group } : person;
  });
  return { people: moved, groups };
}
function at({ people }: Seating, group: string): readonly PersonView[] {
  return people.filter((person) => person.group === group);
}

/** Six tables' worth: 30 customers of 3 types, 12 colleagues of 4 departments, 6 moderators. */
const FORTY_EIGHT: Seating = {
  groups: tables(6),
  people: [
    ...some(10, "loyal", { customerType: "loyalists" }),
    ...some(10, "other", { customerType: "others" }),
    ...some(10, "reject", { customerType: "rejectors" }),
    ...["sales", "service", "finance", "it"].flatMap((department) =>
      some(3, department, { role: "colleague", department }),
    ),
    ...some(6, "mo", { role: "moderator" }),
  ],
};

describe("seating everybody (S0-3)", () => {
  it("makes 6 tables of 8 of 48 people, each of one type, each with a moderator and colleagues", () => {
    const result = allocateSeats(FORTY_EIGHT, BY_TYPE, 1);
    expect(result.broken).toEqual([]);
    const hall = seated(FORTY_EIGHT, result);
    for (const { id } of FORTY_EIGHT.groups) {
      expect(at(hall, id)).toHaveLength(8);
      const types = at(hall, id).flatMap(({ customerType }) => customerType ?? []);
      expect(new Set(types).size).toBe(1);
    }
  });

  it("puts each type at every table when they are to be mixed", () => {
    const result = allocateSeats(FORTY_EIGHT, MIXED, 1);
    expect(result.broken).toEqual([]);
    const hall = seated(FORTY_EIGHT, result);
    for (const { id } of FORTY_EIGHT.groups) {
      expect(at(hall, id)).toHaveLength(8);
      expect(new Set(at(hall, id).flatMap(({ customerType }) => customerType ?? [])).size).toBe(3);
    }
  });

  it("also of 48 customers alone, and says that each table lacks a moderator and a colleague", () => {
    const people = ["a", "b", "c"].flatMap((customerType) => some(16, customerType, { customerType }));
    const result = allocateSeats({ people, groups: tables(6) }, BY_TYPE, 1);
    const hall = seated({ people, groups: tables(6) }, result);
    expect(tables(6).map(({ id }) => at(hall, id).length)).toEqual([8, 8, 8, 8, 8, 8]);
    expect(new Set(result.broken.map(({ rule }) => rule))).toEqual(new Set(["moderators", "colleagues"]));
    expect(
      allocateSeats({ people, groups: tables(6) }, { ...BY_TYPE, rules: new Set(["customerTypes"]) }, 1).broken,
    ).toEqual([]);
  });

  it("gives a table to the type it is for, and the others to the larger types", () => {
    const groups = tables(4).map((group, index) => (index === 2 ? { ...group, customerType: "rare" } : group));
    const people = [...some(4, "r", { customerType: "rare" }), ...some(12, "m", { customerType: "many" })];
    const hall = seated({ people, groups }, allocateSeats({ people, groups }, BY_TYPE, 1));
    expect(at(hall, "t3").every(({ customerType }) => customerType === "rare")).toBe(true);
    expect(["t1", "t2", "t4"].map((id) => at(hall, id).length)).toEqual([4, 4, 4]);
  });
});

describe("what cannot be kept (P33)", () => {
  it.each([
    [
      "3 tables, 2 moderators",
      { groups: tables(3), people: some(2, "mo", { role: "moderator" }) },
      { rule: "moderators", group: "t3", have: 2, tables: 3 },
    ],
    [
      "500 names for 3 tables",
      { groups: tables(3), people: some(500, "p", {}) },
      { rule: "seats", group: "t1", people: 167, seats: 8 },
    ],
    [
      "3 types for 2 tables",
      { groups: tables(2), people: ["a", "b", "c"].flatMap((it) => some(2, it, { customerType: it })) },
      { rule: "byType", group: "t1", customerTypes: ["a", "c"] },
    ],
    ["no table", { groups: [], people: some(2, "p", {}) }, { rule: "everybody", people: ["p0", "p1"] }],
  ])("is named with its table and its numbers: %s", (_name, seating, broken) => {
    expect(allocateSeats(seating, BY_TYPE, 1).broken).toContainEqual(broken);
  });

  it("is named for a type of which too few come to be at every table", () => {
    const people = [...some(2, "a", { customerType: "a" }), ...some(9, "b", { customerType: "b" })];
    const { broken } = allocateSeats({ people, groups: tables(3) }, MIXED, 1);
    expect(broken.filter(({ rule }) => rule === "mixed")).toEqual([
      { rule: "mixed", customerType: "a", have: 2, tables: 3 },
    ]);
  });

  it("is said of a seating made by hand, too: size, department, buddies", () => {
    const people = [
      ...some(4, "a", { role: "colleague", department: "finance", group: "t1" }),
      someone("carl", { group: "t2", buddies: ["a0"] }),
    ].map((person) => (person.id === "a0" ? { ...person, buddies: ["carl"] } : person));
    expect(brokenRules({ people, groups: tables(2) }, MIXED).map(({ rule }) => rule)).toEqual([
      "moderators",
      "moderators",
      "colleagues",
      "buddies",
      "sizes",
      "departments",
    ]);
  });
});

const anyone = fc.record({
  role: fc.constantFrom<PersonView["role"]>("customer", "customer", "colleague", "moderator", "junior", "facilitator"),
  customerType: fc.constantFrom("", "a", "b", "c"),
  department: fc.constantFrom("", "sales", "finance"),
  fixed: fc.nat({ max: 9 }),
  isAbsent: fc.boolean().map((is) => is),
});
const anySeating = fc
  .record({
    facts: fc.array(anyone, { maxLength: 60 }),
    tableCount: fc.nat({ max: 7 }),
    seats: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ facts, tableCount, seats }): Seating => {
    const groups = tables(tableCount, seats);
    const people = facts.map(({ role, customerType, department, fixed, isAbsent }, index) => {
      const group = groups[fixed]?.id;
      return someone(`p${index}`, {
        role,
        isAbsent: isAbsent && index % 5 === 0,
        ...(customerType && { customerType }),
        ...(department && { department }),
        ...(group && { group, isFixed: index % 3 === 0 }),
      });
    });
    return { groups, people: paired(people) };
  });
const anyWishes = fc.record({
  customers: fc.constantFrom("byType" as const, "mixed" as const),
  rules: fc.subarray([...SEATING_RULES]).map((rules) => new Set(rules)),
});

function paired(people: readonly PersonView[]): PersonView[] {
  const pairs = pairUp(people).filter((_, index) => index % 2 === 0);
  return people.map((person) => {
    const customers = pairs.filter(({ colleague }) => colleague === person.id).map(({ customer }) => customer);
    const colleagues = pairs.filter(({ customer }) => customer === person.id).map(({ colleague }) => colleague);
    return { ...person, buddies: [...customers, ...colleagues] };
  });
}

describe("whoever comes, whatever is wished (P33)", () => {
  it("everybody sits once, who was put somewhere stays there, and twice is the same", () => {
    fc.assert(
      fc.property(anySeating, anyWishes, fc.nat(), (seating, wishes, seed) => {
        const result = allocateSeats(seating, wishes, seed);
        expect(result.seats.map(({ person }) => person)).toEqual(whoSits(seating.people).map(({ id }) => id));
        const known = new Set(seating.groups.map(({ id }) => id));
        for (const { group } of result.seats)
          expect(seating.groups.length === 0 ? group === "" : known.has(group)).toBe(true);
        const after = seated(seating, result);
        for (const before of whoSits(seating.people))
          if (before.isFixed && before.group)
            expect(after.people.find(({ id }) => id === before.id)?.group).toBe(before.group);
        expect(allocateSeats(seating, wishes, seed)).toEqual(result);
        expect(brokenRules(after, wishes)).toEqual(result.broken);
      }),
    );
  });

  it("keeps the rules that there are people and seats enough to keep", () => {
    fc.assert(
      fc.property(anySeating, fc.nat(), (seating, seed) => {
        const free = {
          groups: seating.groups,
          people: seating.people.map((it) => ({ ...it, isFixed: false, buddies: [] })),
        };
        const people = whoSits(free.people);
        const { broken } = allocateSeats(free, BY_TYPE, seed);
        const isBroken = (rule: string) => broken.some((it) => it.rule === rule);
        const tableCount = free.groups.length;
        const seats = free.groups.reduce((sum, group) => sum + group.seats, 0);
        const coming = (role: string) => people.filter((person) => person.role === role).length;
        if (people.length <= seats) expect(isBroken("seats")).toBe(false);
        if (coming("moderator") >= tableCount) expect(isBroken("moderators")).toBe(false);
        if (coming("colleague") >= tableCount) expect(isBroken("colleagues")).toBe(false);
        const mixed = allocateSeats(free, { customers: "mixed", rules: new Set(["sizes"]) }, seed);
        expect(mixed.broken.filter(({ rule }) => rule === "sizes")).toEqual([]);
      }),
    );
  });

  it("pairs every colleague as long as a customer comes, at their own table where there is one (S0-13)", () => {
    fc.assert(
      fc.property(anySeating, ({ people }) => {
        const here = whoSits(people);
        const customers = here.filter(({ role }) => role === "customer");
        const pairs = pairUp(people);
        const done = new Set(pairs.map(({ colleague }) => colleague));
        for (const colleague of here.filter(({ role }) => role === "colleague"))
          expect(customers.length === 0 || done.has(colleague.id) || colleague.buddies.length > 0).toBe(true);
        for (const { colleague, customer } of pairs) {
          const group = here.find(({ id }) => id === colleague)?.group;
          if (customers.some((it) => it.group === group))
            expect(here.find(({ id }) => id === customer)?.group).toBe(group);
        }
      }),
    );
  });

  it("seats 2,000 people at 200 tables", () => {
    const people = [
      ...["a", "b", "c", "d"].flatMap((customerType) => some(350, customerType, { customerType })),
      ...["sales", "service", "finance", "it"].flatMap((department) =>
        some(100, department, { role: "colleague", department }),
      ),
      ...some(200, "mo", { role: "moderator" }),
    ];
    expect(allocateSeats({ people, groups: tables(200, 10) }, BY_TYPE, 7).broken).toEqual([]);
  });
});
