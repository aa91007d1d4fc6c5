/** How a person adds a photo or a sound to a card. */
import { expect, type Page } from "@playwright/test";
import { card } from "./people.ts";

const PHOTO = { name: "IMG_1.jpg", mimeType: "image/jpeg" };

/** A photo on the card with this text, with nobody but `who` (names) in it. */
export async function addPhoto(
  page: Page,
  beside: string,
  file: Buffer,
  what: string,
  who: readonly string[] = [],
): Promise<void> {
  await card(page, beside).click();
  await page.locator("input[type=file][accept='image/*']").setInputFiles({ ...PHOTO, buffer: file });
  await answerAndAdd(page, what, who);
}

/** Answers what is asked before a file is added; `who`: names of those who are in it. */
export async function answerAndAdd(page: Page, what: string, who: readonly string[] = []): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Add it" })).toBeDisabled();
  await dialog.getByLabel(/What does it show|What is to be heard/).fill(what);
  await dialog.getByRole("radio", { name: who.length > 0 ? "Yes" : "No" }).check({ force: true });
  for (const name of who) await dialog.getByRole("checkbox", { name }).check({ force: true });
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog).toBeHidden();
}
