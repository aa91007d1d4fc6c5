/** Who is expected to do what a step asks. */
import type { Id, PlanView } from "@sameside/model";

export interface PersonToday {
  readonly id: Id;
  /** The table they sit at; absent where nobody has said so. */
  readonly group?: Id;
}

/** The people of the list who come, without who runs the day; without a list, everybody who has given a name today. */
export function peopleToday(
  { people }: PlanView,
  names: ReadonlyMap<string, string>,
  self: Id,
): readonly PersonToday[] {
  const listed = people.filter(({ isAbsent, role }) => !isAbsent && role !== "facilitator");
  if (listed.length === 0) return [...names.keys()].filter((id) => id !== self).map((id) => ({ id }));
  const known = new Set(people.map(({ id }) => id));
  // Who came without being on the list takes part all the same.
  const others = [...names.keys()].filter((id) => id !== self && !known.has(id)).map((id) => ({ id }));
  return [...listed.map(({ id, group }) => ({ id, ...(group !== undefined && { group }) })), ...others];
}
