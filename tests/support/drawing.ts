/** Drawing on a map that is almost empty. */
import { expect, type Page } from "@playwright/test";
import { card } from "./people.ts";
import type { PersonInRoom } from "./roomOfEight.ts";

export const touchpoint = (page: Page, title: string) =>
  page.locator("[data-touchpoint-id]").filter({ hasText: title });

interface Drawn {
  readonly phase: string;
  readonly title: string;
  readonly text: string;
}

/** A touchpoint, and a card on it. */
export async function draw(page: Page, { phase, title, text }: Drawn): Promise<void> {
  await page.getByRole("button", { name: `Add a touchpoint to ${phase}` }).click();
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.insertText(title);
  await page.keyboard.press("Enter");
  await touchpoint(page, title).click();
  await page.keyboard.press("n");
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Escape");
  await expect(card(page, text)).toBeVisible();
}

/** A card on the table's one touchpoint: with the keys, or with a finger. */
export async function addBeside(
  { page, hasPhone }: Pick<PersonInRoom, "page" | "hasPhone">,
  text: string,
): Promise<void> {
  if (hasPhone) {
    await page.getByRole("button", { name: /^Add to (?:Get in touch|Wait), / }).tap();
  } else {
    await page.locator("[data-card-id]").first().click();
    await page.keyboard.press("n");
  }
  await expect(page.locator(":focus")).toHaveRole("textbox");
  await page.keyboard.insertText(text);
  await page.keyboard.press("Escape");
  await expect(card(page, text)).toBeVisible();
}
