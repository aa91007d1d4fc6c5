/** What a screen reader meets in the table and the outline, however the page is looked at (SPEC W9). */
import { expect, type Page } from "@playwright/test";
import { expectNothingSeriousIn, type Look } from "../support/axe.ts";
import { card, openExample, openLaptop } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const LIGHT = { colorScheme: "light", forcedColors: "none", reducedMotion: "no-preference" } as const;
const LAPTOP = { viewport: { width: 1280, height: 800 }, media: LIGHT } as const;
/** Colours and motion are the same at every size. */
const LOOKS: readonly Look[] = [
  LAPTOP,
  { media: { ...LIGHT, colorScheme: "dark" } },
  { media: { ...LIGHT, forcedColors: "active" } },
  { media: { ...LIGHT, reducedMotion: "reduce" } },
];
const VIEWS = ["Table", "Outline"] as const;
type View = (typeof VIEWS)[number];

async function walkThrough(page: Page, view: View, looks: readonly Look[]): Promise<void> {
  const expectWell = () => expectNothingSeriousIn(page, looks);
  await page.getByRole("link", { name: view }).click();
  await expect(view === "Table" ? page.getByRole("table") : page.getByRole("list", { name: /^Outline/ })).toBeVisible();
  await expectWell();
  await card(page, "Price only after log-in").focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("complementary")).toBeVisible();
  await page.keyboard.press("F2");
  await expect(page.getByRole("main").getByRole("textbox")).toBeFocused();
  await expectWell();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu")).toBeVisible();
  await expectWell();
  await page.getByRole("menuitem", { name: "Move to…" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectWell();
  // The page itself never scrolls sideways; what is wide scrolls in itself.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
}

for (const view of VIEWS) {
  test(`${view}: a laptop, 320 px, 200 %`, async ({ browser }) => {
    const { page } = await openLaptop(browser, relay.url);
    await openExample(page);
    await walkThrough(page, view, LOOKS);
    // What 200 % zoom makes of 1280×800 is the second one.
    for (const viewport of [
      { width: 320, height: 640 },
      { width: 640, height: 400 },
    ]) {
      await page.setViewportSize(viewport);
      await walkThrough(page, view, [{ viewport }]);
    }
  });
}

test("a phone", async ({ browser }) => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true, colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(relay.url);
  await openExample(page);
  for (const view of VIEWS) await walkThrough(page, view, [{ viewport }]);
});
