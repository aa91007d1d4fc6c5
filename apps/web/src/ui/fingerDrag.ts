/**
 * Dragging with a finger. The browser's own drag and drop answers to the mouse; what a finger gets of it differs from
 * device to device. A grip is taken hold of at once, everything else scrolls the page.
 */
import type { PointerEvent } from "react";

/** By selectors, all within the element that hears of the finger. */
interface FingerDrag {
  readonly grip: string;
  /** What is moved: round the grip. */
  readonly item: string;
  readonly place: string;
  /** `isBehind`: let go over the place's second half. */
  readonly onDrop: (item: HTMLElement, place: HTMLElement, isBehind: boolean) => void;
}

/** Less is a finger that rests, in px. */
const DEAD_ZONE = 6;
/** So near to the edge of the window what is behind it scrolls along, in px … */
const EDGE = 64;
/** … by so much in each frame. */
const SCROLL_STEP = 9;

/** For `onPointerDownCapture` of the element round all items and places. */
export function fingerDrag(drag: FingerDrag): (event: PointerEvent<HTMLElement>) => void {
  return ({ pointerType, pointerId, target, clientX, clientY, currentTarget }) => {
    const grip = target instanceof Element ? target.closest<HTMLElement>(drag.grip) : null;
    const item = grip?.closest<HTMLElement>(drag.item);
    if (pointerType === "mouse" || !item) return;
    follow(item, { pointerId, from: [clientX, clientY], round: currentTarget, drag });
  };
}

interface Hold {
  readonly pointerId: number;
  readonly from: readonly [x: number, y: number];
  readonly round: HTMLElement;
  readonly drag: FingerDrag;
}

function follow(item: HTMLElement, { pointerId, from: [fromX, fromY], round, drag }: Hold): void {
  let isInHand = false;
  let at: readonly [x: number, y: number] = [fromX, fromY];
  let over: { readonly place: HTMLElement; readonly isBehind: boolean } | undefined;
  let frame = 0;
  const scrolledAtFirst = scrollOf(item);

  const mark = (next: typeof over) => {
    over?.place.removeAttribute("data-finger");
    over = next;
    over?.place.setAttribute("data-finger", over.isBehind ? "behind" : "before");
  };
  const look = () => {
    const [x, y] = at;
    item.style.translate = `${x - fromX}px ${y - fromY + scrollOf(item) - scrolledAtFirst}px`;
    const found = document.elementFromPoint(x, y)?.closest<HTMLElement>(drag.place);
    const place = found && found !== item && round.contains(found) ? found : undefined;
    mark(place && { place, isBehind: isInSecondHalf(place, y) });
  };
  const scroll = () => {
    const [, y] = at;
    const by = y < EDGE ? -SCROLL_STEP : y > window.innerHeight - EDGE ? SCROLL_STEP : 0;
    if (by !== 0) {
      scrollerOf(item).scrollBy(0, by);
      look();
    }
    frame = requestAnimationFrame(scroll);
  };
  const move = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    at = [event.clientX, event.clientY];
    if (!isInHand && Math.hypot(at[0] - fromX, at[1] - fromY) < DEAD_ZONE) return;
    if (!isInHand) {
      isInHand = true;
      // What is under the finger is what is under the item.
      item.dataset["inHand"] = "";
      frame = requestAnimationFrame(scroll);
    }
    look();
  };
  const end = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    cancelAnimationFrame(frame);
    for (const [name, listener] of LISTENED(move, end)) window.removeEventListener(name, listener, true);
    const landed = over;
    mark(undefined);
    delete item.dataset["inHand"];
    item.style.translate = "";
    if (event.type === "pointerup" && landed) drag.onDrop(item, landed.place, landed.isBehind);
  };
  for (const [name, listener] of LISTENED(move, end)) window.addEventListener(name, listener, true);
}

type Listener = (event: globalThis.PointerEvent) => void;
const LISTENED = (move: Listener, end: Listener) =>
  [
    ["pointermove", move],
    ["pointerup", end],
    ["pointercancel", end],
  ] as const;

function isInSecondHalf(place: HTMLElement, y: number): boolean {
  const { top, height } = place.getBoundingClientRect();
  return y > top + height / 2;
}

function scrollerOf(item: HTMLElement): Element {
  let element: Element | null = item.parentElement;
  while (element && !/auto|scroll/.test(getComputedStyle(element).overflowY)) element = element.parentElement;
  return element ?? document.scrollingElement ?? document.documentElement;
}

function scrollOf(item: HTMLElement): number {
  return scrollerOf(item).scrollTop;
}
