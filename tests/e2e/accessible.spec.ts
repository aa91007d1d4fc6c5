/** What a screen reader meets, light and dark, wide and narrow: nothing serious by axe (SPEC W2). */
import { expect, type Locator, type Page } from "@playwright/test";
import { DARK_ON_LAPTOP, expectNothingSerious, expectNothingSeriousIn, inEachLook, ON_LAPTOP } from "../support/axe.ts";
import { card, invite, more, openExample, openLaptop } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const ON_PHONE = { viewport: { width: 390, height: 844 }, media: { colorScheme: "light" } } as const;
const LOOKS = [ON_LAPTOP, DARK_ON_LAPTOP, ON_PHONE];
const IN_OWN_COLOURS = { ...ON_LAPTOP, media: { forcedColors: "active" } } as const;
const AGAIN_IN_OURS = { ...ON_LAPTOP, media: { forcedColors: "none", colorScheme: "light" } } as const;

test("start page, board, inspector and dialogs", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await expect(page.getByRole("button", { name: /Open an example/ })).toBeVisible();
  await expectNothingSeriousIn(page, LOOKS);
  await openExample(page);
  await expectNothingSeriousIn(page, LOOKS);
  await expectNothingSeriousIn(page, [AGAIN_IN_OURS, IN_OWN_COLOURS]);
  await card(page, "Old part numbers find nothing").click();
  await expectNothingSeriousIn(page, LOOKS);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNothingSeriousIn(page, LOOKS);
});

test("joining, inviting, people and the second device", async ({ browser }) => {
  const { page } = await openLaptop(browser, relay.url);
  await page.getByRole("button", { name: /^Join/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectNothingSeriousIn(page, LOOKS);
  await page.goto(`${relay.url}/#/join/ABC-DEF-GHJ`);
  await expect(page.getByText(/lets nobody in here/)).toBeVisible();
  await expectNothingSeriousIn(page, LOOKS);
  await page.goto(relay.url);
  await openExample(page);
  await invite(page, "Anna");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByRole("button", { name: /^More about the invite .*People at the table/ }).click();
  await page.getByRole("menuitem", { name: "End this invite…" }).click();
  await expect(page.getByRole("button", { name: "End it", exact: true })).toBeVisible();
  await expectNothingSeriousIn(page, LOOKS);
  await page.keyboard.press("Escape");
  for (const [item, sign, group] of [
    [/People and their seats/, "Anna (you)", undefined],
    [/second device/, /It works once/, "Me and my seat"],
  ] as const) {
    await more(page, item, group);
    await expect(page.getByRole("dialog").getByText(sign).first()).toBeVisible();
    await expectNothingSeriousIn(page, LOOKS);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
  }
});

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

/** Dark and wide, as narrow as a page may be, and what 200 % zoom makes of a laptop's page. */
const SIZES = [
  { viewport: { width: 320, height: 640 }, media: { colorScheme: "light" } },
  DARK_ON_LAPTOP,
  { viewport: { width: 640, height: 400 }, media: { colorScheme: "light" } },
] as const;

/** At each size: nothing serious, and nothing that is only reached by moving it sideways. */
function expectWell(page: Page, part: Locator): Promise<void> {
  return inEachLook(page, SIZES, () => expectWellAsItStands(page, part));
}

async function expectWellAsItStands(page: Page, part: Locator): Promise<void> {
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

test("views, finding, history, templates and the inspector, wide, at 320 px and at 200 % (W63)", async ({
  browser,
}) => {
  // Gone through where there is least room for it.
  const context = await browser.newContext({ viewport: SIZES[0].viewport });
  const page = await context.newPage();
  await page.goto(relay.url);
  await openExample(page);
  // What is said while a dialog is open stands above its head, never over it (W102).
  await page.setViewportSize(SIZES[2].viewport);
  await page.getByRole("button", { name: "Moment of truth", exact: true }).click();
  const told = page.getByRole("status").filter({ hasText: /touchpoint/ });
  await expect(told).toBeVisible();
  await page.keyboard.press("?");
  const title = page.getByRole("dialog").getByRole("heading", { level: 2 });
  await expect(title).toBeVisible();
  await expect
    .poll(async () => {
      const [message, head] = [await told.boundingBox(), await title.boundingBox()];
      return (message?.y ?? 0) + (message?.height ?? 0) <= (head?.y ?? 0);
    })
    .toBe(true);
  await page.keyboard.press("Escape");
  await page.setViewportSize(SIZES[0].viewport);
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
