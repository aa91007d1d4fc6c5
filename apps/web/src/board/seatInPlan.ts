/** Whose seat was changed has it so in the plan, too, where they are on its list. */
import { type Actor, describePerson, PERSON_ROLES, seatPeople } from "@sameside/model";
import type { SeatRole } from "@sameside/protocol";
import type { LivePlan } from "../live/livePlan.ts";

interface SeatChange {
  readonly role?: SeatRole;
  readonly table?: string | null;
}

export function seatInPlan({ plan, view, endGesture }: LivePlan, by: Actor, person: string, to: SeatChange): void {
  const planned = view.get().people.find(({ id }) => id === person);
  if (!planned) return;
  const { table } = to;
  if (table && planned.group !== table) seatPeople(plan, by, { seats: [{ person, group: table, isFixed: true }] });
  const role = PERSON_ROLES.find((each) => each === to.role);
  if (role && planned.role !== role) describePerson(plan, by, { person, role });
  endGesture();
}
