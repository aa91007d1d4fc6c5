/** Who has pushed the map out of the window is told so, and led back. */
import type { JourneyLayout } from "@sameside/layout";
import { Maximize } from "lucide-react";
import { useCallback, useState } from "react";
import { useWords } from "../../words/words.ts";
import { useViewMoves, type View } from "../flowStore.ts";
import { freeInset, type Size } from "../view/useCanvasView.ts";

interface Props {
  readonly layout: JourneyLayout;
  readonly onBack: () => void;
}

/** With less of the map than this in the window, in pixels, nothing can be made out. */
const LEAST_SEEN = 24;

export function BackToMap({ layout, onBack }: Props) {
  const words = useWords();
  const [isLost, setLost] = useState(false);
  useViewMoves(useCallback((view: View, size: Size) => setLost(!isSeen(layout, view, size)), [layout]));
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

/**
 * Whether anything of the map is in the window. The names of its phases and lanes count where they stand in their own
 * place, and not where they only keep to the edge of the window.
 */
function isSeen(layout: JourneyLayout, { x, y, zoom }: View, size: Size): boolean {
  const edge = freeInset(layout, zoom, size);
  const wide = Math.min(size.width, x + layout.width * zoom) - (x < 0 ? edge.left : x);
  const high = Math.min(size.height, y + layout.height * zoom) - (y < 0 ? edge.top : y);
  return wide >= LEAST_SEEN && high >= LEAST_SEEN;
}
