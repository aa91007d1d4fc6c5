/** Who runs a workshop prepares it: from a template to the boards of its tables (SPEC P20–P24). */
import { expect, type Locator, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { agree, invite, openLaptop } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

/** Makes a workshop by keys alone: the start page, one screen, its plan. */
async function prepare(page: Page, template: string, title: string): Promise<void> {
  await page.getByRole("button", { name: /Prepare a workshop/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What is it called?")).toBeFocused();
  await page.keyboard.type(title);
  await page.getByRole("radio", { name: template }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Make the workshop" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: `Prepare: ${title}` })).toBeVisible();
}

function agenda(page: Page): Locator {
  return page.getByRole("grid", { name: "Steps of the agenda" });
}

const titles = (page: Page) => agenda(page).locator(".prepare-step-title").allTextContents();

test("a newcomer prepares a day from a template, moves its lunch, and opens the map of the second table", async ({
  browser,
}) => {
  test.slow();
  const { page, context } = await openLaptop(browser, relay.url);
  await prepare(page, "A full day", "Living with our pumps");
  const lunch = agenda(page).getByRole("row", { name: /^Lunch/ });
  const pairs = agenda(page).getByRole("row", { name: /^Two by two/ });
  await expect(lunch).toContainText("12:00 – 13:00");
  await expect(page.getByText(/ends at 15:30/)).toBeVisible();
  await expectNothingSerious(page);

  // Lunch begins 15 minutes later: what comes behind moves along, in one undo.
  await lunch.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expectNothingSerious(page);
  await dialog.getByLabel("Begins at").fill("12:15");
  // A tablet that is turned upright and back keeps the dialog, and what is typed in it (P111).
  for (const width of [700, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(dialog.getByLabel("Begins at")).toHaveValue("12:15");
    await expect(dialog.getByLabel("Begins at")).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Done", exact: true }).click();
  await expect(lunch).toContainText("12:15 – 13:15");
  await expect(pairs).toContainText("13:15 – 13:35");
  await expect(page.getByText(/ends at 15:45/)).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(lunch).toContainText("12:00 – 13:00");
  await page.keyboard.press("Control+y");
  await expect(lunch).toContainText("12:15 – 13:15");

  // In pairs before lunch: taken up with the keys, and back with the mouse.
  const order = await titles(page);
  await pairs.getByRole("button", { name: /^Move/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Put it/ }).first()).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(pairs).toContainText("12:15 – 12:35");
  await lunch.dragTo(pairs, { sourcePosition: { x: 200, y: 20 }, targetPosition: { x: 200, y: 4 } });
  await expect.poll(() => titles(page)).toEqual(order);

  await page.reload();
  await expect(lunch).toContainText("12:15 – 13:15");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("button", { name: "Tables", exact: true }).press("Enter");
  await expect(page.getByLabel("Name of the table")).toHaveCount(3);
  await expect(agenda(page)).toBeHidden();
  await expectNothingSerious(page);
  await page.getByRole("button", { name: "Agenda", exact: true }).press("Enter");
  await expect(page.getByLabel("Name of the table").first()).toBeHidden();
  await expect(agenda(page)).toBeVisible();
  await expectNothingSerious(page);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole("link", { name: "Tables", exact: true }).click();
  await expect(page.locator(".prepare-contents [aria-current]")).toHaveText("Tables");
  await page.getByRole("button", { name: "Add a table" }).click();
  await page.getByRole("button", { name: "Open the map of Table 4" }).click();
  await expect(page.getByRole("heading", { name: "Living with our pumps · Table 4" })).toBeVisible();
  const [, , fourth = ""] = new URL(page.url()).hash.split("/").slice(1);
  await goBackToPlan(page);
  await page.getByRole("button", { name: "Open the map of Table 2" }).click();
  await expect(page.getByRole("heading", { name: "Living with our pumps · Table 2" })).toBeVisible();
  const { write } = await invite(page, "Maria");
  // The link is for everybody: whichever map it was made at, who comes by it says where they sit (P127).
  const guest = await openLaptop(browser, write);
  await guest.page.getByLabel("Your name for today").fill("Jo");
  await guest.page.getByRole("button", { name: "Go on" }).click();
  await agree(guest.page);
  await expect(guest.page.getByRole("heading", { name: "Which table are you at?" })).toBeVisible();
  await expectNothingSerious(guest.page);
  await guest.page.getByRole("button", { name: "Go to the map" }).click();
  await expect(guest.page.getByRole("alert")).toContainText("Choose your table first");
  await guest.page.reload();
  await guest.page.getByRole("radio", { name: "Table 4" }).check({ force: true });
  await guest.page.getByRole("button", { name: "Go to the map" }).click();
  // The fourth table's map was not opened since there is a relay: it came there all the same.
  await expect(guest.page.getByRole("heading", { name: "Living with our pumps · Table 4" })).toBeVisible();
  expect(guest.page.url()).toContain(fourth);
  // Nobody goes round it by the address: the other table's map is shut, and their own one is where they are led.
  await guest.page.goto(page.url());
  await guest.page.reload();
  await expect(guest.page.getByRole("heading", { name: "Living with our pumps · Table 4" })).toBeVisible();
  await goBackToPlan(page);
  await context.close();
});

async function goBackToPlan(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Prepare the workshop" }).click();
  await expect(page.getByLabel("Name of the table")).toHaveCount(4);
}

test("a workshop that says patient says customer nowhere", async ({ browser }) => {
  test.slow();
  const { page, context } = await openLaptop(browser, relay.url);
  await prepare(page, "Customer encounter", "A day on the ward");
  await page.getByLabel("Who lives what is drawn", { exact: true }).fill("patient");
  await page.getByLabel("Who lives what is drawn", { exact: true }).press("Enter");
  await expect(page.getByRole("heading", { name: "Patient types" })).toBeVisible();
  // Tables that were never called otherwise, and their maps, follow (P26).
  await page.getByLabel("Where people sit together", { exact: true }).fill("ward");
  await page.getByLabel("Where people sit together", { exact: true }).press("Enter");
  await expect(page.getByLabel("Name of the ward")).toHaveValue("Ward 1");
  await page.getByLabel("The event", { exact: true }).fill("visit");
  await page.getByLabel("The event", { exact: true }).press("Enter");
  await expect(page.getByText("What is the visit called?")).toBeVisible();
  await expect.poll(() => saidOf(page, "customer")).toEqual([]);
  await agenda(page)
    .getByRole("row", { name: /^Hear how/ })
    .click();
  await expect(page.getByRole("dialog").getByRole("textbox", { name: "Patients" })).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("combobox", { name: "Patients" })).toHaveValue("write");
  expect(await saidOf(page, "customer")).toEqual([]);
  await page.getByRole("button", { name: "Done", exact: true }).click();

  await page.getByRole("button", { name: "Open the map", exact: true }).click();
  await expect(page.getByRole("heading", { name: "A day on the ward · Ward 1" })).toBeVisible();
  await expect.poll(() => saidOf(page, "customer")).toEqual([]);
  await page.getByRole("button", { name: "More", exact: true }).click();
  for (const item of await page.getByRole("menuitem").all()) expect(await item.textContent()).not.toMatch(/customer/i);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await saidOf(page, "customer")).toEqual([]);
  await page.keyboard.press("Escape");
  for (const view of ["Grid", "Outline"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await expect.poll(() => saidOf(page, "customer")).toEqual([]);
  }

  // The start page says it of this workshop, and so does the check that is opened from its plan (P112).
  await page.getByRole("button", { name: "Back to the start page" }).click();
  await page.getByRole("button", { name: /^More about A day on the ward/ }).click();
  await page.getByRole("menuitem", { name: "Prepare the visit" }).click();
  await page.getByRole("link", { name: "Check whether phones reach this laptop" }).click();
  await expect(page.getByText("Nothing of any visit is in it.")).toBeVisible();
  await context.close();
});

/** What the page says with this word in it: seen, heard or in its title. */
async function saidOf(page: Page, word: string): Promise<string[]> {
  return page.evaluate((searched) => {
    const elements = [...document.body.querySelectorAll("*")];
    const spoken = ["aria-label", "aria-description", "title", "placeholder", "alt", "aria-valuetext"];
    const labels = elements.flatMap((element) => spoken.map((name) => element.getAttribute(name) ?? ""));
    const seen = elements.filter(({ children }) => children.length === 0).map(({ textContent }) => textContent ?? "");
    return [...labels, ...seen, document.title].filter((text) => text.toLowerCase().includes(searched));
  }, word);
}
