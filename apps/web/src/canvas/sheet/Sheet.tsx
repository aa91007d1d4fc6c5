/** The paper: one sheet, hairlines between the lanes, the curve. Nothing here is a node and nothing catches a pointer. */
import type { LayoutFrame } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { memo } from "react";
import { useGuide } from "../../journey/LaneGuide.tsx";
import { useWords } from "../../words/words.ts";
import { FeelingBand } from "../curve/FeelingBand.tsx";

interface Props {
  readonly layout: LayoutFrame;
  readonly journey: JourneyView;
}

export const Sheet = memo(function Sheet({ layout, journey }: Props) {
  const words = useWords();
  const { isAside } = useGuide();
  const asideIds = new Set(journey.lanes.filter(({ kind }) => isAside(kind)).map(({ id }) => id));
  return (
    <section
      className="canvas-sheet"
      data-journey-id={journey.id}
      aria-label={words.canvas.sheet(journey.title || words.journey.untitled)}
      style={{ width: layout.width, height: layout.height }}
    >
      {layout.lanes.map(({ id, rect }) => (
        <div
          key={id}
          className="canvas-row"
          data-aside={asideIds.has(id) ? "" : undefined}
          style={{ top: rect.y, width: rect.width, height: rect.height }}
        />
      ))}
      <div className="canvas-row" style={{ top: layout.addLane.y, width: layout.width, height: 0 }} />
      {layout.feeling ? <FeelingBand feeling={layout.feeling} journey={journey} /> : null}
    </section>
  );
});
