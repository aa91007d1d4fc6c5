/** The acts of the bench: what people do on a board, with the same events for every contender. */
import { setTimeout as pause } from "node:timers/promises";
import type { EditOrder, Painted, Point, ShownCard } from "./benchPage.ts";
import { type Board, cardsOnScreen, middleOf, type Stage, viewOf } from "./contender.ts";
import { settle, taskMs } from "./cost.ts";
import { FRAME_MS, paced } from "./hand.ts";
import { type Profile, profiled } from "./profile.ts";
import type { Scene } from "./scene.ts";
import { steer, VIEWPORT } from "./stage.ts";
import { reworded, tokenOf } from "./token.ts";

export type Figures = Record<string, number | string>;

export interface Amounts {
  /** Events of a pan, a zoom and a drag. */
  readonly events: number;
  readonly hovers: number;
  readonly outsideEdits: number;
  readonly ownEdits: number;
}

export interface Act {
  readonly name: string;
  /** How many times slower the processor is made; as it is when absent. */
  readonly slowedBy?: number;
  /** Only what `finish` tells is a figure: the hands of the contenders differ in it. */
  readonly isToldByFinish?: true;
  /** Brings the page to where the act begins; the answer is the act, or why it cannot be done. */
  prepare(board: Board, stage: Stage, scene: Scene, amounts: Amounts): Promise<Play | string>;
}
export interface Play {
  /** What is measured. */
  run(): Promise<void>;
  /** Further figures. @throws Error when the act did not do what it should have done */
  finish?(): Promise<Figures>;
}

const OVERVIEW_ZOOM = 0.2;
const LEAST_ZOOM = 0.1;
const DRAGGED_ZOOM = 0.5;
const DRAGGED = 50;
const SMALLEST_STEP = 4;
const LARGEST_STEP = 24;
const DRAG_RADIUS = 150;
/** A column of our layout: what is dropped there goes into another cell. */
const COLUMN = 188;
/** So near to the middle of the board a card is surely not under a bar or a strip. */
const SURE_DISTANCE = { x: 320, y: 200 };
/** 20 edits a second. */
const EDITS_APART_MS = 50;
const OWN_EDITS_APART_MS = 200;
const AFTERMATH_MS = 250;
/** A cheap laptop. */
const SLOWED_BY = 4;
/** Zoomed in fewer steps, a step is more than some contenders take at once. */
const LEAST_ZOOM_EVENTS = 60;

export const PAN = "pan";
export const ZOOM = "zoom";
export const OVERVIEW = "overview pan";
export const DRAG_ONE = "drag 1";
export const DRAG_MANY = `drag ${DRAGGED}`;
export const SLOW_PAN = "slow pan";
export const SLOW_DRAG = "slow drag 1";
export const HOVER = "hover";
export const REMOTE = "remote";
export const OWN = "own edits";

export const ACTS: readonly Act[] = [
  { name: PAN, prepare: (...all) => panAt(1, ...all) },
  { name: ZOOM, prepare: zoomThere },
  { name: OVERVIEW, prepare: (...all) => panAt(OVERVIEW_ZOOM, ...all) },
  { name: HOVER, prepare: hover },
  { name: REMOTE, prepare: editFromOutside },
  { name: OWN, isToldByFinish: true, prepare: editHere },
  { name: DRAG_ONE, prepare: dragOne },
  { name: DRAG_MANY, prepare: dragMany },
  { name: SLOW_PAN, slowedBy: SLOWED_BY, prepare: (...all) => panAt(1, ...all) },
  { name: SLOW_DRAG, slowedBy: SLOWED_BY, prepare: dragOne },
];

export const TASK = "main thread ms";
export const DROPPED = "frames dropped";
export const DROPPED_SHARE = "frames dropped %";
export const FRAME_P95 = "frame p95 ms";
export const TOOK = "took s";
export const PER_EDIT = "main thread ms per edit";
export const PAINT_P50 = "edit → paint p50 ms";
export const PAINT_P95 = "edit → paint p95 ms";

