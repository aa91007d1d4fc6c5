/** Maps without what stands on them: what the bar says of them changes seldom, what stands on them all the time. */
import type { JourneyView } from "@sameside/model";
import { useState } from "react";

export type JourneyHead = Omit<JourneyView, "phases" | "lanes" | "connectors">;

/** The very same heads until one of them says something else. */
export function useHeads(journeys: readonly JourneyView[]): readonly JourneyHead[] {
  const [headsOf] = useState(openHeads);
  return headsOf(journeys);
}

function openHeads(): (journeys: readonly JourneyView[]) => readonly JourneyHead[] {
  let last: readonly JourneyHead[] = [];
  return (journeys) => {
    const heads = journeys.map((journey) => {
      const head = headOf(journey);
      const before = last.find(({ id }) => id === head.id);
      return before && saysTheSame(before, head) ? before : head;
    });
    if (heads.length !== last.length || heads.some((head, index) => head !== last[index])) last = heads;
    return last;
  };
}

function headOf({ phases: _, lanes: __, connectors: ___, ...head }: JourneyView): JourneyHead {
  return head;
}

/** Lists keep their identity from view to view. */
function saysTheSame(one: JourneyHead, other: JourneyHead): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof JourneyHead>;
  return [...names].every((name) => one[name] === other[name]);
}
