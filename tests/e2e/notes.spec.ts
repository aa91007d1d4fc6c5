/** Private notes: on this device only, and not one byte of them on the wire (SPEC S24). */
import { expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { listenIn } from "../support/listenIn.ts";
import { card, expectState, invite, join, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

/** In each note, and in nothing else that is sent. */
const MARK = "zqxnote";
const PAIN = "Old part numbers find nothing";

const panelOf = (page: Page) => page.getByRole("complementary", { name: "My notes" });

async function writeNote(page: Page, text: string): Promise<void> {
  const field = panelOf(page).getByLabel("New note");
  await field.click();
  await page.keyboard.insertText(text);
  await page.keyboard.press("Control+Enter");
  await expect(panelOf(page).getByRole("listitem").filter({ hasText: text })).toBeVisible();
}

for (const [where, url] of [
  ["localhost", () => relay.url],
  ["a plain http address in the network", () => relay.lanUrl],
] as const) {
  test(`ten notes put no byte on the wire and are there after a reload, at ${where}`, async ({ browser }) => {
    const anna = await openLaptop(browser, url());
    await openExample(anna.page);
    const { write } = await invite(anna.page, "Anna");
    const bert = await openLaptop(browser, "about:blank");
    const wire = listenIn(bert.page);
    await join(bert.page, write.replace(/^http:\/\/[^/]+/, url()), "Bert");
    await expectState(bert.page, "saved for the table");
    await bert.page.getByRole("button", { name: "My notes" }).click();
    for (let index = 0; index < 10; index += 1) await writeNote(bert.page, `${MARK} number ${index}.`);
    await panelOf(bert.page).getByLabel("New note").fill(`${MARK} not finished`);
    await expect(panelOf(bert.page).getByRole("listitem")).toHaveCount(10);

    await bert.page.reload();
    await bert.page.getByRole("button", { name: "My notes" }).click();
    for (let index = 0; index < 10; index += 1)
      await expect(panelOf(bert.page).getByText(`${MARK} number ${index}.`)).toBeVisible();
    await expect(panelOf(bert.page).getByLabel("New note")).toHaveValue(`${MARK} not finished`);

    // Only by making a card of it does one leave: that the listening hears it shows that it would have heard the others.
    const before = wire.count();
    expect(before).toBeGreaterThan(0);
    expect(wire.sent()).not.toContain(MARK);
    const view = await savedBoard(bert.page);
    expect(JSON.stringify(view)).not.toContain(MARK);
    const note = panelOf(bert.page).getByRole("listitem").filter({ hasText: "number 7." });
    await note.getByRole("button", { name: "Make a card of it" }).click();
    await expect(card(anna.page, `${MARK} number 7.`)).toBeVisible();
    expect(wire.sent()).toContain(`${MARK} number 7.`);
    expect(wire.sent()).not.toContain(`${MARK} number 6.`);
    await expect(panelOf(bert.page).getByRole("listitem")).toHaveCount(9);
  });
}

test("a note is about what is selected, changed, removed and brought back, with the keyboard", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  const { page } = anna;
  await openExample(page);
  await card(page, PAIN).click();
  await page.getByRole("button", { name: "My notes" }).press("Enter");
  await expect(panelOf(page).getByLabel("New note")).toBeFocused();
  await expect(panelOf(page).getByText(/^About “Search the portal”/)).toBeVisible();
  await page.keyboard.insertText("ask who renumbers them");
  await page.keyboard.press("Control+Enter");
  const note = panelOf(page).getByRole("listitem");
  await expect(note).toContainText("Search the portal");
  await note.getByRole("button", { name: "Change" }).press("Enter");
  await note.getByLabel("Words of the note").fill("ask who renumbers them, and why");
  await page.keyboard.press("Control+Enter");
  await expect(note).toContainText("and why");
  await note.getByRole("button", { name: "Remove" }).press("Enter");
  await expect(note).toHaveCount(0);
  await page.getByRole("button", { name: "Bring it back" }).press("Enter");
  await expect(note).toContainText("and why");
  await expect(card(page, PAIN)).toBeVisible();
  const other = await anna.context.newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "My notes" }).click();
  await expect(panelOf(other).getByRole("listitem")).toContainText("and why");
  await panelOf(other).getByRole("button", { name: "Remove" }).click();
  await expect(note).toHaveCount(0);
});

for (const [look, colorScheme, width, height] of [
  ["light on a laptop", "light", 1280, 800],
  ["dark on a phone", "dark", 390, 844],
] as const) {
  test(`what axe says of the notes: ${look}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height } });
    const page = await context.newPage();
    await page.goto(relay.url);
    await openExample(page);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "My notes" }).click();
    await writeNote(page, "One for me");
    await expectNothingSerious(page);
  });
}
