/** Every page and dialog of a day: in the workshop's own words, nothing serious by axe, nothing cut at 320 px (P24, P25, W2). */
import { expect, type Page } from "@playwright/test";
import { expectNothingSerious, inEachLook, ON_LAPTOP } from "../support/axe.ts";
import { walkThroughDay } from "../support/dayPages.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

/** By what each term stands for on the page where it is renamed. */
const OWN = [
  ["Who lives what is drawn", "customer", "patient"],
  ["Who works for the company", "colleague", "nurse"],
  ["The event", "workshop", "visit"],
  ["Where people sit together", "table", "ward"],
] as const;
const USUAL = /\b(?:customer|colleague|workshop|table)s?\b/i;

async function renameTerms(page: Page): Promise<void> {
  for (const [meaning, , own] of OWN) {
    await page.getByLabel(meaning, { exact: true }).fill(own);
    await page.getByLabel(meaning, { exact: true }).press("Enter");
    await expect(page.getByLabel(`${meaning}, several`, { exact: true })).toHaveValue(`${own}s`);
  }
}

function inOwnWords(text: string): string {
  return OWN.reduce(
    (said, [, usual, own]) =>
      said.replaceAll(new RegExp(usual, "gi"), (word) =>
        word.startsWith(usual.charAt(0)) ? own : own.charAt(0).toUpperCase() + own.slice(1),
      ),
    text,
  );
}

/** What is seen and heard of a page, without what stands on the map, and with the usual words in it. */
async function saidAsUsual(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const isContent = (element: Element | null) =>
      element?.closest(
        "[data-card-id],[data-touchpoint-id],[data-phase-id],[data-lane-id],[data-content-of],script,style",
      );
    const texts = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (!isContent(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent ?? "");
    const spoken = [
      "aria-label",
      "aria-description",
      "aria-roledescription",
      "aria-valuetext",
      "title",
      "placeholder",
      "alt",
    ];
    for (const element of document.body.querySelectorAll("*"))
      if (!isContent(element)) texts.push(...spoken.map((name) => element.getAttribute(name) ?? ""));
    for (const field of document.querySelectorAll("textarea")) texts.push(field.value);
    return texts;
  });
  return said.filter((text) => USUAL.test(text));
}

async function expectInOwnWords(name: string, page: Page): Promise<void> {
  // The plan's words may come a moment after the page.
  await expect.poll(() => saidAsUsual(page), name).toEqual([]);
}

const NARROW = { width: 320, height: 640 };
/** What 200 % zoom makes of 1280×800. */
const ZOOMED = { viewport: { width: 640, height: 400 } };

async function expectNothingBeyond(name: string, page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const parts = [document.documentElement, ...document.querySelectorAll("[role=dialog]")];
    return Math.max(...parts.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
  const { width } = page.viewportSize() ?? NARROW;
  expect.soft(beyond, `${name}, ${width} px: reached only by moving it sideways, in px`).toBeLessThanOrEqual(0);
}

test("every page of the day says patient, nurse, visit and ward, and is for everybody: 320 px wide, on a laptop, and at 200 % (P113)", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const themes = ["light", "dark"] as const;
  let looks = 0;
  await walkThroughDay({
    // Gone through where there is least room for it.
    ...{ browser, url: relay.url, laptop: { viewport: NARROW }, say: inOwnWords, prepare: renameTerms },
    look: async (name, page) => {
      // Each page in one theme when narrow, in the other one when wide.
      looks += 1;
      const [theme = "light", other] = looks % 2 === 0 ? themes : themes.toReversed();
      const viewport = page.viewportSize() ?? NARROW;
      const asItIs = { viewport, media: { colorScheme: theme, reducedMotion: "reduce" } } as const;
      const wide = { ...ON_LAPTOP, media: { colorScheme: other, reducedMotion: "reduce" } } as const;
      await inEachLook(page, [asItIs, wide], async () => {
        await expectInOwnWords(name, page);
        await test.step(name, () => expectNothingSerious(page));
        await expectNothingBeyond(name, page);
      });
      await inEachLook(page, [asItIs, ZOOMED], () => expectNothingBeyond(name, page));
    },
  });
});
