/** Edits by others and by the person at the page, from the cause until they are painted. */
import { type Amounts, PAINT_P95, type Play, quantile } from "./act.ts";
import type { EditOrder, Painted } from "./benchPage.ts";
import { type Board, cardsOnScreen, type Stage } from "./contender.ts";
import { paced } from "./hand.ts";
import { middleOfScene, nearCards } from "./middle.ts";
import type { Scene } from "./scene.ts";
import { steer } from "./stage.ts";
import { reworded, tokenOf } from "./token.ts";

/** 20 edits a second. */
const EDITS_APART_MS = 50;
const OWN_EDITS_APART_MS = 200;
const PAINT_P50 = "edit → paint p50 ms";

/** Half of the edits are on the screen; every one of those has to be seen. */
export async function editFromOutside(
  board: Board,
  stage: Stage,
  scene: Scene,
  { outsideEdits }: Amounts,
): Promise<Play> {
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

export async function editHere(board: Board, stage: Stage, scene: Scene, { ownEdits }: Amounts): Promise<Play> {
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
