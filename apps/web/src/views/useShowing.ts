/** A journey as this person wants to see it. */
import { openShown, shownJourney } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { useMemo } from "react";
import { useCustomerTypes } from "../journey/customerTypes.ts";
import type { Showing } from "../journey/showing.ts";
import { useStore } from "../live/store.ts";
import { keptChoice } from "./keptChoice.ts";

/**
 * @param keep What is shown whatever its kind: the thing that is selected.
 * @returns the journey without what is left out, and the way to choose.
 */
export function useShowing(
  whole: JourneyView,
  keep?: Id,
): { readonly journey: JourneyView; readonly showing: Showing } {
  const kept = keptChoice(whole.id);
  const choice = useStore(kept);
  const { typeOf } = useCustomerTypes();
  const shown = useMemo(() => openShown(choice, typeOf), [choice, typeOf]);
  const journey = shown(whole, keep);
  const showing = useMemo(() => ({ whole, choice, change: kept.set }), [whole, choice, kept]);
  return useMemo(() => ({ journey, showing }), [journey, showing]);
}

/** The journey as it goes to paper. A strip on paper cannot be opened: what is folded is printed. */
export function usePrinted(whole: JourneyView): JourneyView {
  const choice = useStore(keptChoice(whole.id));
  const { typeOf } = useCustomerTypes();
  return useMemo(() => shownJourney(whole, { ...choice, folded: [] }, undefined, typeOf), [whole, choice, typeOf]);
}
