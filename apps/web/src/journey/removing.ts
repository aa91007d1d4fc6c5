/** Takes a thing off the map, and says how it comes back. */
import type { JourneyView } from "@sameside/model";
import { removal, touchpointOf } from "./acts.ts";
import type { JourneyProps, Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";

/** Where `restore` finds each kind. */
const COLLECTION_BY_KIND = { card: "cards", touchpoint: "touchpoints", phase: "phases", lane: "lanes" } as const;

/** True when there was something to do. The keyboard is the view's. */
export function removeThing(props: JourneyProps, subject: Selection): boolean {
  const title = titleOf(props.journey, subject);
  if (props.run<unknown>(removal(props, subject)).outcome !== "done") return true;
  props.onSelect(null);
  if (subject.kind !== "moment")
    props.onRemoved(title, { collection: COLLECTION_BY_KIND[subject.kind], id: subject.id });
  return true;
}

/** The words of a thing, as people wrote them; empty when it is gone. */
export function titleOf(journey: JourneyView, { kind, id }: Selection): string {
  switch (kind) {
    case "card":
      return cardOf(journey, id)?.text ?? "";
    case "touchpoint":
    case "moment":
      return touchpointOf(journey, id)?.title ?? "";
    case "phase":
      return journey.phases.find((phase) => phase.id === id)?.title ?? "";
    case "lane":
      return journey.lanes.find((lane) => lane.id === id)?.name ?? "";
  }
}
