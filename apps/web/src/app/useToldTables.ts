/** Tells the relay which tables the workshop has: who comes by an invite that names none sits at one of them, and at no other. */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect, useMemo } from "react";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, readOff, useStore } from "../live/store.ts";
import { workshopDeskOf } from "../live/workshopDesk.ts";
import { recall, remember } from "../ui/remembered.ts";
import { runsIt } from "./WorkshopEnd.tsx";

const AWAY = openValue(false);
const NONE = openValue("");

/** From the device of who runs it, once for each change. */
export function useToldTables(known: KnownWorkshop, plan: LivePlan | undefined): void {
  const isOnline = useStore(
    plan ? { get: () => plan.status.get().wire === "online", subscribe: plan.status.subscribe } : AWAY,
  );
  const ids = useStore(
    useMemo(() => (plan ? readOff(plan.view, ({ groups }) => groups.map(({ id }) => id).join()) : NONE), [plan]),
  );
  useEffect(() => {
    const desk = runsIt(known) ? workshopDeskOf(known) : undefined;
    if (!isOnline || !desk || ids === "") return;
    const key = `tables.${known.id}`;
    const now = JSON.stringify([known.relay, ids]);
    if (recall(key) === now) return;
    desk.tellTables(ids.split(",")).then(
      () => remember(key, now),
      (error: unknown) => console.warn("The relay was not told which tables there are", error),
    );
  }, [known, isOnline, ids]);
}
