/**
 * Where the keyboard can stand. Every stop is a button with `data-stop`, its name among all stops: an id, or what it
 * adds. One of them is in the page's Tab order, the one that was used last; it is set on the elements themselves, so
 * that going along a map of thousands of cards renders nothing.
 */
import type { Id } from "@sameside/model";

const STOP = "[data-stop]";

export function stopAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(STOP) : null;
}

export function stopsIn(place: Element): HTMLElement[] {
  return [...place.querySelectorAll<HTMLElement>(STOP)];
}

export function stopOf(root: Element, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-stop="${CSS.escape(name)}"]`);
}

/** What the stop that adds a card to a cell is called. */
export function addCardStop(parent: Id, lane: Id): string {
  return `add ${parent} ${lane}`;
}

/** Takes the Tab order to this stop. */
export function makeCurrent(root: Element, stop: HTMLElement): void {
  for (const old of root.querySelectorAll<HTMLElement>(`${STOP}[tabindex="0"]`)) if (old !== stop) old.tabIndex = -1;
  stop.tabIndex = 0;
}

/** The Tab key must find a way in, also after the stop that had it was removed. */
export function keepWayIn(root: Element): void {
  if (root.querySelector(`${STOP}[tabindex="0"]`)) return;
  const first = root.querySelector<HTMLElement>(STOP);
  if (first) first.tabIndex = 0;
}

/** The nearest stops in reading order, first those after it: where the keyboard goes when this one is removed. */
export function namesAround(root: Element, stop: HTMLElement): string[] {
  const stops = stopsIn(root);
  const index = stops.indexOf(stop);
  const cell = stop.closest("td, th, li");
  const beside = [...stops.slice(index + 1, index + 3), ...stops.slice(Math.max(0, index - 2), index).reverse()];
  const near = beside.filter((each) => cell !== null && each.closest("td, th, li") === cell);
  return [...near, ...beside].flatMap((each) => each.dataset["stop"] ?? []);
}
