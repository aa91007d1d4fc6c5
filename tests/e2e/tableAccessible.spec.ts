/** What a screen reader meets in the table and the outline, however the page is looked at (SPEC W9). */
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, expect, type Page, test } from "@playwright/test";
import { card, openExample } from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelayProcess();
});
test.afterAll(async () => {
  await relay.remove();
});

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(serious).toEqual([]);
}

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["a phone", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ["320 px", { viewport: { width: 320, height: 640 } }],
  // What 200 % zoom makes of 1280×800.
  ["200 %", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ["less motion", { reducedMotion: "reduce" }],
  ["forced colours", { forcedColors: "active" }],
];

for (const [look, options] of LOOKS) {
  for (const view of ["Table", "Outline"] as const) {
    test(`${view}: ${look}`, async ({ browser }) => {
      test.slow();
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      await page.goto(relay.url);
      await openExample(page);
      await page.getByRole("link", { name: view }).click();
      await expect(
        view === "Table" ? page.getByRole("table") : page.getByRole("list", { name: /^Outline/ }),
      ).toBeVisible();
      await expectNothingSerious(page);
      await card(page, "Price only after log-in").focus();
      await page.keyboard.press("Space");
      await expect(page.getByRole("complementary")).toBeVisible();
      await page.keyboard.press("F2");
      await expect(page.getByRole("main").getByRole("textbox")).toBeFocused();
      await expectNothingSerious(page);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Shift+F10");
      await expect(page.getByRole("menu")).toBeVisible();
      await expectNothingSerious(page);
      await page.getByRole("menuitem", { name: "Move to…" }).press("Enter");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNothingSerious(page);
      // The page itself never scrolls sideways; what is wide scrolls in itself.
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
  }
}
