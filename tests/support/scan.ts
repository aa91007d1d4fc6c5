/** Reads a code off the screen, as a phone's camera does. */
import type { Locator } from "@playwright/test";
import jsqr from "jsqr";

/** What stands in the code of this picture, as it is drawn on the page. Rejects where there is none to be read. */
export async function scan(image: Locator): Promise<string> {
  const shot = (await image.screenshot()).toString("base64");
  const { pixels, width, height } = await image.evaluate(async (_, png) => {
    const seen = new Image();
    seen.src = `data:image/png;base64,${png}`;
    await seen.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: seen.width, height: seen.height });
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser draws nothing");
    context.drawImage(seen, 0, 0);
    return {
      pixels: [...context.getImageData(0, 0, seen.width, seen.height).data],
      width: seen.width,
      height: seen.height,
    };
  }, shot);
  const code = jsqr.default(Uint8ClampedArray.from(pixels), width, height);
  if (!code) throw new Error("there is no code that a camera could read");
  return code.data;
}
