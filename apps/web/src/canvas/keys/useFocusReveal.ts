/** What the keyboard reaches comes into view: the browser cannot scroll a sheet that is moved by a transform. */
import type { JourneyLayout, Rect } from "@sameside/layout";
import type { Id } from "@sameside/model";
import { type FocusEvent, type RefObject, useCallback } from "react";
import { selectionAt } from "../../journey/elements.ts";
import type { Mounting } from "../nodes/mounting.ts";

interface Reveal {
  reveal(id: Id): void;
  revealRect(rect: Rect): void;
}

export function useFocusReveal(layout: RefObject<JourneyLayout>, view: Reveal, mounting: Mounting) {
  return useCallback(
    ({ target }: FocusEvent) => {
      const focused = selectionAt(target);
      if (focused) mounting.hold("focus", focused.id);
      // A click has the thing under the pointer already: moving the sheet then would be a surprise.
      if (!target.matches(":focus-visible")) return;
      const rated = target.getAttribute("data-rating-of");
      const column = rated === null ? undefined : layout.current.touchpointsById.get(rated)?.rect;
      const band = layout.current.feeling?.band;
      if (focused) view.reveal(focused.id);
      else if (column && band) view.revealRect({ ...column, y: band.y, height: band.height });
    },
    [layout, view, mounting],
  );
}
