/** The canvas's size, read when it changes and not while the map moves. */
import { type RefObject, useEffect, useRef } from "react";
import type { Size } from "../view/useCanvasView.ts";

export function useSize(root: RefObject<HTMLElement | null>): RefObject<Size> {
  const size = useRef<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const place = root.current;
    if (!place) return;
    const read = () => {
      size.current = { width: place.clientWidth, height: place.clientHeight };
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(place);
    return () => observer.disconnect();
  }, [root]);
  return size;
}
