/** From what a hand does to what the journey becomes: every gesture ends in at most one command. */
import {
  cellAt,
  dropTarget,
  feelingAt,
  type JourneyLayout,
  laneDropTarget,
  type Point,
  phaseDropTarget,
  touchpointDropTarget,
} from "@sameside/layout";
import { addLane, copyThings, type Id, type LaneKind, moveLane, movePhase, moveThings, rate } from "@sameside/model";
import type { Selection } from "../../journey/contract.ts";
import { blockOf, landingsOf } from "../../journey/landing.ts";
import { type CellPlace, placeForCard, placeForTouchpoint } from "../../journey/places.ts";
import { thingsAmong } from "../../journey/several.ts";
import type { EditingControls } from "../../journey/useEditing.ts";
import type { CanvasProps } from "../contract.ts";
import type { Flow } from "../flowStore.ts";

/** What the gestures work on: how the canvas is at this moment. */
export interface Desk {
  readonly props: CanvasProps;
  readonly layout: JourneyLayout;
  readonly editing: EditingControls;
  readonly flow: Flow;
  /** What is chosen: one thing, which is the page's selection too, or several. */
  readonly picked: readonly Selection[];
  pick(chosen: readonly Selection[]): void;
  /** The cell that was clicked last. */
  readonly active: CellPlace | null;
  setActive(place: CellPlace | null): void;
  /** Gives the keyboard to a thing, as soon as it is drawn. */
  focus(id: Id): void;
}

/** What a drag that begins on `held` takes along: all that is chosen of its kind when it is one of them. */
export function inHand({ props, picked }: Desk, held: Selection): ReadonlySet<Id> {
  const { cards, touchpoints } = thingsAmong(props.journey, picked);
  const alike = held.kind === "card" ? cards : touchpoints;
  return alike.includes(held.id) ? new Set([held.id, ...alike]) : new Set([held.id]);
}

/**
 * Cards were let go, the one under the pointer at `at` (layout units); the others keep their columns and lanes from it.
 * On their own place, or nowhere, they stay where they were. With `isCopy` they stay, and copies lie there.
 */
export function dropCards(desk: Desk, held: Id, at: Point, isCopy: boolean): void {
  const { props, layout, pick } = desk;
  const { board, by, journey, run } = props;
  const hand = inHand(desk, { kind: "card", id: held });
  const target = dropTarget(layout, at, isCopy ? undefined : hand);
  const cards = [...layout.stops].map(({ id }) => id).filter((id) => hand.has(id));
  // They may have been removed by somebody else while they were in the hand.
  if (!target || !cards.includes(held)) return;
  const moves = landingsOf(journey, blockOf(journey, cards, held), target);
  if (!isCopy) {
    run(moveThings(board, by, { cards: moves }));
    return;
  }
  const copied = run(copyThings(board, by, { cards: moves }));
  if (copied.outcome === "done") pick(copied.value.cards.map((id) => ({ kind: "card", id })));
}

/** Touchpoints were let go: they stand beside each other there. */
export function dropTouchpoints(desk: Desk, held: Id, at: Point, isCopy: boolean): void {
  const { props, layout, pick } = desk;
  const { board, by, run } = props;
  const hand = inHand(desk, { kind: "touchpoint", id: held });
  const target = touchpointDropTarget(layout, at, isCopy ? undefined : hand);
  const ids = layout.stops.map(({ id }) => id).filter((id) => hand.has(id));
  if (!target || !ids.includes(held)) return;
  const { phase, before } = target;
  const touchpoints = ids.map((touchpoint) => ({ touchpoint, phase, ...(before !== undefined && { before }) }));
  if (!isCopy) {
    run(moveThings(board, by, { touchpoints }));
    return;
  }
  const copied = run(copyThings(board, by, { touchpoints }));
  if (copied.outcome === "done") pick(copied.value.touchpoints.map((id) => ({ kind: "touchpoint", id })));
}

/** A phase's header or a lane's name was let go; all that stands in it goes along. */
export function dropFrame({ props, layout }: Desk, { kind, id }: Selection, at: Point): void {
  const { board, by, run } = props;
  if (kind === "phase") {
    const { before } = phaseDropTarget(layout, at.x, id);
    run(movePhase(board, by, { phase: id, ...(before !== undefined && { before }) }));
  } else {
    const { before } = laneDropTarget(layout, at.y, id);
    run(moveLane(board, by, { lane: id, ...(before !== undefined && { before }) }));
  }
}

/** A click on the paper: in the feeling lane it says how it feels, elsewhere it deselects and remembers the cell. */
export function pressPaper({ props, layout, setActive }: Desk, at: Point): void {
  const feeling = feelingAt(layout, at);
  if (feeling && props.editable) {
    props.run(rate(props.board, props.by, feeling));
    return;
  }
  const cell = cellAt(layout, at);
  setActive(cell ? { parent: cell.parent, lane: cell.lane } : null);
  props.onSelect(null);
}

/** A double click on the paper: something new begins there, with the caret in it. */
export function openAt({ layout, editing }: Desk, at: Point): void {
  const target = dropTarget(layout, at);
  if (target) {
    const { parent, lane, before } = target;
    editing.open({ kind: "new-card", parent, lane, ...(before !== undefined && { before }) });
    return;
  }
  const { y, height } = layout.touchpointRow;
  const place = at.y >= y && at.y < y + height ? touchpointDropTarget(layout, at) : undefined;
  if (!place) return;
  const { phase, before } = place;
  editing.open({ kind: "new-touchpoint", phase, ...(before !== undefined && { before }) });
}

export function openNewCard({ props, editing, active }: Desk): void {
  const place = placeForCard(props.journey, props.selection, active, props.step?.lanes);
  editing.open(place ?? { kind: "new-phase" });
}

export function openNewTouchpoint({ props, editing }: Desk): void {
  editing.open(placeForTouchpoint(props.journey, props.selection) ?? { kind: "new-phase" });
}

/** A new lane gets the usual name of its kind, ready to be typed over. */
export function openNewLane({ props, editing }: Desk, kind: LaneKind, name: string, before?: Id): void {
  const { board, by, journey, run, onSelect } = props;
  const outcome = run(addLane(board, by, { journey: journey.id, kind, name, ...(before !== undefined && { before }) }));
  if (outcome.outcome !== "done") return;
  onSelect({ kind: "lane", id: outcome.value });
  editing.open({ kind: "lane", id: outcome.value });
}
