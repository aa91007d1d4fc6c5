/** Tells the relay which tables the workshop has: who comes by an invite that names none sits at one of them, and at no other. */
import type { KnownWorkshop, ReplicaStatus } from "@sameside/replica";
import { useEffect, useMemo, useRef } from "react";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, readOff, useStore } from "../live/store.ts";
import { workshopDeskOf } from "../live/workshopDesk.ts";
import { runsIt } from "./WorkshopEnd.tsx";

const AWAY = openValue(false);
const NONE = openValue("");

/** From the device of who runs it, at each connection and change: the relay may be another one, or have lost what it knew. */
export function useToldTables(known: KnownWorkshop, plan: LivePlan | undefined): void {
  const isOnline = useStore(
    plan ? { get: () => isToldAll(plan.status.get()), subscribe: plan.status.subscribe } : AWAY,
  );
  const ids = useStore(
    useMemo(() => (plan ? readOff(plan.view, ({ groups }) => groups.map(({ id }) => id).join()) : NONE), [plan]),
  );
  const told = useRef("");
  useEffect(() => {
    if (!isOnline) told.current = "";
    const desk = runsIt(known) ? workshopDeskOf(known) : undefined;
    if (!isOnline || !desk || told.current === ids) return;
    told.current = ids;
    desk.tellTables(ids.split(",")).catch((error: unknown) => {
      told.current = "";
      console.warn("The relay was not told which tables there are", error);
    });
  }, [known, isOnline, ids]);
}

/** An old copy of the plan must not take tables away that were made meanwhile. */
function isToldAll({ wire, answered }: ReplicaStatus): boolean {
  return wire === "online" && answered;
}
