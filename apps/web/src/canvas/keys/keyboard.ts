/** What each key's intent does to the thing that has the focus, or else to what is chosen. */
import { type Direction, type JourneyLayout, nextInJourneyOrder } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { movement, openMoment } from "../../journey/acts.ts";
import { duplicate, moveSeveral } from "../../journey/changeSeveral.ts";
import type { Selection } from "../../journey/contract.ts";
import { cardOf } from "../../journey/editing.ts";
import type { Intent } from "../../journey/keys.ts";
import { removeSeveral, removeThing } from "../../journey/removing.ts";
import { allOf } from "../../journey/several.ts";
import { toggled } from "../../journey/usePicked.ts";
import { type Desk, openNewCard, openNewTouchpoint } from "../hand/gestures.ts";

/** The view's intents need no thing: the canvas hands them in. */
export interface ViewActs {
  fit(): void;
  /** Brings all of these into view, as large as that allows. */
  fitTo(ids: readonly Id[]): void;
  zoomBy(steps: number): void;
  zoomTo(zoom: number): void;
  reveal(id: Id): void;
  /** Whether a drag moves the sheet. */
  setHand(isHand: boolean): void;
}

/**
 * Does what a key asks. `focused` is the thing that has the keyboard; what is chosen counts when it is one of them, or
 * when nothing has the keyboard. False when there was nothing to do.
 */
export function act(desk: Desk, intent: Intent, focused: Selection | null, view: ViewActs): boolean {
  const { props, picked, pick } = desk;
  const several = picked.length > 1 && (!focused || picked.some(({ id }) => id === focused.id)) ? picked : undefined;
  const subject = focused ?? picked[0] ?? null;
  switch (intent.kind) {
    case "fit":
      view.fit();
      return true;
    case "fit-selection":
      if (!subject) return false;
      view.fitTo((several ?? [subject]).map(({ id }) => id));
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
    case "hand":
    case "pointer":
      view.setHand(intent.kind === "hand");
      return true;
    case "go":
      return go(desk, focused ?? picked.at(-1) ?? null, intent.direction);
    case "extend":
      return extend(desk, focused ?? picked.at(-1) ?? null, intent.direction);
    case "all":
      pick(allOf(props.journey));
      return true;
    case "leave":
      if (picked.length === 0) return false;
      pick([]);
      return true;
    case "select":
      if (!focused && several) return false;
      if (!subject) return false;
      props.onSelect(subject);
      return true;
    default:
      if (!props.editable) return false;
      return several ? changeSeveral(desk, intent, several, focused) : change(desk, intent, subject);
  }
}

/** What can be done to several at once. */
function changeSeveral(desk: Desk, intent: Intent, chosen: readonly Selection[], focused: Selection | null): boolean {
  switch (intent.kind) {
    case "remove": {
      const next = focused ? besideAll(desk, chosen) : undefined;
      if (removeSeveral(desk.props, chosen) && next !== undefined) desk.focus(next);
      return true;
    }
    case "move":
      moveSeveral(desk, chosen, intent.direction);
      return true;
    case "duplicate":
      return duplicate(desk, chosen);
    case "new-card":
    case "new-touchpoint":
      return change(desk, intent, chosen[0] ?? null);
    default:
      return false;
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
    case "duplicate":
      return subject !== null && duplicate(desk, [subject]);
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

/** Shift+arrow: the next thing is chosen besides. */
function extend(desk: Desk, subject: Selection | null, direction: Direction): boolean {
  const { layout, picked, pick, focus } = desk;
  const next = nextInJourneyOrder(layout, subject?.id, direction);
  if (!next) return subject !== null;
  const from = subject && !picked.some(({ id }) => id === subject.id) ? toggled(picked, subject) : picked;
  // Going back over what is chosen takes the last one out again.
  const isBack = subject !== null && from.some(({ id }) => id === next.id);
  pick(isBack ? toggled(from, subject) : toggled(from, next));
  focus(next.id);
  return true;
}

function remove(desk: Desk, subject: Selection | null): boolean {
  if (!subject) return false;
  const next = beside(desk.layout, subject);
  if (removeThing(desk.props, subject) && next !== undefined) desk.focus(next);
  return true;
}

/** What gets the keyboard from a thing that goes: of phases and lanes the next one, else what stands below or above. */
function beside(layout: JourneyLayout, { kind, id }: Selection): Id | undefined {
  // The touchpoint of a moment of truth stays.
  if (kind === "moment") return id;
  if (kind === "card" || kind === "touchpoint")
    return (nextInJourneyOrder(layout, id, "down") ?? nextInJourneyOrder(layout, id, "up"))?.id;
  const row = kind === "phase" ? layout.phases : layout.lanes;
  const index = row.findIndex((one) => one.id === id);
  return (row[index + 1] ?? row[index - 1])?.id;
}

/** What gets the keyboard from several that go: the next one that stays, else the one before. */
function besideAll({ layout, props }: Desk, chosen: readonly Selection[]): Id | undefined {
  const gone = new Set<Id>(chosen.map(({ id }) => id));
  const stays = ({ id }: { readonly id: Id }) => !gone.has(id) && !gone.has(cardOf(props.journey, id)?.parent ?? id);
  const last = layout.stops.findLastIndex(({ id }) => gone.has(id));
  return (layout.stops.slice(last + 1).find(stays) ?? layout.stops.findLast(stays))?.id;
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
