/** Photos, sounds and withdrawing hold nothing that axe calls serious, and are used with the keyboard alone (SPEC W2). */
import { expect } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { card, more, openExample } from "../support/people.ts";
import { photo } from "../support/pictures.ts";
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
  ["dark on a phone", "dark", 390, 844],
] as const) {
  test(`a photo is added, opened and taken out, and words are withdrawn: ${look}`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({ colorScheme, viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(relay.url);
    await openExample(page);
    await card(page, "Old part numbers find nothing").click();
    await page
      .locator("input[type=file][accept='image/*']")
      .setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: await photo(page, 600, 400) });
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator("img")).toBeVisible();
    await expect(dialog.getByLabel("What does it show?")).toBeFocused();
    await page.keyboard.type("The counter at nine");
    await dialog.getByRole("radio", { name: "No" }).focus();
    await page.keyboard.press("ArrowRight");
    await dialog.getByRole("checkbox", { name: "Somebody who has no seat here" }).focus();
    await page.keyboard.press("Space");
    await expect(dialog.getByText(/nobody can agree for somebody/)).toBeVisible();
    await expectNothingSerious(page);
    await dialog.getByRole("button", { name: "Add it" }).focus();
    await page.keyboard.press("Enter");
    const thumb = page.getByRole("button", { name: "Open: The counter at nine" });
    await expect(page.getByRole("listitem").filter({ has: thumb })).toContainText("somebody without a seat is in it");
    await expectNothingSerious(page);
    await thumb.focus();
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("img", { name: "The counter at nine" })).toBeVisible();
    await dialog.getByRole("button", { name: "Take it out" }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
    await expectNothingSerious(page);
    await dialog.getByRole("button", { name: "Take it out for good" }).focus();
    await page.keyboard.press("Enter");
    await expect(thumb).toBeHidden();

    await more(page, /Withdraw my words/, "Me and my seat");
    await expect(dialog.getByRole("button", { name: "Withdraw for good" })).toBeVisible();
    await expectNothingSerious(page);
    await dialog.getByRole("button", { name: "Withdraw for good" }).focus();
    await page.keyboard.press("Enter");
    await expect(dialog.getByText("Emptied on this device.")).toBeVisible();
    await expectNothingSerious(page);
    await page.keyboard.press("Escape");
    await expectNothingSerious(page);
  });
}
