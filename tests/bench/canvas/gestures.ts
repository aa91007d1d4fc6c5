/** Going about the board and moving its cards, with the same events for every contender. */
import type { Amounts, Play } from "./act.ts";
import type { Point, ShownCard } from "./benchPage.ts";
import { type Board, cardsOnScreen, middleOf, type Stage, viewOf } from "./contender.ts";
import { paced } from "./hand.ts";
import { centreOf, middleOfScene, nearCards, SURE_DISTANCE } from "./middle.ts";
import type { Scene } from "./scene.ts";
import { steer, VIEWPORT } from "./stage.ts";

const LEAST_ZOOM = 0.1;
const DRAGGED_ZOOM = 0.5;
const DRAGGED = 50;
const SMALLEST_STEP = 4;
const LARGEST_STEP = 24;
const DRAG_RADIUS = 150;
/** A column of our layout: what is dropped there goes into another cell. */
const COLUMN = 188;
/** Zoomed in fewer steps, a step is more than some contenders take at once. */
const LEAST_ZOOM_EVENTS = 60;

/** There, back over where it began, and home again; as far as the sheet allows at this zoom. */
export async function panAt(
  zoom: number,
  board: Board,
  stage: Stage,
  scene: Scene,
  { events }: Amounts,
): Promise<Play> {
  await steer(board, stage, zoom, middleOfScene(scene));
  const middle = await middleOf(stage);
  const quarter = events / 4;
  const room = (scene.width * zoom + SURE_DISTANCE.x - VIEWPORT.width) / 2;
  const step = Math.max(SMALLEST_STEP, Math.min(LARGEST_STEP, room / quarter));
  const delta = { x: step / stage.panByDelta, y: step / 3 / stage.panByDelta };
  const before = await viewOf(stage);
  let turn = before;
  return {
    run: () =>
      paced(events, async (index) => {
        const way = index >= quarter && index < 3 * quarter ? -1 : 1;
        await stage.hand.wheel(middle, { x: delta.x * way, y: delta.y * way });
        if (index === quarter - 1) turn = await viewOf(stage);
      }),
    async finish() {
      if (before.x - turn.x > (step * quarter) / 2) return {};
      throw new Error(`The board hardly moved: from ${before.x} to ${turn.x}.`);
    },
  };
}

export async function zoomThere(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  const middle = await middleOf(stage);
  const half = Math.max(events, LEAST_ZOOM_EVENTS) / 2;
  const zoomAt = (step: number) => LEAST_ZOOM ** (step / half);
  let least = 1;
  return {
    async run() {
      await paced(half, (index) => zoom(zoomAt(index), zoomAt(index + 1)));
      least = (await viewOf(stage)).zoom;
      await paced(half, (index) => zoom(zoomAt(half - index), zoomAt(half - index - 1)));
    },
    async finish() {
      const last = (await viewOf(stage)).zoom;
      if (least < LEAST_ZOOM * 1.1 && Math.abs(last - 1) < 0.1) return {};
      throw new Error(`It zoomed to ${least} and back to ${last}, not to ${LEAST_ZOOM} and 1.`);
    },
  };

  function zoom(from: number, to: number): Promise<void> {
    return stage.hand.wheel(middle, { x: 0, y: board.zoomDelta(from, to) }, true);
  }
}

export async function hover(board: Board, stage: Stage, scene: Scene, { hovers }: Amounts): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  const middle = await middleOf(stage);
  return {
    run: () => paced(hovers, (index) => stage.hand.move(onCurve(middle, index / hovers, SURE_DISTANCE))),
  };
}

export async function dragOne(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  const card = (await nearCards(stage))[0];
  if (!card) throw new Error("No card is in the middle of the board.");
  return drag(stage, card, events, COLUMN);
}

export async function dragMany(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play | string> {
  await steer(board, stage, DRAGGED_ZOOM, middleOfScene(scene));
  const cards = (await nearCards(stage, "board")).slice(0, DRAGGED);
  const [card] = cards;
  if (!card) throw new Error("No card is in the middle of the board.");
  const selected = await board.select(
    stage,
    cards.map(({ key }) => key),
  );
  if (selected < cards.length) return "cannot";
  return drag(stage, card, events, COLUMN * DRAGGED_ZOOM);
}

/** Round and round, and down a column further to the right. */
function drag(stage: Stage, card: ShownCard, events: number, right: number): Play {
  const { hand } = stage;
  const from = centreOf(card);
  const radius = { x: DRAG_RADIUS, y: DRAG_RADIUS / 2 };
  return {
    async run() {
      await hand.move(from);
      await hand.press(from);
      await paced(events, (index) => hand.move(onCurve(from, index / events, radius), true));
      const to = { x: from.x + right, y: from.y };
      await hand.move(to, true);
      await hand.release(to);
    },
    async finish() {
      const there = (await cardsOnScreen(stage)).find(({ key }) => key === card.key);
      const way = there ? Math.hypot(there.rect.x - card.rect.x, there.rect.y - card.rect.y) : Number.POSITIVE_INFINITY;
      if (way > right / 2) return {};
      throw new Error(`The card was dragged by ${right} pixels and moved by ${way}.`);
    },
  };
}

/** A point of a curve that crosses itself and ends where it begins. */
function onCurve(middle: Point, share: number, radius: Point): Point {
  const angle = share * 2 * Math.PI;
  return { x: middle.x + radius.x * Math.sin(2 * angle), y: middle.y + radius.y * Math.sin(3 * angle) };
}
