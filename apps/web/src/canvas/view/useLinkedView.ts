/** Maps below each other move sideways and zoom together, so that what is aligned stays so. */
import type { Id } from "@sameside/model";
import { useCallback, useEffect } from "react";
import type { CanvasProps } from "../contract.ts";
import { type Flow, useViewMoves, type View } from "../flowStore.ts";

type Sideways = Pick<View, "x" | "zoom">;

export interface ViewLink {
  /** `follow` is told where the others went. Returns how to leave. */
  join(map: Id, follow: (to: Sideways) => void): () => void;
  moved(map: Id, to: Sideways): void;
}

/** Less is rounding (pixels). */
const TREMOR = 0.5;

export function openViewLink(): ViewLink {
  const followByMap = new Map<Id, (to: Sideways) => void>();
  let last: Sideways | undefined;
  return {
    join(map, follow) {
      followByMap.set(map, follow);
      if (last) follow(last);
      return () => followByMap.delete(map);
    },
    moved(map, to) {
      // Whoever followed says so, too: that is no news.
      if (last && Math.abs(last.x - to.x) < TREMOR && last.zoom === to.zoom) return;
      last = { x: to.x, zoom: to.zoom };
      for (const [other, follow] of followByMap) if (other !== map) follow(last);
    },
  };
}

export function useLinkedView({ link, journey: { id } }: Pick<CanvasProps, "link" | "journey">, flow: Flow): void {
  useEffect(
    () =>
      link?.join(id, ({ x, zoom }) => {
        const now = flow.view();
        // What stands at the top of the screen stays there.
        if (now.x !== x || now.zoom !== zoom) flow.put({ x, zoom, y: (now.y / now.zoom) * zoom });
      }),
    [link, id, flow],
  );
  useViewMoves(useCallback((view: View) => link?.moved(id, view), [link, id]));
}
