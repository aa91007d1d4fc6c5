/** What this person does on the map, told to the others: pointer, what is held, and what is seen while that is asked for. */
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { Held, Sight } from "../../journey/others.ts";
import type { LiveBoard } from "../../live/liveBoard.ts";

/** What the views report. Each keeps its identity as long as the journey is the same. */
export interface OwnDoing {
  readonly onCursor: (at: { readonly x: number; readonly y: number } | null) => void;
  readonly onHold: (held: Held | null) => void;
  readonly onSight: (look: () => Sight) => void;
}

/** `isLookedAt`: somebody goes along. `onSeen` is called after each report of what is seen. */
export function useOwnDoing(
  live: LiveBoard,
  journey: string | undefined,
  isLookedAt: boolean,
  onSeen: () => void,
): OwnDoing {
  const held = useRef<Held | null>(null);
  const look = useRef<() => Sight>(() => ({}));
  const isWriting = useRef(false);
  const lookedAt = useRef(isLookedAt);

  const tellHeld = useCallback(() => {
    const { current } = held;
    const isWritten = current?.as === "chosen" && isWriting.current;
    const as = isWritten ? "written" : current?.as;
    live.tell({
      held: current && journey !== undefined && as ? { ...current, things: [...current.things], as, journey } : null,
    });
  }, [live, journey]);
  const tellSight = useCallback(() => {
    const isTold = lookedAt.current && journey !== undefined;
    live.tell({ looking: isTold ? { ...look.current(), journey } : null });
  }, [live, journey]);

  useEffect(() => {
    lookedAt.current = isLookedAt;
    tellSight();
  }, [isLookedAt, tellSight]);
  useEffect(() => {
    // What is written beside the map is written on what is chosen.
    const readFocus = () => {
      const now = document.activeElement?.matches(".board-inspector :is(textarea, input:not([type=radio]))") ?? false;
      if (now === isWriting.current) return;
      isWriting.current = now;
      tellHeld();
    };
    const readLater = () => queueMicrotask(readFocus);
    document.addEventListener("focusin", readFocus);
    document.addEventListener("focusout", readLater);
    return () => {
      document.removeEventListener("focusin", readFocus);
      document.removeEventListener("focusout", readLater);
    };
  }, [tellHeld]);

  return useMemo(
    () => ({
      onCursor: (at) => live.tell({ cursor: at && journey !== undefined ? { journey, x: at.x, y: at.y } : null }),
      onHold(next) {
        held.current = next;
        tellHeld();
      },
      onSight(next) {
        look.current = next;
        if (lookedAt.current) tellSight();
        onSeen();
      },
    }),
    [live, journey, tellHeld, tellSight, onSeen],
  );
}
