/** Where the arrow keys go. */
import type { Id } from "@sameside/model";
import type { JourneyLayout, Rect, Stop } from "./shapes.ts";

export type Direction = "left" | "right" | "up" | "down";

/**
 * The card or touchpoint that lies next in a direction. Left and right stay in the row (the touchpoints, or a lane);
 * up and down stay in the column. Undefined at the edge. From nowhere, or from something that is gone, it is the
 * journey's first stop.
 */
export function nextInJourneyOrder(
  layout: JourneyLayout,
  from: Id | undefined,
  direction: Direction,
): Stop | undefined {
  const rowOf = rowsById(layout);
  const start = from === undefined ? undefined : rectOf(layout, from);
  if (from === undefined || !start) return layout.stops[0];
  const sideways = direction === "left" || direction === "right";
  const candidates = layout.stops.filter((stop) => {
    const rect = rectOf(layout, stop.id);
    if (!rect || stop.id === from || !isAhead(start, rect, direction)) return false;
    return sideways ? rowOf(stop.id) === rowOf(from) : overlapsInX(start, rect);
  });
  return nearest(layout, start, candidates, sideways);
}

/** The rectangle of a card or touchpoint; undefined when it is not on this sheet. */
export function rectOf(layout: JourneyLayout, id: Id): Rect | undefined {
  return layout.cardsById.get(id)?.rect ?? layout.touchpointsById.get(id)?.rect;
}

function rowsById(layout: JourneyLayout): (id: Id) => Id | undefined {
  return (id) => layout.cardsById.get(id)?.lane;
}

function isAhead(from: Rect, to: Rect, direction: Direction): boolean {
  if (direction === "left") return to.x + to.width <= from.x;
  if (direction === "right") return to.x >= from.x + from.width;
  return direction === "up" ? to.y + to.height <= from.y : to.y >= from.y + from.height;
}

function overlapsInX(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width;
}

/** Sideways the nearest column counts first and then the height; up and down the other way round. */
function nearest(layout: JourneyLayout, from: Rect, candidates: readonly Stop[], sideways: boolean): Stop | undefined {
  const cost = (stop: Stop): readonly [number, number] => {
    const to = rectOf(layout, stop.id) ?? from;
    const across = to.x >= from.x + from.width ? to.x - from.x - from.width : Math.max(0, from.x - to.x - to.width);
    const down = to.y >= from.y + from.height ? to.y - from.y - from.height : Math.max(0, from.y - to.y - to.height);
    return sideways ? [across, Math.abs(to.y - from.y)] : [down, Math.abs(to.x - from.x)];
  };
  let best: { stop: Stop; cost: readonly [number, number] } | undefined;
  for (const stop of candidates) {
    const own = cost(stop);
    if (!best || own[0] < best.cost[0] || (own[0] === best.cost[0] && own[1] < best.cost[1]))
      best = { stop, cost: own };
  }
  return best?.stop;
}
