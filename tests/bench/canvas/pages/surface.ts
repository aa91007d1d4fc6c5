/** View, hand and selection of the pages that were written for the bench; a painter draws. */
import { type EditOrder, FIRST_VIEW, type PlacedCard, type Point, type View } from "../benchPage.ts";
import { boardElement, cardsIn, fetchCards, MAX_ZOOM, MIN_ZOOM, show, windowRect } from "./pageCards.ts";

/** A card that can be moved and reworded. */
export type SurfaceCard = { -readonly [Key in keyof PlacedCard]: PlacedCard[Key] } & { isSelected: boolean };

export interface Painter {
  /** At most once a frame, when the view changed. */
  view(view: View): void;
  /** At most once a frame for each card that was moved, reworded or selected. */
  card(card: SurfaceCard): void;
  /** After the others, once in a frame in which anything changed. */
  paint?(): void;
  drawnCards(): number;
}

/** One notch of a wheel with Ctrl. */
const ZOOM_BY_DELTA = 0.002;

export async function openSurface(openPainter: (surface: HTMLElement, cards: SurfaceCard[]) => Painter): Promise<void> {
  const cards = (await fetchCards()).map((card): SurfaceCard => ({ ...card, isSelected: false }));
  const cardsByKey = new Map(cards.map((card) => [card.key, card]));
  const surface = document.createElement("div");
  surface.className = "surface";
  boardElement().append(surface);
  const painter = openPainter(surface, cards);

  let view = FIRST_VIEW;
  let isViewNew = true;
  let isAsked = false;
  let changed = new Set<SurfaceCard>();
  const draw = () => {
    isAsked = false;
    if (isViewNew) painter.view(view);
    for (const card of changed) painter.card(card);
    painter.paint?.();
    isViewNew = false;
    changed = new Set();
  };
  const ask = () => {
    if (!isAsked) requestAnimationFrame(draw);
    isAsked = true;
  };
  const look = (next: View) => {
    view = next;
    isViewNew = true;
    ask();
  };
  const change = (card: SurfaceCard) => {
    changed.add(card);
    ask();
  };

  takeWheel(surface, () => view, look);
  takeDrags(surface, cards, () => view, change);
  draw();
  show({
    drawnCards: () => painter.drawnCards(),
    view: () => view,
    frame: windowRect,
    cardsOnScreen: () => cardsIn(cards, view),
    select(keys) {
      for (const card of cards) {
        const isSelected = keys.includes(card.key);
        if (isSelected === card.isSelected) continue;
        card.isSelected = isSelected;
        change(card);
      }
      return cards.filter((card) => card.isSelected).length;
    },
    reword({ key, text }: EditOrder) {
      const card = cardsByKey.get(key);
      if (!card) throw new Error(`There is no card ${key}.`);
      card.text = text;
      change(card);
    },
  });
}

function takeWheel(surface: HTMLElement, view: () => View, look: (next: View) => void): void {
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    const { x, y, zoom } = view();
    if (!event.ctrlKey) {
      look({ zoom, x: x - event.deltaX, y: y - event.deltaY });
      return;
    }
    const next = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom * 2 ** (-event.deltaY * ZOOM_BY_DELTA)));
    const about = (pointer: number, offset: number) => pointer - ((pointer - offset) * next) / zoom;
    look({ zoom: next, x: about(event.clientX, x), y: about(event.clientY, y) });
  };
  surface.addEventListener("wheel", onWheel, { passive: false });
}

/** What is pressed moves with the hand; when it is selected, all that is selected. */
function takeDrags(
  surface: HTMLElement,
  cards: readonly SurfaceCard[],
  view: () => View,
  change: (card: SurfaceCard) => void,
): void {
  let held: readonly SurfaceCard[] = [];
  let last: Point = { x: 0, y: 0 };
  surface.addEventListener("pointerdown", (event) => {
    const { x, y, zoom } = view();
    const at = { x: (event.clientX - x) / zoom, y: (event.clientY - y) / zoom };
    const pressed = cards.find(
      (card) => at.x >= card.x && at.y >= card.y && at.x < card.x + card.width && at.y < card.y + card.height,
    );
    if (!pressed) return;
    surface.setPointerCapture(event.pointerId);
    held = pressed.isSelected ? cards.filter((card) => card.isSelected) : [pressed];
    last = { x: event.clientX, y: event.clientY };
  });
  const follow = (event: PointerEvent) => {
    if (held.length === 0) return;
    const { zoom } = view();
    for (const card of held) {
      card.x += (event.clientX - last.x) / zoom;
      card.y += (event.clientY - last.y) / zoom;
      change(card);
    }
    last = { x: event.clientX, y: event.clientY };
  };
  surface.addEventListener("pointermove", follow);
  // A hand that was faster than the page may be elsewhere by now.
  surface.addEventListener("pointerup", (event) => {
    follow(event);
    held = [];
  });
}
