/** Where the feelings of a journey stand along its way: the canvas's own layout, of which a slide shows a part. */
import type { ShownPoint } from "@sameside/insights";
import { type JourneyLayout, layoutJourney } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";

/** Only the feelings and the columns are read of it: how high words would be plays no part. */
const ONE_LINE = () => 1;

export function layoutForRoom(journey: JourneyView, curve: readonly ShownPoint[]): JourneyLayout {
  const cardless: JourneyView = {
    ...journey,
    phases: journey.phases.map((phase) => ({
      ...phase,
      cardsByLane: {},
      touchpoints: phase.touchpoints.map((touchpoint) => ({ ...touchpoint, cardsByLane: {} })),
    })),
  };
  return layoutJourney(cardless, curve, ONE_LINE);
}
