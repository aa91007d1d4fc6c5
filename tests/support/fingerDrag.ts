/** A finger that drags, with real touch events of the browser. */
import type { CDPSession, Locator } from "@playwright/test";
import { standingBox } from "./standing.ts";

/** Takes hold of the grip and lets go over the upper or the lower half of the place. */
export async function fingerDrag(
  finger: CDPSession,
  grip: Locator,
  place: Locator,
  half: "upper" | "lower" = "lower",
): Promise<void> {
  await place.scrollIntoViewIfNeeded();
  await grip.scrollIntoViewIfNeeded();
  const from = await standingBox(grip);
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly (readonly [number, number])[]) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([px, py]) => ({ x: px, y: py, id: 0 })) });
  const aim = async (): Promise<readonly [number, number]> => {
    const to = await standingBox(place);
    return [to.x + to.width / 2, to.y + to.height * (half === "upper" ? 0.25 : 0.75)];
  };
  const [toX, toY] = await aim();
  await touch("touchStart", [[x, y]]);
  const STEPS = 8;
  for (let step = 1; step <= STEPS; step += 1)
    await touch("touchMove", [[x + ((toX - x) * step) / STEPS, y + ((toY - y) * step) / STEPS]]);
  // Near an edge the page scrolls along: as a person would, the finger goes to where the place is by then.
  await touch("touchMove", [await aim()]);
  await touch("touchEnd", []);
}
