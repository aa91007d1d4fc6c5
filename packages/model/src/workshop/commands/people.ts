/** Customer types, groups, and the departments wanted in the room. */
import { type Actor, type Outcome, refused, transact } from "../../changes.ts";
import {
  type Checks,
  givenFields,
  isFlag,
  isId,
  isIdOrNone,
  isListOf,
  isText,
  isTitle,
  isWhole,
  problemIn,
} from "../../checks.ts";
import type { PlanDocument } from "../../document.ts";
import { newId } from "../../id.ts";
import type { Id } from "../../journey/schema.ts";
import { MAX_CUSTOMER_JOURNEYS, MAX_CUSTOMER_WORDS, SEATS } from "../limits.ts";
import { entries } from "./entries.ts";
import { seatModerator } from "./seating.ts";

export interface CustomerTypeFields {
  readonly name?: string;
  readonly who?: string;
  readonly words?: readonly string[];
  readonly journeys?: readonly Id[];
  readonly isShown?: boolean;
}
const CUSTOMER_TYPE: Checks<CustomerTypeFields> = {
  name: isTitle,
  who: isText,
  words: isListOf(isText, MAX_CUSTOMER_WORDS),
  journeys: isListOf(isId, MAX_CUSTOMER_JOURNEYS),
  isShown: isFlag,
};

/** Adds a customer type, in front of `before` or as the last. */
export function addCustomerType(
  plan: PlanDocument,
  by: Actor,
  args: CustomerTypeFields & { readonly name: string; readonly before?: Id },
): Outcome<Id> {
  return entries.add(plan, by, "customerTypes", { fields: args, checks: CUSTOMER_TYPE, before: args.before });
}

/** Changes what a customer type says of itself; absent arguments stay as they are. Lists are written whole. */
export function describeCustomerType(
  plan: PlanDocument,
  by: Actor,
  args: CustomerTypeFields & { readonly customerType: Id },
): Outcome {
  return entries.describe(plan, by, "customerTypes", args.customerType, args, CUSTOMER_TYPE);
}

export function moveCustomerType(
  plan: PlanDocument,
  by: Actor,
  args: { readonly customerType: Id; readonly before?: Id },
): Outcome {
  return entries.move(plan, by, "customerTypes", { id: args.customerType, before: args.before });
}

/** Removes a customer type; its groups count as mixed until it is restored. */
export function removeCustomerType(plan: PlanDocument, by: Actor, args: { readonly customerType: Id }): Outcome {
  return entries.remove(plan, by, "customerTypes", args.customerType);
}

export interface GroupFields {
  readonly name?: string;
  /** A customer type of this plan, "" for a mixed table. */
  readonly customerType?: Id;
  /** A person's id, "" for nobody. */
  readonly moderator?: Id;
  readonly seats?: number;
}
const GROUP: Checks<GroupFields> = {
  name: isTitle,
  customerType: isIdOrNone,
  moderator: isIdOrNone,
  seats: isWhole(SEATS.min, SEATS.max),
};

/**
 * Adds a group, in front of `before` or as the last. Its id is also the name of its board: `group` is the id to use where
 * a board is there already, unless a group has it.
 */
export function addGroup(
  plan: PlanDocument,
  by: Actor,
  args: GroupFields & { readonly name: string; readonly before?: Id; readonly group?: Id },
): Outcome<Id> {
  const { group } = args;
  if (group !== undefined && isId(group)) return refused("bad-value");
  if (!isTypeOf(plan, args.customerType)) return refused("gone");
  const problem = problemIn(GROUP, args);
  if (problem) return refused(problem);
  const id = group !== undefined && !entries.known(plan, "groups", group) ? group : newId();
  return transact(plan, by, (write) => {
    const at = entries.placeBefore(plan, "groups", args.before);
    write.create("groups", id, { stamped: { at, ...givenFields(GROUP, args) } });
    if (args.moderator !== undefined) seatModerator(plan, write, id, args.moderator);
    return id;
  });
}

/** Changes what a group says of itself; absent arguments stay as they are. Who leads it is seated at its table. */
export function describeGroup(plan: PlanDocument, by: Actor, args: GroupFields & { readonly group: Id }): Outcome {
  if (!isTypeOf(plan, args.customerType) || !entries.living(plan, "groups", args.group)) return refused("gone");
  const problem = problemIn(GROUP, args);
  if (problem) return refused(problem);
  return transact(plan, by, (write) => {
    for (const [field, value] of Object.entries(givenFields(GROUP, args)))
      write.set("groups", args.group, field, value);
    if (args.moderator !== undefined) seatModerator(plan, write, args.group, args.moderator);
  });
}

export function moveGroup(plan: PlanDocument, by: Actor, args: { readonly group: Id; readonly before?: Id }): Outcome {
  return entries.move(plan, by, "groups", { id: args.group, before: args.before });
}

/** Removes a group from the plan; its board stays as it is. */
export function removeGroup(plan: PlanDocument, by: Actor, args: { readonly group: Id }): Outcome {
  return entries.remove(plan, by, "groups", args.group);
}

interface DepartmentFields {
  readonly name: string;
}
const DEPARTMENT: Checks<DepartmentFields> = { name: isTitle };

/** Adds a department that is wanted in the room, in front of `before` or as the last. */
export function addDepartment(
  plan: PlanDocument,
  by: Actor,
  args: DepartmentFields & { readonly before?: Id },
): Outcome<Id> {
  return entries.add(plan, by, "departments", { fields: args, checks: DEPARTMENT, before: args.before });
}

export function renameDepartment(
  plan: PlanDocument,
  by: Actor,
  args: DepartmentFields & { readonly department: Id },
): Outcome {
  return entries.describe(plan, by, "departments", args.department, args, DEPARTMENT);
}

export function moveDepartment(
  plan: PlanDocument,
  by: Actor,
  args: { readonly department: Id; readonly before?: Id },
): Outcome {
  return entries.move(plan, by, "departments", { id: args.department, before: args.before });
}

export function removeDepartment(plan: PlanDocument, by: Actor, args: { readonly department: Id }): Outcome {
  return entries.remove(plan, by, "departments", args.department);
}

/** No type, or a living one. */
function isTypeOf(plan: PlanDocument, customerType: Id | undefined): boolean {
  return (
    customerType === undefined ||
    customerType === "" ||
    entries.living(plan, "customerTypes", customerType) !== undefined
  );
}
