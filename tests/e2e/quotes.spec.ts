/** What is said at a table, word for word, and what is believed and told otherwise (SPEC P78, P79). */
import { expect, type Page } from "@playwright/test";
import { asFindingsDocument, readFindings } from "@sameside/model";
import { findingsRoom } from "@sameside/protocol";
import { connectDevice } from "../relay/socketDevice.ts";
import { expectNothingSerious } from "../support/axe.ts";
import { card, heldSeat, invite, join, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const logOf = (page: Page) => page.getByRole("complementary", { name: "What was said" });
const quotes = (page: Page) => logOf(page).locator("[data-quote-id]");

async function openPanel(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

test("twenty quotes without a mouse, some of them onto the map; what is told otherwise is settled beside it", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.url);
  const { page } = anna;
  await openExample(page);
  const { write } = await invite(page, "Anna");
  const [cara, dirk] = [await openLaptop(browser, "about:blank"), await openLaptop(browser, "about:blank")];
  await join(cara.page, write, "Cara");
  await join(dirk.page, write, "Dirk");
  await expect(card(page, PAIN)).toBeVisible();
  await openPanel(page, "What was said");
  await expect(page.locator(":focus")).toHaveRole("textbox");

  // The first letters of a name, Enter, the words, Enter: the keyboard is at the name again (S0-10).
  for (let n = 1; n <= 20; n += 1) {
    await page.keyboard.insertText(n % 2 === 1 ? "ca" : "dir");
    await expect(logOf(page).getByText(n % 2 === 1 ? "Said by Cara" : "Said by Dirk")).toBeVisible();
    await page.keyboard.press("Enter");
    await page.keyboard.insertText(`Quote number ${n}`);
    await page.keyboard.press("Enter");
    await expect(quotes(page)).toHaveCount(n);
  }
  await expect(quotes(page).first()).toContainText(/Quote number 20.*Dirk · \d{1,2}:\d{2}/);

  // One by keys, one by dragging; written for somebody it is assumed until that person agrees (S2-6).
  await quotes(page).first().getByRole("button", { name: "Put “Quote number 20” on the map" }).press("Enter");
  await page.getByRole("menuitem", { name: "Call the branch" }).press("Enter");
  await expect(quotes(page).first()).toContainText("On “Call the branch”");
  await quotes(page)
    .nth(1)
    .dragTo(page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }));
  await expect(quotes(page).nth(1)).toContainText("On “Search the portal”");
  await openPanel(cara.page, "What was said");
  const asked = quotes(cara.page).nth(1);
  await expect(asked.getByText("Written for you. Did you say it so?")).toBeVisible();
  await asked.getByRole("button", { name: "Yes, these are my words" }).click();
  await expect(
    quotes(page)
      .nth(1)
      .getByText(/who has not agreed yet/),
  ).toHaveCount(0);
  await expect(quotes(page).first().getByText("written for Dirk, who has not agreed yet")).toBeVisible();
  await expectNothingSerious(page);
  const touchpoints = (await savedBoard(page)).journeys.flatMap(({ phases }) => phases.flatMap((it) => it.touchpoints));
  const evidenceOf = (title: string) => touchpoints.find((it) => it.title === title)?.evidence;
  expect(evidenceOf("Search the portal")).toMatchObject([{ kind: "quote", text: "Quote number 19", grade: "heard" }]);
  expect(evidenceOf("Call the branch")).toMatchObject([{ kind: "quote", text: "Quote number 20", grade: "assumed" }]);
  await logOf(page).getByRole("button", { name: "Close what was said" }).click();

  // Belief and experience stand side by side, alike, and are settled where they stand (S0-12).
  await page.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).click();
  await page.getByRole("button", { name: "Add what we believe" }).click();
  await page.getByLabel("What do we believe about it?").fill("The list is complete");
  await page.getByLabel("What do we believe about it?").press("Control+Enter");
  await page.getByRole("button", { name: "Tell what it was like" }).click();
  await page.getByLabel("What was it like for you?").fill("Not for anything before 2015");
  await page.getByLabel("What was it like for you?").press("Control+Enter");
  await openPanel(cara.page, "Believed and told otherwise");
  const open = cara.page.getByRole("complementary", { name: "Believed and told otherwise" });
  const sides = [open.getByRole("region", { name: "Believed" }), open.getByRole("region", { name: "Told" })];
  await expect(sides[0] ?? open).toContainText("The list is complete");
  await expect(sides[1] ?? open).toContainText("Not for anything before 2015");
  const [claim, account] = await Promise.all(sides.map((side) => side.boundingBox()));
  expect(Math.abs((claim?.width ?? 0) - (account?.width ?? 1))).toBeLessThan(1);
  await open.getByRole("button", { name: "Settle it" }).click();
  await open.getByRole("radio", { name: "We change it" }).check({ force: true });
  await open.getByLabel("In one sentence").fill("Old numbers lead to the new ones");
  await expectNothingSerious(cara.page);
  await open.getByRole("button", { name: "Settle it" }).click();
  await expect(open.getByText("Nothing is open.")).toBeVisible();

  // “We change it” makes a next step, once, whichever of the devices that may write it takes it in (P120).
  const { workshop, token } = await heldSeat(page);
  const device = connectDevice(relay.url, findingsRoom(workshop), token);
  const nextSteps = () => readFindings(asFindingsDocument(device.doc)).nextSteps;
  const [settled] = (await savedBoard(page)).journeys
    .flatMap(({ phases }) => phases.flatMap((phase) => phase.touchpoints))
    .flatMap(({ claims }) => claims);
  const made = [{ what: "Old numbers lead to the new ones", follows: settled?.id, status: "open", owner: "" }];
  await expect.poll(nextSteps).toMatchObject(made);
  await page.goto(`${relay.url}/#/room/${workshop}`);
  const listed = page.getByRole("region", { name: "Next steps 1" }).getByRole("listitem");
  await expect(listed).toContainText(
    /Old numbers lead to the new ones.*from “Search the portal”.*nobody owns this yet/,
  );
  expect(nextSteps()).toMatchObject(made);
  device.provider.destroy();
});
