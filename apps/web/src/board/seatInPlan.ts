/** Who was moved by their seat sits there in the plan, too, where they are on its list. */
import { type Actor, seatPeople } from "@sameside/model";
import type { LivePlan } from "../live/livePlan.ts";

export function seatInPlan(plan: LivePlan, by: Actor, person: string, table: string): void {
  const { people } = plan.view.get();
  if (!people.some(({ id, group }) => id === person && group !== table)) return;
  const seats = [{ person, group: table, isFixed: true }];
  if (seatPeople(plan.plan, by, { seats }).outcome === "done") plan.endGesture();
}
