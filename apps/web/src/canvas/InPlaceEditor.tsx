/** Typing on the sheet, right where the words will stand. One editor for cards, touchpoints, phases and lanes. */
import type { JourneyLayout, Rect } from "@sameside/layout";
import type { JourneyView, LaneKind } from "@sameside/model";
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from "react";
import { DRAFT_ID, type EditTarget } from "../journey/editing.ts";
import { useGuide } from "../journey/LaneGuide.tsx";
import { cardBelow, cardBeside, type EditingControls } from "../journey/useEditing.ts";
import { useWords } from "../words/words.ts";
import { putCaretAway } from "./caret.ts";

interface Props {
  readonly layout: JourneyLayout;
  /** As the document has it, without what is being typed. */
  readonly journey: JourneyView;
  readonly controls: EditingControls;
  /** Look of the card that is typed: its tint and its voice. */
  readonly cardClass: string;
  /** Brings the field into view when it opens. */
  readonly reveal: (place: Rect) => void;
}

export function InPlaceEditor({ layout, ...rest }: Props) {
  const { editing } = rest.controls;
  const place = editing && placeOf(layout, editing.target);
  if (!editing || !place) return null;
  // A field for each thing that is opened, so that each gets the caret once.
  return <Field key={JSON.stringify(editing.target)} {...editing} place={place} {...rest} />;
}

interface FieldProps extends Omit<Props, "layout"> {
  readonly target: EditTarget;
  readonly text: string;
  readonly place: Rect;
}

function Field({ target, text, place, journey, controls, cardClass, reveal }: FieldProps) {
  const words = useWords().canvas;
  const { promptOf } = useGuide();
  const field = useRef<HTMLTextAreaElement>(null);
  const shape = shapeOf(target);
  const isTitle = shape !== "card";
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.focus({ preventScroll: true });
    // A title is mostly written anew, a card mostly gone on with.
    element.setSelectionRange(isTitle ? 0 : element.value.length, element.value.length);
  }, [isTitle]);
  useEffect(() => {
    const element = field.current;
    // After the page has changed: asked before, the browser lays it out once more in between.
    return () => putCaretAway(element ?? undefined);
  }, []);
  // It grows with its words, and goes down with each card that is written above it.
  const { x, y, width, height } = place;
  useLayoutEffect(() => reveal({ x, y, width, height }), [x, y, width, height, reveal]);
  const hints: Partial<Record<EditTarget["kind"], string>> = {
    "new-card": promptOf(laneKindOf(journey, target)) ?? words.newCardHint,
    "new-touchpoint": promptOf("touchpoint") ?? words.newTouchpointHint,
    "new-phase": words.newPhaseHint,
  };
  const labels = {
    card: words.editCard,
    touchpoint: words.editTouchpoint,
    phase: words.editPhase,
    lane: words.editLane,
  };
  return (
    <textarea
      ref={field}
      className={`canvas-editor canvas-editor-${shape} ${isTitle ? "" : cardClass} nopan nodrag nowheel`}
      style={{ left: place.x, top: place.y, width: place.width, height: place.height }}
      aria-label={labels[shape]}
      placeholder={hints[target.kind]}
      value={text}
      rows={1}
      onChange={(event) => controls.type(event.target.value)}
      onBlur={() => controls.finish()}
      onKeyDown={(event) => finishOnKey(event, !isTitle, { journey, controls })}
    />
  );
}

/**
 * Esc leaves and keeps what was typed; Ctrl+Enter goes on below and Tab beside; Enter ends a title, and breaks a line on
 * a card. At the edge of the map, and after Esc, Tab is the browser's.
 */
function finishOnKey(
  event: KeyboardEvent,
  isCard: boolean,
  { journey, controls }: Pick<Props, "journey" | "controls">,
) {
  // While an input method composes, its keys are its own.
  if (event.nativeEvent.isComposing) return;
  const target = controls.editing?.target;
  const step = event.shiftKey ? -1 : 1;
  if (event.key === "Tab" && target && cardBeside(journey, target, step)) {
    event.preventDefault();
    event.stopPropagation();
    controls.finish((after, done) => cardBeside(after, done, step));
    return;
  }
  const isEnter = event.key === "Enter";
  const ends = event.key === "Escape" || (isEnter && (!isCard || event.ctrlKey || event.metaKey));
  event.stopPropagation();
  if (!ends) return;
  event.preventDefault();
  controls.finish(isEnter && isCard ? cardBelow : undefined);
}

/** The kind of the lane that a card is written in; a free one for what is no new card. */
function laneKindOf({ lanes }: JourneyView, target: EditTarget): LaneKind {
  return (target.kind === "new-card" && lanes.find(({ id }) => id === target.lane)?.kind) || "free";
}

function shapeOf(target: EditTarget): "card" | "touchpoint" | "phase" | "lane" {
  if (target.kind === "new-card") return "card";
  if (target.kind === "new-touchpoint") return "touchpoint";
  return target.kind === "new-phase" ? "phase" : target.kind;
}

function placeOf(layout: JourneyLayout, target: EditTarget): Rect | undefined {
  const id = "id" in target ? target.id : DRAFT_ID;
  switch (shapeOf(target)) {
    case "card":
      return layout.cardsById.get(id)?.rect;
    case "touchpoint":
      return layout.touchpointsById.get(id)?.rect;
    case "phase":
      return layout.phases.find((phase) => phase.id === id)?.header;
    case "lane":
      return layout.lanes.find((lane) => lane.id === id)?.label;
  }
}
