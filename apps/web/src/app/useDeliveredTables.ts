/** While a workshop's page is open at its relay, the boards of all its tables are brought there. */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect } from "react";
import type { AsDocuments } from "../live/documents.ts";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, useStore } from "../live/store.ts";
import { deliverTableBoards } from "./tableBoards.ts";
import { runsIt } from "./WorkshopEnd.tsx";

const AWAY = openValue(false);

/** `made` grows with each board that was made on this page. */
export function useDeliveredTables(
  as: AsDocuments,
  known: KnownWorkshop,
  plan: LivePlan | undefined,
  made: number,
): void {
  const isOnline = useStore(
    plan ? { get: () => plan.status.get().wire === "online", subscribe: plan.status.subscribe } : AWAY,
  );
  const isHere = isOnline && known.relay !== undefined && known.seat !== undefined && runsIt(known);
  useEffect(() => {
    if (!isHere || !plan) return;
    const stop = new AbortController();
    // A board that was made just now is one more reason to look.
    void made;
    const groups = plan.view.get().groups.map(({ id }) => id);
    deliverTableBoards(as, known, groups, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) console.warn("The boards of the tables could not be brought to the relay yet", error);
    });
    return () => stop.abort();
  }, [as, known, plan, isHere, made]);
}
