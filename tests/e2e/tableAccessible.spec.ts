/** What a screen reader meets in the table and the outline, however the page is looked at (SPEC W9). */
import { type BrowserContextOptions, expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { card, openExample } from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelayProcess();
});
test.afterAll(async () => {
  await relay.remove();
});

const SIZES: readonly (readonly [string, BrowserContextOptions])[] = [
  ["a laptop", { viewport: { width: 1280, height: 800 } }],
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ["320 px", { viewport: { width: 320, height: 640 } }],
  // What 200 % zoom makes of 1280×800.
  ["200 %", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
];
type Looks = readonly NonNullable<Parameters<Page["emulateMedia"]>[0]>[];
const LIGHT = { colorScheme: "light", forcedColors: "none", reducedMotion: "no-preference" } as const;
/** Colours and motion are the same at every size. */
const LOOKS: Looks = [
  { ...LIGHT, colorScheme: "dark" },
  { ...LIGHT, forcedColors: "active" },
  { ...LIGHT, reducedMotion: "reduce" },
];

for (const [size, options] of SIZES) {
  for (const view of ["Table", "Outline"] as const) {
    test(`${view}: ${size}`, async ({ browser }) => {
      const context = await browser.newContext({ ...options, colorScheme: "light" });
      const page = await context.newPage();
      const expectWell = async () => {
        await expectNothingSerious(page);
        if (size !== "a laptop") return;
        for (const look of LOOKS) {
          await page.emulateMedia(look);
          await expectNothingSerious(page);
        }
        await page.emulateMedia(LIGHT);
      };
      await page.goto(relay.url);
      await openExample(page);
      await page.getByRole("link", { name: view }).click();
      await expect(
        view === "Table" ? page.getByRole("table") : page.getByRole("list", { name: /^Outline/ }),
      ).toBeVisible();
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
    });
  }
}
