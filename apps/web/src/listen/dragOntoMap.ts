/** Dragging something from beside the map onto a touchpoint or a card of it, in whichever view the map is shown. */

const PLACE = "[data-touchpoint-id], [data-card-id]";
/** What is under the pointer says so by its look. */
const OVER = "data-dragged-over";

/** Called when a drag of `dragged` begins; `land` with the id of what it was dropped on. */
export function dragOntoMap(dragged: HTMLElement, land: (place: string) => void): void {
  let over: HTMLElement | null = null;
  const mark = (place: HTMLElement | null) => {
    if (place === over) return;
    over?.removeAttribute(OVER);
    place?.setAttribute(OVER, "");
    over = place;
  };
  const onOver = (event: DragEvent) => {
    const place = placeUnder(event.target);
    mark(place);
    // Only what prevents it may be dropped on.
    if (place) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    const place = placeUnder(event.target);
    if (!place) return;
    event.preventDefault();
    const id = place.dataset["touchpointId"] ?? place.dataset["cardId"];
    if (id !== undefined) land(id);
  };
  const end = () => {
    mark(null);
    document.removeEventListener("dragover", onOver, true);
    document.removeEventListener("drop", onDrop, true);
    dragged.removeEventListener("dragend", end);
  };
  document.addEventListener("dragover", onOver, true);
  document.addEventListener("drop", onDrop, true);
  dragged.addEventListener("dragend", end);
}

function placeUnder(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(PLACE) : null;
}
