/** From a point on the sheet to a place in the journey: what a click, a drag or a paste there means. */
import type { Id } from "@sameside/model";
import { nearestLevel } from "./feeling.ts";
import { CARD_GAP, COLUMN_GAP, PHASE_GAP } from "./metrics.ts";
import type { Cell, JourneyLayout, PhaseSpan, Point, Rect, Stop } from "./shapes.ts";

/** Where a card would land. `mark` is where its top edge would be: a line to draw while it is dragged. */
export interface CardTarget {
  readonly parent: Id;
  readonly lane: Id;
  /** The card it lands in front of; absent at the end of the cell. */
  readonly before?: Id;
  readonly cell: Rect;
  readonly mark: Rect;
}

export interface TouchpointTarget {
  readonly phase: Id;
  /** The touchpoint it lands in front of; absent at the end of the phase. */
  readonly before?: Id;
  readonly mark: Rect;
}

/** The cell at a point, for cards; undefined outside every card lane and every phase. */
export function cellAt(layout: JourneyLayout, point: Point): Cell | undefined {
  const lane = layout.lanes.find(({ rect }) => point.y >= rect.y && point.y < rect.y + rect.height);
  const phase = phaseAt(layout, point.x);
  const cells = lane && layout.cellsByLane.get(lane.id);
  if (!phase || !cells) return undefined;
  const whole = cells.find((cell) => cell.parent === phase.id);
  if (whole && point.y < whole.rect.y + whole.rect.height) return whole;
  const column = columnAt(phase, point.x);
  return cells.find((cell) => cell.parent === column?.touchpoint) ?? whole;
}

/** What is on its way, and takes up no place of its own. */
type Moving = Id | ReadonlySet<Id> | undefined;

/** Where a card that is let go at `point` lands. `moving` are the cards on their way. */
export function dropTarget(layout: JourneyLayout, point: Point, moving?: Moving): CardTarget | undefined {
  const cell = cellAt(layout, point);
  if (!cell) return undefined;
  const cards = cell.cards.filter((id) => !isMoving(moving, id));
  const middle = (id: Id) => {
    const rect = layout.cardsById.get(id)?.rect;
    return rect ? rect.y + rect.height / 2 : 0;
  };
  const before = cards.find((id) => middle(id) > point.y);
  return {
    parent: cell.parent,
    lane: cell.lane,
    ...(before !== undefined && { before }),
    cell: cell.rect,
    mark: markIn(layout, cell, cards, before),
  };
}

/** Where a touchpoint that is let go at `point` lands; only x matters, so that a hand may wander up and down. */
export function touchpointDropTarget(
  layout: JourneyLayout,
  point: Point,
  moving?: Moving,
): TouchpointTarget | undefined {
  const phase = phaseAt(layout, point.x);
  if (!phase) return undefined;
  const columns = phase.columns.filter(
    (column) => column.touchpoint !== undefined && !isMoving(moving, column.touchpoint),
  );
  const next = columns.find((column) => column.x + column.width / 2 > point.x);
  const last = columns.at(-1);
  const x = next ? next.x - COLUMN_GAP / 2 : last ? last.x + last.width + COLUMN_GAP / 2 : phase.x;
  const { y, height } = layout.touchpointRow;
  return {
    phase: phase.id,
    ...(next?.touchpoint !== undefined && { before: next.touchpoint }),
    mark: { x: x - 1, y, width: 2, height },
  };
}

/** What a click in the feeling band means: this touchpoint feels like this (−1…+1, a level of the scale). */
export function feelingAt(
  layout: JourneyLayout,
  point: Point,
): { readonly touchpoint: Id; readonly value: number } | undefined {
  const { feeling } = layout;
  if (!feeling || point.y < feeling.band.y || point.y > feeling.band.y + feeling.band.height) return undefined;
  const phase = phaseAt(layout, point.x);
  const touchpoint = phase && columnAt(phase, point.x)?.touchpoint;
  return touchpoint === undefined ? undefined : { touchpoint, value: nearestLevel(feeling, point.y) };
}

/** A row or column of the frame on its way: what it would stand in front of. `mark` is where its near edge would be. */
export interface FrameTarget {
  readonly before?: Id;
  readonly mark: Rect;
}

/** Where a phase whose header is let go at `x` lands. */
export function phaseDropTarget(layout: JourneyLayout, x: number, moving: Id): FrameTarget {
  const others = layout.phases.filter(({ id }) => id !== moving);
  const next = others.find((phase) => phase.x + phase.width / 2 > x);
  const last = others.at(-1);
  const edge = next ? next.x - PHASE_GAP / 2 : last ? last.x + last.width + PHASE_GAP / 2 : x;
  return { ...(next && { before: next.id }), mark: { x: edge - 1, y: 0, width: 2, height: layout.addLane.y } };
}

/** Where a lane whose name is let go at `y` lands. */
export function laneDropTarget(layout: JourneyLayout, y: number, moving: Id): FrameTarget {
  const others = layout.lanes.filter(({ id }) => id !== moving);
  const next = others.find(({ rect }) => rect.y + rect.height / 2 > y);
  const last = others.at(-1)?.rect;
  const edge = next ? next.rect.y : last ? last.y + last.height : y;
  return { ...(next && { before: next.id }), mark: { x: 0, y: edge - 1, width: layout.width, height: 2 } };
}

/** The cards and touchpoints that a rectangle touches, in journey order. */
export function stopsIn(layout: JourneyLayout, { x, y, width, height }: Rect): readonly Stop[] {
  return layout.stops.filter(({ id }) => {
    const rect = layout.cardsById.get(id)?.rect ?? layout.touchpointsById.get(id)?.rect;
    if (!rect) return false;
    return rect.x < x + width && x < rect.x + rect.width && rect.y < y + height && y < rect.y + rect.height;
  });
}

function isMoving(moving: Moving, id: Id): boolean {
  return typeof moving === "string" ? moving === id : moving?.has(id) === true;
}

/** The gap between two phases belongs half to the one and half to the other. */
function phaseAt(layout: JourneyLayout, x: number): PhaseSpan | undefined {
  return layout.phases.find((phase) => x >= phase.x - PHASE_GAP / 2 && x < phase.x + phase.width + PHASE_GAP / 2);
}

function columnAt(phase: PhaseSpan, x: number): PhaseSpan["columns"][number] | undefined {
  return phase.columns.find((column) => x < column.x + column.width + COLUMN_GAP / 2) ?? phase.columns.at(-1);
}

function markIn(layout: JourneyLayout, cell: Cell, cards: readonly Id[], before: Id | undefined): Rect {
  const { x, width, y } = cell.next;
  const next = before === undefined ? undefined : layout.cardsById.get(before)?.rect;
  const last = layout.cardsById.get(cards.at(-1) ?? "")?.rect;
  const top = next ? next.y - CARD_GAP / 2 : last ? last.y + last.height + CARD_GAP / 2 : firstTop(layout, cell, y);
  return { x, y: top - 1, width, height: 2 };
}

/** In a cell whose only card is the one on its way, that card's own place is the first. */
function firstTop(layout: JourneyLayout, cell: Cell, fallback: number): number {
  return layout.cardsById.get(cell.cards[0] ?? "")?.rect.y ?? fallback;
}
