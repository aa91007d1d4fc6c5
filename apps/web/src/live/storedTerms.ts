/** A workshop's own words where its plan is not open: as they are on this device's disk. */
import { type PlanView, planFromState, readPlan } from "@sameside/model";
import { planRoom } from "@sameside/protocol";
import { storedRoom } from "@sameside/replica";

/** None where the device has no plan of it. Rejects when the disk cannot be read. */
export async function storedTerms(workshop: string): Promise<PlanView["words"]> {
  const plan = await storedRoom(planRoom(workshop));
  return plan ? readPlan(planFromState(plan)).words : {};
}
