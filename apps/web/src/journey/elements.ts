/** Things of the map by their elements, and elements by their things. */
import type { Selection } from "./contract.ts";

/** Attributes that name a thing of the map, and what it is. */
const KIND_BY_ATTRIBUTE = {
  "data-card-id": "card",
  "data-touchpoint-id": "touchpoint",
  "data-phase-id": "phase",
  "data-lane-id": "lane",
} as const;

/** The thing of the map that an element is or lies in. */
export function selectionAt(element: Element | null): Selection | null {
  for (const [attribute, kind] of Object.entries(KIND_BY_ATTRIBUTE)) {
    const id = element?.closest(`[${attribute}]`)?.getAttribute(attribute);
    if (id !== null && id !== undefined) return { kind, id };
  }
  return null;
}

/** The element of a thing of the map. */
export function elementOf(root: HTMLElement, id: string): HTMLElement | null {
  const name = CSS.escape(id);
  return root.querySelector<HTMLElement>(
    Object.keys(KIND_BY_ATTRIBUTE)
      .map((attribute) => `[${attribute}="${name}"]`)
      .join(),
  );
}
