/** Questions: asked by everybody, merged and answered by who leads, in the order of what most want to know (SPEC P74–P77). */
import { expect, type Page } from "@playwright/test";
import { expectNothingSerious } from "../support/axe.ts";
import { card, invite, join, openExample, openLaptop, type PersonAtTable, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const panelOf = (page: Page) => page.getByRole("complementary", { name: "Questions" });
const question = (page: Page, text: string) => panelOf(page).locator("[data-question-id]").filter({ hasText: text });
const open = (page: Page) => page.getByRole("button", { name: "Questions", exact: true }).click();

async function ask(page: Page, text: string): Promise<void> {
  await panelOf(page).getByLabel("Ask a question").fill(text);
  await panelOf(page).getByRole("button", { name: "Ask it" }).click();
  await expect(question(page, text)).toBeVisible();
}

async function act(page: Page, text: string, item: string | RegExp): Promise<void> {
  await panelOf(page)
    .getByRole("button", { name: `What to do with “${text}”` })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("questions are asked, merged, voted for and answered, and the answer lands on the map", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const people: PersonAtTable[] = [];
  for (const name of ["Bert", "Cleo", "Dirk"]) {
    const person = await openLaptop(browser, "about:blank");
    await join(person.page, write, name, "a colleague");
    people.push(person);
  }
  const [bert, cleo, dirk] = people.map(({ page }) => page) as [Page, Page, Page];
  for (const page of [anna.page, bert, cleo, dirk]) await open(page);

  // At most three each; a question is about what is selected.
  await card(bert, PAIN).click();
  await ask(bert, "Who told you that the part was renumbered?");
  await expect(question(bert, "renumbered")).toContainText("About “Search the portal”");
  await ask(bert, "Why do you order on Sunday nights?");
  await ask(bert, "Does the app work offline?");
  await expect(panelOf(bert).getByText("You have asked your 3 questions.")).toBeVisible();
  await ask(cleo, "Who tells you that a part was renumbered?");
  await ask(cleo, "When is late for you?");

  // The two that are alike are proposed to who leads, and to nobody else; they are one until they stand apart again.
  const alike = panelOf(anna.page).getByRole("region", { name: "Do these ask the same?" });
  await expect(alike).toContainText("Who told you that the part was renumbered?");
  await expect(panelOf(bert).getByRole("region", { name: "Do these ask the same?" })).toHaveCount(0);
  await alike.getByRole("button", { name: "Yes, as one" }).click();
  await expect(panelOf(dirk).getByRole("heading", { name: "Not answered yet (4)" })).toBeVisible();
  await expect(question(dirk, "Who told you")).toContainText("Who tells you that a part was renumbered?");
  await anna.page.getByRole("button", { name: "Take it back" }).click();
  await expect(panelOf(dirk).getByRole("heading", { name: "Not answered yet (5)" })).toBeVisible();
  await act(anna.page, "Who tells you that a part was renumbered?", /^Same as “Who told you/);
  await expect(panelOf(dirk).getByRole("heading", { name: "Not answered yet (4)" })).toBeVisible();

  // Votes put the last one first; of fewer than three nothing is told.
  const late = "When is late for you?";
  const vote = (page: Page, text = late) =>
    panelOf(page).getByRole("button", { name: `Me, too: I want to know “${text}”` });
  await vote(bert).click();
  await vote(cleo).click();
  await expect(vote(cleo)).toHaveAttribute("aria-pressed", "true");
  await expect(panelOf(dirk).getByText(/\d want to know this/)).toHaveCount(0);
  await vote(dirk).click();
  for (const page of [anna.page, bert]) {
    await expect(question(page, late)).toContainText("3 want to know this");
    await expect(panelOf(page).locator("[data-question-id]").first()).toContainText(late);
  }

  // Who voted for two that stand as one counts once, and has both votes again when they stand apart.
  const offline = "Does the app work offline?";
  const voters = [bert, cleo, dirk];
  for (const page of voters) await vote(page, offline).click();
  await expect(question(anna.page, offline)).toContainText("3 want to know this");
  // Only a voter's own device can let the second vote rest: until it is back, who leads is told.
  for (const page of voters) await page.context().setOffline(true);
  await act(anna.page, offline, `Same as “${late}”`);
  await expect(question(anna.page, late)).toContainText(offline);
  await expect(question(anna.page, late)).toContainText("6 want to know this");
  await expect(question(anna.page, late)).toContainText("counts once, as soon as their device has a connection");
  for (const page of voters) await page.context().setOffline(false);
  await expect(question(anna.page, late)).toContainText("3 want to know this");
  await expect(question(anna.page, late)).not.toContainText("counts once");
  await expect(vote(bert)).toHaveAttribute("aria-pressed", "true");
  await anna.page.getByRole("button", { name: "Take it back" }).click();
  for (const text of [late, offline]) await expect(question(anna.page, text)).toContainText("3 want to know this");

  await act(anna.page, "Does the app work offline?", "Put it first");
  await expect(panelOf(dirk).locator("[data-question-id]").first()).toContainText("Does the app work offline?");

  // The answer is kept with the question and on the touchpoint it came from, as what was heard.
  await act(anna.page, "Who told you that the part was renumbered?", "Answer it…");
  await expect(anna.page.locator(":focus")).toHaveRole("textbox");
  await expect(
    panelOf(anna.page).getByText("It is also kept on “Search the portal”, as what was heard."),
  ).toBeVisible();
  await anna.page.keyboard.insertText("Nobody. The driver did, weeks later.");
  await anna.page.keyboard.press("Control+Enter");
  await expect(panelOf(dirk).getByRole("region", { name: "Answered (1)" })).toContainText("The driver did");
  await expect(panelOf(dirk).getByRole("heading", { name: "Not answered yet (3)" })).toBeVisible();
  await expectNothingSerious(anna.page);
  await panelOf(anna.page).getByRole("button", { name: "Close the questions" }).click();

  // Given from another table's board it lands there all the same, as soon as who leads there has it (P124).
  const board = anna.page.url();
  await anna.page.goto(board.replace(/table1$/, "table-2"));
  await anna.page.reload();
  await open(anna.page);
  await act(anna.page, "Why do you order on Sunday nights?", "Answer it…");
  await expect(panelOf(anna.page).getByText("It is also kept on the touchpoint it is about")).toBeVisible();
  await anna.page.keyboard.insertText("The shop is shut then.");
  await anna.page.keyboard.press("Control+Enter");
  await expect(panelOf(anna.page).getByRole("region", { name: "Answered (2)" })).toContainText(
    "The shop is shut then.",
  );
  await anna.page.goto(board);
  await expect(card(anna.page, PAIN)).toBeVisible();
  const kept = async () => {
    const { journeys } = await savedBoard(anna.page);
    const touchpoints = journeys.flatMap(({ phases }) => phases.flatMap((phase) => phase.touchpoints));
    return touchpoints.find(({ title }) => title === "Search the portal")?.evidence;
  };
  await expect.poll(kept).toMatchObject([
    {
      kind: "quote",
      grade: "heard",
      text: "Nobody. The driver did, weeks later.",
      source: "Asked: Who told you that the part was renumbered?",
    },
    { kind: "quote", text: "The shop is shut then.", source: "Asked: Why do you order on Sunday nights?" },
  ]);
});
