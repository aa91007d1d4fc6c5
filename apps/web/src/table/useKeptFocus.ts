/**
 * The keyboard stays where the person has it. What others write can take the element away that has the focus, or build
 * it anew elsewhere (a card that somebody moved): then the same thing gets it back, or what stood beside it (SPEC W4).
 */
import type { Id } from "@sameside/model";
import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { keepWayIn, makeCurrent, namesAround, stopAt, stopOf } from "./stops.ts";

interface Held {
  readonly name: string;
  readonly around: readonly string[];
}

/**
 * How long a wish for the keyboard stands, in frames: a menu or a dialog that closes gives it back a frame or two later,
 * to an element that may be gone by then.
 */
const FRAMES_TO_WAIT = 8;
const EDITOR = "[data-editor]";

export function useKeptFocus(root: RefObject<HTMLElement | null>) {
  const held = useRef<Held | null>(null);
  const wanted = useRef<string | null>(null);
  const isLeaving = useRef(false);

  // After every drawing: which one took the element away cannot be known.
  useLayoutEffect(() => {
    const place = root.current;
    if (!place) return;
    if (wanted.current !== null) take(place, wanted.current);
    else if (held.current && document.activeElement === document.body && !place.querySelector(EDITOR)) {
      refocus(place, held.current);
    }
    keepWayIn(place);
  });

  const focus = useCallback(
    (name: Id) => {
      if (isLeaving.current) return;
      wanted.current = name;
      let frames = 0;
      // What was just moved is drawn elsewhere in a moment, and the element that is there now goes away.
      const seek = () => {
        if (wanted.current !== name || !root.current) return;
        take(root.current, name);
        if (frames++ < FRAMES_TO_WAIT) requestAnimationFrame(seek);
        else wanted.current = null;
      };
      seek();
    },
    [root],
  );
  /** What was just made has the keyboard when the field that is open for the next one is closed empty. */
  const hold = useCallback((name: Id) => {
    if (!isLeaving.current) held.current = { name, around: [] };
  }, []);
  const handlers = useMemo(
    () => ({
      onFocus(event: FocusEvent) {
        // Typing goes before any wish.
        if (event.target.matches(EDITOR)) wanted.current = null;
        const stop = stopAt(event.target);
        if (!stop || !root.current) return;
        if (stop.dataset["stop"] !== wanted.current) wanted.current = null;
        held.current = { name: stop.dataset["stop"] ?? "", around: namesAround(root.current, stop) };
        makeCurrent(root.current, stop);
      },
      // React tells of no blur while it changes the page: this one is the person's. A window that is left keeps it.
      onBlur() {
        if (document.hasFocus()) held.current = null;
      },
    }),
    [root],
  );
  /** Runs `act` without giving the keyboard to anything. */
  const leaving = useCallback((act: () => void) => {
    isLeaving.current = true;
    held.current = null;
    act();
    isLeaving.current = false;
  }, []);
  return { focus, hold, handlers, leaving };
}

/** Never from a field that is written, nor from anything outside: there the person went meanwhile. */
function take(place: HTMLElement, name: string): void {
  const stop = stopOf(place, name);
  const active = document.activeElement;
  if (!stop || stop === active || active?.matches(EDITOR) || (active !== document.body && !place.contains(active)))
    return;
  show(stop);
  stop.focus({ preventScroll: true });
}

function refocus(place: HTMLElement, { name, around }: Held): void {
  for (const each of [name, ...around]) {
    const stop = stopOf(place, each);
    if (!stop) continue;
    stop.focus({ preventScroll: true });
    return;
  }
}

/** Into view, but no further than needed. */
export function show(element: HTMLElement): void {
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
}
