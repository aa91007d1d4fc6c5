/** Tells the relay how the workshop speaks, for devices that look at a code of it: they have no plan yet. */
import type { KnownWorkshop } from "@sameside/replica";
import { useEffect, useMemo } from "react";
import type { LivePlan } from "../live/livePlan.ts";
import { openValue, readOff, useStore } from "../live/store.ts";
import { workshopDeskOf } from "../live/workshopDesk.ts";
import { recall, remember } from "../ui/remembered.ts";
import { type OwnTerms, termList } from "../words/ownTerms.ts";
import { runsIt } from "./WorkshopEnd.tsx";

const AWAY = openValue(false);
const NONE = openValue<OwnTerms>({});

/** From the device of who runs it, once for each change; a workshop that says the usual words tells nothing. */
export function useGreeting(known: KnownWorkshop, plan: LivePlan | undefined): void {
  const isOnline = useStore(
    plan ? { get: () => plan.status.get().wire === "online", subscribe: plan.status.subscribe } : AWAY,
  );
  const own = useStore(useMemo(() => (plan ? readOff(plan.view, ({ words }): OwnTerms => words) : NONE), [plan]));
  useEffect(() => {
    const desk = runsIt(known) ? workshopDeskOf(known) : undefined;
    if (!isOnline || !desk) return;
    const words = termList(own);
    const key = `greeting.${known.id}`;
    const told = recall(key);
    const now = JSON.stringify([known.relay, words]);
    if (told === now || (told === undefined && words.length === 0)) return;
    desk.greet({ words: [...words] }).then(
      () => remember(key, now),
      (error: unknown) => console.warn("The relay was not told the workshop's own words", error),
    );
  }, [known, isOnline, own]);
}
