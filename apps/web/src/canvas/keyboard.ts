/** What each key's intent does to the thing that has the focus, or else to what is selected. */
import { type Direction, nextInJourneyOrder } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { movement, openMoment, removal } from "../journey/acts.ts";
import type { Selection } from "../journey/contract.ts";
import type { Intent } from "../journey/keys.ts";
import { type Desk, openNewCard, openNewTouchpoint } from "./gestures.ts";

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
      return openMoment(desk.props, subject);
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

function move(desk: Desk, subject: Selection | null, direction: Direction): boolean {
  if (!subject) return false;
  const outcome = movement(desk.props, subject, direction);
  if (!outcome) return true;
  desk.props.run<unknown>(outcome);
  // Its element may have been moved in the page, which takes the focus from it.
  desk.focus(subject.id);
  return true;
}
