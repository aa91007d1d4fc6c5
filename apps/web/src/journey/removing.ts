/** Takes things off the map, and says how they come back: the one way, by whatever gesture somebody asks for it. */
import { type JourneyView, removeThings } from "@sameside/model";
import { removal, touchpointOf } from "./acts.ts";
import type { JourneyProps, Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";
import { thingsAmong } from "./several.ts";

/** Where `restore` finds each kind. */
const COLLECTION_BY_KIND = { card: "cards", touchpoint: "touchpoints", phase: "phases", lane: "lanes" } as const;

/** @returns Whether it went. The keyboard is the view's. */
export function removeThing(props: JourneyProps, subject: Selection): boolean {
  const title = titleOf(props.journey, subject);
  if (props.run<unknown>(removal(props, subject)).outcome !== "done") return false;
  props.onSelect(null);
  if (subject.kind !== "moment")
    props.onRemoved(title, { collection: COLLECTION_BY_KIND[subject.kind], id: subject.id });
  return true;
}

/** Cards and touchpoints together: one change, one undo, and one way back. @returns Whether they went. */
export function removeSeveral(props: JourneyProps, chosen: readonly Selection[]): boolean {
  const { board, by, journey, run } = props;
  const { cards, touchpoints } = thingsAmong(journey, chosen);
  const gone = [
    ...touchpoints.map((id) => ({ kind: "touchpoint", id }) as const),
    ...cards.map((id) => ({ kind: "card", id }) as const),
  ];
  const [first] = gone;
  const title = first ? titleOf(journey, first) : "";
  if (run(removeThings(board, by, { cards, touchpoints })).outcome !== "done") return false;
  props.onSelect(null);
  props.onRemoved(title, ...gone.map(({ kind, id }) => ({ collection: COLLECTION_BY_KIND[kind], id })));
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
