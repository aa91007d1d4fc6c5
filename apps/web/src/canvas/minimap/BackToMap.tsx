/** Who has pushed the map out of the window is told so, and led back. */
import type { JourneyLayout } from "@sameside/layout";
import { Maximize } from "lucide-react";
import { type RefObject, useCallback, useState } from "react";
import { useWords } from "../../words/words.ts";
import { useViewMoves, type View } from "../flowStore.ts";
import { freeInset, type Size } from "../view/useCanvasView.ts";
import { useSize } from "./useSize.ts";

interface Props {
  readonly layout: JourneyLayout;
  readonly root: RefObject<HTMLElement | null>;
  readonly onBack: () => void;
}

/** With less of the map than this in the window, in pixels, nothing can be made out. */
const LEAST_SEEN = 24;

export function BackToMap({ layout, root, onBack }: Props) {
  const words = useWords();
  const size = useSize(root);
  const [isLost, setLost] = useState(false);
  useViewMoves(useCallback((view: View) => setLost(!isSeen(layout, view, size.current)), [layout, size]));
  return (
    <output className="canvas-lost">
      {isLost ? (
        <>
          <span>{words.finding.minimap.lost}</span>
          <button type="button" onClick={onBack}>
            <Maximize size={16} aria-hidden />
            {words.finding.minimap.back}
            <kbd className="ui-key" aria-hidden>
              {words.board.keys.fit}
            </kbd>
          </button>
        </>
      ) : null}
    </output>
  );
}

/** Whether anything beside the names of the phases and lanes is in the window: those stay at its edges by themselves. */
function isSeen(layout: JourneyLayout, { x, y, zoom }: View, size: Size): boolean {
  const { left, top } = freeInset(layout, zoom, size);
  const wide = Math.min(size.width, x + layout.width * zoom) - Math.max(left, x + layout.labelWidth * zoom);
  const high = Math.min(size.height, y + layout.height * zoom) - Math.max(top, y + layout.headerHeight * zoom);
  return wide >= LEAST_SEEN && high >= LEAST_SEEN;
}
