/** What one can touch in the feeling lane: the own ratings and the moments of truth. */
import type { LayoutFrame, Point } from "@sameside/layout";
import { type Id, type JourneyView, rate, unrate } from "@sameside/model";
import type { RefObject } from "react";
import { namedScale } from "../../journey/feelingWords.ts";
import type { CanvasProps } from "../contract.ts";
import { MomentMarker } from "./MomentMarker.tsx";
import { OwnRating } from "./OwnRating.tsx";

interface Props {
  readonly props: Pick<CanvasProps, "board" | "by" | "run" | "editable" | "selection" | "onSelect">;
  readonly journey: JourneyView;
  readonly layout: LayoutFrame;
  readonly toLayout: (client: Point) => Point;
  /** Whether a drag moves the sheet, as at a press. */
  readonly movesSheet: RefObject<boolean>;
}

export function Feelings({ props, journey, layout, toLayout, movesSheet }: Props) {
  const { board, by, run, editable, selection, onSelect } = props;
  const { feeling } = layout;
  if (!feeling) return null;
  const scale = namedScale(journey);
  const markersByTouchpoint = new Map(feeling.markers.map((marker) => [marker.touchpoint, marker]));
  const columnX = (touchpoint: Id) => {
    const rect = layout.touchpointsById.get(touchpoint)?.rect;
    return rect && rect.x + rect.width / 2;
  };
  return journey.phases
    .flatMap((phase) => phase.touchpoints)
    .flatMap((touchpoint) => {
      const x = columnX(touchpoint.id);
      const marker = markersByTouchpoint.get(touchpoint.id);
      const own = touchpoint.ratings.find((rating) => rating.person === by.person);
      return [
        marker ? (
          <MomentMarker
            key={`${touchpoint.id} moment`}
            marker={marker}
            touchpoint={touchpoint.title}
            isSelected={selection?.kind === "moment" && selection.id === touchpoint.id}
            onOpen={() => onSelect({ kind: "moment", id: touchpoint.id })}
          />
        ) : null,
        editable && x !== undefined ? (
          <OwnRating
            key={`${touchpoint.id} rating`}
            feeling={feeling}
            scale={scale}
            x={x}
            id={touchpoint.id}
            touchpoint={touchpoint.title}
            value={own?.value}
            toLayout={toLayout}
            movesSheet={movesSheet}
            onRate={(value) => run(rate(board, by, { touchpoint: touchpoint.id, value }))}
            onUnrate={() => run(unrate(board, by, { touchpoint: touchpoint.id }))}
          />
        ) : null,
      ];
    });
}
