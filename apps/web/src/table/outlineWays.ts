/** Where the keys lead in the outline, and how a journey is typed there without leaving the keyboard. */
import { type JourneyView, moveCard } from "@sameside/model";
import { cardOf, type Editing, type EditTarget } from "../journey/editing.ts";
import { placeForTouchpoint } from "../journey/places.ts";
import type { Desk, EditorKeys, Ways } from "./desk.ts";
import { stopsIn } from "./stops.ts";
import { nextOfItsKind } from "./tableWays.ts";

export const OUTLINE_WAYS: Ways = { go, keys: editorKeys };

/**
 * Enter makes the next line of its kind, on an empty one it goes a level up; Tab and Shift+Tab take what is typed a
 * level deeper and up; Alt+arrow takes another lane; Shift+Enter breaks a line; Esc leaves and keeps the words.
 */
function editorKeys(...[event, desk]: Parameters<EditorKeys>): boolean {
  const { editing, props } = desk;
  const open = editing.editing;
  if (!open) return false;
  switch (event.key) {
    case "Escape":
      editing.finish();
      return true;
    case "Enter":
      if (event.shiftKey) return false;
      return nextLine(desk, open);
    case "Tab":
      return event.shiftKey ? goUp(desk, open) : goDeeper(desk, open);
    case "ArrowUp":
    case "ArrowDown":
      return event.altKey && turn(desk, otherLane(props.journey, open.target, event.key === "ArrowUp" ? -1 : 1));
    default:
      return false;
  }
}

function nextLine(desk: Desk, { target, text }: Editing): boolean {
  const isEmptyDraft = text.trim() === "" && !("id" in target);
  if (!isEmptyDraft) desk.editing.finish(nextOfItsKind);
  else if (!turn(desk, levelUp(desk.props.journey, target))) desk.editing.finish();
  return true;
}

/** A card on the whole phase goes to its last touchpoint; what is new takes the level below. */
function goDeeper(desk: Desk, { target }: Editing): boolean {
  const { journey } = desk.props;
  if (target.kind !== "card") return turn(desk, levelDown(journey, target));
  const parent = cardOf(journey, target.id)?.parent;
  return moveOnto(desk, target.id, journey.phases.find(({ id }) => id === parent)?.touchpoints.at(-1)?.id);
}

/** A card on a touchpoint goes to the whole phase; what is new takes the level above. */
function goUp(desk: Desk, { target }: Editing): boolean {
  const { journey } = desk.props;
  if (target.kind !== "card") return turn(desk, levelUp(journey, target));
  const parent = cardOf(journey, target.id)?.parent;
  return moveOnto(
    desk,
    target.id,
    journey.phases.find((phase) => phase.touchpoints.some(({ id }) => id === parent))?.id,
  );
}

function moveOnto({ props, editing, focus }: Desk, card: string, parent: string | undefined): boolean {
  const lane = cardOf(props.journey, card)?.lane;
  if (parent === undefined || lane === undefined) return false;
  editing.finish();
  props.run(moveCard(props.board, props.by, { card, parent, lane }));
  focus(card);
  return true;
}

/** True when there was something to turn it into. */
function turn({ editing }: Desk, target: EditTarget | undefined): boolean {
  if (target) editing.turn(target);
  return target !== undefined;
}

function levelDown(journey: JourneyView, target: EditTarget): EditTarget | undefined {
  switch (target.kind) {
    case "new-phase": {
      const phase = journey.phases[indexBefore(journey.phases, target.before)];
      return phase && { kind: "new-touchpoint", phase: phase.id };
    }
    case "new-touchpoint": {
      const phase = journey.phases.find(({ id }) => id === target.phase);
      const parent = phase?.touchpoints[indexBefore(phase.touchpoints, target.before)] ?? phase;
      const lane = parent && laneToBegin(journey, parent.cardsByLane);
      return lane === undefined || !parent ? undefined : { kind: "new-card", parent: parent.id, lane };
    }
    default:
      return undefined;
  }
}

function levelUp(journey: JourneyView, target: EditTarget): EditTarget | undefined {
  switch (target.kind) {
    case "new-card":
      return placeForTouchpoint(journey, {
        kind: journey.phases.some(({ id }) => id === target.parent) ? "phase" : "touchpoint",
        id: target.parent,
      });
    case "new-touchpoint": {
      const next = journey.phases[journey.phases.findIndex(({ id }) => id === target.phase) + 1];
      return { kind: "new-phase", ...(next && { before: next.id }) };
    }
    default:
      return undefined;
  }
}

/** The lane that was written in last on this touchpoint or phase; on an empty one the journey's first. */
function laneToBegin(journey: JourneyView, cardsByLane: JourneyView["phases"][number]["cardsByLane"]) {
  const lanes = cardLanes(journey);
  return (lanes.findLast(({ id }) => (cardsByLane[id] ?? []).length > 0) ?? lanes[0])?.id;
}

function otherLane(journey: JourneyView, target: EditTarget, step: 1 | -1): EditTarget | undefined {
  if (target.kind !== "new-card") return undefined;
  const lanes = cardLanes(journey);
  const lane = lanes[lanes.findIndex(({ id }) => id === target.lane) + step];
  return lane && { kind: "new-card", parent: target.parent, lane: lane.id };
}

function cardLanes({ lanes }: JourneyView) {
  return lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
}

/** The place of what stands before `before`; without it, of the last one. */
function indexBefore(list: readonly { readonly id: string }[], before: string | undefined): number {
  return (before === undefined ? list.length : list.findIndex(({ id }) => id === before)) - 1;
}

/** Up and down along the lines; left to what a line belongs to, right to the first of what belongs to it. */
function go(root: HTMLElement, from: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined;
  const stops = stopsIn(root);
  const line = from.closest("li");
  if (event.ctrlKey) return event.key === "Home" ? stops[0] : event.key === "End" ? stops.at(-1) : undefined;
  switch (event.key) {
    case "ArrowDown":
      return stops[stops.indexOf(from) + 1];
    case "ArrowUp":
      return stops[stops.indexOf(from) - 1];
    case "ArrowLeft": {
      const up = line?.parentElement?.closest("li");
      return up ? stopsIn(up)[0] : undefined;
    }
    case "ArrowRight": {
      const inside = line?.querySelector(":scope > ul");
      return inside ? stopsIn(inside)[0] : undefined;
    }
    case "Home":
      return stops[0];
    case "End":
      return stops.at(-1);
    default:
      return undefined;
  }
}
