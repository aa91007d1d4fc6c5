/** Where one is on a large map: a small picture of everything with the part that is seen, and the way back from nowhere. */
import type { JourneyLayout } from "@sameside/layout";
import type { JourneyView } from "@sameside/model";
import { memo, type RefObject } from "react";
import type { Flow } from "../flowStore.ts";
import { BackToMap } from "./BackToMap.tsx";
import "./minimap.css";
import { SmallMap } from "./SmallMap.tsx";
import { useShownMinimap } from "./shownMinimap.ts";

interface Props {
  readonly journey: JourneyView;
  readonly layout: JourneyLayout;
  readonly flow: Flow;
  readonly root: RefObject<HTMLElement | null>;
  /** Shows the whole map. */
  readonly onFit: () => void;
}

/** A map that would fill more pages than this at full size is large. */
const FEW_PAGES = 4;

export const Minimap = memo(function Minimap({ journey, layout, flow, root, onFit }: Props) {
  const isLarge = layout.width * layout.height > FEW_PAGES * window.innerWidth * window.innerHeight;
  const isShown = useShownMinimap(isLarge);
  if (journey.phases.length === 0) return null;
  return (
    <>
      {isShown ? <SmallMap layout={layout} flow={flow} root={root} /> : null}
      <BackToMap layout={layout} onBack={onFit} />
    </>
  );
});
