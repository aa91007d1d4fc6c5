/** What stands beside the map while people listen and ask. */
import { expect, type Locator, type Page } from "@playwright/test";

export const notesOf = (page: Page) => page.getByRole("complementary", { name: "My notes" });
export const topicsOf = (page: Page) => page.getByRole("complementary", { name: "What to talk about" });
export const questionsOf = (page: Page) => page.getByRole("complementary", { name: "Questions" });

const noteItem = (page: Page, text: string): Locator =>
  notesOf(page).getByRole("list", { name: "Notes" }).getByRole("listitem").filter({ hasText: text });

export async function writeNote(page: Page, text: string): Promise<void> {
  await notesOf(page).getByLabel("New note").fill(text);
  await page.keyboard.press("Control+Enter");
  await expect(noteItem(page, text)).toBeVisible();
}

export async function askThis(page: Page, text: string): Promise<void> {
  await noteItem(page, text).getByRole("button", { name: "Ask this" }).click();
}
