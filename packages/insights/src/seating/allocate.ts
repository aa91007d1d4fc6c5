/**
 * Seats everybody. People are dealt one by one, those first whom most hangs on: who was put somewhere by hand, then
 * moderators, one colleague for each table, customers type by type, the other colleagues department by department,
 * helpers. Each gets the table that costs least, where costs are compared rule by rule in their order of weight and the
 * emptier table decides at last. Dealing group by group in turn spreads each of them evenly (systematic sampling of
 * strata; Cochran, Sampling Techniques, 1977, chapter 8). It does not search: what it could not keep is found by the
 * check of the result, and named.
 */
import type { GroupView, Id, PersonView, SeatAtTable } from "@sameside/model";
import { brokenRules } from "./check.ts";
import { type BrokenRule, type Seating, type SeatingWishes, whoSits } from "./rules.ts";
import { shuffled } from "./shuffled.ts";
import { tablesForTypes } from "./typeTables.ts";

export interface Allocation {
  /** Everybody who comes and is no facilitator, each once; with group "" where there is no table. */
  readonly seats: readonly SeatAtTable[];
  readonly broken: readonly BrokenRule[];
}

interface Table {
  readonly group: GroupView;
  readonly types: ReadonlySet<Id>;
  size: number;
  readonly countByKind: Map<string, number>;
}

/** @param seed The same seed gives the same seats; another one deals the people of each kind in another order. */
export function allocateSeats(seating: Seating, wishes: SeatingWishes, seed: number): Allocation {
  const seats = seating.groups.length === 0 ? nobodySeated(seating) : deal(seating, wishes, seed);
  const groupByPerson = new Map(seats.map(({ person, group }) => [person, group]));
  const people = seating.people.map((person) => seatedAt(person, groupByPerson.get(person.id)));
  const listed = new Set(people.map(({ id }) => id));
  const groups = seating.groups.map((group) => (listed.has(group.moderator ?? "") ? withoutModerator(group) : group));
  return { seats, broken: brokenRules({ groups, people }, wishes) };
}

function deal(seating: Seating, wishes: SeatingWishes, seed: number): readonly SeatAtTable[] {
  const people = whoSits(seating.people);
  const fixed = people.filter(({ isFixed, group }) => isFixed && group !== undefined);
  const loose = shuffled(
    people.filter((person) => !fixed.includes(person)),
    seed,
  );
  const hall = openHall(seating, wishes, fixed);
  for (const person of fixed) hall.seat(person, person.group ?? "");
  for (const person of ofRole(loose, "moderator")) hall.place(person, (table) => [hall.count(table, "moderator")]);
  const colleagues = byStratum(ofRole(loose, "colleague"), ({ department }) => department);
  if (wishes.rules.has("colleagues")) {
    for (const person of unpairedFirst(colleagues)) if (hall.lacks("colleague")) hall.placeFirstColleague(person);
  }
  for (const person of byStratum(ofRole(loose, "customer"), ({ customerType }) => customerType))
    hall.placeGuest(person);
  for (const person of colleagues) if (!hall.isSeated(person)) hall.placeGuest(person);
  for (const person of ofRole(loose, "junior")) hall.place(person, (table) => [hall.count(table, "junior")]);
  return people.map(({ id }) => ({ person: id, group: hall.tableOf(id) ?? "" }));
}

