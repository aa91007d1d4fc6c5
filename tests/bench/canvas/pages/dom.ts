/** All cards in one transformed element, and nothing else: what a browser does by itself. */
import "./card.css";
import "./fonts.ts";
import { cardElement } from "./pageCards.ts";
import { openSurface } from "./surface.ts";

await openSurface((surface, cards) => {
  const world = document.createElement("div");
  world.className = "world";
  const elementsByKey = new Map(cards.map((card) => [card.key, cardElement(card)]));
  const place = (key: string, x: number, y: number) => {
    const element = elementsByKey.get(key);
    if (element) element.style.transform = `translate(${x}px, ${y}px)`;
  };
  for (const { key, x, y } of cards) place(key, x, y);
  world.append(...elementsByKey.values());
  surface.append(world);
  return {
    view({ x, y, zoom }) {
      world.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    },
    card({ key, x, y, text, isSelected }) {
      const element = elementsByKey.get(key);
      if (!element) return;
      place(key, x, y);
      element.classList.toggle("is-selected", isSelected);
      if (element.firstChild && element.firstChild.textContent !== text) element.firstChild.textContent = text;
    },
    drawnCards: () => elementsByKey.size,
  };
});
