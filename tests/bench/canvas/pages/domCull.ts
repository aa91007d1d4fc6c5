/** The floor with HTML: only the cards of the tiles that the window touches are there. */
import "./card.css";
import "./fonts.ts";
import type { View } from "../benchPage.ts";
import { cardElement, windowRect } from "./pageCards.ts";
import { openSurface, type SurfaceCard } from "./surface.ts";

/** A tile's edge in layout units. */
const TILE = 480;

await openSurface((surface, cards) => {
  const world = document.createElement("div");
  world.className = "world";
  surface.append(world);
  const elementsByKey = new Map<string, HTMLElement>();
  const cardsByTile = new Map<string, Set<SurfaceCard>>();
  const tilesByKey = new Map<string, readonly string[]>();
  let shownTiles: ReadonlySet<string> = new Set();

  const file = (card: SurfaceCard) => {
    const tiles = tilesOf(card.x, card.y, card.width, card.height);
    tilesByKey.set(card.key, tiles);
    for (const tile of tiles) {
      const inTile = cardsByTile.get(tile) ?? new Set();
      cardsByTile.set(tile, inTile.add(card));
    }
  };
  const dress = (element: HTMLElement, { x, y, text, isSelected }: SurfaceCard) => {
    element.style.transform = `translate(${x}px, ${y}px)`;
    element.classList.toggle("is-selected", isSelected);
    if (element.firstChild && element.firstChild.textContent !== text) element.firstChild.textContent = text;
  };
  const mount = (card: SurfaceCard) => {
    if (elementsByKey.has(card.key)) return;
    const element = cardElement(card);
    dress(element, card);
    elementsByKey.set(card.key, element);
    world.append(element);
  };
  const unmountUnlessShown = ({ key }: SurfaceCard) => {
    if (tilesByKey.get(key)?.some((tile) => shownTiles.has(tile))) return;
    elementsByKey.get(key)?.remove();
    elementsByKey.delete(key);
  };

  for (const card of cards) file(card);
  return {
    view(view) {
      world.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`;
      const tiles = new Set(tilesInWindow(view));
      const [gone, come] = [
        [...shownTiles].filter((tile) => !tiles.has(tile)),
        [...tiles].filter((tile) => !shownTiles.has(tile)),
      ];
      shownTiles = tiles;
      for (const tile of come) for (const card of cardsByTile.get(tile) ?? []) mount(card);
      for (const tile of gone) for (const card of cardsByTile.get(tile) ?? []) unmountUnlessShown(card);
    },
    card(card) {
      for (const tile of tilesByKey.get(card.key) ?? []) cardsByTile.get(tile)?.delete(card);
      file(card);
      const element = elementsByKey.get(card.key);
      if (element) dress(element, card);
    },
    drawnCards: () => elementsByKey.size,
  };
});

function tilesInWindow({ x, y, zoom }: View): string[] {
  const { width, height } = windowRect();
  return tilesOf(-x / zoom, -y / zoom, width / zoom, height / zoom);
}

function tilesOf(x: number, y: number, width: number, height: number): string[] {
  const tiles: string[] = [];
  for (let column = Math.floor(x / TILE); column <= Math.floor((x + width) / TILE); column += 1)
    for (let row = Math.floor(y / TILE); row <= Math.floor((y + height) / TILE); row += 1)
      tiles.push(`${column},${row}`);
  return tiles;
}
