/**
 * While a board is shut for this person, its room says nothing more. The plan is open to every seat: there the device
 * hears that the workshop goes on, or that its seat has changed, and the board may be open again.
 */
import type { ReplicaStatus } from "@sameside/replica";
import type { LiveBoard } from "./liveBoard.ts";
import type { LivePlan } from "./livePlan.ts";

/** Tries a shut board again when something else holds than when it was shut. Answers how to stop. */
export function reopenByPlan(plan: LivePlan, { entrance, status }: LiveBoard): () => void {
  let tried: string | undefined;
  const look = () => {
    if (entrance.shut.get() !== "not-open") {
      tried = undefined;
      return;
    }
    // A hall must not come back to ask what it has just been told.
    tried ??= placeIn(status.get());
    const now = plan.status.get();
    // It says which step it is after it said whose seat it is.
    const isTold = now.step !== undefined || status.get().step === undefined;
    if (now.wire !== "online" || now.seat === undefined || !isTold || placeIn(now) === tried) return;
    tried = placeIn(now);
    entrance.enter();
  };
  const stops = [entrance.shut.subscribe(look), plan.status.subscribe(look)];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}

function placeIn({ step, seat }: ReplicaStatus): string {
  return JSON.stringify([step?.n ?? 0, seat?.role, seat?.table ?? null]);
}
