/** The others' pointers with their names: moved by hand, so that no component renders when a pointer moves. */
import { memo, useCallback, useEffect, useRef } from "react";
import type { Other } from "../journey/contract.ts";
import { useViewMoves, type View } from "./flowStore.ts";

/** Colours for people; the same person has the same one on every screen. */
const VOICE_COLOURS = 6;

export const CursorLayer = memo(function CursorLayer({ others }: { readonly others: readonly Other[] }) {
  const layer = useRef<HTMLDivElement>(null);
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 });
  const shown = useRef(others);

  const place = useCallback((next: View) => {
    view.current = next;
    if (layer.current) placeAll(layer.current, shown.current, next);
  }, []);
  useViewMoves(place);
  useEffect(() => {
    shown.current = others;
    place(view.current);
  }, [others, place]);

  // A mouse pointer means nothing to a screen reader; who is here stands in the top bar.
  return <div ref={layer} className="canvas-cursors" aria-hidden />;
});

/** Makes, moves and removes the labels so that they are what `others` says. */
function placeAll(layer: HTMLElement, others: readonly Other[], view: View): void {
  const labelsByClient = new Map([...layer.children].map((label) => [label.getAttribute("data-client"), label]));
  for (const other of others) {
    if (!other.cursor) continue;
    const client = String(other.client);
    const label = labelsByClient.get(client) ?? layer.appendChild(newLabel(client));
    labelsByClient.delete(client);
    dress(label, other);
    const x = other.cursor.x * view.zoom + view.x;
    const y = other.cursor.y * view.zoom + view.y;
    if (label instanceof HTMLElement) label.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
  }
  for (const gone of labelsByClient.values()) gone.remove();
}

function newLabel(client: string): HTMLElement {
  const label = document.createElement("div");
  label.dataset["client"] = client;
  label.className = "canvas-cursor";
  const arrow = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  arrow.setAttribute("viewBox", "0 0 16 16");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M1.5 1.5 6 14l2.2-5.4L13.8 6.6Z");
  arrow.append(path);
  label.append(arrow, document.createElement("span"));
  return label;
}

function dress(label: Element, { name, person, role }: Other): void {
  const voice = role === "customer" ? "customer" : "colleague";
  label.setAttribute("data-voice", voice);
  label.setAttribute("data-colour", String(colourOf(person)));
  const text = label.querySelector("span");
  // A name comes from another device: as text, never as markup.
  if (text && text.textContent !== name) text.textContent = name;
}

function colourOf(person: string): number {
  let sum = 0;
  for (const character of person) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % VOICE_COLOURS;
}
