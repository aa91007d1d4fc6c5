/** Photos, sounds and withdrawing hold nothing that axe calls serious, and are used with the keyboard alone (SPEC W2). */
import { expect } from "@playwright/test";
import { DARK_ON_PHONE, expectNothingSeriousIn, ON_LAPTOP } from "../support/axe.ts";
import { card, more, openExample, openLaptop } from "../support/people.ts";
import { photo } from "../support/pictures.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

test("a photo is added, opened and taken out, and words are withdrawn, light on a laptop and dark on a phone", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  const expectWell = () => expectNothingSeriousIn(page, [ON_LAPTOP, DARK_ON_PHONE]);
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
  await expectWell();
  await dialog.getByRole("button", { name: "Add it" }).focus();
  await page.keyboard.press("Enter");
  const thumb = page.getByRole("button", { name: "Open: The counter at nine" });
  await expect(page.getByRole("listitem").filter({ has: thumb })).toContainText("somebody without a seat is in it");
  await expectWell();
  await thumb.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("img", { name: "The counter at nine" })).toBeVisible();
  await dialog.getByRole("button", { name: "Take it out" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await expectWell();
  await dialog.getByRole("button", { name: "Take it out for good" }).focus();
  await page.keyboard.press("Enter");
  await expect(thumb).toBeHidden();

  await more(page, /Withdraw my words/, "Me and my seat");
  await expect(dialog.getByRole("button", { name: "Withdraw for good" })).toBeVisible();
  await expectWell();
  await dialog.getByRole("button", { name: "Withdraw for good" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Emptied on this device.")).toBeVisible();
  await expectWell();
  await page.keyboard.press("Escape");
  await expectWell();
});
