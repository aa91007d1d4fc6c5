/** Who is expected to do what a step asks. */
import type { Id, PlanView } from "@sameside/model";
import { useLeavers } from "../live/leavers.ts";
import type { LiveDay } from "../live/liveDay.ts";
import { useNames } from "../live/people.ts";
import { useStore } from "../live/store.ts";

export interface PersonToday {
  readonly id: Id;
  /** The table they sit at; absent where nobody has said so. */
  readonly group?: Id;
}

/**
 * The people of the list who come, without who runs the day and who has left already; without a list, everybody who has
 * given a name today.
 */
function peopleToday(
  { people }: PlanView,
  names: ReadonlyMap<string, string>,
  self: Id,
  hasLeft: (person: Id) => boolean,
): readonly PersonToday[] {
  const named = [...names.keys()].filter((id) => id !== self && !hasLeft(id));
  const listed = people.filter(({ id, isAbsent, role }) => !isAbsent && role !== "facilitator" && !hasLeft(id));
  const isListed = people.some(({ isAbsent, role }) => !isAbsent && role !== "facilitator");
  if (!isListed) return named.map((id) => ({ id }));
  const known = new Set(people.map(({ id }) => id));
  // Who came without being on the list takes part all the same.
  const others = named.filter((id) => !known.has(id)).map((id) => ({ id }));
  return [...listed.map(({ id, group }) => ({ id, ...(group !== undefined && { group }) })), ...others];
}

export function usePeopleToday(live: LiveDay, plan: PlanView): readonly PersonToday[] {
  const names = useNames(live);
  const self = useStore(live.seat).person;
  const left = useLeavers(live);
  return peopleToday(plan, names, self, (person) => left.has(person));
}
