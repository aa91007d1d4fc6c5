/** What people do with very much at once, in our app only: the others have no such thing, or do it otherwise. */
import { expect } from "@playwright/test";
import type { Act, Amounts, Play } from "./act.ts";
import { type Board, middleOf, type Stage } from "./contender.ts";
import { editFromOutside } from "./edits.ts";
import { paced, typeKeys } from "./hand.ts";
import { centreOf, middleOfScene, nearCards } from "./middle.ts";
import type { Scene } from "./scene.ts";
import { steer } from "./stage.ts";

/** So far out a marquee takes a few hundred cards, and they are elements still. */
const MARQUEE_ZOOM = 0.42;
const LEAST_EVENTS = 10;
const DRAG_RADIUS = 150;
/** All cards of a large table. */
const TABLE_TIMEOUT_MS = 120_000;
const PINNED_ZOOM = 1;

export const OUR_ACTS: readonly Act[] = [
  { name: "select all", isOursOnly: true, prepare: selectAll },
  { name: "copy all", isOursOnly: true, prepare: copyAll },
  { name: "marquee", isOursOnly: true, prepare: marquee },
  { name: "drag marquee", isOursOnly: true, prepare: dragMarquee },
  { name: "pinned remote", isOursOnly: true, prepare: editWithPinned },
  { name: "table ready", isOursOnly: true, prepare: openTable },
  { name: "table remote", isOursOnly: true, prepare: editChosenTable },
];

async function selectAll(board: Board, stage: Stage, scene: Scene): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  return {
    run: () => typeKeys(stage.page, ["Control+a"]),
    finish: () => expectChosen(stage, board.cards.length),
  };
}

async function copyAll(board: Board, stage: Stage, scene: Scene): Promise<Play> {
  await steer(board, stage, 1, middleOfScene(scene));
  await typeKeys(stage.page, ["Control+a"]);
  return {
    run: () => typeKeys(stage.page, ["Control+c"]),
    finish: () => expectSaid(stage, /^(\d+) copied/, 1),
  };
}

async function marquee(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play> {
  await steer(board, stage, MARQUEE_ZOOM, middleOfScene(scene));
  const draw = await marqueeOf(stage);
  return { run: () => draw(events), finish: () => expectChosen(stage, 2) };
}

/** Round what is seen. */
async function marqueeOf(stage: Stage): Promise<(events: number) => Promise<void>> {
  const { hand, page } = stage;
  const from = await bareSheet(stage);
  const frame = await page.evaluate(() => window.benchPage?.frame());
  if (!frame) throw new Error("The page has no board.");
  const to = { x: frame.x + frame.width - 20, y: frame.y + frame.height - 20 };
  return async (events) => {
    await hand.move(from);
    await hand.press(from);
    await paced(events, (index) => {
      const share = (index + 1) / events;
      return hand.move({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, true);
    });
    await hand.release(to);
  };
}

/** Of what a marquee took a part is in view. Round and round; the drop is not measured, and undone. */
async function dragMarquee(board: Board, stage: Stage, scene: Scene, { events }: Amounts): Promise<Play> {
  const { hand, page } = stage;
  await steer(board, stage, MARQUEE_ZOOM, middleOfScene(scene));
  await (await marqueeOf(stage))(LEAST_EVENTS);
  await steer(board, stage, 1, middleOfScene(scene));
  const card = (await nearCards(stage))[0];
  if (!card) throw new Error("No card is in the middle of the board.");
  const from = centreOf(card);
  return {
    async run() {
      await hand.move(from);
      await hand.press(from);
      await paced(events, (index) => {
        const angle = (4 * Math.PI * index) / events;
        return hand.move({ x: from.x + DRAG_RADIUS * Math.sin(angle), y: from.y + 60 * Math.cos(angle) }, true);
      });
    },
    async finish() {
      await expect(page.locator(".canvas-drop-mark")).toBeVisible();
      await hand.release(from);
      await typeKeys(page, ["Control+z", "Escape"]);
      return {};
    },
  };
}

async function editWithPinned(board: Board, stage: Stage, scene: Scene, amounts: Amounts): Promise<Play> {
  const { page } = stage;
  await steer(board, stage, PINNED_ZOOM, { x: scene.width / 2, y: 0 });
  const lane = page.getByRole("button", { name: /^Lane: / }).nth(1);
  await choose(stage, "Pin");
  const play = await editFromOutside(board, stage, scene, amounts);
  return {
    run: play.run,
    async finish() {
      const figures = await play.finish?.();
      await choose(stage, "Unpin");
      return { ...figures };
    },
  };

  async function choose({ page: at }: Stage, act: string): Promise<void> {
    await lane.focus();
    await at.keyboard.press("Shift+F10");
    await at.getByRole("menuitem", { name: act, exact: true }).press("Enter");
    await at.keyboard.press("Escape");
  }
}

async function openTable({ cards }: Board, stage: Stage): Promise<Play> {
  return {
    async run() {
      await show(stage, "Table");
      await expect(stage.page.locator("table [data-card-id]")).toHaveCount(cards.length, { timeout: TABLE_TIMEOUT_MS });
    },
    async finish() {
      await showCanvas(stage);
      return {};
    },
  };
}

/** Every edit is on a card in view, with all cards chosen. */
async function editChosenTable(board: Board, stage: Stage, _: Scene, { ownEdits }: Amounts): Promise<Play> {
  const { page } = stage;
  await show(stage, "Table");
  const shown = page.locator("table [data-card-id]");
  await expect(shown).toHaveCount(board.cards.length, { timeout: TABLE_TIMEOUT_MS });
  await shown.first().focus();
  await typeKeys(page, ["Control+a"]);
  const orders = board.cards.slice(0, ownEdits).map(({ key, text }, index) => ({ key, text, token: `table${index}` }));
  return {
    run: () => board.editFromOutside(stage, orders, 100),
    async finish() {
      await expect(page.getByText(`table${orders.length - 1}`)).toBeAttached();
      await typeKeys(page, ["Escape"]);
      await showCanvas(stage);
      return {};
    },
  };
}

async function show({ page }: Stage, view: "Table" | "Canvas"): Promise<void> {
  await page.getByRole("navigation", { name: "Ways to see the map" }).getByRole("link", { name: view }).press("Enter");
}

async function showCanvas(stage: Stage): Promise<void> {
  await show(stage, "Canvas");
  await expect(stage.page.locator(".react-flow [data-card-id]").first()).toBeVisible();
}

function expectChosen(stage: Stage, least: number): Promise<Record<string, number>> {
  return expectSaid(stage, /^(\d+) chosen/, least);
}

/** Then nothing is chosen. @throws Error when it was not said of so many things */
async function expectSaid({ page }: Stage, sentence: RegExp, least: number): Promise<Record<string, number>> {
  const said = (await page.locator("output[aria-live=polite]").textContent()) ?? "";
  const things = Number(sentence.exec(said)?.[1] ?? 0);
  await typeKeys(page, ["Escape"]);
  if (things < least) throw new Error(`Not of ${least} things it is said: “${said}”.`);
  return { things };
}

/** Where the sheet is under no thing, in the upper left of the board. */
async function bareSheet(stage: Stage): Promise<{ x: number; y: number }> {
  const middle = await middleOf(stage);
  const at = await stage.page.evaluate(({ x, y }) => {
    for (let left = 260; left < x; left += 7)
      for (let top = 140; top < y; top += 7)
        if (document.elementFromPoint(left, top)?.classList.contains("react-flow__pane")) return { x: left, y: top };
    return null;
  }, middle);
  if (!at) throw new Error("There is no bare sheet.");
  return at;
}
