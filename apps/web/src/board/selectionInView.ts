/** What is selected stays in view when the inspector takes its part of the page. */
import { type RefObject, useEffect } from "react";
import type { Selection, ViewHandle } from "../journey/contract.ts";

export function useSelectionInView(selection: Selection | null, canvas: RefObject<ViewHandle | null>): void {
  const id = selection?.id;
  const kind = selection?.kind;
  useEffect(() => {
    // Phases and lanes are strips as wide or as high as the map: their labels are always in view.
    if (id === undefined || kind === "phase" || kind === "lane") return;
    // After the inspector has its place.
    const frame = requestAnimationFrame(() => {
      const name = CSS.escape(id);
      const element = document.querySelector(`[data-card-id="${name}"], [data-touchpoint-id="${name}"]`);
      const stage = element?.closest("main")?.getBoundingClientRect();
      const at = element?.getBoundingClientRect();
      if (!stage || !at) return;
      const hidden = at.right > stage.right || at.bottom > stage.bottom || at.left < stage.left || at.top < stage.top;
      if (hidden) canvas.current?.reveal(id);
    });
    return () => cancelAnimationFrame(frame);
  }, [id, kind, canvas]);
}
