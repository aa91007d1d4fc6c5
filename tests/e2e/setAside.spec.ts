/** Changes that the table did not take: kept apart, put back, proposed, or copied to one's notes (SPEC S20–S23). */
import { type Browser, expect, type Page } from "@playwright/test";
import { DARK_ON_PHONE, expectNothingSerious, expectNothingSeriousIn, ON_LAPTOP } from "../support/axe.ts";
import {
  allCards,
  card,
  expectState,
  heldSeat,
  invite,
  join,
  openExample,
  openLaptop,
  type PersonAtTable,
  savedBoard,
  writeCards,
} from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { type Steps, stepsOf } from "../support/steps.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";
const TEXTS = ["Nobody answers at noon", "The hotline is in English", "Two forms for one thing"];
const SET_ASIDE = /Set aside: \d+ of your changes are kept apart/;

interface Table {
  readonly anna: PersonAtTable;
  readonly bert: PersonAtTable;
  readonly steps: Steps;
}

/** Anna leads; Bert was away, wrote, and comes back when writing is closed. */
async function bertWroteAway(browser: Browser, url: string): Promise<Table> {
  const anna = await openLaptop(browser, url);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, write.replace(/^http:\/\/[^/]+/, url), "Bert", "a colleague");
  await expectState(bert.page, "saved for the table");
  await bert.context.setOffline(true);
  await writeCards(bert.page, PAIN, TEXTS);
  const steps = await stepsOf(relay.url, anna.page);
  await steps.go("read");
  await bert.context.setOffline(false);
  await expect(bert.page.getByText(SET_ASIDE)).toBeVisible();
  return { anna, bert, steps };
}

const isShown = (page: Page, text: string) => page.locator("[data-card-id]").filter({ hasText: text });

async function decide(page: Page) {
  await page.getByRole("button", { name: "Decide…" }).click();
  const dialog = page.getByRole("dialog");
  for (const text of TEXTS) await expect(dialog.getByText(`New: card “${text}”`)).toBeVisible();
  return dialog;
}

for (const [where, url] of [
  ["localhost", () => relay.url],
  ["a plain http address in the network", () => relay.lanUrl],
] as const) {
  test(`sent to the facilitator, looked through, taken in part and undone, at ${where}`, async ({ browser }) => {
    // Two laptops, a reload and a saved copy.
    test.slow();
    const { anna, bert, steps } = await bertWroteAway(browser, url());
    for (const text of TEXTS) await expect(isShown(bert.page, text)).toHaveCount(0);
    await bert.page.reload();
    await expect(bert.page.getByText(SET_ASIDE)).toBeVisible();
    for (const text of TEXTS) await expect(isShown(bert.page, text)).toHaveCount(0);

    await (await decide(bert.page)).getByRole("button", { name: "Send to the facilitator" }).click();
    await expect(bert.page.getByText(/^Sent to the facilitator: .*Nobody has decided yet/)).toBeVisible();

    await expect(anna.page.getByText(/^Bert proposes \d+ changes/)).toBeVisible();
    await anna.page.getByRole("button", { name: "Look at them" }).click();
    const dialog = anna.page.getByRole("dialog", { name: "Bert proposes" });
    await dialog.getByRole("checkbox", { name: TEXTS[1] ?? "" }).uncheck({ force: true });
    await dialog.getByRole("button", { name: "Take 2 changes" }).click();
    for (const page of [anna.page, bert.page]) {
      await expect(card(page, TEXTS[0] ?? "")).toBeVisible();
      await expect(card(page, TEXTS[2] ?? "")).toBeVisible();
      await expect(isShown(page, TEXTS[1] ?? "")).toHaveCount(0);
    }
    await expect(bert.page.getByText("The facilitator took 2 of the 3 changes that you sent.")).toBeVisible();
    await expect(anna.page.getByText(/^Bert proposes/)).toHaveCount(0);
    const taken = allCards(await savedBoard(anna.page)).find(({ text }) => text === TEXTS[0]);
    expect(taken?.authorRole).toBe("colleague");
    await card(anna.page, TEXTS[0] ?? "").click();
    await expect(anna.page.getByText("Bert (colleague)")).toBeVisible();

    await anna.page.keyboard.press("Escape");
    await anna.page.keyboard.press("Control+z");
    for (const text of TEXTS) await expect(isShown(bert.page, text)).toHaveCount(0);
    steps.end();
  });
}

