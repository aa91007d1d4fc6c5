/** Several cards and touchpoints chosen together in the table and the outline: with Shift, and by Ctrl+A. */
import type { Id } from "@sameside/model";
import { type RefObject, useLayoutEffect } from "react";
import type { Selection } from "../journey/contract.ts";
import { selectionAt } from "../journey/elements.ts";
import { toggled } from "../journey/usePicked.ts";
import type { Desk, Go } from "./desk.ts";
import { show } from "./useKeptFocus.ts";

const THINGS = "[data-card-id], [data-touchpoint-id]";

/**
 * Marks what is chosen on the elements themselves, when the choice changes: so no cell renders for it, and an edit costs
 * nothing. One thing that is chosen alone is marked by the view.
 */
export function useMarked(root: RefObject<HTMLElement | null>, picked: readonly Selection[]): void {
  useLayoutEffect(() => {
    const place = root.current;
    if (!place) return;
    const ids = new Set<Id | undefined>(picked.map(({ id }) => id));
    const isSeveral = ids.size > 1;
    for (const element of place.querySelectorAll<HTMLElement>(isSeveral ? THINGS : "[data-several]"))
      mark(element, isSeveral && ids.has(idOf(element)), ids);
    if (!isSeveral) return;
    // What is drawn anew elsewhere, as a card that somebody moved, is chosen still.
    const observer = new MutationObserver((records) => {
      for (const added of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(added instanceof HTMLElement)) continue;
        for (const element of [added, ...added.querySelectorAll<HTMLElement>(THINGS)])
          if (ids.has(idOf(element))) mark(element, true, ids);
      }
    });
    observer.observe(place, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [root, picked]);
}

function mark(element: HTMLElement, isOneOfSeveral: boolean, picked: ReadonlySet<Id | undefined>): void {
  if (element.hasAttribute("data-several") === isOneOfSeveral) return;
  element.toggleAttribute("data-several", isOneOfSeveral);
  if (isOneOfSeveral) element.setAttribute("aria-current", "true");
  // The one that stays chosen, alone, is the view's to mark.
  else if (!picked.has(idOf(element))) element.removeAttribute("aria-current");
}

function idOf({ dataset }: HTMLElement): Id | undefined {
  return dataset["cardId"] ?? dataset["touchpointId"];
}

/** Several, when what the key is about is one of them or nothing has the keyboard. */
export function severalAt({ picked }: Desk, subject: Selection | null): readonly Selection[] | undefined {
  if (picked.length < 2) return undefined;
  return !subject || picked.some(({ id }) => id === subject.id) ? picked : undefined;
}

/** Shift+arrow: the next card or touchpoint that way is chosen besides; going back takes the last one out again. */
export function extend(desk: Desk, root: HTMLElement, from: HTMLElement, { key }: KeyboardEvent, go: Go): boolean {
  const { picked, pick } = desk;
  const plain = new KeyboardEvent("keydown", { key });
  const passed = new Set<HTMLElement>([from]);
  let next = go(root, from, plain);
  while (next && !passed.has(next) && !chosenBy(next)) {
    passed.add(next);
    next = go(root, next, plain);
  }
  const thing = next && chosenBy(next);
  if (!next || !thing) return true;
  const start = chosenBy(from);
  const chosen = start && !picked.some(({ id }) => id === start.id) ? toggled(picked, start) : picked;
  const isBack = start !== undefined && chosen.some(({ id }) => id === thing.id);
  pick(isBack ? toggled(chosen, start) : toggled(chosen, thing));
  show(next);
  next.focus({ preventScroll: true });
  return true;
}

/** The card or touchpoint that a stop is; undefined where it is something about one, or a heading. */
function chosenBy(stop: HTMLElement): Selection | undefined {
  const thing = selectionAt(stop);
  const isOne = thing?.kind === "card" || thing?.kind === "touchpoint";
  return isOne && thing.id === stop.dataset["stop"] ? thing : undefined;
}
