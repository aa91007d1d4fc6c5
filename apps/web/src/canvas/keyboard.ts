/** What each key's intent does to the thing that has the focus, or else to what is selected. */
import { newMoment } from "@sameside/insights";
import { type Direction, nextInJourneyOrder } from "@sameside/layout";
import {
  type Id,
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
  unmarkMoment,
} from "@sameside/model";
import type { CanvasProps, Selection } from "./contract.ts";
import { cardOf } from "./editing.ts";
import { type Desk, openNewCard, openNewTouchpoint } from "./gestures.ts";
import type { Intent } from "./keys.ts";
import { cardMove, inList, touchpointMove } from "./moves.ts";

/** The view's intents need no thing: the canvas hands them in. */
export interface ViewActs {
  fit(): void;
  zoomBy(steps: number): void;
  zoomTo(zoom: number): void;
  reveal(id: Id): void;
}

/** Does what a key asks. `subject` has the focus or is selected. False when there was nothing to do. */
export function act(desk: Desk, intent: Intent, subject: Selection | null, view: ViewActs): boolean {
  const { props } = desk;
  switch (intent.kind) {
    case "fit":
      view.fit();
      return true;
    case "zoom-in":
      view.zoomBy(1);
      return true;
    case "zoom-out":
      view.zoomBy(-1);
      return true;
    case "zoom-100":
      view.zoomTo(1);
      return true;
    case "go":
      return go(desk, subject, intent.direction);
    case "leave":
      if (!props.selection) return false;
      props.onSelect(null);
      return true;
    case "select":
      if (!subject) return false;
      props.onSelect(subject);
      return true;
    default:
      return props.editable && change(desk, intent, subject);
  }
}

function change(desk: Desk, intent: Intent, subject: Selection | null): boolean {
  switch (intent.kind) {
    case "new-card":
      openNewCard({ ...desk, props: { ...desk.props, selection: subject } });
      return true;
    case "new-touchpoint":
      openNewTouchpoint({ ...desk, props: { ...desk.props, selection: subject } });
      return true;
    case "edit":
      if (!subject || subject.kind === "moment") return false;
      desk.editing.open({ kind: subject.kind, id: subject.id });
      return true;
    case "moment":
      return openMoment(desk, subject);
    case "remove":
      return remove(desk, subject);
    case "move":
      return move(desk, subject, intent.direction);
    default:
      return false;
  }
}

function go(desk: Desk, subject: Selection | null, direction: Direction): boolean {
  const { layout, props, focus } = desk;
  const next = nextInJourneyOrder(layout, subject?.id, direction);
  if (!next) return subject !== null;
  props.onSelect(next);
  focus(next.id);
  return true;
}

/** Marks the touchpoint if it is not marked yet, and opens the mark. Its direction follows the feeling there. */
function openMoment({ props }: Desk, subject: Selection | null): boolean {
  const { board, by, journey, run, onSelect } = props;
  const id = subject?.kind === "card" ? cardOf(journey, subject.id)?.parent : subject?.id;
  const touchpoint = journey.phases.flatMap((phase) => phase.touchpoints).find((one) => one.id === id);
  if (!touchpoint) return false;
  if (!touchpoint.moment) {
    if (run(markMoment(board, by, newMoment(touchpoint))).outcome === "refused") return true;
  }
  onSelect({ kind: "moment", id: touchpoint.id });
  return true;
}

function remove(desk: Desk, subject: Selection | null): boolean {
  const { props, layout, focus } = desk;
  if (!subject) return false;
  const neighbour =
    nextInJourneyOrder(layout, subject.id, "down") ?? nextInJourneyOrder(layout, subject.id, "up") ?? undefined;
  const outcome = props.run<unknown>(removal(props, subject));
  if (outcome.outcome !== "done") return true;
  props.onSelect(null);
  if (neighbour && neighbour.id !== subject.id) focus(neighbour.id);
  return true;
}

function removal({ board, by }: CanvasProps, { kind, id }: Selection): Outcome<unknown> {
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

function move(desk: Desk, subject: Selection | null, direction: Direction): boolean {
  if (!subject) return false;
  const outcome = movement(desk.props, subject, direction);
  if (!outcome) return true;
  desk.props.run<unknown>(outcome);
  // Its element may have been moved in the page, which takes the focus from it.
  desk.focus(subject.id);
  return true;
}

function movement(
  { board, by, journey }: CanvasProps,
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

function touchpointOf(journey: CanvasProps["journey"], id: Id) {
  return journey.phases.flatMap((phase) => phase.touchpoints).find((touchpoint) => touchpoint.id === id);
}
