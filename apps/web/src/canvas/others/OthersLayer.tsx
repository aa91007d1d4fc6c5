/**
 * The others on the sheet: their pointers, what they have chosen or write in, and ghosts of what they drag. All of it is
 * moved by hand, so that no component renders when a pointer moves, and none of it is a node.
 */
import type { JourneyLayout } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { memo, useCallback, useEffect, useRef } from "react";
import type { Others } from "../../journey/others.ts";
import { useWords } from "../../words/words.ts";
import { useViewMoves, type View } from "../flowStore.ts";
import { drawSigns } from "./drawSigns.ts";
import { signsOf } from "./signs.ts";

interface Props {
  readonly others: Others;
  readonly journey: JourneyView;
  readonly layout: JourneyLayout;
}

export const OthersLayer = memo(function OthersLayer({ others, journey, layout }: Props) {
  const words = useWords().together;
  const sheet = useRef<HTMLDivElement>(null);
  const place = useCallback(({ x, y, zoom }: View) => {
    if (!sheet.current) return;
    sheet.current.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    // Names and lines keep their size on the screen.
    sheet.current.style.setProperty("--unzoom", String(1 / zoom));
  }, []);
  useViewMoves(place);
  useEffect(() => {
    const draw = () => {
      if (sheet.current) drawSigns(sheet.current, signsOf(others.get(), journey, layout, words));
    };
    draw();
    return others.subscribe(draw);
  }, [others, journey, layout, words]);

  // It means nothing to a screen reader; the list of who is here says what they do.
  return (
    <div className="canvas-others" aria-hidden>
      <div ref={sheet} className="canvas-others-sheet" />
    </div>
  );
});
