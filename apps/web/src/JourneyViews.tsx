/** The three ways to see and edit a journey, equal in power, behind the one slot of the board's page. */
import type { Id } from "@sameside/model";
import { type ComponentProps, useMemo, useState } from "react";
import type { CanvasSlot } from "./board/canvasSlot.ts";
import { Canvas } from "./canvas/Canvas.tsx";
import { openViewLink, type ViewLink } from "./canvas/view/useLinkedView.ts";
import { LaneGuide } from "./journey/LaneGuide.tsx";
import { OutlineView } from "./table/OutlineView.tsx";
import { TableView } from "./table/TableView.tsx";
import { MapsBeside, useHasRoomBeside } from "./views/MapsBeside.tsx";
import { useAlignedWidths } from "./views/useAlignedWidths.ts";
import { useShowing } from "./views/useShowing.ts";

type Props = ComponentProps<CanvasSlot>;

export function JourneyViews(props: Props) {
  switch (props.shown) {
    case "canvas":
      return <Canvases {...props} />;
    case "table":
      return <OneTable key={props.journey.id} {...props} />;
    case "outline":
      return <OneOutline key={props.journey.id} {...props} />;
  }
}

/** The map that is worked on and those beside it. */
function Canvases({ beside, onJourney, ...page }: Props) {
  const { journey, journeys } = page;
  const hasRoom = useHasRoomBeside();
  const maps = hasRoom ? journeys.filter(({ id }) => id === journey.id || beside.maps.includes(id)) : [journey];
  const isStacked = beside.arrangement === "stacked" && maps.length > 1;
  const widthsByMap = useAlignedWidths(isStacked ? maps : NO_MAPS);
  const [link] = useState(openViewLink);
  const activate = (map: Id) => {
    // The one that was worked on stays where it is.
    beside.show([...beside.maps.filter((each) => each !== map), journey.id]);
    onJourney(map);
  };
  return (
    <MapsBeside
      maps={maps}
      active={journey.id}
      arrangement={beside.arrangement}
      onActivate={activate}
      onClose={(map) => beside.show(beside.maps.filter((each) => each !== map))}
    >
      {(map, isActive) => (
        <OneCanvas
          {...page}
          journey={map}
          isActive={isActive}
          widths={widthsByMap.get(map.id)}
          link={isStacked ? link : undefined}
        />
      )}
    </MapsBeside>
  );
}
const NO_MAPS: readonly [] = [];

type MapProps = Omit<Props, "beside" | "onJourney"> & {
  readonly isActive: boolean;
  readonly widths: ReadonlyMap<Id, number> | undefined;
  readonly link: ViewLink | undefined;
};

function OneCanvas({ isActive, widths, link, shown: _, onZoom, ref, ...page }: MapProps) {
  const { journey, showing } = useShowing(page.journey, isActive ? page.selection?.id : undefined);
  const aligned = useMemo(() => ({ ...(widths && { widths }), ...(link && { link }) }), [widths, link]);
  const view = { ...page, ...aligned, journey, showing };
  return (
    <LaneGuide step={page.step} journey={journey}>
      {isActive ? (
        <Canvas {...view} {...(ref && { ref })} {...(onZoom && { onZoom })} />
      ) : (
        <Canvas {...view} {...ASIDE} />
      )}
    </LaneGuide>
  );
}

/** What is done on a map that is not worked on concerns nobody, and others are shown on the one that is. */
const toNobody = () => {};
const NOBODY: Props["others"] = { get: () => NO_MAPS, subscribe: () => toNobody };
const ASIDE = {
  selection: null,
  others: NOBODY,
  onCursor: toNobody,
  onHold: toNobody,
  onSight: toNobody,
  isAside: true,
} as const;

function OneTable({ journey: whole, ...page }: Props) {
  return (
    <LaneGuide step={page.step} journey={whole}>
      <TableView {...page} {...useShowing(whole, page.selection?.id)} />
    </LaneGuide>
  );
}

function OneOutline({ journey: whole, ...page }: Props) {
  return (
    <LaneGuide step={page.step} journey={whole}>
      <OutlineView {...page} {...useShowing(whole, page.selection?.id)} />
    </LaneGuide>
  );
}
