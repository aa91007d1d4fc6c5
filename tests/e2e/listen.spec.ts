/** Listening: colleagues read and write for themselves, customers lead by a list of their own (SPEC P70–P73). */
import { expect, type Page } from "@playwright/test";
import { agendaOf } from "../support/agenda.ts";
import { expectNothingSerious } from "../support/axe.ts";
import { card, invite, join, openExample, openLaptop, savedBoard, tickRoleCard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const notesOf = (page: Page) => page.getByRole("complementary", { name: "My notes" });
const topicsOf = (page: Page) => page.getByRole("complementary", { name: "What to talk about" });
const order = (page: Page) =>
  topicsOf(page)
    .locator("[data-topic-id]")
    .evaluateAll((items) => items.map((item) => item.querySelector("p")?.textContent ?? ""));

async function addTopics(page: Page, texts: readonly string[]): Promise<void> {
  await topicsOf(page).getByLabel("New topic").click();
  for (const text of texts) {
    await page.keyboard.insertText(text);
    await page.keyboard.press("Enter");
    await expect(topicsOf(page).getByText(text, { exact: true })).toBeVisible();
  }
}

test("customers lead by their own list while a colleague listens, and a note becomes a question", async ({
  browser,
}) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const [cleo, cara] = [await openLaptop(browser, "about:blank"), await openLaptop(browser, "about:blank")];
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const dora = await phone.newPage();
  await join(cleo.page, write, "Cleo", "a colleague");
  await join(cara.page, write, "Cara");
  await join(dora, write, "Dora");
  const [emil, fara] = [await openLaptop(browser, "about:blank"), await openLaptop(browser, "about:blank")];
  await join(emil.page, write, "Emil");
  await join(fara.page, write, "Fara");
  const agenda = await agendaOf(relay.url, anna.page, [
    { title: "Listening", kind: "listen", minutes: 20 },
    { title: "A break", kind: "break", minutes: 10 },
    { title: "Your turn", kind: "questions", minutes: 25 },
  ]);
  await card(cleo.page, PAIN).click();
  await agenda.go("Listening");
  await tickRoleCard(cleo.page);

  // The colleague: no tools, their own notes, and when their questions come (S2-2, S2-15).
  const notes = notesOf(cleo.page);
  await expect(notes.getByText(/Your questions come in about 10 minutes: “Your turn”, 25 minutes/)).toBeVisible();
  await expect(notes.getByText(/Nobody shortens that time/)).toBeVisible();
  await expect(cleo.page.getByRole("toolbar", { name: "Tools" })).toHaveCount(0);

  // The customers: a list that they order with keys, a mouse and a finger, and build on (S2-14).
  await addTopics(cara.page, ["Waiting", "Prices", "Gate 3"]);
  await expect(topicsOf(dora).getByText("Gate 3", { exact: true })).toBeVisible();
  await topicsOf(dora).getByRole("button", { name: "Move “Gate 3” up" }).click();
  await expect.poll(() => order(cara.page)).toEqual(["Waiting", "Gate 3", "Prices"]);
  const prices = topicsOf(cara.page).locator("[data-topic-id]").filter({ hasText: "Prices" });
  await prices.getByRole("button", { name: "Move “Prices” up" }).focus();
  await cara.page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => order(dora)).toEqual(["Waiting", "Prices", "Gate 3"]);
  await cara.page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => order(dora)).toEqual(["Prices", "Waiting", "Gate 3"]);
  await topicsOf(cara.page).locator("[data-topic-id]").last().dragTo(prices);
  await expect.poll(() => order(dora)).toEqual(["Gate 3", "Prices", "Waiting"]);
  await topicsOf(dora).locator("[data-topic-id]").last().getByRole("button", { name: "I build on this" }).click();
  await expect(dora.locator(":focus")).toHaveRole("textbox");
  await dora.keyboard.insertText("On Fridays it is worst");
  await dora.keyboard.press("Enter");
  await expect(topicsOf(cara.page).getByRole("list", { name: "1 builds on this" })).toContainText("On Fridays");
  await expect(notes.getByText("On Fridays it is worst")).toBeVisible();
  // Four of them, six topics, and three who build on one: a thread.
  await addTopics(emil.page, ["Bills", "Calls"]);
  await addTopics(fara.page, ["Stock"]);
  for (const [{ page }, topic, more] of [
    [emil, "Calls", "Here, too"],
    [fara, "Stock", "At noon it is quick"],
  ] as const) {
    await topicsOf(page)
      .getByRole("button", { name: `Move “${topic}” up` })
      .click();
    const waiting = topicsOf(page).locator("[data-topic-id]").filter({ hasText: "Waiting" });
    await waiting.getByRole("button", { name: "I build on this" }).first().click();
    await page.keyboard.insertText(more);
    await page.keyboard.press("Enter");
  }
  const thread = ["On Fridays it is worst", "Here, too", "At noon it is quick"];
  for (const page of [cara.page, dora]) {
    await expect.poll(() => order(page)).toEqual(["Gate 3", "Prices", "Waiting", "Calls", "Stock", "Bills"]);
    const built = topicsOf(page).getByRole("list", { name: "3 build on this" }).getByRole("listitem");
    await expect(built).toContainText(thread);
  }
  await expect(notes.getByRole("button", { name: /Move|build/ })).toHaveCount(0);
  expect((await savedBoard(cara.page)).topics).toMatchObject([
    { text: "Gate 3" },
    { text: "Prices" },
    { text: "Waiting", builtOn: thread.map((text) => ({ text, authorRole: "customer" })) },
    ...["Calls", "Stock", "Bills"].map((text) => ({ text })),
  ]);

  // A note that talks down is shown to its author before others read it; it is theirs to say (S1-2, S2-4).
  await notes.getByLabel("New note").fill("They just don't get it");
  await cleo.page.keyboard.press("Control+Enter");
  await notes.getByRole("button", { name: "Ask this" }).click();
  const look = cleo.page.getByRole("dialog", { name: "Ask this question?" });
  await expect(look.getByText(/what would have made it plain\?/)).toBeVisible();
  await expect(look.getByRole("button", { name: "Ask it as it is" })).toBeVisible();
  await look.getByLabel("Your question").fill("Die Kunden verstehen die Rechnung nicht und warum?");
  await expect(look.getByText(/has not looked at these/)).toBeVisible();
  await expectNothingSerious(cleo.page);
  await look.getByLabel("Your question").fill("What would have made the old number plain?");
  await expect(look.getByText(/has not looked at these|made it plain\?”/)).toHaveCount(0);
  await look.getByRole("button", { name: "Ask it", exact: true }).click();
  await expect(notes.getByText("They just don't get it")).toBeVisible();

  // The step for questions opens them for everybody; it came from the touchpoint that the note is about.
  await agenda.go("Your turn");
  for (const page of [anna.page, cara.page, dora]) {
    const questions = page.getByRole("complementary", { name: "Questions" });
    await expect(questions.getByText("What would have made the old number plain?")).toBeVisible();
    await expect(questions.getByText("asked by Cleo · About “Search the portal”")).toBeVisible();
  }
  await expectNothingSerious(dora);
  agenda.end();
});
