/** Opening a page, and bringing its view to where an act begins: with the wheel, as a person does. */
import { setTimeout as pause } from "node:timers/promises";
import type { Point, View } from "./benchPage.ts";
import { type Board, middleOf, type Stage, viewOf } from "./contender.ts";
import { countCosts, settle, taskMs } from "./cost.ts";
import { openHand } from "./hand.ts";

export const VIEWPORT = { width: 1280, height: 800 };
/** One turn of the wheel changes the zoom by less than a tenth: more, and some contenders cut it. */
const ZOOM_STEP = 1.08;
const PROBE = 40;
const MOST_STEPS = 80;
/** How exactly a view has to be reached. */
const ZOOM_TOLERANCE = 0.01;
const PIXEL_TOLERANCE = 4;

export interface Opened {
  readonly stage: Stage;
  /** Navigation → all cards of the first view drawn and an input answered, in ms. */
  readonly ready: number;
  /** Main thread from navigation until the page rests, in ms. */
  readonly loadMs: number;
}

/** Opens the board in a page of its own. */
export async function openStage(board: Board): Promise<Opened> {
  const page = await board.context.newPage();
  await board.prepare(page);
  const cdp = await board.context.newCDPSession(page);
  await countCosts(cdp);
  const hand = openHand(cdp);
  await page.goto(board.url, { waitUntil: "commit" });
  await page.evaluate((cards) => window.recorder.drawn(cards), board.firstCards);
  const middle = await middleOf({ page });
  await page.evaluate(() => window.recorder.expectMove());
  const moved = page.evaluate(() => window.recorder.moved());
  await hand.wheel(middle, { x: 0, y: PROBE });
  const ready = await moved;
  await settle(cdp);
  const loadMs = await taskMs(cdp);
  const before = await viewOf({ page });
  await hand.wheel(middle, { x: PROBE, y: 0 });
  await settle(cdp);
  const after = await viewOf({ page });
  const panByDelta = (before.x - after.x) / PROBE;
  if (!(panByDelta > 0)) throw new Error(`The wheel does not pan: ${JSON.stringify([before, after])}`);
  return { stage: { page, cdp, hand, panByDelta }, ready, loadMs };
}

/** Zooms and pans until `centre` (layout units) is in the middle at this zoom. */
export async function steer(board: Board, stage: Stage, zoom: number, centre: Point): Promise<void> {
  const middle = await middleOf(stage);
  for (let steps = 0; ; steps += 1) {
    const view = await viewOf(stage);
    const next = Math.min(view.zoom * ZOOM_STEP, Math.max(view.zoom / ZOOM_STEP, zoom));
    if (Math.abs(next / view.zoom - 1) < ZOOM_TOLERANCE / 2) break;
    if (steps === MOST_STEPS) throw new Error(`The wheel does not zoom to ${zoom}: it is ${view.zoom}.`);
    await stage.hand.wheel(middle, { x: 0, y: board.zoomDelta(view.zoom, next) }, true);
    await untilStill(stage);
  }
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const view = await viewOf(stage);
    const way = { x: view.x + centre.x * view.zoom - middle.x, y: view.y + centre.y * view.zoom - middle.y };
    if (Math.hypot(way.x, way.y) < PIXEL_TOLERANCE) break;
    await stage.hand.wheel(middle, { x: limited(way.x) / stage.panByDelta, y: limited(way.y) / stage.panByDelta });
    const moved = await untilStill(stage);
    // An edge of what may be seen: nearer it does not go.
    if (moved.x === view.x && moved.y === view.y) break;
  }
  await settle(stage.cdp);
}

/** The view, once it no longer changes from frame to frame. */
async function untilStill(stage: Stage): Promise<View> {
  for (;;) {
    const before = await viewOf(stage);
    await pause(40);
    const after = await viewOf(stage);
    if (JSON.stringify(before) === JSON.stringify(after)) return after;
  }
}

function limited(pixels: number): number {
  return Math.max(-2_000, Math.min(2_000, pixels));
}
