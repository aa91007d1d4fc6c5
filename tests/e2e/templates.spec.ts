/** Templates of one's own (SPEC W59). */
import { expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { allCards, more, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const own = (page: Page) => page.getByRole("radiogroup", { name: "Your templates" });
const pick = (page: Page, name: string) => own(page).getByText(name, { exact: true }).click();

test("a map's frame is kept as a template, without anybody's words, and maps begin with it: on this board and on others (W59)", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await more(page, "Save as a template…", "This map");
  await expect(page.getByRole("dialog")).toContainText("nothing that anybody wrote on the map");
  await page.getByLabel("Name of the template").fill("Pump cases");
  await page.keyboard.press("Enter");
  await expect(page.getByText("“Pump cases” is kept as a template.")).toBeVisible();

  await more(page, "Add a map…", "This map");
  await pick(page, "Pump cases");
  await expectNothingSerious(page);
  await page.getByLabel("What is it about?").fill("Replacing a valve");
  await page.getByRole("button", { name: "Add the map" }).click();
  await expect(page.getByRole("button", { name: /^Maps on this board/ })).toHaveText("2 / 2");
  const board = await savedBoard(page);
  const [example, valve] = board.journeys;
  expect(valve?.title).toBe("Replacing a valve");
  expect(valve?.phases.map(({ title }) => title)).toEqual(example?.phases.map(({ title }) => title));
  expect(valve?.lanes.map(({ kind, name }) => [kind, name])).toEqual(
    example?.lanes.map(({ kind, name }) => [kind, name]),
  );
  expect(valve?.phases.flatMap(({ touchpoints }) => touchpoints)).toEqual([]);
  const kept = JSON.stringify(await page.evaluate(() => ({ ...localStorage })));
  expect(kept).toContain("Pump cases");
  for (const { text } of allCards(board)) expect(kept).not.toContain(text);

  await page.getByRole("button", { name: "Back to the start page" }).click();
  // Those of the program stand on the start page, too: one press picks one (W81).
  await page.getByRole("button", { name: "A service blueprint" }).click();
  await expect(page.getByRole("radio", { name: /^A service blueprint/ })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Start a map/ }).click();
  await pick(page, "Pump cases");
  await page.getByRole("button", { name: "Rename… Pump cases" }).click();
  await page.getByLabel("Its new name").fill("Spare parts");
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(own(page).getByRole("radio", { name: "Spare parts" })).toBeChecked();
  await page.getByRole("button", { name: "Remove Spare parts" }).click();
  await expect(own(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(own(page).getByRole("radio", { name: "Spare parts" })).toBeChecked();
  await page.getByRole("button", { name: "Start the map" }).click();
  await expect(page.getByRole("button", { name: /^Phase: Find/ })).toBeVisible();

  // The tables of a workshop begin with it, too; one that is added later, with what is chosen then (P110).
  await page.getByRole("button", { name: "Back to the start page" }).click();
  await page.getByRole("button", { name: /Prepare a workshop/ }).click();
  await page.getByText("Customer encounter", { exact: true }).click();
  await page.getByLabel("Its maps begin with").selectOption({ label: "Your template: Spare parts" });
  await page.getByRole("button", { name: "Make the workshop" }).click();
  const begin = page.getByLabel("Maps of new tables begin with");
  await expect(begin.locator("option:checked")).toHaveText("Your template: Spare parts");
  await begin.selectOption({ label: "A visit to the shop" });
  await page.getByRole("button", { name: "Add a table" }).click();
  await page.getByRole("button", { name: "Open the map of Table 2" }).click();
  await expect(page.getByRole("button", { name: /^Phase: Think of it/ })).toBeVisible();
  await page.goBack();
  await page.getByRole("button", { name: "Open the map of Table 1" }).click();
  await expect(page.getByRole("button", { name: /^Phase: Find/ })).toBeVisible();

  // Where the browser takes nothing any more, that is said, and the template serves as long as the page.
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  for (const name of ["For now", "For now, too"]) {
    await more(page, "Save as a template…", "This map");
    await page.getByLabel("Name of the template").fill(name);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`“${name}” is a template until this page is closed`)).toBeVisible();
  }
  await more(page, "Add a map…", "This map");
  for (const name of ["Spare parts", "For now", "For now, too"])
    await expect(own(page).getByRole("radio", { name, exact: true })).toBeVisible();
});
