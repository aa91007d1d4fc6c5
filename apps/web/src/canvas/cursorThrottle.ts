/** The own pointer is told to others at most 15 times a second, and the last place always arrives. */
import type { Point } from "@sameside/layout";

/** Milliseconds between two reports. */
const REPORT_EVERY_MS = 67;

export interface CursorReports {
  report(at: Point | null): void;
  close(): void;
}

export function throttleCursor(send: (at: Point | null) => void): CursorReports {
  let waiting: { readonly at: Point | null } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    timer = undefined;
    if (!waiting) return;
    const { at } = waiting;
    waiting = undefined;
    send(at);
    timer = setTimeout(tick, REPORT_EVERY_MS);
  };
  return {
    report(at) {
      waiting = { at: at && { x: Math.round(at.x), y: Math.round(at.y) } };
      if (timer === undefined) tick();
    },
    close() {
      clearTimeout(timer);
      timer = undefined;
      waiting = undefined;
    },
  };
}
