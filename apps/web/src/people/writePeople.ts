/** Puts people on the list: what the plan holds of them as one gesture, and their names among the answers. */

import type { ListedPerson } from "@sameside/interchange";
import {
  addCustomerType,
  addDepartment,
  addPeople,
  type Changes,
  type Id,
  type NewPerson,
  type Outcome,
  type PlanView,
} from "@sameside/model";
import type { PeopleProps } from "./props.ts";

type Writing = Pick<PeopleProps, "live" | "run">;
type NameWriting = Pick<PeopleProps, "live">;

/** Resolves when the names are kept on this device's disk; rejects when one is not. */
export async function writeNames(
  { live }: NameWriting,
  names: readonly { readonly person: Id; readonly name: string }[],
): Promise<void> {
  await Promise.all(
    names.map(({ person, name }) => live.answer({ topic: "name", person, item: "today", value: name })),
  );
}

/** Adds one person. @returns `undefined` when the plan did not take them */
export function addOne({ live, run }: Writing, person: NewPerson): Id | undefined {
  const outcome = run(addPeople(live.plan.plan, live.by, { people: [person] }));
  return outcome.outcome === "done" ? outcome.value[0] : undefined;
}

/** What of a list is not on the plan yet, as it was written first. */
export function newWords(
  people: readonly ListedPerson[],
  field: "department" | "customerType",
  known: readonly { readonly name: string }[],
): readonly string[] {
  const seen = new Set(known.map(({ name }) => key(name)));
  return people.flatMap((person) => {
    const word = person[field];
    if (word === "" || seen.has(key(word))) return [];
    seen.add(key(word));
    return [word];
  });
}

interface PastedList {
  readonly people: readonly ListedPerson[];
  /** New departments and customer types that are to be added. */
  readonly departments: readonly string[];
  readonly customerTypes: readonly string[];
}

/**
 * Adds a list with the departments and customer types it brings: one undo takes all of it away.
 *
 * @returns the ids in the order of the list; none when the plan did not take it
 */
export function addList({ live, run }: Writing, plan: PlanView, list: PastedList): readonly Id[] {
  const steps: Changes["steps"][] = [];
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    if (outcome.outcome === "done") steps.push(outcome.changes.steps);
    return outcome.outcome === "done" ? outcome.value : undefined;
  };
  const { plan: document } = live.plan;
  const departments = idByWord(plan.departments, list.departments, (name) =>
    keep(addDepartment(document, live.by, { name })),
  );
  const customerTypes = idByWord(plan.customerTypes, list.customerTypes, (name) =>
    keep(addCustomerType(document, live.by, { name })),
  );
  const people = list.people.map(({ role, department, customerType }) => ({
    role,
    department: departments.get(key(department)) ?? "",
    customerType: customerTypes.get(key(customerType)) ?? "",
  }));
  const outcome = addPeople(document, live.by, { people });
  const ids = keep(outcome) ?? [];
  run(outcome.outcome === "done" ? { ...outcome, changes: { steps: steps.flat() } } : outcome);
  return ids;
}

function idByWord(
  known: readonly { readonly id: Id; readonly name: string }[],
  added: readonly string[],
  add: (name: string) => Id | undefined,
): ReadonlyMap<string, Id> {
  const ids = new Map(known.map(({ id, name }) => [key(name), id]));
  for (const name of added) {
    const id = add(name);
    if (id !== undefined) ids.set(key(name), id);
  }
  return ids;
}

/** “Finance ” and “finance” are one department. */
function key(word: string): string {
  return word.trim().toLocaleLowerCase();
}
