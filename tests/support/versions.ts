/** The history of a board, as people use it. */
import { expect, type Locator, type Page } from "@playwright/test";

export async function openHistory(
  page: Page,
  part: "Versions" | "Removed" | "Selected" = "Versions",
): Promise<Locator> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "History…" }).click();
  const dialog = page.getByRole("dialog", { name: "History" });
  await dialog.getByRole("radio", { name: part }).check({ force: true });
  return dialog;
}

/** Keeps how the board is now, under a name. */
export async function keepVersion(page: Page, name: string): Promise<void> {
  const dialog = await openHistory(page);
  await dialog.getByLabel("Name of the version").fill(name);
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("The version was kept.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}
