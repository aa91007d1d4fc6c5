/** What the things of a plan are called, by id. */
import type { Id, PersonRole, PersonView, PlanView } from "@sameside/model";
import { PERSON_ROLES } from "@sameside/model";

type Named = { readonly id: Id; readonly name: string };

/** The name of one of a list; "" for none. */
export function nameIn(list: readonly Named[], id: Id | undefined): string {
  return list.find((each) => each.id === id)?.name ?? "";
}

/** Who takes part first, who runs it last. */
const TOLD_ROLES: readonly PersonRole[] = ["customer", "colleague", "moderator", "junior", "facilitator"];

/** How many there are of each role, without those that nobody has. */
export function countByRole(
  people: readonly { readonly role: PersonRole }[],
): readonly (readonly [PersonRole, number])[] {
  return TOLD_ROLES.map((role) => [role, people.filter((person) => person.role === role).length] as const).filter(
    ([, count]) => count > 0,
  );
}

/** The people at a table, who leads it first; `undefined`: those who come and sit nowhere. */
export function peopleAt({ people }: Pick<PlanView, "people">, group: Id | undefined): readonly PersonView[] {
  const here = people.filter((person) => !person.isAbsent && person.role !== "facilitator" && person.group === group);
  return here.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ role }: PersonView): number {
  return ["moderator", "junior"].includes(role) ? PERSON_ROLES.indexOf(role) : PERSON_ROLES.length;
}