test("put back when writing is open again: delivered as if they had never been away", async ({ browser }) => {
  const { anna, bert, steps } = await bertWroteAway(browser, relay.url);

  await test.step("whoever runs the day sees what is on a laptop that is gone, until it is back (P49)", async () => {
    const [board, { workshop }] = [bert.page.url(), await heldSeat(anna.page)];
    await steps.saidAside(TEXTS.length);
    await bert.page.goto("about:blank");
    await anna.page.goto(`${relay.url}/#/room/${workshop}`);
    await anna.page.getByRole("button", { name: "Safe to show" }).click();
    const left = anna.page.getByText("3 changes of Bert are still on a laptop that is not connected");
    await expect(left).toBeVisible();
    await expectNothingSerious(anna.page);
    await bert.page.goto(board);
    await expect(left).toBeHidden();
    await anna.page.goBack();
    await expect(card(anna.page, PAIN)).toBeVisible();
  });

  await steps.go("write");
  await expect(bert.page.getByText(/You may write here again/)).toBeVisible();
  await (await decide(bert.page)).getByRole("button", { name: "Put them back" }).click();
  for (const page of [anna.page, bert.page]) for (const text of TEXTS) await expect(card(page, text)).toBeVisible();
  await expect(bert.page.getByText(/^Set aside/)).toHaveCount(0);
  await expectState(bert.page, "saved for the table");
  await bert.page.reload();
  await expect(card(bert.page, TEXTS[0] ?? "")).toBeVisible();
  await expect(bert.page.getByText(/^Set aside/)).toHaveCount(0);
  steps.end();
});

test("copied to the notes, then gone from the line; discarding asks first", async ({ browser }) => {
  const { bert, steps } = await bertWroteAway(browser, relay.url);
  const dialog = await decide(bert.page);
  await dialog.getByRole("button", { name: "Discard…" }).click();
  await expect(dialog.getByText(/They are then nowhere any more/)).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await dialog.getByRole("button", { name: "Copy to my notes" }).click();
  await expect(bert.page.getByText(/^Set aside/)).toHaveCount(0);
  await bert.page.getByRole("button", { name: "My notes" }).click();
  const notes = bert.page.getByRole("complementary", { name: "My notes" });
  for (const text of TEXTS) await expect(notes.getByRole("listitem").filter({ hasText: text })).toBeVisible();
  steps.end();
});

test("discarded is nowhere any more, in neither of two tabs", async ({ browser }) => {
  const { bert, steps } = await bertWroteAway(browser, relay.url);
  const second = await bert.context.newPage();
  await second.goto(bert.page.url());
  await expect(second.getByText(SET_ASIDE)).toBeVisible();
  const dialog = await decide(second);
  await dialog.getByRole("button", { name: "Discard…" }).click();
  await dialog.getByRole("button", { name: "Discard them" }).click();
  for (const page of [bert.page, second]) await expect(page.getByText(/^Set aside/)).toHaveCount(0);
  for (const page of [bert.page, second]) await expectState(page, "read only in this step");
  steps.end();
});

test("two tabs set their changes aside together, whoever holds the connection", async ({ browser }) => {
  const anna = await openLaptop(browser, relay.lanUrl);
  await openExample(anna.page);
  const { write } = await invite(anna.page, "Anna");
  const bert = await openLaptop(browser, "about:blank");
  await join(bert.page, write.replace(/^http:\/\/[^/]+/, relay.lanUrl), "Bert");
  const second = await bert.context.newPage();
  await second.goto(bert.page.url());
  for (const page of [bert.page, second]) await expectState(page, "saved for the table");
  await bert.context.setOffline(true);
  await writeCards(bert.page, PAIN, ["From the first tab"]);
  await writeCards(second, PAIN, ["From the second tab"]);
  await expect(card(bert.page, "From the second tab")).toBeVisible();
  const steps = await stepsOf(relay.url, anna.page);
  await steps.go("read");
  await bert.context.setOffline(false);
  for (const page of [bert.page, second]) {
    await expect(page.getByText(SET_ASIDE)).toBeVisible();
    await expect(isShown(page, "From the")).toHaveCount(0);
    await expectState(page, "read only in this step");
  }
  await bert.page.getByRole("button", { name: "Decide…" }).click();
  for (const tab of ["first", "second"])
    await expect(bert.page.getByRole("dialog").getByText(`New: card “From the ${tab} tab”`)).toBeVisible();
  await expect(isShown(anna.page, "From the")).toHaveCount(0);
  steps.end();
});

test("what axe says of the lines and their dialogs, light on a laptop and dark on a phone", async ({ browser }) => {
  const looks = [ON_LAPTOP, DARK_ON_PHONE];
  const { anna, bert, steps } = await bertWroteAway(browser, relay.url);
  await expectNothingSeriousIn(bert.page, looks);
  const dialog = await decide(bert.page);
  await expectNothingSeriousIn(bert.page, looks);
  await dialog.getByRole("button", { name: "Send to the facilitator" }).click();
  await anna.page.getByRole("button", { name: "Look at them" }).click();
  await expect(anna.page.getByRole("checkbox", { name: TEXTS[0] ?? "" })).toBeVisible();
  await expectNothingSeriousIn(anna.page, looks);
  steps.end();
});
