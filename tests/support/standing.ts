/** Where something is on the screen once it stands there: the pointer goes by places, and a map may still be gliding. */
import type { Locator } from "@playwright/test";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Frames in a row in which it must not have moved. */
const FRAMES_STILL = 5;

/** The place of the one thing found, in CSS pixels of the page, after it has stood still. Waits until there is one. */
export async function standingBox(thing: Locator): Promise<Box> {
  return await thing.evaluate(async (element, framesStill) => {
    const place = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    let last = place();
    for (let still = 0; still < framesStill; ) {
      await new Promise(requestAnimationFrame);
      const now = place();
      still = now.x === last.x && now.y === last.y && now.width === last.width ? still + 1 : 0;
      last = now;
    }
    return last;
  }, FRAMES_STILL);
}
