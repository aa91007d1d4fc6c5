/** A finger that rests on a thing: what the other mouse button is for a mouse. */
import { type RefObject, useEffect, useEffectEvent } from "react";
import { DEAD_ZONE } from "./deadZone.ts";

/** Milliseconds a finger has to rest. */
export const LONG_PRESS_MS = 500;

/** `onPress` is told the element under the finger. */
export function useLongPress(root: RefObject<HTMLElement | null>, onPress: (target: Element) => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const place = root.current;
    if (!place) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let start = { x: 0, y: 0 };
    const cancel = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const onStart = (event: TouchEvent) => {
      cancel();
      const [finger, second] = event.touches;
      // A second finger zooms.
      if (!finger || second || !(event.target instanceof Element)) return;
      const { target } = event;
      start = { x: finger.clientX, y: finger.clientY };
      timer = setTimeout(() => press(target), LONG_PRESS_MS);
    };
    const onMove = (event: TouchEvent) => {
      const [finger] = event.touches;
      if (!finger || Math.hypot(finger.clientX - start.x, finger.clientY - start.y) > DEAD_ZONE.touch) cancel();
    };
    place.addEventListener("touchstart", onStart, { passive: true, capture: true });
    place.addEventListener("touchmove", onMove, { passive: true, capture: true });
    place.addEventListener("touchend", cancel, true);
    place.addEventListener("touchcancel", cancel, true);
    return () => {
      cancel();
      place.removeEventListener("touchstart", onStart, true);
      place.removeEventListener("touchmove", onMove, true);
      place.removeEventListener("touchend", cancel, true);
      place.removeEventListener("touchcancel", cancel, true);
    };
  }, [root]);
}
