/** Who comes: role, department and customer type of each. Names stand in the answers, never in the plan. */
import { type Actor, type Outcome, refused, transact } from "../../changes.ts";
import { type Checks, givenFields, isFlag, isIdOrNone, isOneOf, problemIn } from "../../checks.ts";
import { docOf, type PlanDocument } from "../../document.ts";
import { listOfEntries, livingOf } from "../../entries.ts";
import { placeText } from "../../fields.ts";
import { newId } from "../../id.ts";
import { orderSourceOf } from "../../journey/commands/place.ts";
import type { Id } from "../../journey/schema.ts";
import { MAX_LISTED_PEOPLE } from "../limits.ts";
import { PERSON_ROLES, type PersonRole } from "../schema.ts";
import { entries } from "./entries.ts";

export interface PersonFields {
  readonly role?: PersonRole;
  /** A department of this plan, "" for none. */
  readonly department?: Id;
  /** A customer type of this plan, "" for none. */
  readonly customerType?: Id;
  /** Does not come. */
  readonly isAbsent?: boolean;
}
const PERSON: Checks<PersonFields> = {
  role: isOneOf(PERSON_ROLES),
  department: isIdOrNone,
  customerType: isIdOrNone,
  isAbsent: isFlag,
};

/** A person's id: letters, digits, - and _ only, as seats and answers take it. */
const PERSON_ID = /^[A-Za-z0-9_-]{1,64}$/;

export interface NewPerson extends PersonFields {
  /** Who has a seat already is listed under their own id; a new one when absent. */
  readonly person?: Id;
  readonly role: PersonRole;
}

/**
 * Puts people at the end of the list: all of them, or none. Who was on it before comes back with what is said now.
 *
 * @returns their ids, in the order given
 */
export function addPeople(
  plan: PlanDocument,
  by: Actor,
  args: { readonly people: readonly NewPerson[] },
): Outcome<readonly Id[]> {
  const { people } = args;
  const index = entries.indexOf(plan);
  if (livingOf(index, "people").length + people.length > MAX_LISTED_PEOPLE) return refused("too-long");
  const ids = people.map(({ person }) => person ?? newId());
  if (new Set(ids).size < ids.length || !ids.every((id) => PERSON_ID.test(id))) return refused("bad-value");
  if (ids.some((id) => entries.living(plan, "people", id))) return refused("bad-value");
  for (const fields of people) {
    const problem = problemIn(PERSON, fields);
    if (problem) return refused(problem);
    if (!isOfPlan(plan, fields)) return refused("gone");
  }
  const tableByModerator = new Map(livingOf(index, "groups").map(({ id, moderator }) => [moderator, id]));
  return transact(plan, by, (write) => {
    const source = orderSourceOf(docOf(plan));
    let order = listOfEntries(index, "people").at(-1)?.at.value.order;
    for (const [at, fields] of people.entries()) {
      const id = ids[at] ?? "";
      order = source.between(order, undefined);
      // Who led a table before there was a list goes on to lead it.
      const group = fields.role === "moderator" ? tableByModerator.get(id) : undefined;
      const stamped = {
        at: placeText({ parent: "", lane: "", order }),
        ...givenFields(PERSON, fields),
        ...(group === undefined ? {} : { group }),
      };
      if (!entries.known(plan, "people", id)) write.create("people", id, { stamped });
      else
        for (const [field, value] of Object.entries({ ...stamped, del: null })) write.set("people", id, field, value);
    }
    return ids;
  });
}

/** Changes what the list says of somebody; absent arguments stay as they are. */
export function describePerson(plan: PlanDocument, by: Actor, args: PersonFields & { readonly person: Id }): Outcome {
  if (!isOfPlan(plan, args)) return refused("gone");
  return entries.describe(plan, by, "people", args.person, args, PERSON);
}

/** Changes what the list says of several people, as one gesture: of all of them, or of none. */
export function describePeople(
  plan: PlanDocument,
  by: Actor,
  args: { readonly people: readonly (PersonFields & { readonly person: Id })[] },
): Outcome {
  for (const fields of args.people) {
    if (!isOfPlan(plan, fields) || !entries.living(plan, "people", fields.person)) return refused("gone");
    const problem = problemIn(PERSON, fields);
    if (problem) return refused(problem);
  }
  return transact(plan, by, (write) => {
    for (const { person, ...fields } of args.people)
      for (const [field, value] of Object.entries(givenFields(PERSON, fields)))
        write.set("people", person, field, value);
  });
}

/** Takes people from the list, and so from their tables, as one gesture; who is not on it is passed over. */
export function removePeople(plan: PlanDocument, by: Actor, args: { readonly people: readonly Id[] }): Outcome {
  const listed = args.people.filter((id) => entries.living(plan, "people", id));
  return transact(plan, by, (write) => {
    for (const id of listed) write.set("people", id, "del", true);
  });
}

function isOfPlan(plan: PlanDocument, { department = "", customerType = "" }: PersonFields): boolean {
  return (
    (department === "" || entries.living(plan, "departments", department) !== undefined) &&
    (customerType === "" || entries.living(plan, "customerTypes", customerType) !== undefined)
  );
}
