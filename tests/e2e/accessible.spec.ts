/** What a screen reader meets, light and dark, wide and narrow: nothing serious by axe (SPEC W2). */
import { expect, type Locator, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { card, invite, more, openExample } from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async () => {
  relay = await startRelayProcess();
});
test.afterAll(async () => {
  await relay.remove();
});

for (const [look, colorScheme, width, height] of [
  ["light on a laptop", "light", 1280, 800],
  ["dark on a laptop", "dark", 1280, 800],
  ["light on a phone", "light", 390, 844],
] as const) {
  test(`start page, board, inspector and dialogs: ${look}`, async ({ browser }) => {
    // What is still fading in has other colours than what is read.
    const context = await browser.newContext({ colorScheme, viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(relay.url);
    await expect(page.getByRole("button", { name: /Open an example/ })).toBeVisible();
    await expectNothingSerious(page);
    await openExample(page);
    await expectNothingSerious(page);
    await card(page, "Old part numbers find nothing").click();
    await expectNothingSerious(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNothingSerious(page);
  });

  test(`joining, inviting, people and the second device: ${look}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(relay.url);
    await page.getByRole("button", { name: /^Join/ }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNothingSerious(page);
    await page.goto(`${relay.url}/#/join/ABC-DEF-GHJ`);
    await expect(page.getByText(/lets nobody in here/)).toBeVisible();
    await expectNothingSerious(page);
    await page.goto(relay.url);
    await openExample(page);
    await invite(page, "Anna");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByRole("button", { name: /^More about the invite .*People at the table/ }).click();
    await page.getByRole("menuitem", { name: "End this invite…" }).click();
    await expect(page.getByRole("button", { name: "End it", exact: true })).toBeVisible();
    await expectNothingSerious(page);
    await page.keyboard.press("Escape");
    for (const [item, sign, group] of [
      [/People and their seats/, "Anna (you)", undefined],
      [/second device/, /It works once/, "Me and my seat"],
    ] as const) {
      await more(page, item, group);
      await expect(page.getByRole("dialog").getByText(sign).first()).toBeVisible();
      await expectNothingSerious(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
  });
}

/** What stands behind "More" and in the inspector, each with what shows that it is there. */
const DIALOGS = [
  ["What is shown…"],
  ["Views…"],
  ["History…"],
  ["About this map…"],
  ["All commands…"],
  ["Save as a template…", "This map"],
  ["Add a map…", "This map"],
] as const;

/** Nothing serious, and nothing that is only reached by moving it sideways. */
async function expectWell(page: Page, part: Locator): Promise<void> {
  await expect(part).toBeVisible();
  await expectNothingSerious(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  const tooWide = await part.evaluate((element) =>
    [element, ...element.querySelectorAll("*")]
      .filter((each) => ["auto", "scroll"].includes(getComputedStyle(each).overflowX))
      .filter((each) => each.scrollWidth > each.clientWidth + 1)
      .map((each) => each.className),
  );
  expect(tooWide).toEqual([]);
}

for (const [size, options] of [
  ["dark on a laptop", { colorScheme: "dark", viewport: { width: 1280, height: 800 } }],
  ["320 px", { viewport: { width: 320, height: 640 } }],
  // What 200 % zoom makes of 1280×800.
  ["200 %", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
] as const) {
  test(`views, finding, history, templates and the inspector: ${size} (W63)`, async ({ browser }) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(relay.url);
    await openExample(page);
    for (const [item, group] of DIALOGS) {
      await more(page, item, group);
      await expectWell(page, page.getByRole("dialog"));
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
    await page.keyboard.press("Control+f");
    await page.getByRole("searchbox", { name: "Find" }).fill("old");
    const panel = page.getByRole("complementary");
    await expect(panel.getByRole("listitem").first()).toBeVisible();
    await expectWell(page, panel);
    await page.keyboard.press("Escape");
    // By the keyboard: what is chosen stands in the inspector.
    await page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).focus();
    await page.keyboard.press("Space");
    await panel.getByRole("radiogroup", { name: "My feeling here" }).getByRole("radio").first().press("Space");
    await expect(panel.getByRole("radiogroup", { name: "How strongly?" })).toBeVisible();
    await panel.getByRole("button", { name: "Add evidence" }).press("Enter");
    await expectWell(page, panel);
    await page.keyboard.press("Escape");
    await page.locator("[data-lane-id]").filter({ hasText: "Pain points" }).first().focus();
    await page.keyboard.press("Space");
    await expectWell(page, panel);
  });
}