/** The tables as they fill. */
function openHall(seating: Seating, { customers, rules }: SeatingWishes, fixed: readonly PersonView[]) {
  const typesByGroup = tablesForTypes(
    seating.groups,
    whoSits(seating.people).filter(({ role }) => role === "customer"),
    new Map(
      ofRole(fixed, "customer").flatMap(({ group, customerType }) =>
        group && customerType ? [[group, customerType] as const] : [],
      ),
    ),
  );
  const tables = seating.groups.map(
    (group): Table => ({ group, types: typesByGroup.get(group.id) ?? new Set(), size: 0, countByKind: new Map() }),
  );
  const tableById = new Map(tables.map((table) => [table.group.id, table]));
  const groupByPerson = new Map<Id, Id>();
  const personById = new Map(seating.people.map((person) => [person.id, person]));
  const count = (table: Table, kind: string) => table.countByKind.get(kind) ?? 0;
  const isByType = rules.has("customerTypes") && customers === "byType";

  function seat(person: PersonView, group: Id): void {
    const table = tableById.get(group);
    if (!table) return;
    groupByPerson.set(person.id, group);
    table.size++;
    for (const kind of kindsOf(person)) table.countByKind.set(kind, count(table, kind) + 1);
  }

  /** The first of the tables that cost least. */
  function place(person: PersonView, costsOf: (table: Table) => readonly number[], among = tables): void {
    let best: { readonly table: Table; readonly costs: readonly number[] } | undefined;
    for (const table of among) {
      const isFull = rules.has("seats") && table.size >= table.group.seats;
      const costs = [Number(isFull), ...costsOf(table), table.size];
      if (!best || isLess(costs, best.costs)) best = { table, costs };
    }
    if (best) seat(person, best.table.group.id);
  }

  /** Whether a table is for another type than this customer's. */
  const isForOthers = (table: Table, { customerType }: PersonView) =>
    isByType && customerType !== undefined && !table.types.has(customerType);

  function buddyTables({ buddies }: PersonView): ReadonlySet<Id> {
    return new Set(rules.has("buddies") ? buddies.flatMap((id) => groupByPerson.get(id) ?? []) : []);
  }

  return {
    seat,
    place,
    count,
    isSeated: ({ id }: PersonView) => groupByPerson.has(id),
    tableOf: (id: Id) => groupByPerson.get(id),
    lacks: (kind: string) => tables.some((table) => count(table, kind) === 0),
    /** A colleague for a table that has none; who brings a customer along, for one where that customer may sit. */
    placeFirstColleague(person: PersonView) {
      const customer = rules.has("buddies") ? personById.get(person.buddies[0] ?? "") : undefined;
      const without = tables.filter(
        (table) => count(table, "colleague") === 0 && !(customer && isForOthers(table, customer)),
      );
      if (buddyTables(person).size > 0) return;
      place(person, (table) => [departmentCount(table, person)], without);
    },
    /** A customer or colleague: with who goes with them, and among their kind as wished. */
    placeGuest(person: PersonView) {
      const beside = buddyTables(person);
      place(person, (table) => [
        Number(beside.size > 0 && !beside.has(table.group.id)),
        Number(person.role === "customer" && isForOthers(table, person)),
        typeCount(table, person),
        ...(rules.has("sizes") ? [table.size] : []),
        departmentCount(table, person),
      ]);
    },
  };

  function typeCount(table: Table, { role, customerType }: PersonView): number {
    const isMixed = rules.has("customerTypes") && customers === "mixed" && role === "customer";
    return isMixed && customerType !== undefined ? count(table, `type ${customerType}`) : 0;
  }
  function departmentCount(table: Table, { department }: PersonView): number {
    return rules.has("departments") && department !== undefined ? count(table, `department ${department}`) : 0;
  }
}

function kindsOf({ role, customerType, department }: PersonView): readonly string[] {
  return [
    role,
    ...(role === "customer" && customerType ? [`type ${customerType}`] : []),
    ...(department ? [`department ${department}`] : []),
  ];
}

function isLess(one: readonly number[], other: readonly number[]): boolean {
  for (const [index, cost] of one.entries()) {
    const difference = cost - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function ofRole(people: readonly PersonView[], role: PersonView["role"]): readonly PersonView[] {
  return people.filter((person) => person.role === role);
}

/** Those of one kind behind each other; the largest kind first, who belong to none last. */
function byStratum(
  people: readonly PersonView[],
  stratumOf: (person: PersonView) => Id | undefined,
): readonly PersonView[] {
  const strata = [...Map.groupBy(people, (person) => stratumOf(person) ?? "")];
  const weight = ([stratum, members]: (typeof strata)[number]) => (stratum === "" ? 0 : members.length);
  return strata.toSorted((a, b) => weight(b) - weight(a)).flatMap(([, members]) => members);
}

function unpairedFirst(people: readonly PersonView[]): readonly PersonView[] {
  return people.toSorted((a, b) => a.buddies.length - b.buddies.length);
}

function nobodySeated({ people }: Seating): readonly SeatAtTable[] {
  return whoSits(people).map(({ id }) => ({ person: id, group: "" }));
}

function seatedAt({ group: _before, ...person }: PersonView, group: Id | undefined): PersonView {
  return group ? { ...person, group } : person;
}

/** Where who leads a table is on the list, it follows from who sits at it. */
function withoutModerator({ moderator: _before, ...group }: GroupView): GroupView {
  return group;
}
