/** The clipboard on the canvas: what is pasted lands at the pointer. */
import { dropTarget, type Point, touchpointDropTarget } from "@sameside/layout";
import { type RefObject, useCallback } from "react";
import type { Selection } from "../../journey/contract.ts";
import { type PastePlace, placeBeside } from "../../journey/taking.ts";
import { useClipboard } from "../../journey/useClipboard.ts";
import type { Words } from "../../words/words.ts";
import type { Desk } from "../hand/gestures.ts";

/** @param pointer Where the pointer is over the sheet (client pixels), while the hand is there and not at the keys. */
export function useCanvasClipboard(desk: RefObject<Desk>, pointer: RefObject<Point | null>, words: Words): void {
  const now = useCallback(() => (desk.current.props.isAside ? undefined : desk.current), [desk]);
  const place = useCallback(
    (aimed: Selection | null) =>
      placeOf(desk.current, pointer.current && desk.current.flow.toLayout(pointer.current), aimed),
    [desk, pointer],
  );
  useClipboard(now, place, words);
}

/** At the pointer, when it is over the sheet; else beside what has the keyboard or is chosen. */
function placeOf({ layout, props, active }: Desk, pointer: Point | null, aimed: Selection | null): PastePlace {
  const beside = placeBeside(props.journey, aimed, active);
  const target = pointer && dropTarget(layout, pointer);
  const touchpoint = pointer && touchpointDropTarget(layout, pointer);
  return {
    cell: target
      ? { parent: target.parent, lane: target.lane, ...(target.before !== undefined && { before: target.before }) }
      : beside.cell,
    touchpoint: touchpoint
      ? { phase: touchpoint.phase, ...(touchpoint.before !== undefined && { before: touchpoint.before }) }
      : beside.touchpoint,
    beforeLane: beside.beforeLane,
  };
}
