/** A press that may become a drag: one pointer is followed until it is let go, or another one comes besides. */
import { deadZoneOf, isFinger } from "./deadZone.ts";
import { LONG_PRESS_MS } from "./useLongPress.ts";

interface Press {
  /** A finger has to rest before it drags: until then it moves the sheet. */
  readonly restsFirst?: boolean;
  readonly onDrag: (at: PointerEvent) => void;
  /** It was let go after a drag. */
  readonly onDrop: (at: PointerEvent) => void;
  /** It was let go where it came down. */
  readonly onTap?: (at: PointerEvent) => void;
  /** Whatever ended it, before it is said how. */
  readonly onEnd: () => void;
}

/** @returns Ends it as if nothing had been. */
export function followPress(pressed: Element, down: PointerEvent, press: Press): () => void {
  const hasToRest = press.restsFirst === true && isFinger(down);
  let isHeld = !hasToRest;
  let hasDragged = false;
  const drag = (at: PointerEvent) => {
    hasDragged = true;
    press.onDrag(at);
  };
  const rest = () => {
    isHeld = true;
    drag(down);
  };
  const timer = hasToRest ? setTimeout(rest, LONG_PRESS_MS) : undefined;
  const onMove = (at: PointerEvent) => {
    if (at.pointerId !== down.pointerId) return;
    const far = Math.hypot(at.clientX - down.clientX, at.clientY - down.clientY);
    if (!hasDragged && far < deadZoneOf(down)) return;
    if (isHeld) drag(at);
    else end();
  };
  const onUp = (at: PointerEvent) => {
    if (at.pointerId !== down.pointerId) return;
    end();
    if (at.type !== "pointerup") return;
    if (hasDragged) press.onDrop(at);
    else press.onTap?.(at);
  };
  // A second finger zooms.
  const onDown = (at: PointerEvent) => {
    if (at.pointerId !== down.pointerId) end();
  };
  // The sheet hears of touches further out.
  const keepFromSheet = (event: Event) => {
    if (!isHeld) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const end = () => {
    clearTimeout(timer);
    removeEventListener("pointermove", onMove);
    removeEventListener("pointerup", onUp);
    removeEventListener("pointercancel", onUp);
    removeEventListener("pointerdown", onDown, true);
    pressed.removeEventListener("touchmove", keepFromSheet);
    press.onEnd();
  };
  addEventListener("pointermove", onMove);
  addEventListener("pointerup", onUp);
  addEventListener("pointercancel", onUp);
  addEventListener("pointerdown", onDown, true);
  pressed.addEventListener("touchmove", keepFromSheet, { passive: false });
  return end;
}
