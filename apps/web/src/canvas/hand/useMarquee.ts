/** A rectangle drawn on the bare sheet with the mouse chooses what it touches. A finger moves the sheet instead. */
import { type Rect, stopsIn } from "@sameside/layout";
import { type PointerEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Selection } from "../../journey/contract.ts";
import { DEAD_ZONE, isFinger } from "./deadZone.ts";
import type { Desk } from "./gestures.ts";

interface Start {
  readonly x: number;
  readonly y: number;
  /** What was chosen before, when it is added to. */
  readonly kept: readonly Selection[];
}

/** @param isOn False while a drag moves the sheet. */
export function useMarquee(desk: RefObject<Desk>, root: RefObject<HTMLElement | null>, isOn: boolean) {
  const [rect, setRect] = useState<Rect | null>(null);
  const stop = useRef<() => void>(() => {});
  // The click that ends a marquee is no click on the paper.
  const hasDrawn = useRef(false);
  useEffect(() => () => stop.current(), []);

  const onPointerDown = useCallback(
    (event: PointerEvent) => {
      hasDrawn.current = false;
      const isPaper = event.target instanceof Element && event.target.classList.contains("react-flow__pane");
      if (!isOn || !isPaper || event.button !== 0 || isFinger(event)) return;
      const kept = event.shiftKey ? desk.current.picked : [];
      const start: Start = { x: event.clientX, y: event.clientY, kept };
      const draw = (move: globalThis.PointerEvent) => {
        const far = Math.hypot(move.clientX - start.x, move.clientY - start.y);
        if (!hasDrawn.current && far < DEAD_ZONE.mouse) return;
        hasDrawn.current = true;
        const client = rectBetween(start, { x: move.clientX, y: move.clientY });
        const frame = root.current?.getBoundingClientRect();
        setRect({ ...client, x: client.x - (frame?.left ?? 0), y: client.y - (frame?.top ?? 0) });
        choose(desk.current, client, kept);
      };
      const end = () => {
        removeEventListener("pointermove", draw);
        removeEventListener("pointerup", end);
        removeEventListener("pointercancel", end);
        setRect(null);
      };
      addEventListener("pointermove", draw);
      addEventListener("pointerup", end);
      addEventListener("pointercancel", end);
      stop.current = end;
    },
    [desk, root, isOn],
  );
  return useMemo(() => ({ rect, onPointerDown, hasDrawn }), [rect, onPointerDown]);
}

function choose(desk: Desk, client: Rect, kept: readonly Selection[]): void {
  const { flow, layout, pick } = desk;
  const from = flow.toLayout(client);
  const to = flow.toLayout({ x: client.x + client.width, y: client.y + client.height });
  const touched = stopsIn(layout, { ...from, width: to.x - from.x, height: to.y - from.y });
  const ids = new Set(touched.map(({ id }) => id));
  const next = [...kept.filter(({ id }) => !ids.has(id)), ...touched];
  const isSame = next.length === desk.picked.length && next.every(({ id }, index) => desk.picked[index]?.id === id);
  if (!isSame) pick(next);
}

function rectBetween(a: { x: number; y: number }, b: { x: number; y: number }): Rect {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}
