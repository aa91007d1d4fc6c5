/** The list of people as it is shown: who sits where, who goes with whom, and who leads which table. */
import type { EntityIndex } from "../entityIndex.ts";
import { listOfEntries, livingOf } from "../entries.ts";
import type { Id } from "../journey/schema.ts";
import type { PlanRecords } from "./records.ts";
import type { PersonView } from "./schema.ts";

type PlanIndex = EntityIndex<PlanRecords>;
type PersonRecord = PlanRecords["people"];

/** What refers to something missing stays in the document and is shown again with it (R6). */
export function listPeople(index: PlanIndex): readonly PersonView[] {
  const people = listOfEntries(index, "people");
  const buddies = buddiesByPerson(people);
  return people.map((person) => ({
    id: person.id,
    role: person.role,
    ...living(index, "department", "departments", person.department),
    ...living(index, "customerType", "customerTypes", person.customerType),
    ...(person.isAbsent ? {} : living(index, "group", "groups", person.group)),
    buddies: buddies.get(person.id) ?? [],
    isFixed: person.isFixed,
    isAbsent: person.isAbsent,
  }));
}

/**
 * Who leads each table. Where somebody sits is said by the list of people alone, so that nobody leads two tables; a
 * group's own field holds for whoever was never on the list.
 */
export function moderatorByGroup(index: PlanIndex, people: readonly PersonView[]): ReadonlyMap<Id, Id> {
  const moderators = new Map<Id, Id>();
  for (const { id, role, group } of people)
    if (role === "moderator" && group !== undefined && !moderators.has(group)) moderators.set(group, id);
  for (const { id, moderator } of livingOf(index, "groups"))
    if (moderator !== "" && !moderators.has(id) && !index.records.people.has(moderator)) moderators.set(id, moderator);
  return moderators;
}

/** A pair is a colleague and a customer; it stands with the colleague, so that nobody has two customers. */
function buddiesByPerson(people: readonly PersonRecord[]): ReadonlyMap<Id, readonly Id[]> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const buddies = new Map<Id, Id[]>();
  for (const { id, role, buddy } of people) {
    if (role !== "colleague" || byId.get(buddy)?.role !== "customer") continue;
    buddies.set(id, [buddy]);
    buddies.set(buddy, [...(buddies.get(buddy) ?? []), id]);
  }
  return buddies;
}

function living<Field extends string>(
  index: PlanIndex,
  field: Field,
  collection: "departments" | "customerTypes" | "groups",
  id: Id,
): { readonly [F in Field]?: Id } {
  const entry = index.records[collection].get(id);
  return entry && !entry.del ? ({ [field]: id } as { readonly [F in Field]?: Id }) : {};
}
