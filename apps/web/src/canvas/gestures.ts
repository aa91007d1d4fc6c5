/** From what a hand does to what the journey becomes: every gesture ends in at most one command. */
import { cellAt, dropTarget, feelingAt, type JourneyLayout, type Point, touchpointDropTarget } from "@sameside/layout";
import { addLane, type Id, type LaneKind, moveCard, moveTouchpoint, rate } from "@sameside/model";
import { pasteInto } from "../journey/paste.ts";
import { type CellPlace, cellFor, placeForCard, placeForTouchpoint } from "../journey/places.ts";
import type { EditingControls } from "../journey/useEditing.ts";
import type { CanvasProps } from "./contract.ts";
import type { Flow } from "./flowStore.ts";

/** What the gestures work on: how the canvas is at this moment. */
export interface Desk {
  readonly props: CanvasProps;
  readonly layout: JourneyLayout;
  readonly editing: EditingControls;
  readonly flow: Flow;
  /** The cell that was clicked last. */
  readonly active: CellPlace | null;
  setActive(place: CellPlace | null): void;
  /** Gives the keyboard to a thing, as soon as it is drawn. */
  focus(id: Id): void;
}

/** A card was let go at `at` (layout units). On its own place, or nowhere, it stays where it was. */
export function dropCard({ props, layout }: Desk, card: Id, at: Point): void {
  const target = dropTarget(layout, at, card);
  // It may have been removed by somebody else while it was in the hand.
  if (!target || !layout.cardsById.has(card)) return;
  const { parent, lane, before } = target;
  props.run(moveCard(props.board, props.by, { card, parent, lane, ...(before !== undefined && { before }) }));
}

export function dropTouchpoint({ props, layout }: Desk, touchpoint: Id, at: Point): void {
  const target = touchpointDropTarget(layout, at, touchpoint);
  if (!target || !layout.touchpointsById.has(touchpoint)) return;
  const { phase, before } = target;
  props.run(moveTouchpoint(props.board, props.by, { touchpoint, phase, ...(before !== undefined && { before }) }));
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

export function pasteLines({ props, active, focus }: Desk, text: string): boolean {
  return pasteInto(props, cellFor(props.journey, props.selection, active), text, focus);
}

export function openNewCard({ props, editing, active }: Desk): void {
  const place = placeForCard(props.journey, props.selection, active);
  editing.open(place ?? { kind: "new-phase" });
}

export function openNewTouchpoint({ props, editing }: Desk): void {
  editing.open(placeForTouchpoint(props.journey, props.selection) ?? { kind: "new-phase" });
}

/** A new lane gets the usual name of its kind, ready to be typed over. */
export function openNewLane({ props, editing }: Desk, kind: LaneKind, name: string): void {
  const { board, by, journey, run, onSelect } = props;
  const outcome = run(addLane(board, by, { journey: journey.id, kind, name }));
  if (outcome.outcome !== "done") return;
  onSelect({ kind: "lane", id: outcome.value });
  editing.open({ kind: "lane", id: outcome.value });
}
