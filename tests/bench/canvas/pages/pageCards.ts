/** What all pages of peers share: the cards of the scene and what is on the screen. */
import type { BenchPage, PlacedCard, Rect, ShownCard, View } from "../benchPage.ts";

/** As far as all contenders zoom. */
export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 3;

/** The scene's cards, from the server of the page. */
export async function fetchCards(): Promise<PlacedCard[]> {
  return (await (await fetch("/cards.json")).json()) as PlacedCard[];
}

export function boardElement(): HTMLElement {
  const board = document.createElement("div");
  board.id = "board";
  document.body.append(board);
  return board;
}

export function show(page: BenchPage): void {
  window.benchPage = page;
}

export function windowRect(): Rect {
  return { x: 0, y: 0, width: window.innerWidth, height: window.innerHeight };
}

function onScreen({ x, y, width, height }: Rect, view: View): Rect {
  return { x: x * view.zoom + view.x, y: y * view.zoom + view.y, width: width * view.zoom, height: height * view.zoom };
}

/** Cards that are wholly in the window. */
export function cardsIn(
  cards: Iterable<Rect & { readonly key: string; readonly text: string }>,
  view: View,
): ShownCard[] {
  const frame = windowRect();
  const shown: ShownCard[] = [];
  for (const card of cards) {
    const rect = onScreen(card, view);
    const isInside =
      rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= frame.width && rect.y + rect.height <= frame.height;
    if (isInside) shown.push({ key: card.key, text: card.text, rect });
  }
  return shown;
}

/** The HTML of a card, for those who set it by hand. */
export function cardElement({ text, look, lines, width, height }: PlacedCard): HTMLElement {
  const card = document.createElement("div");
  card.className = `card ${look}`;
  card.style.width = `${width}px`;
  card.style.height = `${height}px`;
  const words = card.appendChild(document.createElement("span"));
  words.className = "card-text";
  words.style.webkitLineClamp = String(lines);
  words.textContent = text;
  return card;
}
