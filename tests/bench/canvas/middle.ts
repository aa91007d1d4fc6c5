/** The middle of the board, where a card is surely not under a bar or a strip. */
import type { Point, ShownCard } from "./benchPage.ts";
import { cardsOnScreen, middleOf, type Stage } from "./contender.ts";
import type { Scene } from "./scene.ts";

/** So near to the middle is sure, in pixels. */
export const SURE_DISTANCE = { x: 320, y: 200 };

/** Cards on the board, or those about its middle; the nearest to the middle first. */
export async function nearCards(stage: Stage, where: "middle" | "board" = "middle"): Promise<ShownCard[]> {
  const middle = await middleOf(stage);
  const distance = (card: ShownCard) => Math.hypot(centreOf(card).x - middle.x, centreOf(card).y - middle.y);
  return (await cardsOnScreen(stage))
    .filter((card) => {
      const { x, y } = centreOf(card);
      return (
        where === "board" || (Math.abs(x - middle.x) < SURE_DISTANCE.x && Math.abs(y - middle.y) < SURE_DISTANCE.y)
      );
    })
    .sort((one, other) => distance(one) - distance(other));
}

export function centreOf({ rect }: ShownCard): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}

export function middleOfScene({ width, height }: Scene): Point {
  return { x: width / 2, y: height / 2 };
}
