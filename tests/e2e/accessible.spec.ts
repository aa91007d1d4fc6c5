/** What a screen reader meets, light and dark, wide and narrow: nothing serious by axe (SPEC W2). */
import { expect, test } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { card, invite, openExample } from "../support/people.ts";
import { type RelayProcess, startRelayProcess } from "../support/relayProcess.ts";

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
    for (const [item, sign] of [
      [/People and their seats/, "Anna (you)"],
      [/second device/, /It works once/],
    ] as const) {
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: item }).click();
      await expect(page.getByRole("dialog").getByText(sign).first()).toBeVisible();
      await expectNothingSerious(page);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
  });
}
