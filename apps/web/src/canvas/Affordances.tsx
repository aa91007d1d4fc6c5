/** Quiet places to add something: a touchpoint behind the last one, a card in the cell under the pointer. */
import type { Cell, JourneyLayout, LayoutFrame, Rect } from "@sameside/layout";
import type { Id, JourneyView } from "@sameside/model";
import { Plus } from "lucide-react";
import { memo } from "react";
import { DRAFT_ID } from "../journey/editing.ts";
import { useGuide } from "../journey/LaneGuide.tsx";
import type { EditingControls } from "../journey/useEditing.ts";
import { useWords } from "../words/words.ts";

interface Props {
  readonly layout: LayoutFrame;
  readonly journey: JourneyView;
  readonly open: EditingControls["open"];
}

/** Lower than this there is no room for a button under the last card. */
const MIN_ROOM = 36;

export const AddTouchpoints = memo(function AddTouchpoints({ layout, journey, open }: Props) {
  const words = useWords().canvas;
  return layout.phases.map(({ id, addTouchpoint, folded }) => {
    const phase = journey.phases.find((one) => one.id === id);
    if (!phase || id === DRAFT_ID || folded) return null;
    const isEmpty = phase.touchpoints.length === 0;
    const { x, y, width, height } = addTouchpoint;
    return (
      <button
        key={id}
        type="button"
        className={`nopan ${isEmpty ? "canvas-add-here" : "canvas-add canvas-add-small"}`}
        style={
          isEmpty
            ? { left: x, top: y + 10, width, height: height - 20 }
            : { left: x + (width - 24) / 2, top: y + (height - 24) / 2 }
        }
        aria-label={words.addTouchpoint(phase.title || words.noName)}
        title={words.addTouchpoint(phase.title || words.noName)}
        onClick={() => open({ kind: "new-touchpoint", phase: id })}
      >
        <Plus size={15} aria-hidden />
        {isEmpty ? words.addTouchpointHere : null}
      </button>
    );
  });
});

interface AddCardProps extends Props {
  readonly layout: JourneyLayout;
  readonly place: { readonly parent: Id; readonly lane: Id };
}

export function AddCardHere({ layout, journey, place, open }: AddCardProps) {
  const words = useWords();
  const { promptOf } = useGuide();
  const cell = layout.cellsByLane.get(place.lane)?.find((one) => one.parent === place.parent);
  const lane = journey.lanes.find((one) => one.id === place.lane);
  if (!cell || !lane || lane.kind === "touchpoint" || lane.kind === "feeling") return null;
  const room = roomIn(cell);
  if (!room) return null;
  const prompt = promptOf(lane.kind);
  const label = words.canvas.addCard(words.journey.cardKinds[lane.kind], placeName(journey, place.parent, words));
  return (
    <button
      type="button"
      className="canvas-add-here nopan"
      style={{ left: room.x, top: room.y, width: room.width, height: room.height }}
      aria-label={prompt ? words.guide.asked(label, prompt) : label}
      onClick={() => open({ kind: "new-card", ...place })}
    >
      <Plus size={15} aria-hidden />
      <span>{prompt ?? words.canvas.addCardHere}</span>
    </button>
  );
}

function roomIn({ next }: Cell): Rect | undefined {
  return next.height < MIN_ROOM ? undefined : { ...next, height: Math.min(next.height, 44) };
}

function placeName(journey: JourneyView, parent: Id, words: ReturnType<typeof useWords>): string {
  for (const phase of journey.phases) {
    if (phase.id === parent) return words.canvas.place(phase.title, "");
    const touchpoint = phase.touchpoints.find((one) => one.id === parent);
    if (touchpoint) return words.canvas.place(phase.title, touchpoint.title);
  }
  return "";
}