/** Plays one act and measures it, under the profiler when its answer is asked for. Figures have the act's name before. */
export async function playAct(
  act: Act,
  board: Board,
  stage: Stage,
  scene: Scene,
  amounts: Amounts,
  onProfile?: (act: string, profile: Profile) => void,
): Promise<Figures> {
  const play = await act.prepare(board, stage, scene, amounts);
  if (typeof play === "string") return { [`${act.name}: ${TASK}`]: play };
  await settle(stage.cdp);
  await stage.cdp.send("Emulation.setCPUThrottlingRate", { rate: act.slowedBy ?? 1 });
  const before = await taskMs(stage.cdp);
  const began = performance.now();
  await stage.page.evaluate(() => window.recorder.startFrames());
  if (onProfile) onProfile(act.name, await profiled(stage.cdp, () => play.run()));
  else await play.run();
  const took = performance.now() - began;
  await pause(AFTERMATH_MS);
  const gaps = await stage.page.evaluate(() => window.recorder.stopFrames());
  const cost = (await taskMs(stage.cdp)) - before;
  await stage.cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const own = await play.finish?.();
  const dropped = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0);
  const costs: Figures = {
    [TASK]: cost,
    [FRAME_P95]: quantile(gaps, 0.95),
    [DROPPED]: dropped,
    ...(act.slowedBy === undefined ? {} : { [DROPPED_SHARE]: (100 * dropped) / (dropped + gaps.length) }),
    [TOOK]: took / 1000,
    ...(act.name === REMOTE ? { [PER_EDIT]: cost / amounts.outsideEdits } : {}),
  };
  const figures = { ...(act.isToldByFinish ? {} : costs), ...own };
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${act.name}: ${name}`, value]));
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** There, back over where it began, and home again; as far as the sheet allows at this zoom. */
async function panAt(zoom: number, board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play> {
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

async function zoomThere(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play> {
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

async function hover(board: Board, stage: Stage, scene: Scene, { hovers }: Amounts): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  const middle = await middleOf(stage);
  return {
    run: () => paced(hovers, (index) => stage.hand.move(onCurve(middle, index / hovers, SURE_DISTANCE))),
  };
}

async function dragOne(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  const card = (await nearCards(stage))[0];
  if (!card) throw new Error("No card is in the middle of the board.");
  return drag(stage, card, events, COLUMN);
}

async function dragMany(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play | string> {
  await steer(board, stage, DRAGGED_ZOOM, middleOfScene(scene));
  const cards = (await nearCards(stage, 1)).slice(0, DRAGGED);
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

/** Half of the edits are on the screen; every one of those has to be seen. */
async function editFromOutside(board: Board, stage: Stage, scene: Scene, { outsideEdits }: Amounts): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  const near = await nearCards(stage);
  const shown = new Set((await cardsOnScreen(stage)).map(({ key }) => key));
  const far = board.cards.filter(({ key }) => !shown.has(key));
  const seen: string[] = [];
  const orders = Array.from({ length: outsideEdits }, (_, index): EditOrder => {
    const isSeen = index % 2 === 0;
    const card = isSeen ? near[(index / 2) % near.length] : far[(index * 7) % far.length];
    if (!card) throw new Error("There are too few cards on the screen, or beside it.");
    const token = tokenOf("r", index);
    if (isSeen) seen.push(token);
    return { key: card.key, text: reworded(card.text, token), token };
  });
  await stage.page.evaluate((tokens) => window.recorder.watch(tokens), seen);
  return {
    run: () => board.editFromOutside(stage, orders, EDITS_APART_MS),
    async finish() {
      const painted = await stage.page.evaluate(() => window.recorder.stopWatching());
      insist(painted, seen);
      const { page, whole } = board.outsideTimes(painted);
      return {
        [PAINT_P50]: quantile(page, 0.5),
        [PAINT_P95]: quantile(page, 0.95),
        "made → paint p95 ms": quantile(whole, 0.95),
      };
    },
  };
}

async function editHere(board: Board, stage: Stage, scene: Scene, { ownEdits }: Amounts): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  const [card] = await nearCards(stage);
  if (!card) throw new Error("No card is in the middle of the board.");
  const tokens = Array.from({ length: ownEdits }, (_, index) => tokenOf("w", index));
  await stage.page.evaluate((all) => window.recorder.watch(all), tokens);
  return {
    run: () =>
      paced(
        ownEdits,
        (index) => {
          const token = tokens[index] ?? "";
          return board.editHere(stage, { key: card.key, text: reworded(card.text, token), token });
        },
        OWN_EDITS_APART_MS,
      ),
    async finish() {
      const typed = await stage.page.evaluate(() => window.recorder.typed());
      const painted = await stage.page.evaluate(() => window.recorder.stopWatching());
      insist(painted, tokens);
      const times = Object.values(painted).map((each) => each.painted - each.key);
      return {
        [PAINT_P50]: quantile(times, 0.5),
        [PAINT_P95]: quantile(times, 0.95),
        "key → paint p95 ms": quantile(typed, 0.95),
      };
    },
  };
}

function insist(painted: Readonly<Record<string, Painted>>, tokens: readonly string[]): void {
  const missing = tokens.filter((token) => painted[token] === undefined);
  if (missing.length > 0) throw new Error(`${missing.length} of ${tokens.length} edits were never seen.`);
}

/** Cards about the middle of the board, the nearest first. `share` of the frame that counts as the middle. */
async function nearCards(stage: Stage, share?: number): Promise<ShownCard[]> {
  const middle = await middleOf(stage);
  const distance = (card: ShownCard) => Math.hypot(centreOf(card).x - middle.x, centreOf(card).y - middle.y);
  return (await cardsOnScreen(stage))
    .filter((card) => {
      const { x, y } = centreOf(card);
      return (
        share !== undefined || (Math.abs(x - middle.x) < SURE_DISTANCE.x && Math.abs(y - middle.y) < SURE_DISTANCE.y)
      );
    })
    .sort((one, other) => distance(one) - distance(other));
}

function centreOf({ rect }: ShownCard): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

function middleOfScene({ width, height }: Scene): Point {
  return { x: width / 2, y: height / 2 };
}

/** A point of a curve that crosses itself and ends where it begins. */
function onCurve(middle: Point, share: number, radius: Point): Point {
  const angle = share * 2 * Math.PI;
  return { x: middle.x + radius.x * Math.sin(2 * angle), y: middle.y + radius.y * Math.sin(3 * angle) };
}
