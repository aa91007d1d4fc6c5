/** What of a journey and of its layout stays the same while only cards change: its frame need not be drawn anew. */
import { differsInCardsOnly, type JourneyLayout, type LayoutFrame } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";

/** Answers the journey without its cards, the very same one as long as only cards changed. One for each canvas. */
export function openJourneyFrame(): (journey: JourneyView) => JourneyView {
  let last: JourneyView | undefined;
  let frame: JourneyView | undefined;
  return (journey) => {
    if (!frame || !last || !differsInCardsOnly(last, journey)) frame = withoutCards(journey);
    last = journey;
    return frame;
  };
}

/** Answers the layout without its cards, the very same one as long as only cards changed. One for each canvas. */
export function openLayoutFrame(): (layout: JourneyLayout) => LayoutFrame {
  let frame: LayoutFrame | undefined;
  return ({ cardsById: _, cellsByLane: __, stops: ___, ...next }) => {
    if (!frame || !isSame(frame, next)) frame = next;
    return frame;
  };
}

function withoutCards(journey: JourneyView): JourneyView {
  return {
    ...journey,
    phases: journey.phases.map((phase) => ({
      ...phase,
      cardsByLane: {},
      touchpoints: phase.touchpoints.map((touchpoint) => ({ ...touchpoint, cardsByLane: {} })),
    })),
  };
}

/** Its parts keep their identity themselves. */
function isSame(a: LayoutFrame, b: LayoutFrame): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof LayoutFrame>;
  return [...keys].every((key) => a[key] === b[key]);
}
