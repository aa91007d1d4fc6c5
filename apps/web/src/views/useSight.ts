/** What of the maps of a board this person has put out of sight, and how it comes back. */
import { keptFromSightBy, withOpen } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { useEffect, useReducer } from "react";
import { keptChoice } from "./keptChoice.ts";

/** A thing on one of the maps. */
interface Thing {
  readonly journey: Id;
  readonly id: Id;
}

/** What hides it: a lane or a phase, that is hidden or folded. */
interface Cover {
  readonly part: "lane" | "phase";
  readonly way: "hidden" | "folded";
}

export function useSight(journeys: readonly JourneyView[]): {
  /** `undefined` for what can be seen. */
  readonly coverOf: (thing: Thing) => Cover | undefined;
  /** Opens all that it stands in. */
  readonly show: (thing: Thing) => void;
} {
  const [, lookAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const stops = journeys.map(({ id }) => keptChoice(id).subscribe(lookAgain));
    return () => {
      for (const stop of stops) stop();
    };
  }, [journeys]);
  const closedOver = ({ journey: map, id }: Thing) => {
    const journey = journeys.find((each) => each.id === map);
    return journey ? keptFromSightBy(journey, keptChoice(map).get(), id) : [];
  };
  return {
    coverOf(thing) {
      const [first] = closedOver(thing);
      if (first === undefined) return undefined;
      const isPhase = journeys.some(({ phases }) => phases.some(({ id }) => id === first));
      const isHidden = keptChoice(thing.journey).get().hidden.includes(first);
      return { part: isPhase ? "phase" : "lane", way: isHidden ? "hidden" : "folded" };
    },
    show(thing) {
      const closed = closedOver(thing);
      const kept = keptChoice(thing.journey);
      if (closed.length > 0) kept.set(withOpen(kept.get(), closed));
    },
  };
}
