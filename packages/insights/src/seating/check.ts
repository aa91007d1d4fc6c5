/** What a seating does not keep of what was wished, whether it was computed or made by hand. */
import type { GroupView, Id, PersonView } from "@sameside/model";
import { type BrokenRule, type Seating, type SeatingRule, type SeatingWishes, whoSits } from "./rules.ts";

interface Table {
  readonly group: GroupView;
  readonly people: readonly PersonView[];
}

/** Each wish that does not hold, rule by rule and table by table. Pure. */
export function brokenRules(seating: Seating, wishes: SeatingWishes): readonly BrokenRule[] {
  const people = whoSits(seating.people);
  const peopleByGroup = Map.groupBy(people, ({ group }) => group);
  const tables = seating.groups.map((group) => ({ group, people: peopleByGroup.get(group.id) ?? [] }));
  const asked = (rule: SeatingRule, broken: () => readonly BrokenRule[]) => (wishes.rules.has(rule) ? broken() : []);
  return [
    ...unseated(people),
    ...asked("seats", () => overfull(tables)),
    ...asked("moderators", () => lacking("moderators", "moderator", tables, people)),
    ...asked("colleagues", () => lacking("colleagues", "colleague", tables, people)),
    ...asked("buddies", () => partedBuddies(people)),
    ...asked("customerTypes", () => (wishes.customers === "byType" ? typesMet(tables) : typesMissing(tables, people))),
    ...asked("sizes", () => unevenSizes(tables, wishes.rules.has("seats"))),
    ...asked("departments", () => crowdedDepartments(tables)),
  ];
}

function unseated(people: readonly PersonView[]): readonly BrokenRule[] {
  const nowhere = people.filter(({ group }) => group === undefined).map(({ id }) => id);
  return nowhere.length === 0 ? [] : [{ rule: "everybody", people: nowhere }];
}

function overfull(tables: readonly Table[]): readonly BrokenRule[] {
  return tables.flatMap(({ group, people }): BrokenRule[] =>
    people.length > group.seats ? [{ rule: "seats", group: group.id, people: people.length, seats: group.seats }] : [],
  );
}

function lacking(
  rule: "moderators" | "colleagues",
  role: PersonView["role"],
  tables: readonly Table[],
  all: readonly PersonView[],
): readonly BrokenRule[] {
  const have = all.filter((person) => person.role === role).length;
  const isLed = ({ moderator }: GroupView) => rule === "moderators" && moderator !== undefined;
  return tables.flatMap(({ group, people }): BrokenRule[] =>
    people.some((person) => person.role === role) || isLed(group)
      ? []
      : [{ rule, group: group.id, have, tables: tables.length }],
  );
}

function partedBuddies(people: readonly PersonView[]): readonly BrokenRule[] {
  const personById = new Map(people.map((person) => [person.id, person]));
  return people.flatMap(({ id, role, group, buddies }): BrokenRule[] => {
    const customer = role === "colleague" ? personById.get(buddies[0] ?? "") : undefined;
    return customer && customer.group !== group ? [{ rule: "buddies", colleague: id, customer: customer.id }] : [];
  });
}

function typesMet(tables: readonly Table[]): readonly BrokenRule[] {
  return tables.flatMap(({ group, people }): BrokenRule[] => {
    const types = new Set([...(group.customerType ? [group.customerType] : []), ...typesOf(people)]);
    return types.size > 1 ? [{ rule: "byType", group: group.id, customerTypes: [...types] }] : [];
  });
}

function typesMissing(tables: readonly Table[], all: readonly PersonView[]): readonly BrokenRule[] {
  const haveByType = new Map<Id, number>();
  for (const type of typesOf(all)) haveByType.set(type, (haveByType.get(type) ?? 0) + 1);
  const typesByTable = new Map(tables.map(({ group, people }) => [group.id, new Set(typesOf(people))]));
  return [...haveByType].flatMap(([customerType, have]): BrokenRule[] => {
    const facts = { rule: "mixed" as const, customerType, have, tables: tables.length };
    if (have < tables.length) return [facts];
    const without = tables.filter(({ group }) => !typesByTable.get(group.id)?.has(customerType));
    return without.map(({ group }) => ({ ...facts, group: group.id }));
  });
}

/** The type of each customer who has one. */
function typesOf(people: readonly PersonView[]): readonly Id[] {
  return people.flatMap(({ role, customerType }) => (role === "customer" && customerType ? [customerType] : []));
}

/** A table that has no seat left is as large as it can be. */
function unevenSizes(tables: readonly Table[], seatsCount: boolean): readonly BrokenRule[] {
  const bySize = tables.toSorted((a, b) => a.people.length - b.people.length);
  const largest = bySize.at(-1);
  const smallest = bySize.find(({ group, people }) => !seatsCount || people.length < group.seats);
  if (!largest || !smallest || largest.people.length - smallest.people.length <= 1) return [];
  return [
    {
      rule: "sizes",
      group: largest.group.id,
      people: largest.people.length,
      smallest: smallest.group.id,
      smallestPeople: smallest.people.length,
    },
  ];
}

function crowdedDepartments(tables: readonly Table[]): readonly BrokenRule[] {
  const departments = new Set(tables.flatMap(({ people }) => people.flatMap(({ department }) => department ?? [])));
  return [...departments].flatMap((department): BrokenRule[] => {
    const counts = tables.map(({ group, people }) => ({
      group: group.id,
      count: people.filter((person) => person.department === department).length,
    }));
    const least = Math.min(...counts.map(({ count }) => count));
    const most = counts.reduce((a, b) => (b.count > a.count ? b : a));
    return most.count - least > 1 ? [{ rule: "departments", group: most.group, department, people: most.count }] : [];
  });
}
