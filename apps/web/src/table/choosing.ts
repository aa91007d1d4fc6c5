/** Several cards and touchpoints chosen together in the table and the outline: with Shift, and by Ctrl+A. */
import { type RefObject, useLayoutEffect } from "react";
import type { Selection } from "../journey/contract.ts";
import { elementOf, selectionAt } from "../journey/elements.ts";
import { toggled } from "../journey/usePicked.ts";
import type { Desk, Go } from "./desk.ts";
import { show } from "./useKeptFocus.ts";

/**
 * Marks what is chosen on the elements themselves, after each drawing: so no cell renders when the choice grows. One
 * thing that is chosen alone is marked by the view.
 */
export function useMarked(root: RefObject<HTMLElement | null>, picked: readonly Selection[]): void {
  useLayoutEffect(() => {
    const place = root.current;
    if (!place) return;
    const several = picked.length > 1 ? picked : [];
    const elements = new Set(several.flatMap(({ id }) => elementOf(place, id) ?? []));
    for (const old of place.querySelectorAll("[data-several]")) {
      if (old instanceof HTMLElement && elements.has(old)) continue;
      old.removeAttribute("data-several");
      old.removeAttribute("aria-current");
    }
    for (const element of elements) {
      element.dataset["several"] = "";
      element.setAttribute("aria-current", "true");
    }
  });
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
