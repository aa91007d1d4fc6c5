/** Gives the keyboard to a thing of the map as soon as it is drawn: what was just made is not there yet. */
import type { Id } from "@sameside/model";
import { type RefObject, useCallback, useEffect, useState } from "react";
import { elementOf } from "../../journey/elements.ts";

/** React Flow draws a new node a frame or two after it was handed over; what is not there by then was removed. */
const FRAMES_TO_WAIT = 30;

/** `reveal` brings a thing into view: where only what is in view is mounted, it is drawn only then. */
export function useFocusKeeper(root: RefObject<HTMLElement | null>, reveal: (id: Id) => void): (id: Id) => void {
  // An object for each wish, so that the same thing can be wished for twice.
  const [wanted, setWanted] = useState<{ readonly id: Id } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    reveal(wanted.id);
    let frames = 0;
    let request = 0;
    const seek = () => {
      const element = root.current && elementOf(root.current, wanted.id);
      if (element) element.focus({ preventScroll: true });
      else if (frames++ < FRAMES_TO_WAIT) request = requestAnimationFrame(seek);
    };
    seek();
    return () => cancelAnimationFrame(request);
  }, [wanted, root, reveal]);
  return useCallback((id: Id) => setWanted({ id }), []);
}
