/** Makes, moves and removes the elements of the others' signs, so that they are what is said. */
import type { Sign } from "./signs.ts";

/** Each sign is one child of `sheet`, which is moved and scaled with the view. */
export function drawSigns(sheet: HTMLElement, signs: readonly Sign[]): void {
  const elementsByKey = new Map(
    [...sheet.children].flatMap((child) =>
      child instanceof HTMLElement ? [[child.dataset["key"] ?? "", child] as const] : [],
    ),
  );
  for (const sign of signs) {
    const known = elementsByKey.get(sign.key);
    dress(known ?? sheet.appendChild(newElement(sign)), sign);
    elementsByKey.delete(sign.key);
  }
  for (const gone of elementsByKey.values()) gone.remove();
}

function newElement({ key, kind }: Sign): HTMLElement {
  const element = document.createElement("div");
  element.className = `canvas-other canvas-other-${kind}`;
  element.dataset["key"] = key;
  if (kind === "pointer") element.append(newArrow());
  if (kind === "ghost") element.append(document.createElement("div"));
  const label = document.createElement("span");
  label.className = "canvas-other-name";
  element.append(label);
  return element;
}

function newArrow(): SVGElement {
  const arrow = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  arrow.setAttribute("viewBox", "0 0 16 16");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M1.5 1.5 6 14l2.2-5.4L13.8 6.6Z");
  arrow.append(path);
  return arrow;
}

function dress(element: HTMLElement, { at, size, colour, voice, label, body, nth }: Sign): void {
  const { style, dataset } = element;
  style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
  if (size) {
    style.width = `${size.width}px`;
    style.height = `${size.height}px`;
  }
  style.setProperty("--nth", String(nth));
  style.setProperty("--person", `var(--person-${colour})`);
  dataset["voice"] = voice;
  // Names and words come from other devices: as text, never as markup.
  write(element.lastElementChild, label);
  if (body) drawBody(element.firstElementChild, body);
}

function drawBody(ghost: Element | null, { look, text, lines }: NonNullable<Sign["body"]>): void {
  if (!(ghost instanceof HTMLElement)) return;
  if (ghost.className !== look) ghost.className = look;
  ghost.style.setProperty("--lines", String(lines));
  const words = ghost.firstElementChild ?? ghost.appendChild(document.createElement("span"));
  words.className = "canvas-ghost-words";
  write(words, text);
}

function write(element: Element | null | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
