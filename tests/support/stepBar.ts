/** The day as it runs, by the bar of the step and the agenda of who runs it. */
import { expect, type Locator, type Page } from "@playwright/test";

export const bar = (page: Page) => page.getByRole("region", { name: "What we are doing now" });
/** What the step is called there. */
const stepOf = (page: Page) => bar(page).getByRole("heading");
export const agenda = (page: Page) => page.getByRole("dialog", { name: "Agenda" });
/** A step in the agenda that is open. */
export const line = (page: Page, name: string) => agenda(page).getByRole("listitem").filter({ hasText: name });

export async function openAgenda(page: Page): Promise<void> {
  await bar(page).getByRole("button", { name: "Agenda of the day" }).click();
  await expect(agenda(page)).toBeVisible();
}

export async function changeStep(page: Page, step: string, action: string): Promise<void> {
  await agenda(page)
    .getByRole("button", { name: `Change “${step}”` })
    .click();
  await page.getByRole("menuitem", { name: action }).click();
}

/** Who runs the day takes everybody on; resolves when these pages say so. */
export async function goOn(facilitator: Page, title: string, pages: readonly Page[]): Promise<void> {
  await bar(facilitator)
    .getByRole("button", { name: `Next: ${title}` })
    .click();
  await facilitator.getByRole("dialog").getByRole("button", { name: "Go on now" }).click();
  for (const page of pages) await expect(stepOf(page)).toHaveText(title);
}

export const MINUTES_OF_DAY = 24 * 60;

/** When a line of the agenda begins, in minutes of the day. */
export async function beginOf(step: Locator): Promise<number> {
  const [, hours = "", minutes = ""] = /(\d\d):(\d\d)/.exec((await step.textContent()) ?? "") ?? [];
  return Number(hours) * 60 + Number(minutes);
}
