/**
 * Dragging something from beside the map onto a touchpoint or a card of it, in whichever view the map is shown: with the
 * mouse by the browser's own drag and drop, with a finger by a grip, which takes hold at once.
 */
import type { PointerEvent as ReactPointerEvent } from "react";

const PLACE = "[data-touchpoint-id], [data-card-id]";
/** What is under the pointer says so by its look. */
const OVER = "data-dragged-over";
/** Less is a finger that rests, in px. */
const DEAD_ZONE = 6;

/** Called when a drag of `dragged` begins; `land` with the id of what it was dropped on. */
export function dragOntoMap(dragged: HTMLElement, land: (place: string) => void): void {
  const aim = openAim();
  const onOver = (event: DragEvent) => {
    // Only what prevents it may be dropped on.
    if (aim.at(event.target)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    const place = aim.at(event.target);
    if (place === undefined) return;
    event.preventDefault();
    land(place);
  };
  const end = () => {
    aim.at(null);
    document.removeEventListener("dragover", onOver, true);
    document.removeEventListener("drop", onDrop, true);
    dragged.removeEventListener("dragend", end);
  };
  document.addEventListener("dragover", onOver, true);
  document.addEventListener("drop", onDrop, true);
  dragged.addEventListener("dragend", end);
}

/** The same with a finger, called when it takes hold of the grip of `dragged`. The mouse is left to the browser. */
export function dragOntoMapByFinger(
  { pointerType, pointerId, clientX, clientY }: ReactPointerEvent<HTMLElement>,
  dragged: HTMLElement | null,
  land: (place: string) => void,
): void {
  if (pointerType === "mouse" || !dragged) return;
  const aim = openAim();
  let shadow: HTMLElement | undefined;
  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    const [x, y] = [event.clientX - clientX, event.clientY - clientY];
    if (!shadow && Math.hypot(x, y) < DEAD_ZONE) return;
    shadow ??= shadowOf(dragged);
    shadow.style.translate = `${x}px ${y}px`;
    aim.at(document.elementFromPoint(event.clientX, event.clientY));
  };
  const end = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    for (const name of ["pointermove", "pointerup", "pointercancel"] as const)
      window.removeEventListener(name, name === "pointermove" ? move : end, true);
    const isDropped = event.type === "pointerup" && shadow !== undefined;
    const place = isDropped ? aim.at(document.elementFromPoint(event.clientX, event.clientY)) : undefined;
    aim.at(null);
    shadow?.remove();
    if (place !== undefined) land(place);
  };
  for (const name of ["pointermove", "pointerup", "pointercancel"] as const)
    window.addEventListener(name, name === "pointermove" ? move : end, true);
}

/** Marks the thing of the map that is under the pointer. */
function openAim() {
  let over: HTMLElement | null = null;
  return {
    /** The id of what is there; `undefined` beside everything. */
    at(target: EventTarget | null): string | undefined {
      const place = target instanceof Element ? target.closest<HTMLElement>(PLACE) : null;
      if (place !== over) {
        over?.removeAttribute(OVER);
        place?.setAttribute(OVER, "");
        over = place;
      }
      return place?.dataset["touchpointId"] ?? place?.dataset["cardId"];
    },
  };
}

/** What hangs at the finger. It stands beside what is dragged, for its look, and over what cuts that off. */
function shadowOf(dragged: HTMLElement): HTMLElement {
  const { left, top, width } = dragged.getBoundingClientRect();
  const shadow = dragged.cloneNode(true) as HTMLElement;
  shadow.ariaHidden = "true";
  shadow.dataset["inHand"] = "";
  Object.assign(shadow.style, {
    position: "fixed",
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    margin: 0,
  });
  dragged.parentElement?.append(shadow);
  return shadow;
}
