/** What of a journey and of its layout stays the same while only cards change: its frame need not be drawn anew. */
import { differsInCardsOnly, type JourneyLayout, type LayoutFrame } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import type { Showing } from "../../journey/showing.ts";

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

/**
 * Answers how a person has the journey before them, the very same as long as only cards changed. Where something is
 * folded it changes with them: its strip says how many it holds. One for each canvas.
 */
export function openShowingFrame(): (showing: Showing | undefined) => Showing | undefined {
  const frameOf = openJourneyFrame();
  let last: Showing | undefined;
  return (showing) => {
    if (!showing || showing.choice.folded.length > 0) return showing;
    const next = { ...showing, whole: frameOf(showing.whole) };
    if (last?.whole !== next.whole || last.choice !== next.choice || last.change !== next.change) last = next;
    return last;
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
