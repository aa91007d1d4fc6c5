/** Comments on cards and touchpoints: threads, mentions, resolving (SPEC W26–W28). */
import { type Browser, expect, type Page } from "@playwright/test";
import { DARK_ON_PHONE, expectNothingSerious, inEachLook, ON_LAPTOP } from "../support/axe.ts";
import { allCards, card, heldSeat, invite, join, openExample, openLaptop, savedBoard } from "../support/people.ts";
import type { RelayProcess } from "../support/relayProcess.ts";
import { test } from "../support/test.ts";

let relay: RelayProcess;
test.beforeAll(async ({ lendRelay }) => {
  relay = await lendRelay();
});

const PAIN = "Old part numbers find nothing";

async function twoAtTheTable(browser: Browser): Promise<{ anna: Page; jo: Page }> {
  const { page: anna } = await openLaptop(browser, relay.url);
  await openExample(anna);
  const { write } = await invite(anna, "Anna");
  const { page: jo } = await openLaptop(browser, relay.url);
  await join(jo, write, "Jo");
  return { anna, jo };
}

const threadsOn = async (page: Page) =>
  allCards(await savedBoard(page)).find(({ text }) => text === PAIN)?.threads ?? [];

const inspector = (page: Page) => page.getByRole("complementary");

test("somebody is named in a comment, sees it, replies, and the thread is resolved and opened again", async ({
  browser,
}) => {
  const { anna, jo } = await twoAtTheTable(browser);
  await card(anna, PAIN).click();
  const field = inspector(anna).getByLabel("Say something about it");
  await field.fill("Was it so, @J");
  await inspector(anna).getByRole("button", { name: "@Jo" }).click();
  await expect(field).toHaveValue("Was it so, @Jo ");
  await field.press("Control+Enter");
  await expect(inspector(anna).getByRole("region", { name: "1 comment" })).toContainText("Was it so, @Jo");
  await expect(field).toHaveValue("");

  // On the card, for everybody; the document holds an id and no name.
  await expect(card(jo, PAIN).getByRole("img", { name: "1 comment" })).toBeVisible();
  const { person } = await heldSeat(jo);
  expect((await threadsOn(anna))[0]?.comments[0]?.text).toBe(`Was it so, @{${person}}`);

  await card(jo, PAIN).click();
  await expect(inspector(jo).locator(".board-mention[data-me]")).toHaveText("@Jo");
  await inspector(jo).getByRole("button", { name: "Reply to Anna" }).click();
  await inspector(jo).getByLabel("Your reply").fill("Every week");
  await jo.keyboard.press("Control+Enter");
  const thread = inspector(anna).getByRole("region", { name: "2 comments" });
  await expect(thread).toContainText("Every week");

  await thread.getByRole("button", { name: "Resolve what you began" }).click();
  await expect(card(jo, PAIN).getByRole("img", { name: /comment/ })).toBeHidden();
  await inspector(jo).getByText("1 resolved").click();
  await expect(inspector(jo).getByText(/^Resolved by Anna, /)).toBeVisible();
  await inspector(jo).getByRole("button", { name: "Open it again" }).click();
  await expect(card(anna, PAIN).getByRole("img", { name: "2 comments" })).toBeVisible();
  expect((await threadsOn(anna)).map(({ comments }) => comments.length)).toEqual([2]);
});

test("a comment is its author's: changed and taken away by them, and undone", async ({ browser }) => {
  const { anna, jo } = await twoAtTheTable(browser);
  await jo.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" }).click();
  await inspector(jo).getByLabel("Say something about it").fill("Nobody uses it");
  await inspector(jo).getByRole("button", { name: "Say it" }).click();
  const touchpoint = anna.locator("[data-touchpoint-id]").filter({ hasText: "Search the portal" });
  await expect(touchpoint.getByRole("img", { name: "1 comment" })).toBeVisible();

  await touchpoint.click();
  await expect(inspector(anna).getByText("Nobody uses it")).toBeVisible();
  await expect(inspector(anna).getByRole("button", { name: "Change my words" })).toHaveCount(0);
  await inspector(jo).getByRole("button", { name: "Change my words" }).click();
  await inspector(jo).getByLabel("Your words").fill("Hardly anybody uses it");
  await inspector(jo).getByRole("button", { name: "Keep it" }).click();
  await expect(inspector(anna).getByText("Hardly anybody uses it")).toBeVisible();
  await inspector(jo).getByRole("button", { name: "Take it away" }).click();
  await expect(inspector(anna).getByText("Hardly anybody uses it")).toBeHidden();
  await jo.keyboard.press("Control+z");
  await expect(inspector(anna).getByText("Hardly anybody uses it")).toBeVisible();
});

test("what was begun is there again after a reload, and the comments hold nothing serious for axe", async ({
  browser,
}) => {
  const { page } = await openLaptop(browser, relay.url);
  await openExample(page);
  await card(page, PAIN).click();
  const field = inspector(page).getByLabel("Say something about it");
  await field.fill("First");
  await field.press("Control+Enter");
  await field.fill("Begun and not");
  await page.reload();
  await card(page, PAIN).click();
  await expect(field).toHaveValue("Begun and not");
  const first = inspector(page).getByText("First", { exact: true });
  await inEachLook(page, [ON_LAPTOP, DARK_ON_PHONE], async () => {
    await expect(first).toBeVisible();
    await expectNothingSerious(page);
  });
});
