/** What can be done to a thing of the map, whichever view shows it: each a command's outcome. */
import { newMoment } from "@sameside/insights";
import type { Direction } from "@sameside/layout";
import {
  type Id,
  type JourneyView,
  markMoment,
  moveCard,
  moveLane,
  movePhase,
  moveTouchpoint,
  type Outcome,
  removeCard,
  removeLane,
  removePhase,
  removeTouchpoint,
  type TouchpointView,
  unmarkMoment,
} from "@sameside/model";
import type { JourneyProps, Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";
import { cardMove, inList, touchpointMove } from "./moves.ts";

/** Takes a thing away. */
export function removal({ board, by }: JourneyProps, { kind, id }: Selection): Outcome<unknown> {
  switch (kind) {
    case "card":
      return removeCard(board, by, { card: id });
    case "touchpoint":
      return removeTouchpoint(board, by, { touchpoint: id });
    case "phase":
      return removePhase(board, by, { phase: id });
    case "lane":
      return removeLane(board, by, { lane: id });
    case "moment":
      return unmarkMoment(board, by, { touchpoint: id });
  }
}

/** One place further; undefined at the edge. */
export function movement(
  { board, by, journey }: JourneyProps,
  { kind, id }: Selection,
  direction: Direction,
): Outcome<unknown> | undefined {
  const isForward = direction === "right" || direction === "down";
  const isSideways = direction === "left" || direction === "right";
  switch (kind) {
    case "card": {
      const card = cardOf(journey, id);
      const to = card && cardMove(journey, card, direction);
      return to && moveCard(board, by, { card: id, ...to });
    }
    case "touchpoint": {
      const touchpoint = touchpointOf(journey, id);
      const to = touchpoint && touchpointMove(journey, touchpoint, direction);
      return to && moveTouchpoint(board, by, { touchpoint: id, ...to });
    }
    case "phase": {
      const to = isSideways ? inList(journey.phases, id, isForward ? 1 : -1) : undefined;
      return to && movePhase(board, by, { phase: id, ...to });
    }
    case "lane": {
      const to = isSideways ? undefined : inList(journey.lanes, id, isForward ? 1 : -1);
      return to && moveLane(board, by, { lane: id, ...to });
    }
    case "moment":
      return undefined;
  }
}

/** A touchpoint of the journey by its id. */
export function touchpointOf(journey: JourneyView, id: Id): TouchpointView | undefined {
  return journey.phases.flatMap((phase) => phase.touchpoints).find((touchpoint) => touchpoint.id === id);
}

/** Marks the touchpoint if it is not marked yet, and opens the mark. Its direction follows the feeling there. */
export function openMoment(props: JourneyProps, subject: Selection | null): boolean {
  const { board, by, journey, run, onSelect } = props;
  const id = subject?.kind === "card" ? cardOf(journey, subject.id)?.parent : subject?.id;
  const touchpoint = id === undefined ? undefined : touchpointOf(journey, id);
  if (!touchpoint) return false;
  if (!touchpoint.moment) {
    if (run(markMoment(board, by, newMoment(touchpoint))).outcome === "refused") return true;
  }
  onSelect({ kind: "moment", id: touchpoint.id });
  return true;
}
