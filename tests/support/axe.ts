/** What axe says of a page, in one look or in several. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** How a page is looked at: what is left out stays as it is. */
export interface Look {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly media?: NonNullable<Parameters<Page["emulateMedia"]>[0]>;
}

export const ON_LAPTOP = { viewport: { width: 1280, height: 800 }, media: { colorScheme: "light" } } as const;
export const DARK_ON_LAPTOP = { ...ON_LAPTOP, media: { colorScheme: "dark" } } as const;
export const DARK_ON_PHONE = { viewport: { width: 390, height: 844 }, media: { colorScheme: "dark" } } as const;
export const LIGHT_AND_DARK: readonly Look[] = [
  { media: { colorScheme: "light" } },
  { media: { colorScheme: "dark" } },
];

const fromBuilder = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const AXE = readFileSync(fromBuilder.resolve("axe-core/axe.min.js"), "utf8");
/** What the builder gives to a page at each look, where a page has axe already. */
const NOTHING = "undefined";

/** Nothing that axe calls serious or critical is on the page as it stands. */
export async function expectNothingSerious(page: Page): Promise<void> {
  const hasAxe = await page.evaluate(() => {
    // What is still fading in is paler than it will be. Brought to its end, not waited for: a page that shows nothing
    // new may draw no frame in which it would end.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    return "axe" in window;
  });
  if (!hasAxe) await page.evaluate(AXE);
  const { violations } = await new AxeBuilder({ page, axeSource: NOTHING })
    // Our pages hold no frames: without this each look opens a second page only to put frames' findings together.
    .setLegacyMode(true)
    // Telling element by element what is well takes longer than looking; no rule that is serious reads our files anew.
    .options({ resultTypes: ["violations"], preload: false })
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(serious).toEqual([]);
}

/** Turns the page to each of these looks, says what must hold there, and leaves it in the first one. */
export async function inEachLook(page: Page, looks: readonly Look[], holds: () => Promise<void>): Promise<void> {
  const [first, ...others] = looks;
  const open = page.locator(
    ":is([role=dialog], [role=alertdialog], [role=menu]):not([data-exiting], [data-exiting] *)",
  );
  const many = await open.count();
  for (const look of [first, ...others]) {
    await turn(page, look);
    // What closes when the page is turned would not be looked at.
    await expect.poll(() => open.count()).toBeGreaterThanOrEqual(many);
    await holds();
  }
  if (others.length > 0) await turn(page, first);
}

/** Nothing serious in any of these looks; the page is left in the first one. */
export function expectNothingSeriousIn(page: Page, looks: readonly Look[]): Promise<void> {
  return inEachLook(page, looks, () => expectNothingSerious(page));
}

async function turn(page: Page, { viewport, media }: Look = {}): Promise<void> {
  if (media) await page.emulateMedia(media);
  if (viewport) await page.setViewportSize(viewport);
  // The page has drawn itself anew by the second frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}
