/** Where a block of cards lands: their arrangement in columns and lanes goes along. */
import type { CardMove, Id, JourneyView, LaneKind } from "@sameside/model";
import { cardOf } from "./editing.ts";
import type { CellPlace } from "./places.ts";
import { columnIds } from "./several.ts";

/** A card of a block: how many columns and lanes it stands from the block's first, and the kind of its lane. */
export interface BlockCard {
  readonly id: Id;
  readonly column: number;
  readonly row: number;
  readonly kind: LaneKind;
}

/** Cards of a journey as a block, seen from `from`: one of them, or where it is absent their top left corner. */
export function blockOf(journey: JourneyView, cards: readonly Id[], from?: Id): readonly BlockCard[] {
  const lanes = cardLanes(journey);
  const columnByHolder = columnsByHolder(journey);
  const found = cards.flatMap((id): BlockCard[] => {
    const card = cardOf(journey, id);
    if (!card) return [];
    const row = lanes.findIndex((lane) => lane.id === card.lane);
    return [{ id, column: columnByHolder.get(card.parent) ?? NOWHERE, row, kind: lanes[row]?.kind ?? "free" }];
  });
  const held = found.find(({ id }) => id === from);
  const left = held?.column ?? Math.min(...found.map(({ column }) => column));
  const top = held?.row ?? Math.min(...found.map(({ row }) => row));
  return found.map((card) => ({ ...card, column: card.column - left, row: card.row - top }));
}

/**
 * The places of a block's cards when its first lands in `target`. Nothing leaves the map: beyond its edge they stand at
 * the edge. With `byKind` (in another journey) cards of several lanes go to the lanes of their kinds.
 */
export function landingsOf(
  journey: JourneyView,
  block: readonly BlockCard[],
  target: CellPlace & { readonly before?: Id },
  byKind = false,
): readonly CardMove[] {
  const lanes = cardLanes(journey);
  const columns = columnIds(journey);
  const [row, column] = [lanes.findIndex(({ id }) => id === target.lane), columnOf(journey, target.parent)];
  const hasSeveralLanes = new Set(block.map((card) => card.row)).size > 1;
  return block.map((card): CardMove => {
    const ownLane = byKind && hasSeveralLanes ? lanes.find(({ kind }) => kind === card.kind) : undefined;
    const lane = ownLane?.id ?? lanes[within(row + card.row, lanes.length)]?.id ?? target.lane;
    const parent = card.column === 0 ? target.parent : columns[within(column + card.column, columns.length)];
    const isTarget = parent === target.parent && lane === target.lane;
    return {
      card: card.id,
      parent: parent ?? target.parent,
      lane,
      ...(isTarget && target.before !== undefined && { before: target.before }),
    };
  });
}

export function cardLanes(journey: JourneyView): JourneyView["lanes"] {
  return journey.lanes.filter(({ kind }) => kind !== "touchpoint" && kind !== "feeling");
}

/** In which column a phase or touchpoint stands; less than 0 when it is none of the journey's. */
export function columnOf(journey: JourneyView, holder: Id): number {
  return columnsByHolder(journey).get(holder) ?? NOWHERE;
}

/** The columns of all that cards stand on. A card on a whole phase stands at the phase's first one. */
export function columnsByHolder(journey: JourneyView): ReadonlyMap<Id, number> {
  const columns = new Map<Id, number>(columnIds(journey).map((id, index) => [id, index]));
  for (const { id, touchpoints } of journey.phases) {
    const [first] = touchpoints;
    const column = first && columns.get(first.id);
    if (column !== undefined) columns.set(id, column);
  }
  return columns;
}

const NOWHERE = -1;

function within(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
