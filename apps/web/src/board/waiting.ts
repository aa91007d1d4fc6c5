/** What lost its place on the map and waits in the tray. */
import type { BoardView, Id } from "@sameside/model";

/** How many cards and touchpoints wait because one of these is gone. */
export function countWaitingFor(
  { unplaced, unplacedTouchpoints }: BoardView,
  gone: readonly { readonly id: Id }[],
): number {
  const ids = new Set(gone.map(({ id }) => id));
  return [...unplaced, ...unplacedTouchpoints].filter(({ lost }) => lost && ids.has(lost.id)).length;
}
